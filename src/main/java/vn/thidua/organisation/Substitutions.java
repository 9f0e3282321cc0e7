package vn.thidua.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;

/** Who stands in for whom, and when; kept by the standing agency and administrators. */
@Component
public class Substitutions {

    /** A substitution was recorded; published inside the transaction that recorded it. */
    public record SubstitutionRecorded(Substitution substitution) {}

    private static final String ON_DAY = ":day between from_day and to_day and ended_at is null";

    /**
     * A column by which a query brings along, as JSON, in whose stead {@code :actor} may act on {@code :day}: the absent officer by user
     * group.
     */
    public static final String ABSENT = """
            (select jsonb_object_agg(user_group, absent_user) from (select distinct on (user_group) user_group, absent_user
                from substitution where substitute = :actor and %s order by user_group, id) s) as absent""".formatted(ON_DAY);

    private final JdbcClient sql;
    private final AwardStaff staff;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Substitutions(JdbcClient sql, AwardStaff staff, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
    }

    /** Those not ended, the latest first. */
    public List<Substitution> of(String campaign) {
        return sql.sql(
                        "select * from substitution where campaign = ? and ended_at is null order by from_day desc, id desc")
                .param(campaign)
                .query(Substitutions::substitution)
                .list();
    }

    /** Those of all campaigns that hold on the day, Asia/Ho_Chi_Minh. */
    public List<Substitution> on(LocalDate day) {
        return sql.sql("select * from substitution where %s order by id".formatted(ON_DAY))
                .param("day", day)
                .query(Substitutions::substitution)
                .list();
    }

    /** The substitutions in which the person does another's work on the day, Asia/Ho_Chi_Minh. */
    public List<Substitution> standsInFor(String userId, LocalDate day) {
        return sql.sql("select * from substitution where substitute = :actor and %s order by id".formatted(ON_DAY))
                .param("actor", userId)
                .param("day", day)
                .query(Substitutions::substitution)
                .list();
    }

    /**
     * Records that one officer does another's work.
     *
     * @param group the user group of their agency in the campaign
     * @param from first day
     * @param to last day, inclusive
     * @throws Refusal FORBIDDEN for those who do not keep the list; INVALID when a field is blank, the days are in the wrong order, the group
     *     is none of the campaign's, or one of the two is not in it
     */
    @Transactional
    public Substitution record(
            String campaign,
            String absent,
            String substitute,
            String group,
            LocalDate from,
            LocalDate to,
            String reason) {
        staff.mustKeep(campaign);
        if (to.isBefore(from)) {
            throw Refusal.invalid(
                    "substitution-days", "to", "Ngày kết thúc phải không sớm hơn ngày bắt đầu. Hãy sửa ngày.");
        }
        if (absent.equals(substitute)) {
            throw Refusal.invalid(
                    "substitution-self", "substitute", "Người làm thay phải là người khác. Hãy chọn tài khoản khác.");
        }
        if (!group.startsWith(campaign + ".")) {
            throw Refusal.invalid(
                    "substitution-group", "group", "Nhóm \"%s\" không thuộc phong trào này.".formatted(group));
        }
        mustBelong(absent, group, "absent");
        mustBelong(substitute, group, "substitute");
        var id = sql.sql("""
                insert into substitution(campaign, absent_user, substitute, user_group, from_day, to_day, reason, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        campaign,
                        absent,
                        substitute,
                        group,
                        from,
                        to,
                        AwardStaff.required(reason, "reason", "Lý do"),
                        Actor.current().userId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        var recorded = get(campaign, id);
        events.publishEvent(Act.of("substitution.recorded", campaign, null, campaign, null, recorded));
        events.publishEvent(new SubstitutionRecorded(recorded));
        return recorded;
    }

    /** Ends it at once. @throws Refusal FORBIDDEN for those who do not keep the list; NOT_FOUND when there is none or it has ended */
    @Transactional
    public void end(String campaign, long id) {
        staff.mustKeep(campaign);
        var substitution = get(campaign, id);
        sql.sql("update substitution set ended_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        events.publishEvent(Act.of("substitution.ended", campaign, null, campaign, substitution, null));
    }

    private void mustBelong(String userId, String group, String field) {
        if (!staff.account(userId, field).isIn(group)) {
            throw Refusal.invalid(
                    "substitution-group",
                    field,
                    "Tài khoản \"%s\" không thuộc nhóm \"%s\". Hãy chọn người cùng cơ quan.".formatted(userId, group));
        }
    }

    private Substitution get(String campaign, long id) {
        return of(campaign).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Không có việc làm thay này, hoặc đã kết thúc."));
    }

    private static Substitution substitution(ResultSet row, int i) throws SQLException {
        return new Substitution(
                row.getLong("id"),
                row.getString("campaign"),
                row.getString("absent_user"),
                row.getString("substitute"),
                row.getString("user_group"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("reason"));
    }
}
