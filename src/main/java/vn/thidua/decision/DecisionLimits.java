package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.WorkingCalendar;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.RulePacks;
import vn.thidua.nomination.LimitedWork;

/**
 * The limits after the council: telling the result and handing over (Decree 152/2025, Art. 35.4), submitting to the State and the
 * ministry's appraisal (Art. 35.3, 35.2), giving back what was revoked (Art. 58).
 */
@Component
class DecisionLimits implements LimitedWork {

    private enum Step {
        RESULTS("thông báo kết quả, gửi bản sao quyết định"),
        HAND_OVER("trao hiện vật, tiền thưởng"),
        PREPARE("chuẩn bị hồ sơ trình cấp trên"),
        SIGN("ký tờ trình cấp trên"),
        SEND("gửi tờ trình lên cấp trên"),
        OUTCOME("chờ kết quả của cấp trên"),
        RECOVERY("thu hồi hiện vật, tiền thưởng");

        private final String what;

        Step(String what) {
            this.what = what;
        }
    }

    private static final String RUNNING = """
            select 'RESULTS' as step, campaign, round, id, title, authority_level as level, authority_group as signing,
                drafting_group as lead, tell_by as limit_at, null::date as sent_on, null::text[] as packs
            from award_decision where told_on is null and tell_by < :before
            union all
            select 'HAND_OVER', campaign, round, id, title, authority_level, authority_group, drafting_group, deliver_by, null, null
            from award_decision where handed_over_on is null and deliver_by < :before
            union all
            select case state when 'PREPARING' then 'PREPARE' when 'TO_SIGN' then 'SIGN' else 'SEND' end, campaign, round, id, title,
                signer_level, signer_group, preparing_group, submit_by, null, null
            from superior_submission where state in ('PREPARING', 'TO_SIGN', 'TO_SEND') and submit_by < :before
            union all
            select 'OUTCOME', s.campaign, s.round, s.id, s.title, s.signer_level, s.signer_group, s.preparing_group, null, s.sent_on,
                array_agg(distinct d.rule_pack) filter (where d.rule_pack is not null)
            from superior_submission s join submission_item i on i.submission = s.id join dossier d on d.number = i.dossier
            where s.state = 'SENT' and s.superior_level in ('PRIME_MINISTER', 'PRESIDENT') and s.sent_on is not null group by s.id
            union all
            select 'RECOVERY', d.campaign, d.round, v.id, r.name || ' (' || d.title || ')', d.authority_level, d.authority_group,
                d.drafting_group, v.recover_by, null, null
            from revocation v join award_register r on r.id = v.register join award_decision d on d.id = r.decision
            where v.state = 'RECOVERING' and v.recover_by < :before""";

    private final JdbcClient sql;
    private final Campaigns campaigns;
    private final RulePacks packs;
    private final Holidays holidays;

    DecisionLimits(JdbcClient sql, Campaigns campaigns, RulePacks packs, Holidays holidays) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.packs = packs;
        this.holidays = holidays;
    }

    private record Row(
            Step step,
            String campaign,
            String round,
            long id,
            String title,
            Level level,
            String signing,
            String lead,
            Optional<Instant> limitAt) {}

    @Override
    public List<Running> running(Instant before) {
        var calendar = holidays.calendar();
        return sql
                .sql(RUNNING)
                .param("before", Timestamp.from(before))
                .query((row, i) -> row(row, calendar))
                .list()
                .stream()
                .filter(row -> row.limitAt().filter(at -> at.isBefore(before)).isPresent())
                .map(this::running)
                .toList();
    }

    private Running running(Row row) {
        return new Running(
                row.campaign(),
                row.round(),
                groups(row),
                Set.of(),
                row.title(),
                row.step().what,
                row.limitAt().orElseThrow(),
                null,
                page(row));
    }

    private static String page(Row row) {
        return switch (row.step()) {
            case RESULTS, HAND_OVER -> "/quyet-dinh/" + row.id();
            case PREPARE, SIGN, SEND, OUTCOME -> "/dot-xet/" + row.round();
            case RECOVERY -> "/so-vang/" + row.campaign();
        };
    }

    private Set<String> groups(Row row) {
        var authority = new DecisionAuthority("", "", row.signing(), "", row.level());
        var groups = new HashSet<String>();
        switch (row.step()) {
            case PREPARE -> groups.add(row.lead());
            case SIGN -> groups.addAll(Signing.groups(row.campaign(), authority));
            case OUTCOME -> {
                groups.add(row.lead());
                groups.addAll(clerks(row, authority));
            }
            case RESULTS, HAND_OVER, SEND, RECOVERY -> groups.addAll(clerks(row, authority));
        }
        return groups;
    }

    private List<String> clerks(Row row, DecisionAuthority authority) {
        return Issuers.clerks(campaigns.get(row.campaign()), authority);
    }

    private Row row(ResultSet row, WorkingCalendar calendar) throws SQLException {
        var step = Step.valueOf(row.getString("step"));
        return new Row(
                step,
                row.getString("campaign"),
                row.getString("round"),
                row.getLong("id"),
                row.getString("title"),
                Level.valueOf(row.getString("level")),
                row.getString("signing"),
                row.getString("lead"),
                step == Step.OUTCOME
                        ? outcomeBy(row, calendar)
                        : Optional.ofNullable(DecisionTable.instant(row, "limit_at")));
    }

    private Optional<Instant> outcomeBy(ResultSet row, WorkingCalendar calendar) throws SQLException {
        var applying = row.getArray("packs");
        if (applying == null) return Optional.empty();
        var sentOn = row.getObject("sent_on", LocalDate.class);
        return packs.fewestDays(Limit.MINISTRY, List.of((String[]) applying.getArray()))
                .map(days -> new Deadline(Kind.BY, calendar.plusWorkingDays(sentOn, days)).instant());
    }
}
