package vn.thidua.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.act.Refusal.Kind;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.Campaign;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.Delegation.Capacity;
import vn.thidua.support.ThiDuaTest;

/** Who keeps the council, the delegations and the substitutions of a campaign, and what may be entered. */
class AwardStaffTest extends ThiDuaTest {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String SO_NOI_VU = "binh-phuoc.so-noi-vu";

    @Autowired
    private CouncilMembers council;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AuditTrail audit;

    private Campaign campaign;

    @BeforeEach
    void adopt() {
        campaign = office.adopt(CAMPAIGN, "01/03/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        account("an");
        account("binh", SO_NOI_VU);
        account("chi", SO_NOI_VU);
    }

    @Test
    void members_are_listed_chair_first_and_join_the_councils_groups() {
        var secretary = appoint("chi", "Lê Thị Chi", Seat.SECRETARY, null, false);
        appoint(null, "Trần Văn Dũng", Seat.MEMBER, "so-y-te", true);
        var chair = appoint("an", "Nguyễn Văn An", Seat.CHAIR, null, true);

        assertThat(council.of(CAMPAIGN))
                .extracting(CouncilMember::name)
                .containsExactly("Nguyễn Văn An", "Trần Văn Dũng", "Lê Thị Chi");
        assertThat(groups("an")).containsExactly("binh-phuoc.council");
        assertThat(groups("chi"))
                .containsExactlyInAnyOrder(SO_NOI_VU, "binh-phuoc.council", "binh-phuoc.council-secretary");

        office.asStandingAgency(campaign, () -> council.dismiss(CAMPAIGN, secretary.id()));

        assertThat(council.of(CAMPAIGN)).hasSize(2).contains(chair);
        assertThat(groups("chi")).containsExactly(SO_NOI_VU);
        assertThat(council.find(secretary.id()))
                .as("for minutes of earlier sittings")
                .contains(secretary);
        assertThat(audit.of(CAMPAIGN))
                .extracting(AuditEntry::action)
                .contains("council.member-appointed", "council.member-dismissed");
    }

    @Test
    void a_council_has_one_chair_and_nobody_two_seats() {
        appoint("an", "Nguyễn Văn An", Seat.CHAIR, null, true);

        assertThatThrownBy(() -> appoint("binh", "Bình", Seat.CHAIR, null, true))
                .hasMessageContaining("đã có Chủ tịch");
        assertThatThrownBy(() -> appoint("an", "An", Seat.MEMBER, null, true)).hasMessageContaining("đã là thành viên");
        assertThatThrownBy(() -> appoint("ai-do", "Ai", Seat.MEMBER, null, true))
                .hasMessageContaining("Không có tài khoản");
        assertThatThrownBy(() -> appoint(null, "Ai", Seat.MEMBER, "khong-co", true))
                .hasMessageContaining("không có đơn vị");
        assertThatThrownBy(() -> appoint(null, " ", Seat.MEMBER, null, true)).hasMessageContaining("Họ và tên");
    }

    @Test
    void a_delegation_holds_from_its_first_day_to_its_last_and_no_longer_once_revoked() {
        var delegation = delegate("an", "10/03/2026", "20/03/2026");

        assertThat(delegations.inForce(CAMPAIGN, "an", date("09/03/2026"))).isEmpty();
        assertThat(delegations.inForce(CAMPAIGN, "an", date("10/03/2026"))).contains(delegation);
        assertThat(delegations.inForce(CAMPAIGN, "an", date("20/03/2026"))).contains(delegation);
        assertThat(delegations.inForce(CAMPAIGN, "an", date("21/03/2026"))).isEmpty();
        assertThat(delegations.inForce("son-la", "an", date("15/03/2026"))).isEmpty();
        assertThat(delegation.capacity().printed()).isEqualTo("KT.");
        assertThat(groups("an")).containsExactly("binh-phuoc.deputy");
        assertThatThrownBy(() -> delegate("an", "20/03/2026", "25/03/2026")).hasMessageContaining("đã được ủy quyền");

        office.asAdministrator(() -> delegations.revoke(CAMPAIGN, delegation.id()));

        assertThat(delegations.inForce(CAMPAIGN, "an", date("15/03/2026"))).isEmpty();
        assertThat(delegations.of(CAMPAIGN)).isEmpty();
        assertThat(groups("an")).isEmpty();
    }

    @Test
    void a_substitute_is_of_the_same_agency_and_stands_in_for_the_days_recorded() {
        office.as(
                "binh",
                SO_NOI_VU,
                () -> substitutions.record(
                        CAMPAIGN, "binh", "chi", SO_NOI_VU, date("10/03/2026"), date("12/03/2026"), "Nghỉ phép"));

        assertThat(substitutions.standsInFor("chi", date("12/03/2026")))
                .extracting(Substitution::absent)
                .containsExactly("binh");
        assertThat(substitutions.standsInFor("chi", date("13/03/2026"))).isEmpty();
        assertThat(substitutions.standsInFor("binh", date("12/03/2026"))).isEmpty();

        office.asStandingAgency(
                campaign,
                () -> substitutions.end(
                        CAMPAIGN, substitutions.of(CAMPAIGN).get(0).id()));

        assertThat(substitutions.standsInFor("chi", date("12/03/2026"))).isEmpty();
        assertThatThrownBy(() -> office.asAdministrator(() -> substitutions.record(
                        CAMPAIGN, "binh", "an", SO_NOI_VU, date("10/03/2026"), date("12/03/2026"), "Nghỉ phép")))
                .hasMessageContaining("không thuộc nhóm");
    }

    @Test
    void nobody_but_the_standing_agency_and_administrators_keeps_these_lists() {
        var others = campaign.groupOf("so-khcn");

        forbidden(
                () -> office.as("x", others, () -> council.appoint(CAMPAIGN, null, "A", "B", Seat.MEMBER, null, true)));
        forbidden(() -> office.as("x", others, () -> council.dismiss(CAMPAIGN, 1)));
        forbidden(() -> office.as("x", others, () -> grant("an", "10/03/2026", "20/03/2026")));
        forbidden(() -> office.as("x", others, () -> delegations.revoke(CAMPAIGN, 1)));
        forbidden(() -> office.as(
                "x",
                others,
                () -> substitutions.record(
                        CAMPAIGN, "binh", "chi", SO_NOI_VU, date("10/03/2026"), date("12/03/2026"), "x")));
        forbidden(() -> office.as(
                "x", "son-la.so-noi-vu", () -> council.appoint(CAMPAIGN, null, "A", "B", Seat.MEMBER, null, true)));
    }

    private static void forbidden(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    private CouncilMember appoint(
            @Nullable String userId, String name, Seat seat, @Nullable String unit, boolean votes) {
        office.asStandingAgency(campaign, () -> council.appoint(CAMPAIGN, userId, name, "Chức vụ", seat, unit, votes));
        return council.of(CAMPAIGN).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Delegation delegate(String userId, String from, String to) {
        office.asStandingAgency(campaign, () -> grant(userId, from, to));
        return delegations.of(CAMPAIGN).get(0);
    }

    private void grant(String userId, String from, String to) {
        delegations.grant(
                CAMPAIGN,
                userId,
                "Nguyễn Văn An",
                "Phó Chủ tịch",
                Capacity.KT,
                date(from),
                date(to),
                "1068/QĐ-UBND",
                date("10/01/2026"));
    }

    private void account(String userId, String... groups) {
        accounts.create(userId, userId, userId + "@office.example", "Thidua@Test2026", Set.of(groups));
    }

    private Set<String> groups(String userId) {
        return accounts.find(userId).orElseThrow().groups();
    }
}
