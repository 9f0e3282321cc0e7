package vn.thidua.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.organisation.CouncilMember.Seat;

/** The council of each campaign as it is composed now; kept by the standing agency and administrators. */
@Component
public class CouncilMembers {

    private static final String COLUMNS =
            "select id, campaign, user_id, name, position, seat, unit, votes from council_member ";

    private final JdbcClient sql;
    private final Units units;
    private final AwardStaff staff;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    CouncilMembers(
            JdbcClient sql, Units units, AwardStaff staff, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Refusal FORBIDDEN for all but administrators and the campaign's standing agency */
    public void mustKeep(String campaign) {
        staff.mustKeep(campaign);
    }

    /** Chair first, then by seat and in the order of appointment. */
    public List<CouncilMember> of(String campaign) {
        return sql.sql(COLUMNS + """
                        where campaign = ? and dismissed_at is null
                        order by array_position(array['CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY'], seat), id""")
                .param(campaign)
                .query(CouncilMembers::member)
                .list();
    }

    /** Also one who has been dismissed since, for the minutes of a sitting held before. */
    public Optional<CouncilMember> find(long id) {
        return sql.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(CouncilMembers::member)
                .optional();
    }

    /**
     * Appoints a member. Who has an account joins the council's user group, a secretary that of its secretary.
     *
     * @param userId null for a member without an account
     * @param unit code of the unit the member belongs to; null for none of the campaign's
     * @param votes false for a secretary who only keeps the minutes, and for a chair who signs the decisions: nobody acts in two stages of
     *     one dossier
     * @throws Refusal FORBIDDEN for those who do not keep the list; INVALID when name or position is blank or account or unit unknown;
     *     CONFLICT when the council has a chair already or the account a seat
     */
    @Transactional
    public CouncilMember appoint(
            String campaign,
            @Nullable String userId,
            String name,
            String position,
            Seat seat,
            @Nullable String unit,
            boolean votes) {
        staff.mustKeep(campaign);
        var heldBy = userId == null || userId.isBlank() ? null : userId.strip();
        var ofUnit = unit == null || unit.isBlank() ? null : unit.strip();
        if (heldBy != null) staff.account(heldBy, "userId");
        if (ofUnit != null && units.find(campaign, ofUnit).isEmpty()) {
            throw Refusal.invalid(
                    "no-unit",
                    "unit",
                    "Phong trào không có đơn vị \"%s\". Hãy chọn đơn vị trong danh sách.".formatted(ofUnit));
        }
        var member = new CouncilMember(
                insert(campaign, heldBy, name, position, seat, ofUnit, votes),
                campaign,
                heldBy,
                name.strip(),
                position.strip(),
                seat,
                ofUnit,
                votes);
        if (heldBy != null) groups(member).forEach(group -> staff.join(heldBy, group));
        events.publishEvent(Act.of("council.member-appointed", campaign, ofUnit, campaign, null, member));
        return member;
    }

    private long insert(
            String campaign,
            @Nullable String userId,
            String name,
            String position,
            Seat seat,
            @Nullable String unit,
            boolean votes) {
        try {
            return sql.sql("""
                    insert into council_member(campaign, user_id, name, position, seat, unit, votes, appointed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                    .params(Arrays.asList(
                            campaign,
                            userId,
                            AwardStaff.required(name, "name", "Họ và tên"),
                            AwardStaff.required(position, "position", "Chức vụ"),
                            seat.name(),
                            unit,
                            votes,
                            Timestamp.from(clock.instant())))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw String.valueOf(taken.getMessage()).contains("one_chair")
                    ? Refusal.conflict(
                            "council-has-chair",
                            "Hội đồng đã có Chủ tịch. Hãy miễn nhiệm người đang giữ chức trước khi ghi người mới.")
                    : Refusal.conflict(
                            "council-has-member",
                            "Tài khoản \"%s\" đã là thành viên Hội đồng. Hãy miễn nhiệm rồi ghi lại nếu đổi chức danh."
                                    .formatted(userId));
        }
    }

    /** @throws Refusal FORBIDDEN for those who do not keep the list; NOT_FOUND when there is no such member */
    @Transactional
    public void dismiss(String campaign, long id) {
        staff.mustKeep(campaign);
        var member = of(campaign).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Hội đồng không có thành viên này, hoặc đã được miễn nhiệm."));
        sql.sql("update council_member set dismissed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (member.userId() != null) groups(member).forEach(group -> staff.leave(member.userId(), group));
        events.publishEvent(Act.of("council.member-dismissed", campaign, member.unit(), campaign, member, null));
    }

    private static List<String> groups(CouncilMember member) {
        var council = Groups.ofCouncil(member.campaign());
        return member.seat() == Seat.SECRETARY
                ? List.of(council, Groups.ofSecretary(member.campaign()))
                : List.of(council);
    }

    private static CouncilMember member(ResultSet row, int i) throws SQLException {
        return new CouncilMember(
                row.getLong("id"),
                row.getString("campaign"),
                row.getString("user_id"),
                row.getString("name"),
                row.getString("position"),
                Seat.valueOf(row.getString("seat")),
                row.getString("unit"),
                row.getBoolean("votes"));
    }
}
