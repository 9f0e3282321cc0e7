package vn.thidua.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.nomination.Dossier;

/** The list of a decision or a letter, written in one statement in the order in which awards are given. */
final class ItemRows {

    private static final Collator VIETNAMESE = Collator.getInstance(Locale.forLanguageTag("vi"));

    private ItemRows() {}

    /** Higher awards and grades first, collectives before individuals, then by name. */
    static List<Dossier> inOrder(List<Dossier> dossiers) {
        return dossiers.stream()
                .sorted(Comparator.<Dossier>comparingInt(each -> each.form().rank())
                        .thenComparingInt(each -> each.grade() == null ? 0 : each.grade())
                        .thenComparing(Dossier::kind)
                        .thenComparing(Dossier::nomineeName, VIETNAMESE)
                        .thenComparing(Dossier::number))
                .toList();
    }

    /** @param column what the rows belong to */
    static void add(JdbcTemplate batch, String table, String column, long owner, List<Dossier> dossiers) {
        var rows = inOrder(dossiers);
        batch.update("""
                insert into %s(%s, position, dossier, form, grade, kind, nominee, nominee_name, unit, unit_name)
                select ?, * from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])""".formatted(table, column), statement -> {
            statement.setLong(1, owner);
            statement.setArray(
                    2,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "int4",
                                    IntStream.rangeClosed(1, rows.size())
                                            .boxed()
                                            .toArray()));
            fill(statement, 3, "text", rows, Dossier::number);
            fill(statement, 4, "text", rows, each -> each.form().name());
            fill(statement, 5, "int4", rows, Dossier::grade);
            fill(statement, 6, "text", rows, each -> each.kind().name());
            fill(statement, 7, "uuid", rows, Dossier::nominee);
            fill(statement, 8, "text", rows, Dossier::nomineeName);
            fill(statement, 9, "text", rows, Dossier::unit);
            fill(statement, 10, "text", rows, Dossier::unitName);
        });
    }

    private static void fill(
            PreparedStatement statement, int at, String type, List<Dossier> rows, Function<Dossier, Object> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                at, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
