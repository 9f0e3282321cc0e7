package vn.thidua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.nomination.DossierState.APPRAISED;
import static vn.thidua.nomination.DossierState.IN_APPRAISAL;
import static vn.thidua.nomination.DossierState.SUBMITTED;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.DecisionHappened;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierHappened;
import vn.thidua.nomination.DossierHappened.Kind;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.RoundHappened;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Groups;
import vn.thidua.support.AwardScene;
import vn.thidua.support.ThiDuaTest;

/** Who is told what happens to dossiers, rounds and decisions, when, and what of it. Bình Phước, from Monday 09/11/2026 on. */
class AwardMailTest extends ThiDuaTest {

    private static final String UNIT = "so-y-te@unit.example";
    private static final String LEAD = "so-noi-vu@unit.example";
    private static final String SECOND = "so-khcn@unit.example";

    @Autowired
    private AwardScene scene;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private AwardRounds rounds;

    @Autowired
    private AwardRoles roles;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    private Campaign campaign;
    private String round = "";

    @BeforeEach
    void open() {
        campaign = office.adopt(
                "binh-phuoc",
                "09/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-noi-vu", "Sở Nội vụ", "so-ban-nganh"),
                unit("so-khcn", "Sở Khoa học và Công nghệ", "so-ban-nganh"),
                unit("hiep-hoi", "Hiệp hội", "to-chuc-xa-hoi"));
        round = scene.round(
                "binh-phuoc", roles.leadGroup(campaign), AwardScene.terms(51, ThresholdBase.ALL_MEMBERS, true, false));
    }

    @Test
    void what_a_unit_has_to_act_on_is_told_at_once_with_the_reason_and_the_limit() {
        var dossier = scene.collective(round, 1, "so-y-te", "Phòng Kế hoạch", SUBMITTED);
        scene.limit(dossier, "20/11/2026");

        happened(Kind.SUPPLEMENT_REQUESTED, dossier, "Thiếu xác nhận của cấp trình");

        assertThat(mails(UNIT)).singleElement().satisfies(mail -> {
            assertThat(mail)
                    .contains("Hồ sơ HS-2026-00001 – Phòng Kế hoạch, Bằng khen của Chủ tịch UBND tỉnh: cần bổ sung")
                    .contains("Lý do: Thiếu xác nhận của cấp trình", "chậm nhất hết thứ Sáu 20/11/2026")
                    .contains("/ho-so/binh-phuoc/HS-2026-00001");
        });
        assertThat(mails(LEAD)).isEmpty();
    }

    @Test
    void a_second_return_is_a_second_mail() {
        var dossier = scene.collective(round, 1, "so-y-te", "Phòng Kế hoạch", SUBMITTED);
        happened(Kind.RETURNED, dossier, "Một");
        office.travelTo("09/11/2026 09:00:00");
        happened(Kind.RETURNED, dossier, "Hai");

        assertThat(mails(UNIT)).hasSize(2);
    }

    @Test
    void what_waits_for_an_agency_comes_in_its_next_digest() {
        var dossier = scene.individual(round, 1, "so-y-te", "Nguyễn Văn A", SUBMITTED);
        happened(Kind.SUBMITTED, dossier, null);
        happened(Kind.RECEIVED, dossier, null);
        assertThat(mails(LEAD)).isEmpty();

        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.digest(LEAD, "10/11/2026")).contains("Nguyễn Văn A", "đã nộp, chờ tiếp nhận");
        assertThat(office.digest(SECOND, "10/11/2026")).contains("chờ cho ý kiến thẩm định");
        assertThat(office.digest(UNIT, "10/11/2026")).contains("đã được tiếp nhận");
    }

    @Test
    void what_is_said_alike_of_several_dossiers_at_once_is_one_line() {
        var first = scene.collective(round, 1, "so-y-te", "Phòng Kế hoạch", SUBMITTED);
        var second = scene.collective(round, 2, "so-y-te", "Phòng Tài chính", SUBMITTED);
        var third = scene.collective(round, 3, "so-y-te", "Phòng Tổ chức", SUBMITTED);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new DossierHappened(Kind.IN_COUNCIL, dossiers.get(first), null));
            events.publishEvent(new DossierHappened(Kind.IN_COUNCIL, dossiers.get(second), null));
            events.publishEvent(new DossierHappened(Kind.NOT_AWARDED, dossiers.get(third), "Không đủ phiếu"));
        });
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.digest(UNIT, "10/11/2026"))
                .contains(
                        "2 hồ sơ: đã trình Hội đồng",
                        "Phòng Kế hoạch (Đơn vị so-y-te); Phòng Tài chính (Đơn vị so-y-te).")
                .contains("Phòng Tổ chức, Bằng khen của Chủ tịch UBND tỉnh: không được khen thưởng", "Không đủ phiếu");
    }

    @Test
    void why_a_dossier_is_paused_is_told_to_its_unit_alone() {
        var dossier = scene.individual(round, 1, "so-y-te", "Nguyễn Văn A", IN_APPRAISAL);
        happened(Kind.HELD, dossier, "Đang xem xét kỷ luật");
        office.travelTo("10/11/2026 08:00:00");

        assertThat(mails(UNIT)).anySatisfy(mail -> assertThat(mail).contains("Đang xem xét kỷ luật"));
        assertThat(office.digest(LEAD, "10/11/2026")).contains("tạm dừng xét").doesNotContain("kỷ luật");
    }

    @Test
    void an_act_that_fails_tells_nobody() {
        var dossier = scene.collective(round, 1, "so-y-te", "Phòng Kế hoạch", SUBMITTED);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new DossierHappened(Kind.RETURNED, dossiers.get(dossier), "x"));
            events.publishEvent(new DossierHappened(Kind.SUBMITTED, dossiers.get(dossier), null));
            status.setRollbackOnly();
        });

        assertThat(mails(UNIT)).isEmpty();
        assertThat(sql.sql("select count(*) from notice").query(Long.class).single())
                .isZero();
    }

    @Test
    void of_many_dossiers_in_one_transaction_each_counts_once_and_the_first_are_named() {
        var numbers = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> scene.collective(round, i, "so-y-te", "Tập thể " + i, APPRAISED))
                .toList();
        transaction.executeWithoutResult(status -> dossiers.all(numbers).forEach(dossier -> {
            events.publishEvent(new DossierHappened(Kind.AWARDED, dossier, null));
            events.publishEvent(new DossierHappened(Kind.AWARDED, dossier, null));
        }));

        assertThat(sql.sql("select content->>'title', content->>'detail' from notice where recipient = ?")
                        .param(Groups.ofUnit("binh-phuoc", "so-y-te"))
                        .query((row, i) -> row.getString(1) + " " + row.getString(2))
                        .single())
                .startsWith("60 hồ sơ: đã được khen thưởng Tập thể 1 (Đơn vị so-y-te); ")
                .contains("; và 40 hồ sơ khác.");
    }

    @Test
    void a_round_that_opens_is_told_to_the_units_that_may_nominate() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new RoundHappened(RoundHappened.Kind.OPENED, rounds.get(round), null)));
        office.travelTo("10/11/2026 08:00:00");

        assertThat(office.digest(UNIT, "10/11/2026"))
                .contains("Khen thưởng năm 2026: nhận hồ sơ chậm nhất hết thứ Hai 30/11/2026")
                .contains("/dot-xet/binh-phuoc/2026-ANNUAL");
        assertThat(office.digestDays("hiep-hoi@unit.example")).doesNotContain("10/11/2026");
    }

    @Test
    void a_decision_waits_for_the_chairman_and_whoever_may_sign_for_him() {
        account("chu-tich", campaign.groupOf("chu-tich-ubnd-tinh"));
        account("pho", Groups.ofDeputy("binh-phuoc"));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new DecisionHappened(DecisionHappened.Kind.DRAFTED, decision(), null)));
        office.travelTo("10/11/2026 08:00:00");

        for (var person : List.of("chu-tich", "pho")) {
            assertThat(office.digest(person + "@office.example", "10/11/2026"))
                    .contains("Về việc tặng Bằng khen: chờ ký", "/quyet-dinh/7");
        }
    }

    @Test
    void a_running_limit_is_called_to_mind_on_the_days_of_the_plan_and_again_when_it_has_passed() {
        limited(1, "Phòng Kế hoạch");

        office.travelTo("08/12/2026 08:00:00");

        assertThat(daysTold()).containsExactly("23/11/2026", "27/11/2026", "30/11/2026", "08/12/2026");
        assertThat(office.digest(LEAD, "23/11/2026")).contains("SẮP ĐẾN HẠN", "Phòng Kế hoạch", "30/11/2026");
        assertThat(office.digest(LEAD, "08/12/2026")).contains("QUÁ HẠN", "Phòng Kế hoạch");
    }

    @Test
    void dossiers_that_stand_alike_make_one_line_and_a_paused_one_none() {
        limited(1, "Phòng Kế hoạch");
        limited(2, "Phòng Tài vụ");
        scene.hold(limited(3, "Phòng Đang Dừng"));

        office.travelTo("23/11/2026 08:00:00");

        assertThat(office.digest(LEAD, "23/11/2026"))
                .contains("2 hồ sơ: đã nộp, chờ tiếp nhận", "Phòng Kế hoạch (Đơn vị so-y-te); Phòng Tài vụ")
                .doesNotContain("Phòng Đang Dừng");
    }

    @Test
    void both_agencies_are_reminded_while_a_dossier_is_appraised() {
        var dossier = scene.collective(round, 1, "so-y-te", "Phòng Kế hoạch", IN_APPRAISAL);
        scene.limit(dossier, "30/11/2026");

        office.travelTo("23/11/2026 08:00:00");

        assertThat(office.digest(LEAD, "23/11/2026")).contains("Phòng Kế hoạch");
        assertThat(office.digest(SECOND, "23/11/2026")).contains("Phòng Kế hoạch");
    }

    private String limited(int no, String name) {
        var dossier = scene.collective(round, no, "so-y-te", name, SUBMITTED);
        scene.limit(dossier, "30/11/2026");
        return dossier;
    }

    /** The days on which the lead's digest speaks of the dossier. */
    private List<String> daysTold() {
        return office.digestDays(LEAD).stream()
                .filter(day -> office.digest(LEAD, day).contains("Phòng Kế hoạch"))
                .toList();
    }

    private AwardDecision decision() {
        return new AwardDecision(
                7,
                round + "/QD-1",
                "binh-phuoc",
                round,
                Occasion.ANNUAL,
                2026,
                roles.authority(campaign, AwardForm.BK_TINH, "so-y-te"),
                roles.leadGroup(campaign),
                AwardDecision.State.TO_SIGN,
                office.now(),
                "Về việc tặng Bằng khen",
                List.of(),
                null,
                null,
                "UBND tỉnh",
                "QĐ-UBND",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private void account(String userId, String group) {
        accounts.create(userId, userId, userId + "@office.example", "Thidua@Test2026", Set.of(group));
    }

    private void happened(Kind kind, String dossier, @Nullable String reason) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new DossierHappened(kind, dossiers.get(dossier), reason)));
    }

    /** The mails sent to the address at once. */
    private List<String> mails(String address) {
        return sql.sql(
                        "select text_body from outgoing_mail where recipient = ? and cause not like 'digest/%' order by id")
                .param(address)
                .query(String.class)
                .list();
    }
}
