package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.decision.OutcomeAnswer.CaseOutcome;
import vn.thidua.decision.PrepareAnswer.Dropped;
import vn.thidua.decision.PrepareAnswer.Request;
import vn.thidua.decision.SubmissionItem.Outcome;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.document.Attachments;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.Transitions;
import vn.thidua.nomination.Upload;
import vn.thidua.support.Office;

/** Up to the superior and back down. */
class SuperiorSubmissionsTest extends DecisionTest {

    private static final String COMMUNE_CHAIR = "quang-trach.chu-tich-ubnd-xa";
    private static final String COMMUNE_LEAD = "quang-trach.phong-vhxh";

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private SuperiorLinks links;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Nominations nominations;

    @Autowired
    private Transitions transitions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private AwardRegister register;

    private String director;

    /** A director managed by the provincial party committee, voted on for the Prime Minister's Bằng khen. */
    private SuperiorSubmission toThePrimeMinister(String lastDayOfAchievement) {
        office.adopt("binh-phuoc", "18/11/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        var round = round("binh-phuoc", INTERIM_REVIEW, 2026, BK_TTG);
        director = voted(round, "so-tai-chinh", "Ông Nguyễn Văn A", BK_TTG, INDIVIDUAL);
        content(director, lastDayOfAchievement);
        return submissions.open(round).get(0);
    }

    private void content(String dossier, String lastDay) {
        sql.sql("""
                insert into dossier_version(dossier, version, content, submitted_by, submitted_at)
                values (?, 1, '{"managedByPartyCommittee": true, "otherSubject": false}', 'unit-officer', now())""").param(dossier).update();
        sql.sql("""
                insert into achievement(dossier, version, position, title, from_on, to_on, description, key)
                values (?, 1, 1, 'Chuyển đổi số ngân sách', ?, ?, '', 'k')""").params(dossier, date(lastDay).minusYears(1), date(lastDay)).update();
    }

    private PrepareAnswer asking() {
        return new PrepareAnswer(
                "Về việc đề nghị tặng Bằng khen",
                null,
                List.of(
                        new Request(director, "PARTY_OPINION", "Ban Thường vụ Tỉnh ủy", "18/11/2026", "10/SNV"),
                        new Request(director, "MINISTRY", "Bộ Tài chính", "18/11/2026", "11/SNV")),
                null);
    }

    private void prepare(SuperiorSubmission submission, PrepareAnswer answer) {
        office.as("lead-officer", LEAD, () -> submissions.prepare(submission.key(), answer));
    }

    private void sign(SuperiorSubmission submission) {
        office.as("chair", CHAIR, () -> submissions.sign(submission.key(), signing()));
    }

    private void reply(SuperiorSubmission submission, boolean favour) {
        for (var id : submissions.openConsultations(submission.key())) {
            office.as(
                    "lead-officer",
                    LEAD,
                    () -> consultations.recordReply(id, new ReplyAnswer(favour, "20/CV", today(), null, false)));
        }
    }

    @Test
    void the_opinions_the_decree_asks_for_are_asked_for_and_answered_before_the_letter_is_signed() {
        var submission = toThePrimeMinister("01/09/2026");
        assertThat(submission)
                .returns("binh-phuoc/2026-INTERIM_REVIEW/TTr-1", SuperiorSubmission::key)
                .returns(instant("01/01/2027"), SuperiorSubmission::submitBy);
        assertThat(submission.superior().name()).isEqualTo("Thủ tướng Chính phủ");
        assertThatThrownBy(() -> prepare(submission, new PrepareAnswer("Về việc đề nghị", null, null, null)))
                .hasMessageContaining("chưa lấy ý kiến của cấp ủy quản lý (Điều 33.2 Nghị định 152/2025/NĐ-CP)");

        prepare(submission, asking());
        assertThat(submissions.openConsultations(submission.key())).hasSize(2);
        assertThat(consultations.of(director))
                .allSatisfy(asked -> assertThat(asked.dueOn()).isEqualTo(date("03/12/2026")));
        assertThatThrownBy(() -> sign(submission)).hasMessageContaining("còn chờ");
        reply(submission, true);
        sign(submission);

        assertThat(submissions.get(submission.key()).state()).isEqualTo(State.TO_SEND);
    }

    @Test
    void without_the_party_committees_agreement_nothing_is_signed() {
        var submission = toThePrimeMinister("01/09/2026");
        prepare(submission, asking());
        reply(submission, false);

        assertThatThrownBy(() -> sign(submission))
                .hasMessageContaining("chưa có ý kiến đồng ý bằng văn bản của cấp ủy quản lý (khoản 2 Điều 33");
    }

    @Test
    void achievements_of_more_than_six_months_ago_are_not_submitted() {
        var submission = toThePrimeMinister("18/04/2026");
        assertThatThrownBy(() -> prepare(submission, asking()))
                .hasMessageContaining(
                        "kết thúc ngày 18/04/2026, quá 6 tháng tính đến ngày trình 18/11/2026 (khoản 9 Điều 33");

        prepare(submission, new PrepareAnswer("Về việc", null, null, List.of(new Dropped(director, "Quá 6 tháng"))));

        assertThat(submissions.get(submission.key()).state()).isEqualTo(State.CONCLUDED);
        assertThat(dossier(director).state()).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(decisions.nothingLeft(submission.round())).isTrue();
    }

    @Test
    void six_months_are_counted_on_the_day_of_sending_too() {
        var submission = toThePrimeMinister("20/05/2026");
        prepare(submission, asking());
        reply(submission, true);
        sign(submission);
        office.travelTo("21/11/2026 08:00:00");

        assertThatThrownBy(() -> send(submission, "21/11/2026")).hasMessageContaining("quá 6 tháng");
        send(submission, "20/11/2026");

        assertThat(submissions.get(submission.key()).number().text()).isEqualTo("01/TTr-UBND");
    }

    private void send(SuperiorSubmission submission, String day) {
        office.as(
                "clerk",
                CLERK,
                () -> submissions.send(submission.key(), new SendAnswer(day, "Ban Thi đua - Khen thưởng Trung ương")));
    }

    @Test
    void the_outcome_is_entered_with_the_superiors_document_and_a_returned_case_is_prepared_again() {
        var submission = toThePrimeMinister("01/09/2026");
        prepare(submission, asking());
        reply(submission, true);
        sign(submission);
        send(submission, null);
        assertThat(dossier(director).state()).isEqualTo(DossierState.ESCALATED);
        assertThat(submissions.outcomeBy(submissions.get(submission.key()))).contains(instant("18/12/2026"));
        assertThatThrownBy(() -> outcome(submission, "RETURNED", ""))
                .hasMessageContaining("Chưa ghi lý do của cấp trên");
        outcome(submission, "RETURNED", "Bổ sung báo cáo");
        assertThat(submissions.isReturned(submission.key())).isTrue();
        assertThat(submissions.get(submission.key()).state()).isEqualTo(State.PREPARING);
        prepare(submission, new PrepareAnswer("Về việc trình lại", null, null, null));
        sign(submission);
        send(submission, null);

        outcome(submission, "APPROVED", null);

        assertThat(submissions.get(submission.key()))
                .returns(State.CONCLUDED, SuperiorSubmission::state)
                .satisfies(done -> assertThat(done.number().text()).isEqualTo("02/TTr-UBND"));
        assertThat(dossier(director).state()).isEqualTo(DossierState.AWARDED);
        assertThat(register.ofDossier(director))
                .get()
                .returns("1500/QĐ-TTg ngày 18/11/2026", RegisterEntry::document)
                .returns("Thủ tướng Chính phủ", RegisterEntry::authority);
        assertThat(sql.sql("select outcome from award_outcome order by id")
                        .query(String.class)
                        .list())
                .containsExactly("RETURNED", "APPROVED");
    }

    private void outcome(SuperiorSubmission submission, String outcome, String reason) {
        office.as(
                "clerk",
                CLERK,
                () -> submissions.enterOutcome(
                        submission.key(),
                        new OutcomeAnswer(
                                List.of(new CaseOutcome(director, outcome, "1500/QĐ-TTg", "18/11/2026", reason)))));
    }

    /** The province above Quảng Trạch, in this installation too. */
    private void linked() {
        office.adopt("quang-trach", "01/12/2027", unit("to-1", "Trường Tiểu học", "don-vi-cap-xa"));
        var shipped = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals("binh-phuoc"))
                .findFirst()
                .orElseThrow();
        var province = new PlanFile(
                "quang-tri", shipped.yaml().replace("code: binh-phuoc", "code: quang-tri"), shipped.beside());
        office.join(province, date("01/12/2027"), unit("xa-quang-trach", "UBND xã Quảng Trạch", "dia-phuong"));
        office.asAdministrator(() -> links.put(new SuperiorLink("quang-trach", "quang-tri", "xa-quang-trach")));
        round("quang-tri/2027-INTERIM_REVIEW", "quang-tri", INTERIM_REVIEW, 2027, "OPEN", BK_TINH);
        round("quang-trach/2027-INTERIM_REVIEW", "quang-trach", INTERIM_REVIEW, 2027, "OPEN", BK_TINH);
    }

