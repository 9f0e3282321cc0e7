package vn.thidua.nomination;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Kế thừa đơn vị: the dossiers of a closed unit, begun or long decided, are from then on the successor's to work on and to see. They keep
 * the name of the unit that nominated.
 */
@Component
public class DossierSuccession {

    private record Left(String campaign, String unit, String name, String group) {}

    private final JdbcClient sql;
    private final Units units;
    private final Transitions transitions;
    private final NominationProcess process;
    private final MovableClock clock;

    DossierSuccession(
            JdbcClient sql, Units units, Transitions transitions, NominationProcess process, MovableClock clock) {
        this.sql = sql;
        this.units = units;
        this.transitions = transitions;
        this.process = process;
        this.clock = clock;
    }

    /** Passes on what closed units have left; where no unit stands in their place it stays with them. Idempotent. */
    @Transactional
    public void passOn() {
        var today = clock.today();
        var left = sql.sql("""
                select distinct d.campaign, d.unit, u.name, d.unit_group from dossier d
                join unit u on u.campaign = d.campaign and u.code = d.unit where u.closed <= ?""")
                .param(today)
                .query((row, i) -> new Left(
                        row.getString("campaign"),
                        row.getString("unit"),
                        row.getString("name"),
                        row.getString("unit_group")))
                .list();
        left.forEach(each -> passOn(each, today));
    }

    private void passOn(Left left, LocalDate today) {
        units.standing(left.campaign(), left.unit(), today)
                .filter(unit -> !left.group().equals(Groups.ofUnit(left.campaign(), unit.code())))
                .ifPresent(unit -> pass(left, unit));
    }

    private void pass(Left left, Unit successor) {
        var passed = sql.sql("""
                with passed as (
                    update dossier set unit_group = :to,
                        turn_group = case when turn_group = unit_group then :to else turn_group end,
                        authority_group = case when authority_group = unit_group then :to else authority_group end
                    where campaign = :campaign and unit = :unit and unit_group = :from returning *),
                staged as (
                    insert into dossier_stage(dossier, state, at, by, turn_group, limit_at, limit_basis, note)
                    select number, state, :now, :by, turn_group, limit_at, limit_basis, :note from passed order by number)
                select * from passed order by number""")
                .param("to", Groups.ofUnit(left.campaign(), successor.code()))
                .param("campaign", left.campaign())
                .param("unit", left.unit())
                .param("from", left.group())
                .param("now", Row.timestamp(clock.instant()))
                .param("by", Actor.current().userId())
                .param("note", "%s không còn; %s kế thừa hồ sơ".formatted(left.name(), successor.name()))
                .query(Dossiers::dossier)
                .list();
        process.passedOn(passed, left.group());
        passed.forEach(dossier -> transitions.record("dossier.passed-on", dossier, successor.code()));
    }
}
