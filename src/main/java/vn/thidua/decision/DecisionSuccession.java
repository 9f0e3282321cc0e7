package vn.thidua.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Kế thừa đơn vị: the Giấy khen decisions of a closed unit's head are from then on its successor's to work on. One not yet signed is the
 * successor's own, under its name and in its series; what has been signed keeps who signed it.
 */
@Component
public class DecisionSuccession {

    private record Left(String campaign, String unit, String name, String group) {}

    private record Passed(long id, String key) {}

    private final JdbcClient sql;
    private final Units units;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final DecisionProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    DecisionSuccession(
            JdbcClient sql,
            Units units,
            Campaigns campaigns,
            AwardRoles roles,
            DecisionProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.units = units;
        this.campaigns = campaigns;
        this.roles = roles;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** Passes on what closed units have left; where no unit stands in their place it stays with them. Idempotent. */
    @Transactional
    public void passOn() {
        var today = clock.today();
        var left = sql.sql("""
                select distinct d.campaign, u.code, u.name, d.authority_group from award_decision d
                join unit u on u.campaign = d.campaign and d.authority_group = d.campaign || '.unit.' || u.code
                where d.authority_level = 'UNIT_HEAD' and u.closed <= ?""")
                .param(today)
                .query((row, i) -> new Left(
                        row.getString("campaign"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("authority_group")))
                .list();
        left.forEach(each -> passOn(each, today));
    }

    private void passOn(Left left, LocalDate today) {
        units.standing(left.campaign(), left.unit(), today)
                .filter(unit -> !unit.code().equals(left.unit()))
                .ifPresent(unit -> pass(left, unit));
    }

    private void pass(Left left, Unit unit) {
        var successor = roles.authority(campaigns.get(left.campaign()), AwardForm.GK, unit.code());
        var passed = passed(left, successor, "QĐ-" + Issuers.abbreviation(successor, unit.name()));
        var keys = Stream.concat(passed.stream().map(Passed::key), revocations(passed).stream())
                .toList();
        process.passedOn(keys, left.group(), successor.group());
        passed.forEach(decision -> events.publishEvent(Act.of(
                "decision.passed-on",
                left.campaign(),
                left.unit(),
                decision.key(),
                Map.of("authority", "Thủ trưởng " + left.name()),
                Map.of("authority", successor.name()))));
    }

    private List<Passed> passed(Left left, DecisionAuthority successor, String symbol) {
        return sql.sql("""
                update award_decision set authority_group = :to,
                    drafting_group = case when drafting_group = :from then :to else drafting_group end,
                    authority = case when signed_at is null then :id else authority end,
                    authority_name = case when signed_at is null then :name else authority_name end,
                    authority_position = case when signed_at is null then :position else authority_position end,
                    issuer = case when signed_at is null then :issuer else issuer end,
                    symbol = case when signed_at is null then :symbol else symbol end
                where campaign = :campaign and authority_level = 'UNIT_HEAD' and authority_group = :from returning id, key""")
                .param("to", successor.group())
                .param("from", left.group())
                .param("id", successor.id())
                .param("name", successor.name())
                .param("position", successor.position())
                .param("issuer", Issuers.name(campaigns.get(left.campaign()), successor))
                .param("symbol", symbol)
                .param("campaign", left.campaign())
                .query((row, i) -> new Passed(row.getLong("id"), row.getString("key")))
                .list();
    }

    private List<String> revocations(List<Passed> decisions) {
        return sql.sql("""
                select v.key from revocation v join award_register r on r.id = v.register
                where r.decision = any(?) and v.state not in ('DISMISSED', 'DONE')""")
                .param(decisions.stream().map(Passed::id).toArray(Long[]::new))
                .query(String.class)
                .list();
    }
}
