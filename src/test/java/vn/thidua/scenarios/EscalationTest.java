package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.OutcomeAnswer;
import vn.thidua.decision.OutcomeAnswer.CaseOutcome;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.PrepareAnswer.Dropped;
import vn.thidua.decision.PrepareAnswer.Request;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.decision.SendAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.decision.SignAnswer.StruckOut;
import vn.thidua.decision.SuperiorLink;
import vn.thidua.decision.SuperiorLinks;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.nomination.ReceiptAnswer.OverrideAnswer;
import vn.thidua.support.AwardOffice;

/** Scenario 12: what a higher level decides goes up with the opinions the decree asks for, and its outcome comes back. */
class EscalationTest extends AwardScenario {

    private static final String PREPARE = "Task_PrepareSubmission";
    private static final String REPLY = "Task_RecordReply";
    private static final String SIGN = "Task_SignSubmission";
    private static final String SEND = "Task_SendSubmission";
    private static final String OUTCOME = "Task_EnterOutcome";

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private SuperiorLinks links;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private AwardRegister register;

    private String round;
    private String director;
    private String letter;

    // ---- a province, to the Prime Minister

    /** Adopted 24 days before the day, so that the window has closed by then. */
    private void beginBefore(String day) {
        office.adopt("binh-phuoc", text(date(day).minusDays(24)), unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        awards.council("binh-phuoc", 3);
        round = awards.open("binh-phuoc", INTERIM_REVIEW, 2026, awards.today().plusDays(15), BK_TTG)
                .key();
    }

    /** The director is managed by the standing committee of the provincial party committee. */
    private void nominateTheDirector(String lastDayOfAchievement) {
        var written = awards.content("binh-phuoc", BK_TTG, INDIVIDUAL, "Nguyễn Văn A");
        var achievement = new AchievementEntry(
                "Chuyển đổi số ngân sách",
                text(date(lastDayOfAchievement).minusYears(1)),
                lastDayOfAchievement,
                "Đã được nghiệm thu.");
        director = awards.draft(round, "so-tai-chinh", achieved(managedByTheParty(written), achievement))
                .number();
        awards.submit(director);
    }

    private void votedBy(String day, String lastDayOfAchievement) {
        beginBefore(day);
        nominateTheDirector(lastDayOfAchievement);
        awards.receive(director);
        awards.appraise(director);
        toDecisions(round);
        office.travelTo(day + " 09:00:00");
        letter = submissions.of(round).get(0).key();
    }

    private PrepareAnswer asking(String sentOn) {
        return new PrepareAnswer(
                "Về việc đề nghị tặng Bằng khen",
                null,
                List.of(
                        new Request(director, "PARTY_OPINION", "Ban Thường vụ Tỉnh ủy", sentOn, "10/SNV"),
                        new Request(director, "MINISTRY", "Bộ Tài chính", sentOn, "11/SNV")),
                null);
    }

    private static PrepareAnswer prepared() {
        return new PrepareAnswer("Về việc đề nghị tặng Bằng khen", null, null, null);
    }

    private void reply(String kind, boolean favour) {
        for (var asked : consultations.of(director)) {
            if (asked.replied() || !asked.kind().name().equals(kind)) continue;
            awards.complete(
                    awards.task(letter, REPLY, "consultation", asked.id()),
                    new ReplyAnswer(favour, "20/CV", today(), null, false));
        }
    }

    @ParameterizedTest
    @CsvSource({"18/11/2026, 03/12/2026", "24/12/2026, 08/01/2027"})
    void party_opinion_and_ministry_are_asked_and_answer_within_ten_working_days(String sentOn, String due) {
        votedBy(sentOn, text(date(sentOn).minusMonths(2)));
        refused(() -> awards.complete(letter, PREPARE, prepared()))
                .hasMessageContaining("chưa lấy ý kiến của cấp ủy quản lý (Điều 33.2 Nghị định 152/2025/NĐ-CP)");
        awards.complete(letter, PREPARE, asking(sentOn));

        assertThat(consultations.of(director))
                .hasSize(2)
                .extracting(Consultation::dueOn)
                .containsOnly(date(due));
        assertThat(awards.tasks(letter, REPLY))
                .extracting(task -> task.getDueDate().toInstant())
                .containsOnly(instant(due + " 23:59:59"));
        assertThat(open(letter)).as("nothing is signed yet").containsExactly(REPLY, REPLY);
        office.travelTo(due + " 23:59:59");
        var late = new ReplyAnswer(null, null, null, "Không trả lời", true);
        var ministry = consultations.of(director).stream()
                .filter(asked -> asked.kind() == Consultation.Kind.MINISTRY)
                .findFirst()
                .orElseThrow();
        refused(() -> awards.complete(awards.task(letter, REPLY, "consultation", ministry.id()), late))
                .hasMessageContaining("Còn trong hạn trả lời (đến hết ngày " + due + ")");
        reply("PARTY_OPINION", true);
        office.travelTo(text(date(due).plusDays(1)) + " 00:00:00");
        awards.complete(awards.task(letter, REPLY, "consultation", ministry.id()), late);

        assertThat(candidates(letter, SIGN)).contains("binh-phuoc.chu-tich-ubnd-tinh");
        awards.complete(letter, SIGN, AwardOffice.sign());
        awards.complete(letter, SEND, new SendAnswer(null, "Ban Thi đua - Khen thưởng Trung ương"));
        assertThat(state(director)).isEqualTo(DossierState.ESCALATED);
    }

    @Test
    void against_the_party_committees_opinion_it_is_not_submitted() {
        votedBy("18/11/2026", "30/09/2026");
        awards.complete(letter, PREPARE, asking("18/11/2026"));
        reply("PARTY_OPINION", false);
        reply("MINISTRY", true);

        refused(() -> awards.complete(letter, SIGN, AwardOffice.sign()))
                .hasMessageContaining("chưa có ý kiến đồng ý bằng văn bản của cấp ủy quản lý (khoản 2 Điều 33");
        awards.complete(
                letter,
                SIGN,
                new SignAnswer("SIGN", null, List.of(new StruckOut(director, "Cấp ủy không đồng ý", null))));

        assertThat(state(director)).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void achievements_that_ended_seven_months_ago_are_not_even_received() {
        beginBefore("18/11/2026");
        nominateTheDirector("18/04/2026");

        refused(() -> awards.receive(director))
                .hasMessageContaining("Thành tích kết thúc ngày 18/04/2026")
                .hasMessageContaining("khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP");
        var overriding = new ReceiptAnswer(
                ReceiptAnswer.Decision.RECEIVE,
                null,
                null,
                null,
                List.of(new OverrideAnswer("six-months", "Vẫn xứng đáng")));
        refused(() -> awards.complete(director, "Task_ReceiveDossier", overriding))
                .hasMessageContaining("không cho phép chấp nhận khác");
        assertThat(state(director)).isEqualTo(DossierState.SUBMITTED);
    }

    @Test
    void achievements_that_have_become_too_old_by_the_day_of_submission_are_not_submitted() {
        votedBy("18/11/2026", "10/05/2026");
        refused(() -> awards.complete(letter, PREPARE, asking("18/11/2026")))
                .hasMessageContaining("kết thúc ngày 10/05/2026, quá 6 tháng tính đến ngày trình 18/11/2026");
        assertThat(consultations.of(director)).as("nothing was asked either").isEmpty();

        awards.complete(
                letter,
                PREPARE,
                new PrepareAnswer("Về việc", null, null, List.of(new Dropped(director, "Quá 6 tháng"))));

        assertThat(state(director)).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(office.isRunning(letter)).isFalse();
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void beside_a_recent_achievement_an_older_one_is_no_obstacle() {
        beginBefore("18/11/2026");
        var old = new AchievementEntry("Sáng kiến năm trước", "01/01/2025", "31/12/2025", "Đã áp dụng.");
        var recent = new AchievementEntry("Chuyển đổi số ngân sách", "01/01/2026", "30/09/2026", "Đã nghiệm thu.");
        var written = awards.content("binh-phuoc", BK_TTG, INDIVIDUAL, "Nguyễn Văn A");
        director = awards.draft(round, "so-tai-chinh", achieved(managedByTheParty(written), old, recent))
                .number();
        awards.submit(director);
        awards.receive(director);
        awards.appraise(director);
        toDecisions(round);
        office.travelTo("18/11/2026 09:00:00");
        letter = submissions.of(round).get(0).key();
        awards.complete(letter, PREPARE, asking("18/11/2026"));

        assertThat(open(letter)).containsExactly(REPLY, REPLY);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, AWARDED", "REFUSED, NOT_AWARDED"})
    void what_the_prime_minister_decided_ends_dossier_letter_and_round(String outcome, DossierState state) {
        sentToThePrimeMinister();
        outcome(outcome);

        assertThat(state(director)).isEqualTo(state);
        assertThat(register.ofDossier(director).isPresent()).isEqualTo(state == DossierState.AWARDED);
        assertThat(office.isRunning(director)).isFalse();
        assertThat(office.isRunning(letter)).isFalse();
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void returned_by_the_prime_ministers_office_it_goes_up_again_under_the_next_number() {
        sentToThePrimeMinister();
        outcome("RETURNED");
        assertThat(open(letter)).containsExactly(PREPARE);
        assertThat(state(director)).isEqualTo(DossierState.ESCALATED);
        awards.complete(letter, PREPARE, prepared());
        awards.complete(letter, SIGN, AwardOffice.sign());
        awards.complete(letter, SEND, new SendAnswer(null, "Ban Thi đua - Khen thưởng Trung ương"));
        assertThat(submissions.get(letter).number().text()).isEqualTo("02/TTr-UBND");
        outcome("APPROVED");

        assertThat(register.ofDossier(director)).get().returns("Thủ tướng Chính phủ", RegisterEntry::authority);
    }

    private void sentToThePrimeMinister() {
        votedBy("18/11/2026", "30/09/2026");
        awards.complete(letter, PREPARE, asking("18/11/2026"));
        reply("PARTY_OPINION", true);
        reply("MINISTRY", true);
        awards.complete(letter, SIGN, AwardOffice.sign());
        awards.complete(letter, SEND, new SendAnswer(null, "Ban Thi đua - Khen thưởng Trung ương"));
    }

    private void outcome(String outcome) {
        awards.complete(
                letter,
                OUTCOME,
                new OutcomeAnswer(List.of(new CaseOutcome(
                        director,
                        outcome,
                        "1500/QĐ-TTg",
                        today(),
                        outcome.equals("APPROVED") ? null : "Cần xem lại"))));
    }

    // ---- a commune, to its province

    private String above;

    /** Quảng Trạch and the province above it, on a plan like Bình Phước's, in one installation. */
    private String handedOver() {
        office.adopt("quang-trach", "02/11/2026", unit("truong-1", "Trường Tiểu học số 1", "don-vi-cap-xa"));
        var shipped = shipped("binh-phuoc");
        var province = new PlanFile(
                "quang-tri", shipped.yaml().replace("code: binh-phuoc", "code: quang-tri"), shipped.beside());
        office.join(province, awards.today(), unit("xa-quang-trach", "UBND xã Quảng Trạch", "dia-phuong"));
        office.asAdministrator(() -> links.put(new SuperiorLink("quang-trach", "quang-tri", "xa-quang-trach")));
        awards.council("quang-trach", 3);
        awards.council("quang-tri", 3);
        above = awards.open("quang-tri", INTERIM_REVIEW, 2026, date("20/12/2026"), BK_TINH)
                .key();
        round = awards.open("quang-trach", INTERIM_REVIEW, 2026, date("20/11/2026"), BK_TINH)
                .key();
        var below = awards.appraised(round, "truong-1", BK_TINH, COLLECTIVE, "Tổ Tin học")
                .number();
        toDecisions(round);
        assertThat(awards.decisions(round)).as("a commune gives no Bằng khen").isEmpty();
        letter = submissions.of(round).get(0).key();
        sendUp();
        return below;
    }

    private void sendUp() {
        awards.complete(letter, PREPARE, prepared());
        awards.complete(letter, SIGN, AwardOffice.sign());
        awards.complete(letter, SEND, new SendAnswer(null, "Sở Nội vụ tỉnh Quảng Trị"));
    }

    private String takenOver() {
        return submissions.get(letter).items().get(0).superiorDossier();
    }

    @Test
    void the_province_gets_the_same_dossier_without_retyping_and_its_award_comes_back_down() {
        var below = handedOver();
        var taken = takenOver();

        assertThat(awards.dossier(taken))
                .returns(DossierState.SUBMITTED, Dossier::state)
                .returns("xa-quang-trach", Dossier::unit)
                .returns(below, Dossier::superiorOf)
                .returns(awards.dossier(below).nominee(), Dossier::nominee);
        assertThat(dossiers.content(taken).achievements())
                .isEqualTo(dossiers.content(below).achievements());
        assertThat(dossiers.content(taken).components().keySet())
                .isEqualTo(dossiers.content(below).components().keySet());
        assertThat(candidates(taken, "Task_ReceiveDossier")).containsExactly("quang-tri.so-noi-vu");
        awards.receive(taken);
        awards.appraise(taken);
        awards.award(above);

        stands(DossierState.AWARDED, List.of(below, taken));
        assertThat(register.ofDossier(below)).get().returns("01/QĐ-UBND ngày " + today(), RegisterEntry::document);
        assertThat(List.of(
                        office.isRunning(below),
                        office.isRunning(letter),
                        office.isRunning(round),
                        office.isRunning(above)))
                .containsOnly(false);
    }

    @Test
    void refused_by_the_province_it_is_refused_below_with_the_reason() {
        var below = handedOver();
        var taken = takenOver();
        awards.receive(taken);
        awards.appraise(taken);
        awards.closeWindow(above);
        awards.concludeAppraisal(above);
        awards.sit(above, each -> Vote.NO);

        stands(DossierState.NOT_AWARDED, List.of(below, taken));
        assertThat(dossiers.history(below))
                .last()
                .satisfies(stage -> assertThat(stage.note()).contains("không đạt số phiếu cần thiết"));
        assertThat(Map.of(
                        "below",
                        office.isRunning(below),
                        "letter",
                        office.isRunning(letter),
                        "round",
                        office.isRunning(round)))
                .doesNotContainValue(true);
    }

    @Test
    void returned_by_the_province_it_is_prepared_and_handed_over_again() {
        var below = handedOver();
        var first = takenOver();
        awards.complete(
                first,
                "Task_ReceiveDossier",
                new ReceiptAnswer(
                        ReceiptAnswer.Decision.RETURN,
                        "Thiếu xác nhận của xã",
                        "điểm a khoản 4 Điều 35 Nghị định 152/2025/NĐ-CP",
                        null,
                        List.of()));
        assertThat(open(letter)).containsExactly(PREPARE);
        assertThat(submissions.get(letter).items().get(0).reason()).contains("Thiếu xác nhận của xã", "Điều 35");
        sendUp();

        assertThat(takenOver()).isNotEqualTo(first);
        awards.receive(takenOver());
        awards.appraise(takenOver());
        awards.award(above);
        assertThat(state(below)).isEqualTo(DossierState.AWARDED);
        assertThat(state(first)).isEqualTo(DossierState.RETURNED);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, AWARDED", "REFUSED, NOT_AWARDED"})
    void where_the_province_works_elsewhere_the_commune_enters_its_outcome(String outcome, DossierState state) {
        office.adopt("binh-chuong", "02/11/2026", unit("htx", "Hợp tác xã Bình Chương", "doanh-nghiep"));
        awards.council("binh-chuong", 3);
        round = awards.open("binh-chuong", BK_TINH).key();
        director = awards.appraised(round, "htx", BK_TINH, INDIVIDUAL, "Lê Thị Hoa")
                .number();
        toDecisions(round);
        letter = submissions.of(round).get(0).key();
        assertThat(submissions.get(letter).superior().name()).isEqualTo("Chủ tịch UBND tỉnh Quảng Ngãi");
        sendUp();
        outcome(outcome);

        assertThat(state(director)).isEqualTo(state);
        assertThat(office.isRunning(round)).isFalse();
    }
}
