package vn.thidua.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.organisation.Unit.Level;

/** The units of all campaigns. */
@Component
public class Units {

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    Units(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    public List<Unit> of(String campaign) {
        return sql.sql("select * from unit where campaign = ? order by name collate \"vi-x-icu\"")
                .param(campaign)
                .query(Units::unit)
                .list();
    }

    /** Those of the units that the campaign has. */
    public List<Unit> of(String campaign, Collection<String> codes) {
        return sql.sql("select * from unit where campaign = ? and code = any(?)")
                .params(campaign, codes.toArray(String[]::new))
                .query(Units::unit)
                .list();
    }

    public Optional<Unit> find(String campaign, String code) {
        return sql.sql("select * from unit where campaign = ? and code = ?")
                .params(campaign, code)
                .query(Units::unit)
                .optional();
    }

    /** The unit itself while it exists, else the one that stands in its place on the day, over any number of mergers; empty where none does. */
    public Optional<Unit> standing(String campaign, String code, LocalDate day) {
        var passed = new HashSet<String>();
        for (var next = code; next != null && passed.add(next); ) {
            var unit = find(campaign, next);
            if (unit.isEmpty() || unit.get().existsOn(day)) return unit;
            next = unit.get().successor();
        }
        return Optional.empty();
    }

    void put(String campaign, List<Unit> units) {
        batch.batchUpdate("""
                insert into unit(campaign, code, name, unit_group, level, parent, emails, founded, closed, successor)
                values (?, ?, ?, ?, ?, ?, string_to_array(?, ';'), ?, ?, ?)
                on conflict (campaign, code) do update set name = excluded.name, unit_group = excluded.unit_group,
                    level = excluded.level, parent = excluded.parent, emails = excluded.emails, founded = excluded.founded,
                    closed = excluded.closed, successor = excluded.successor""", units, 500, (row, unit) -> {
            row.setString(1, campaign);
            row.setString(2, unit.code());
            row.setString(3, unit.name());
            row.setString(4, unit.group());
            row.setString(5, unit.level().name());
            row.setString(6, unit.parent());
            row.setString(7, String.join(";", unit.emails()));
            row.setObject(8, unit.founded());
            row.setObject(9, unit.closed());
            row.setString(10, unit.successor());
        });
    }

    private static Unit unit(ResultSet row, int i) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                row.getString("unit_group"),
                Level.valueOf(row.getString("level")),
                row.getString("parent"),
                List.of((String[]) row.getArray("emails").getArray()),
                date(row, "founded"),
                date(row, "closed"),
                row.getString("successor"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