    private String nominated() {
        var content = new DossierContent(
                BK_TINH,
                null,
                COLLECTIVE,
                new NomineeEntry(null, true, COLLECTIVE, "Tổ Tin học", null, null, null, "to-1", null),
                "a",
                List.of(new AchievementEntry("Dạy học số", "01/01/2027", "30/10/2027", "Đã làm")),
                false,
                false,
                null,
                "Tóm tắt",
                null,
                null,
                null);
        var created = new Dossier[1];
        office.as("unit-officer", "quang-trach.unit.to-1", () -> {
            created[0] = nominations.create(
                    "quang-trach/2027-INTERIM_REVIEW",
                    "to-1",
                    content,
                    List.of(file("to-trinh"), file("bao-cao-thanh-tich"), file("bien-ban")));
            nominations.submit(created[0].number());
        });
        var number = created[0].number();
        transitions.move(number, DossierState.IN_APPRAISAL, "", null, null, null);
        transitions.move(number, DossierState.APPRAISED, "", null, null, null);
        transitions.move(number, DossierState.VOTED, "", null, null, null);
        return number;
    }

    private static Upload file(String component) {
        return new Upload(component, component + ".pdf", new ByteArrayInputStream(Office.pdf()));
    }

    private SuperiorSubmission sentUp(String dossier) {
        var submission = submissions.open("quang-trach/2027-INTERIM_REVIEW").get(0);
        resend(submission);
        return submissions.get(submission.key());
    }

