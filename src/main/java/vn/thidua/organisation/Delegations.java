package vn.thidua.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.organisation.Delegation.Capacity;

/** Who may sign for the chairman, and when; kept by the standing agency and administrators. */
@Component
public class Delegations {

    private final JdbcClient sql;
    private final AwardStaff staff;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Delegations(JdbcClient sql, AwardStaff staff, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
    }

    /** Those not revoked, the latest first. */
    public List<Delegation> of(String campaign) {
        return sql.sql(
                        "select * from delegation where campaign = ? and revoked_at is null order by from_day desc, id desc")
                .param(campaign)
                .query(Delegations::delegation)
                .list();
    }

    /** The delegation under which the person may sign on the day, Asia/Ho_Chi_Minh. */
    public Optional<Delegation> inForce(String campaign, String userId, LocalDate day) {
        return sql.sql("""
                select * from delegation
                where campaign = ? and user_id = ? and ? between from_day and to_day and revoked_at is null""")
                .params(campaign, userId, day)
                .query(Delegations::delegation)
                .optional();
    }

    /**
     * Records a delegation; the person joins the user group of the deputies.
     *
     * @param from first day it is in force
     * @param to last day, inclusive
     * @throws Refusal FORBIDDEN for those who do not keep the list; INVALID when a field is blank, the days are in the wrong order or there
     *     is no such account; CONFLICT when the person has one for some of these days
     */
    @Transactional
    public Delegation grant(
            String campaign,
            String userId,
            String name,
            String position,
            Capacity capacity,
            LocalDate from,
            LocalDate to,
            String document,
            LocalDate documentDate) {
        staff.mustKeep(campaign);
        var account = staff.account(AwardStaff.required(userId, "userId", "Tài khoản"), "userId")
                .userId();
        if (to.isBefore(from)) {
            throw Refusal.invalid(
                    "delegation-days", "to", "Ngày kết thúc phải không sớm hơn ngày bắt đầu. Hãy sửa ngày.");
        }
        of(campaign).stream()
                .filter(other -> other.userId().equals(account))
                .filter(other -> !other.from().isAfter(to) && !other.to().isBefore(from))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "delegation-overlaps",
                            "%s đã được ủy quyền từ %s đến hết %s theo %s. Hãy thu hồi văn bản đó hoặc chọn ngày khác."
                                    .formatted(
                                            other.name(),
                                            VietnamTime.date(other.from()),
                                            VietnamTime.date(other.to()),
                                            other.document()));
                });
        var id = sql.sql("""
                insert into delegation(campaign, user_id, name, position, capacity, from_day, to_day, document, document_date)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        campaign,
                        account,
                        AwardStaff.required(name, "name", "Họ và tên"),
                        AwardStaff.required(position, "position", "Chức vụ"),
                        capacity.name(),
                        from,
                        to,
                        AwardStaff.required(document, "document", "Số văn bản"),
                        documentDate)
                .query(Long.class)
                .single();
        var delegation = get(campaign, id);
        staff.join(account, Groups.ofDeputy(campaign));
        events.publishEvent(Act.of("delegation.granted", campaign, null, campaign, null, delegation));
        return delegation;
    }

    /** Ends it at once. @throws Refusal FORBIDDEN for those who do not keep the list; NOT_FOUND when there is none or it was revoked */
    @Transactional
    public void revoke(String campaign, long id) {
        staff.mustKeep(campaign);
        var delegation = get(campaign, id);
        sql.sql("update delegation set revoked_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        var hasOther = of(campaign).stream().anyMatch(other -> other.userId().equals(delegation.userId()));
        if (!hasOther) staff.leave(delegation.userId(), Groups.ofDeputy(campaign));
        events.publishEvent(Act.of("delegation.revoked", campaign, null, campaign, delegation, null));
    }

    private Delegation get(String campaign, long id) {
        return of(campaign).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Không có văn bản ủy quyền này, hoặc đã được thu hồi."));
    }

    private static Delegation delegation(ResultSet row, int i) throws SQLException {
        return new Delegation(
                row.getLong("id"),
                row.getString("campaign"),
                row.getString("user_id"),
                row.getString("name"),
                row.getString("position"),
                Capacity.valueOf(row.getString("capacity")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("document"),
                row.getObject("document_date", LocalDate.class));
    }
}
