package vn.thidua.nomination;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How nominees are named in lists and on certificates, for many dossiers at once; of the versions that stand. */
@Component
public class Citations {

    /**
     * One nominee with what the award is for.
     *
     * @param position of an individual; null where none was entered
     * @param female null where nobody says
     */
    public record Citation(
            String dossier,
            String name,
            @Nullable String position,
            @Nullable Boolean female,
            List<Merit> merits) {

        /** "Nguyễn Thị Hồng, Trưởng phòng". */
        public String nameAndPosition() {
            return position == null ? name : name + ", " + position;
        }

        /** The achievements with their years, one after the other; empty where none was entered. */
        public String meritsInWords() {
            return merits.stream().map(Merit::inWords).collect(Collectors.joining("; "));
        }
    }

    /** An achievement by its title and the years it took. */
    public record Merit(String title, LocalDate from, LocalDate to) {

        String inWords() {
            return from.getYear() == to.getYear()
                    ? "%s, năm %d".formatted(title, to.getYear())
                    : "%s, từ năm %d đến năm %d".formatted(title, from.getYear(), to.getYear());
        }
    }

    private record Row(String dossier, Merit merit) {}

    private final JdbcClient sql;

    Citations(JdbcClient sql) {
        this.sql = sql;
    }

    /** By dossier number, in two statements. */
    public Map<String, Citation> of(Collection<String> dossiers) {
        if (dossiers.isEmpty()) return Map.of();
        var numbers = dossiers.toArray(String[]::new);
        var merits = sql
                .sql("""
                select a.dossier, a.title, a.from_on, a.to_on
                from achievement a join dossier d on d.number = a.dossier and d.version = a.version
                where d.number = any(?) order by a.dossier, a.position""")
                .param(numbers)
                .query((row, i) -> new Row(
                        row.getString("dossier"),
                        new Merit(
                                row.getString("title"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::dossier, Collectors.mapping(Row::merit, Collectors.toList())));
        return sql.sql("""
                select d.number, d.nominee_name, n.gender,
                    nullif(trim(coalesce(v.content -> 'nominee' ->> 'position', n.position)), '') as position
                from dossier d join nominee n on n.id = d.nominee
                left join dossier_version v on v.dossier = d.number and v.version = d.version
                where d.number = any(?)""").param(numbers).query((row, i) -> citation(row, merits)).list().stream()
                .collect(toMap(Citation::dossier, citation -> citation));
    }

    private static Citation citation(ResultSet row, Map<String, List<Merit>> merits) throws SQLException {
        var number = row.getString("number");
        var gender = row.getString("gender");
        return new Citation(
                number,
                row.getString("nominee_name"),
                row.getString("position"),
                gender == null ? null : gender.equals("FEMALE"),
                merits.getOrDefault(number, List.of()));
    }
}