    private void resend(SuperiorSubmission submission) {
        office.as(
                "lead-officer",
                COMMUNE_LEAD,
                () -> submissions.prepare(
                        submission.key(), new PrepareAnswer("Về việc đề nghị tặng Bằng khen", null, null, null)));
        office.as("commune-chair", COMMUNE_CHAIR, () -> submissions.sign(submission.key(), signing()));
        office.as(
                "commune-clerk",
                "quang-trach.clerk",
                () -> submissions.send(submission.key(), new SendAnswer(null, "Sở Nội vụ tỉnh Quảng Trị")));
        submissions.handOver(submission.key());
    }

    private Dossier above(SuperiorSubmission submission) {
        return dossiers.get(submissions.get(submission.key()).items().get(0).superiorDossier());
    }

    @Test
    void a_communes_dossier_is_handed_over_to_its_province_with_content_and_files_and_the_award_comes_back_down() {
        linked();
        var below = nominated();
        var submission = sentUp(below);
        assertThat(submission.superior().name()).isEqualTo("Chủ tịch UBND tỉnh Quảng Trị");
        assertThat(submissions.isHandedOverHere(submission.key())).isTrue();
        var above = above(submission);

        assertThat(above)
                .returns("quang-tri", Dossier::campaign)
                .returns("xa-quang-trach", Dossier::unit)
                .returns(below, Dossier::superiorOf)
                .returns(DossierState.SUBMITTED, Dossier::state)
                .returns(dossier(below).nominee(), Dossier::nominee);
        assertThat(dossiers.content(above.number()).achievements())
                .isEqualTo(dossiers.content(below).achievements());
        assertThat(files(above.number())).hasSize(3).isEqualTo(files(below));
        assertThat(dossier(below).state()).isEqualTo(DossierState.ESCALATED);

        transitions.move(above.number(), DossierState.IN_APPRAISAL, "", null, null, null);
        transitions.move(above.number(), DossierState.APPRAISED, "", null, null, null);
        transitions.move(above.number(), DossierState.VOTED, "", null, null, null);
        sql.sql("update dossier set rule_pack = 'luat-06-2026', received_at = now() where number = ?")
                .param(above.number())
                .update();
        var decision = drafted(opened(above.round()));
        office.as("chair", "quang-tri.chu-tich-ubnd-tinh", () -> decisions.sign(decision.key(), signing()));
        office.as(
                "clerk",
                "quang-tri.clerk",
                () -> decisions.number(
                        decision.key(), new NumberAnswer(null, null, 7_600_000L, null, null, "15/NQ-HĐND")));
        decisions.issue(decision.key());

        assertThat(dossier(below).state()).isEqualTo(DossierState.AWARDED);
        assertThat(submissions.get(submission.key()))
                .returns(State.CONCLUDED, SuperiorSubmission::state)
                .satisfies(done -> assertThat(done.items())
                        .extracting(SubmissionItem::outcome, SubmissionItem::document)
                        .containsExactly(tuple(Outcome.APPROVED, "01/QĐ-UBND ngày 01/12/2027")));
        assertThat(register.of(above.nominee()))
                .extracting(RegisterEntry::campaign)
                .containsExactlyInAnyOrder("quang-tri", "quang-trach");
    }

