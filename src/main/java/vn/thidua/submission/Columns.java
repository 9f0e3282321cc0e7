package vn.thidua.submission;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Obligations turned into columns, for statements that insert any number of rows at once. */
record Columns(List<Obligation> obligations) {

    private record Row(Obligation obligation, Part part) {}

    void fillObligations(PreparedStatement statement) throws SQLException {
        texts(statement, 1, Obligation::key);
        texts(statement, 2, Obligation::campaign);
        texts(statement, 3, Obligation::duty);
        texts(statement, 4, obligation -> obligation.type().name());
        texts(statement, 5, obligation -> obligation.period().code());
        texts(statement, 6, Obligation::owner);
        texts(statement, 7, Obligation::ownerName);
        texts(statement, 8, Obligation::ownerGroup);
        texts(statement, 9, obligation -> obligation.openedAt().toString());
    }

    void fillParts(PreparedStatement statement) throws SQLException {
        var rows = obligations.stream()
                .flatMap(obligation -> obligation.parts().stream().map(part -> new Row(obligation, part)))
                .toList();
        column(statement, 1, rows, row -> Long.toString(row.obligation().id()));
        column(statement, 2, rows, row -> row.part().addressee());
        column(statement, 3, rows, row -> row.part().reviewerGroup());
        column(statement, 4, rows, row -> row.part().state().name());
        column(
                statement,
                5,
                rows,
                row -> deadline(row.part(), deadline -> deadline.kind().name()));
        column(
                statement,
                6,
                rows,
                row -> deadline(row.part(), deadline -> deadline.date().toString()));
        column(
                statement,
                7,
                rows,
                row -> deadline(row.part(), deadline -> deadline.instant().toString()));
        column(
                statement,
                8,
                rows,
                row -> row.part().nextReminderOn() == null
                        ? null
                        : row.part().nextReminderOn().toString());
    }

    private static @Nullable String deadline(Part part, Function<vn.thidua.calendar.Deadline, String> field) {
        return part.deadline() == null ? null : field.apply(part.deadline());
    }

    private void texts(PreparedStatement statement, int index, Function<Obligation, String> field) throws SQLException {
        column(statement, index, obligations, field);
    }

    private static <T> void column(
            PreparedStatement statement, int index, List<T> rows, Function<T, @Nullable String> field)
            throws SQLException {
        var values = rows.stream().map(field).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", values));
    }
}
