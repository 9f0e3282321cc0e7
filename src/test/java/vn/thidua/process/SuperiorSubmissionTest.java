package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.Vote;
import vn.thidua.decision.OutcomeAnswer;
import vn.thidua.decision.OutcomeAnswer.CaseOutcome;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.SendAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.decision.SuperiorLink;
import vn.thidua.decision.SuperiorLinks;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.Office;

/** Every flow of SuperiorSubmission, and the way of a dossier that is handed over from below. */
class SuperiorSubmissionTest extends AwardProcessTest {

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
    private Nominations nominations;

    private String round;
    private String dossier;
    private String key;

    /** A dossier for the Prime Minister's Bằng khen has been voted on and is to be submitted. */
    private void submit() {
        awards.council(CAMPAIGN, 3);
        round = awards.open(CAMPAIGN, AwardForm.BK_TTG).key();
        dossier = awards.appraised(round, UNIT, AwardForm.BK_TTG, NomineeKind.COLLECTIVE, "Phòng Công nghệ thông tin")
                .number();
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, each -> Vote.YES);
        key = submissions.of(round).get(0).key();
    }

    private String today() {
        return VietnamTime.date(awards.today());
    }

    private PrepareAnswer asking() {
        return new PrepareAnswer(
                "Về việc đề nghị khen thưởng",
                null,
                List.of(new PrepareAnswer.Request(dossier, "MINISTRY", "Bộ Khoa học và Công nghệ", today(), "45/UBND")),
                List.of());
    }

    private PrepareAnswer prepared() {
        return new PrepareAnswer("Về việc đề nghị khen thưởng", null, List.of(), List.of());
    }

    private void reply() {
        awards.complete(key, REPLY, new ReplyAnswer(true, "77/BKHCN", today(), null, false));
    }

    private void sent() {
        submit();
        awards.complete(key, PREPARE, asking());
        reply();
        awards.complete(key, SIGN, AwardOffice.sign());
        awards.complete(key, SEND, new SendAnswer(null, "Thủ tướng Chính phủ"));
    }

    private OutcomeAnswer outcome(String outcome) {
        return new OutcomeAnswer(List.of(new CaseOutcome(
                dossier, outcome, "1234/QĐ-TTg", today(), outcome.equals("APPROVED") ? null : "Cần bổ sung")));
    }

    @Test
    void asked_for_an_opinion_Yes_waits_for_every_reply_by_its_own_limit() {
        submit();
        assertThat(process(key)).isWaitingAt(PREPARE).hasPassed("Event_CasesAboveAuthority");
        then(due(key, PREPARE)).isEqualTo(submissions.get(key).submitBy().minusSeconds(1));
        awards.complete(key, PREPARE, asking());
        assertThat(process(key)).isWaitingAt(REPLY).isNotWaitingAt(SIGN);
        var asked = consultations.of(dossier).get(0);
        thenLimitIs(key, REPLY, VietnamTime.date(asked.dueOn().plusDays(1)));
        reply();

        assertThat(process(key)).isWaitingAt(SIGN).hasPassed("Event_OpinionReceived");
        then(answers(key)).containsExactly("Còn hồ sơ để trình? Có", "Phải lấy ý kiến? Có");
    }

    @Test
    void a_reply_that_is_late_is_recorded_and_still_awaited() {
        submit();
        awards.complete(key, PREPARE, asking());
        var asked = consultations.of(dossier).get(0);
        awards.travelTo(asked.dueAt().plusSeconds(2));

        assertThat(process(key))
                .isWaitingAt(REPLY)
                .hasPassed("Event_ReplyDeadline", "Task_MarkReplyOverdue", "Event_ReplyOverdue");
        then(recorded("consultation.overdue", dossier)).isEqualTo(1);
        awards.complete(key, REPLY, new ReplyAnswer(null, null, null, "Không trả lời", true));
        assertThat(process(key)).isWaitingAt(SIGN);
    }

    @Test
    void approved_by_the_superior_it_ends_and_so_do_dossier_and_round() {
        sent();
        var process = process(key);
        assertThat(process).isWaitingAt(OUTCOME).hasNotPassed("Task_HandOverDossiers");
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.ESCALATED);
        awards.complete(key, OUTCOME, outcome("APPROVED"));

        assertThat(process).isEnded().hasPassed("Event_OutcomeKnown");
        then(answers(key))
                .endsWith("Kết quả ký? Đã ký", "Cấp trên dùng chung hệ thống? Không", "Cấp trên trả lại? Không");
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.AWARDED);
        then(answers(dossier)).endsWith("Được khen thưởng? Có");
        then(office.isRunning(round)).isFalse();
    }

    @Test
    void returned_by_the_superior_it_is_prepared_again_without_asking_for_opinions_again() {
        sent();
        awards.complete(key, OUTCOME, outcome("RETURNED"));
        assertThat(process(key)).isWaitingAt(PREPARE);
        then(answers(key)).endsWith("Cấp trên trả lại? Có");
        awards.complete(key, PREPARE, prepared());

        assertThat(process(key)).isWaitingAt(SIGN);
        then(answers(key)).endsWith("Còn hồ sơ để trình? Có", "Phải lấy ý kiến? Không");
    }

    @Test
    void sent_back_by_who_signs_it_is_prepared_again() {
        submit();
        awards.complete(key, PREPARE, asking());
        reply();
        awards.complete(key, SIGN, new SignAnswer("SEND_BACK", "Sửa trích yếu", List.of()));

        assertThat(process(key)).isWaitingAt(PREPARE);
        then(answers(key)).endsWith("Kết quả ký? Trả lại");
    }

    @Test
    void with_every_case_dropped_nothing_is_submitted() {
        submit();
        var process = process(key);
        awards.complete(
                key,
                PREPARE,
                new PrepareAnswer(
                        "Về việc đề nghị khen thưởng",
                        null,
                        List.of(),
                        List.of(new PrepareAnswer.Dropped(dossier, "Không đủ thời gian"))));

        assertThat(process).isEnded().hasPassed("Event_NothingSubmitted").hasNotPassed(SIGN);
        then(answers(key)).containsExactly("Còn hồ sơ để trình? Không");
        then(answers(dossier)).endsWith("Được khen thưởng? Không");
        then(office.isRunning(round)).isFalse();
    }

    @Test
    void with_every_case_struck_out_nothing_is_submitted() {
        submit();
        var process = process(key);
        awards.complete(key, PREPARE, asking());
        reply();
        awards.complete(
                key,
                SIGN,
                new SignAnswer("SIGN", null, List.of(new SignAnswer.StruckOut(dossier, "Chưa xứng đáng", false))));

        assertThat(process).isEnded().hasPassed("Event_AllStruckOut").hasNotPassed(SEND);
        then(answers(key)).endsWith("Kết quả ký? Gạch tên hết");
    }

    @Test
    void with_every_dossier_withdrawn_it_ends() {
        submit();
        var process = process(key);
        awards.complete(key, PREPARE, asking());
        awards.asUnit(CAMPAIGN, UNIT, () -> nominations.withdraw(dossier, "Xin rút"));

        assertThat(process).isEnded().hasPassed("Event_ListEmptied", "Event_SubmissionDropped");
        then(submissions.get(key).state()).isEqualTo(State.CONCLUDED);
    }

    @Test
    void preparing_that_takes_longer_than_the_provinces_thirty_working_days_is_recorded() {
        submit();
        awards.travelTo(submissions.get(key).submitBy().plusSeconds(2));

        assertThat(process(key))
                .isWaitingAt(PREPARE)
                .hasPassed("Event_PreparationDeadline", "Task_MarkPreparationOverdue", "Event_PreparationOverdue");
        then(recorded("submission-letter.overdue", key)).isEqualTo(1);
    }

    @Test
    void an_outcome_that_is_late_is_recorded_and_still_awaited() {
        sent();
        var limit = submissions.outcomeBy(submissions.get(key)).orElseThrow();
        then(due(key, OUTCOME)).isEqualTo(limit.minusSeconds(1));
        awards.travelTo(limit.plusSeconds(2));

        assertThat(process(key))
                .isWaitingAt(OUTCOME)
                .hasPassed("Event_OutcomeDeadline", "Task_MarkOutcomeOverdue", "Event_OutcomeOverdue");
        then(recorded("submission-letter.overdue", key)).isEqualTo(1);
    }

    @Test
    void without_the_opinion_the_law_asks_for_it_is_not_prepared() {
        submit();

        thenThrownBy(() -> awards.complete(key, PREPARE, prepared()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hiệp y");
        assertThat(process(key)).isWaitingAt(PREPARE);
    }

    @Test
    void where_the_superior_works_here_Yes_the_same_dossier_goes_up_and_the_outcome_comes_back_down() {
        office.join(
                shipped("quang-trach"), Office.date("02/11/2026"), unit("phong-kinh-te", "Phòng Kinh tế", "ban-nganh"));
        office.enlist(
                CAMPAIGN,
                unit(UNIT, "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"),
                unit("xa-quang-trach", "UBND xã Quảng Trạch", "so-ban-nganh"));
        office.asAdministrator(() -> links.put(new SuperiorLink("quang-trach", CAMPAIGN, "xa-quang-trach")));
        awards.council(CAMPAIGN, 3);
        var above = awards.open(CAMPAIGN, Occasion.ANNUAL, 2026, Office.date("20/12/2026"), AwardForm.BK_TINH)
                .key();
        round = awards.open("quang-trach", AwardForm.BK_TINH).key();
        dossier = awards.appraised(round, "phong-kinh-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Tổ số hóa")
                .number();
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        key = submissions.of(round).get(0).key();
        awards.complete(key, PREPARE, prepared());
        awards.complete(key, SIGN, AwardOffice.sign());
        awards.complete(key, SEND, new SendAnswer(null, "UBND tỉnh"));

        assertThat(process(key)).isWaitingAt("Event_SuperiorDecided").hasPassed("Task_HandOverDossiers");
        var taken = submissions.get(key).items().get(0).superiorDossier();
        assertThat(process(taken)).isWaitingAt("Task_ReceiveDossier").hasPassed("Event_HandedOver");
        awards.receive(taken);
        awards.appraise(taken);
        var process = process(key);
        awards.award(above);
        assertThat(process).isEnded().hasPassed("Event_SuperiorDecided", "Event_OutcomeKnown");
        then(answers(key)).endsWith("Cấp trên dùng chung hệ thống? Có", "Cấp trên trả lại? Không");
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.AWARDED);
        then(office.isRunning(dossier)).isFalse();
        then(office.isRunning(round)).isFalse();
    }
}