    private List<String> files(String dossier) {
        var ids = dossiers.content(dossier).components().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream())
                .toList();
        return attachments.describe(ids).stream()
                .map(each -> each.name() + each.sha256())
                .toList();
    }

    @Test
    void returned_by_the_province_it_is_prepared_and_handed_over_again() {
        linked();
        var below = nominated();
        var submission = sentUp(below);
        var first = above(submission);

        transitions.move(first.number(), DossierState.RETURNED, "", null, null, "Thiếu xác nhận");

        assertThat(submissions.get(submission.key()))
                .returns(State.PREPARING, SuperiorSubmission::state)
                .satisfies(back -> assertThat(back.items().get(0).reason()).isEqualTo("Thiếu xác nhận"));
        resend(submission);
        assertThat(above(submission).number()).isNotEqualTo(first.number());
        assertThat(submissions.get(submission.key()).state()).isEqualTo(State.SENT);
    }

    @Test
    void refused_by_the_province_it_is_refused_below_with_the_reason() {
        linked();
        var below = nominated();
        var submission = sentUp(below);
        var above = above(submission).number();
        transitions.move(above, DossierState.IN_APPRAISAL, "", null, null, null);

        transitions.move(above, DossierState.NOT_AWARDED, "", null, null, "Chưa đủ tiêu chuẩn");

        assertThat(dossier(below).state()).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(submissions.get(submission.key()).items().get(0))
                .returns(Outcome.REFUSED, SubmissionItem::outcome)
                .returns("Chưa đủ tiêu chuẩn", SubmissionItem::reason);
        assertThat(decisions.nothingLeft(submission.round())).isTrue();
    }

    @Test
    void without_an_open_round_above_nothing_is_sent() {
        linked();
        sql.sql("update award_round set state = 'CLOSED' where campaign = 'quang-tri'")
                .update();
        nominated();

        assertThatThrownBy(() -> sentUp("")).hasMessageContaining("chưa có đợt xét đang nhận hồ sơ");
    }

    @Test
    void only_administrators_link_a_commune_with_its_province() {
        linked();

        assertThatThrownBy(() -> office.as("lead-officer", COMMUNE_LEAD, () -> links.remove("quang-trach")))
                .hasMessageContaining("Chỉ quản trị viên");
        assertThatThrownBy(() ->
                        office.asAdministrator(() -> links.put(new SuperiorLink("quang-tri", "quang-trach", "to-1"))))
                .hasMessageContaining("Chỉ nối được phong trào cấp xã với phong trào cấp tỉnh");
        assertThatThrownBy(() -> office.asAdministrator(
                        () -> links.put(new SuperiorLink("quang-trach", "quang-tri", "khong-co"))))
                .hasMessageContaining("không có \"khong-co\"");
        assertThat(links.of("quang-trach")).isPresent();
    }
}
