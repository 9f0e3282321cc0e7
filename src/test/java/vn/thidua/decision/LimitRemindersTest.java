package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.RulePacks;
import vn.thidua.nomination.DossierState;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Groups;
import vn.thidua.support.CountedStatements;
import vn.thidua.support.Office;

/** Every limit that runs after the appraisal is a line of the digests of those whose turn it is. Bình Phước, from Wednesday 18/11/2026 on. */
class LimitRemindersTest extends DecisionTest {

    private static final String LEAD_MAIL = "so-noi-vu@unit.example";
    private static final String CLERK_MAIL = "van-thu@office.example";
    private static final String DEPUTY_MAIL = "pho@office.example";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Revocations revocations;

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private DataSource database;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private RulePacks packs;

    @Autowired
    private Holidays holidays;

    @BeforeEach
    void people() {
        office.adopt(
                "binh-phuoc",
                "18/11/2026",
                unit("so-noi-vu", "Sở Nội vụ", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        account("van-thu", Set.of(CLERK, LEAD));
        account("pho", Set.of(Groups.ofDeputy("binh-phuoc")));
    }

    private void account(String userId, Set<String> groups) {
        accounts.create(userId, userId, userId + "@office.example", "Thidua@Test2026", groups);
    }

    private AwardDecision issued() {
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        return awarded(round);
    }

    @Test
    void telling_the_result_and_handing_over_are_called_to_mind_until_they_are_done() {
        var decision = issued();
        office.travelTo("02/12/2026 09:00:00");
        office.as("clerk", CLERK, () -> decisions.sendResults(decision.key(), new DeliveryAnswer(null, null)));
        office.travelTo("11/12/2026 09:00:00");

        assertThat(told(CLERK_MAIL, "thông báo kết quả, gửi bản sao quyết định"))
                .containsExactly("26/11/2026", "02/12/2026");
        assertThat(told(CLERK_MAIL, "trao hiện vật, tiền thưởng"))
                .containsExactly("26/11/2026", "02/12/2026", "03/12/2026", "11/12/2026");
        assertThat(office.digest(CLERK_MAIL, "02/12/2026"))
                .contains("SẮP ĐẾN HẠN (2)", "chậm nhất hết thứ Năm 03/12/2026", "/quyet-dinh/" + decision.id());
        assertThat(office.digest(CLERK_MAIL, "11/12/2026")).contains("QUÁ HẠN (1)");
    }

    @Test
    void who_belongs_to_two_of_the_groups_reads_a_limit_once() {
        issued();
        office.travelTo("26/11/2026 09:00:00");

        assertThat(office.digest(CLERK_MAIL, "26/11/2026").split("trao hiện vật, tiền thưởng", -1))
                .hasSize(2);
        assertThat(office.digestDays(CLERK_MAIL)).doesNotHaveDuplicates();
    }

    @Test
    void what_is_revoked_is_to_be_given_back_in_time() {
        var decision = issued();
        office.as("clerk", CLERK, () -> decisions.sendResults(decision.key(), new DeliveryAnswer(null, null)));
        office.as("clerk", CLERK, () -> decisions.handOver(decision.key(), new DeliveryAnswer(null, null)));
        var started = new Revocation[1];
        office.as("lead", LEAD, () -> started[0] = revocations.start("binh-phuoc/SV-2026-00001", "Khai man"));
        var key = started[0].key();
        office.as(
                "lead",
                LEAD,
                () -> revocations.propose(
                        key, new RevocationAnswers.Proposal("Khai man", "Điều 58", "15/KL-TTr", "17/11/2026")));
        office.as("chair", CHAIR, () -> revocations.sign(key, new RevocationAnswers.Signing("SIGN", null)));
        revocations.revoke(key);
        office.travelTo("11/12/2026 09:00:00");

        assertThat(told(CLERK_MAIL, "thu hồi hiện vật, tiền thưởng"))
                .containsExactly("03/12/2026", "09/12/2026", "10/12/2026");
        assertThat(office.digest(CLERK_MAIL, "10/12/2026")).contains("Phòng Ngân sách (Về việc tặng Bằng khen)");
    }

    @Test
    void a_consulted_bodys_reply_is_awaited_by_the_lead_and_those_alike_make_one_line() {
        var round = round("binh-phuoc", INTERIM_REVIEW, 2026, BK_TTG);
        var first = asked(round, "Ông Nguyễn Văn A");
        asked(round, "Bà Trần Thị B");
        var paused = asked(round, "Ông Đang Dừng");
        sql.sql("update dossier set held_since = now() where number = ?")
                .param(paused)
                .update();
        office.travelTo("27/11/2026 09:00:00");
        office.as(
                "lead",
                LEAD,
                () -> consultations.recordReply(
                        consultations.of(first).get(0).id(), new ReplyAnswer(true, "20/CV", today(), null, false)));
        office.travelTo("11/12/2026 09:00:00");

        assertThat(told(LEAD_MAIL, "chờ văn bản trả lời ý kiến"))
                .containsExactly("26/11/2026", "02/12/2026", "03/12/2026", "11/12/2026");
        assertThat(office.digest(LEAD_MAIL, "26/11/2026"))
                .contains(
                        "2 việc: chờ văn bản trả lời ý kiến",
                        "Bộ Tài chính (hồ sơ của Ông Nguyễn Văn A); Bộ Tài chính (hồ sơ của Bà Trần Thị B)",
                        "Điều 34.6 Nghị định 152/2025/NĐ-CP")
                .doesNotContain("Đang Dừng");
        assertThat(office.digest(LEAD_MAIL, "02/12/2026"))
                .contains("Bộ Tài chính (hồ sơ của Bà Trần Thị B): chờ văn bản trả lời ý kiến")
                .doesNotContain("Nguyễn Văn A");
    }

    private String asked(String round, String name) {
        var dossier = dossier(round, "so-tai-chinh", name, BK_TTG, INDIVIDUAL, DossierState.IN_APPRAISAL);
        office.as(
                "lead",
                LEAD,
                () -> consultations.request(
                        dossier,
                        Consultation.Kind.MINISTRY,
                        "Bộ Tài chính",
                        VietnamTime.dayOf(office.now()),
                        "11/SNV"));
        return dossier;
    }

    @Test
    void a_submission_to_the_state_is_whose_step_it_is() {
        var round = round("binh-phuoc", INTERIM_REVIEW, 2026, BK_TTG);
        voted(round, "so-tai-chinh", "Ông Nguyễn Văn A", BK_TTG, INDIVIDUAL);
        var submission = submissions.open(round).get(0);
        office.travelTo("24/12/2026 09:00:00");
        at(submission, "TO_SIGN");
        office.travelTo("30/12/2026 09:00:00");
        at(submission, "TO_SEND");
        office.travelTo("31/12/2026 09:00:00");

        assertThat(told(LEAD_MAIL, "chuẩn bị hồ sơ trình cấp trên")).containsExactly("01/12/2026", "24/12/2026");
        assertThat(told(DEPUTY_MAIL, "ký tờ trình cấp trên")).containsExactly("30/12/2026");
        assertThat(told(CLERK_MAIL, "gửi tờ trình lên cấp trên")).containsExactly("31/12/2026");
    }

    @Test
    void the_ministrys_answer_is_awaited_by_its_own_limit() {
        var round = round("binh-phuoc", INTERIM_REVIEW, 2026, BK_TTG);
        voted(round, "so-tai-chinh", "Ông Nguyễn Văn A", BK_TTG, INDIVIDUAL);
        var submission = submissions.open(round).get(0);
        sql.sql("update superior_submission set state = 'SENT', sent_on = date '2026-11-18', number = 1 where id = ?")
                .param(submission.id())
                .update();
        office.travelTo("18/12/2026 09:00:00");

        assertThat(submissions.outcomeBy(submissions.get(submission.id()))).isPresent();
        assertThat(told(CLERK_MAIL, "chờ kết quả của cấp trên"))
                .containsExactly("10/12/2026", "16/12/2026", "17/12/2026");
        assertThat(office.digest(LEAD_MAIL, "17/12/2026")).contains("chậm nhất hết thứ Năm 17/12/2026");
    }

    @Test
    void a_round_is_to_be_appraised_in_time() {
        var key = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        sql.sql("update award_round set state = 'CLOSED' where key = ?")
                .param(key)
                .update();
        office.travelTo("25/01/2027 09:00:00");

        assertThat(told(LEAD_MAIL, "kết thúc thẩm định đợt xét"))
                .containsExactly("18/12/2026", "08/01/2027", "15/01/2027", "25/01/2027");
    }

    @Test
    void a_hundred_running_limits_are_read_in_as_many_statements_as_one() {
        var limits = new DecisionLimits(JdbcClient.create(new CountedStatements(database)), campaigns, packs, holidays);
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        var decision = opened(round);
        var horizon = Office.instant("31/12/2026");
        sql.sql("update award_decision set tell_by = timestamptz '2026-12-03 17:00Z' where id = ?")
                .param(decision.id())
                .update();
        var one = CountedStatements.of(() -> assertThat(limits.running(horizon)).hasSize(1));
        sql.sql("""
                insert into award_decision(key, campaign, round, occasion, year, authority, authority_name, authority_group,
                    authority_position, authority_level, drafting_group, state, since, title, bases, symbol, issuer, tell_by)
                select key || n, campaign, round, occasion, year, authority, authority_name, authority_group, authority_position,
                    authority_level, drafting_group, state, since, title, bases, symbol, issuer, tell_by
                from award_decision, generate_series(1, 99) n""").update();

        assertThat(CountedStatements.of(
                        () -> assertThat(limits.running(horizon)).hasSize(100)))
                .isEqualTo(one)
                .isEqualTo(1);
    }

    private void at(SuperiorSubmission submission, String state) {
        sql.sql("update superior_submission set state = ? where id = ?")
                .params(state, submission.id())
                .update();
    }

    /** The days on which the digest for the address has a line with these words among what is due soon or late. */
    private List<String> told(String address, String what) {
        return office.digestDays(address).stream()
                .filter(day -> office.digest(address, day).contains(": " + what + "\n"))
                .toList();
    }
}
