package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.Vote;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.LateAnswer;
import vn.thidua.nomination.LiftAnswer;

/** Every flow of AwardRound. */
class AwardRoundTest extends AwardProcessTest {

    private static final String LATE = "Task_DecideLateNomination";

    @Autowired
    private CouncilSessions sessions;

    @Autowired
    private Holds holds;

    @Test
    void with_a_quota_and_a_council_every_question_is_answered_with_Yes() {
        awards.council(CAMPAIGN, 3);
        var round = openRound();
        var process = process(round);
        var dossier = appraised(round, "Phòng Công nghệ thông tin");
        awards.award(round);

        assertThat(process)
                .isEnded()
                .hasPassed("Task_AllocateNumbers", "Event_CouncilConcluded", "Event_RoundConcluded");
        then(answers(round))
                .containsExactly("Có chỉ tiêu phải phân bổ? Có", "Phải qua Hội đồng? Có", "Còn kết quả phải chờ? Có");
        then(awards.dossier(dossier.number()).state()).isEqualTo(DossierState.AWARDED);
        then(awards.round(round).state()).isEqualTo(AwardRound.State.CONCLUDED);
    }

    @Test
    void without_quota_council_or_dossier_every_question_is_answered_with_No() {
        var round = awards.open(CAMPAIGN, AwardForm.GK).key();
        var process = process(round);
        awards.closeWindow(round);
        assertThat(process).isWaitingAt("Task_ConcludeAppraisal").hasPassed("Task_CloseWindow");
        awards.concludeAppraisal(round);

        assertThat(process)
                .isEnded()
                .hasNotPassed("Task_AllocateNumbers", "Task_ConveneCouncil", "Event_AwardsHandedOver");
        then(answers(round))
                .containsExactly(
                        "Có chỉ tiêu phải phân bổ? Không", "Phải qua Hội đồng? Không", "Còn kết quả phải chờ? Không");
        then(awards.round(round).state()).isEqualTo(AwardRound.State.CONCLUDED);
    }

    @Test
    void a_certificate_of_merit_of_a_unit_goes_to_its_head_without_a_council() {
        var round = awards.open(CAMPAIGN, AwardForm.GK).key();
        awards.appraised(round, UNIT, AwardForm.GK, NomineeKind.COLLECTIVE, "Phòng Công nghệ thông tin");
        var decision = awards.award(round).get(0);

        then(decision.authority().group()).isEqualTo(UNIT_GROUP);
        then(answers(round)).contains("Phải qua Hội đồng? Không", "Còn kết quả phải chờ? Có");
        then(office.isRunning(round)).isFalse();
    }

    @Test
    void the_window_closes_at_its_last_midnight_and_moves_with_the_due_dates_of_all_drafts() {
        var round = openRound();
        var draft = awards.draft(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính"))
                .number();
        then(timers(round)).containsExactly(instant("23/11/2026"));
        awards.asStanding(
                CAMPAIGN, () -> rounds.moveWindow(round, date("25/11/2026"), "12/SNV", "Nhiều đơn vị xin thêm ngày"));

        then(timers(round)).containsExactly(instant("26/11/2026"));
        then(due(draft, "Task_ComposeDossier")).isEqualTo(instant("25/11/2026 23:59:59"));
        office.travelTo("25/11/2026 23:59:59");
        assertThat(process(round)).isWaitingAt("Event_WindowClosed");
        office.travelTo("26/11/2026 00:00:02");
        assertThat(process(round)).isWaitingAt("Task_ConcludeAppraisal");
    }

    @Test
    void an_appraisal_that_takes_too_long_is_recorded_and_goes_on() {
        var round = openRound();
        awards.closeWindow(round);
        awards.travelTo(rounds.get(round).terms().appraisalDueAt().plusSeconds(2));

        assertThat(process(round))
                .isWaitingAt("Task_ConcludeAppraisal")
                .hasPassed("Event_AppraisalDeadline", "Task_MarkAppraisalOverdue", "Event_AppraisalOverdue");
        then(recorded("round.overdue", round)).isEqualTo(1);
    }

    @Test
    void late_granted_Yes_lasts_until_its_own_midnight() {
        var round = openRound();
        var draft = awards.draft(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính"))
                .number();
        awards.closeWindow(round);
        awards.asUnit(CAMPAIGN, UNIT, () -> rounds.requestLate(round, UNIT, "Mưa lũ"));
        assertThat(process(round)).isWaitingAt(LATE, "Task_ConcludeAppraisal");
        awards.complete(round, LATE, new LateAnswer(LateAnswer.Decision.GRANT, "26/11/2026", "Đồng ý", null));

        assertThat(process(round)).isWaitingAt("Event_LateWindowClosed", "Task_ConcludeAppraisal");
        then(due(draft, "Task_ComposeDossier")).isEqualTo(instant("26/11/2026 23:59:59"));
        office.travelTo("27/11/2026 00:00:02");
        assertThat(process(round))
                .isWaitingAt("Task_ConcludeAppraisal")
                .isNotWaitingAt("Event_LateWindowClosed")
                .hasPassed("Task_CloseLateNomination", "Event_LateClosed");
        then(answers(round)).contains("Cho nộp muộn? Có");
        then(awards.dossier(draft).state()).isEqualTo(DossierState.LAPSED);
        then(office.isRunning(draft)).isFalse();
    }

    @Test
    void late_granted_No_ends_the_request_and_each_request_is_decided_on_its_own() {
        var round = openRound();
        awards.closeWindow(round);
        awards.asUnit(CAMPAIGN, UNIT, () -> rounds.requestLate(round, UNIT, "Mưa lũ"));
        awards.asUnit(CAMPAIGN, "so-xay-dung", () -> rounds.requestLate(round, "so-xay-dung", "Đổi người phụ trách"));
        then(awards.tasks(round, LATE))
                .extracting(task -> task.getName())
                .containsExactlyInAnyOrder(
                        "Quyết định cho nộp muộn – Sở Y tế", "Quyết định cho nộp muộn – Sở Xây dựng");
        var first = rounds.latePermissions(round).stream()
                .filter(permission -> permission.unit().equals(UNIT))
                .findFirst()
                .orElseThrow();
        awards.complete(
                awards.task(round, LATE, "permission", first.id()),
                new LateAnswer(LateAnswer.Decision.REFUSE, null, "Không có lý do chính đáng", null));

        then(answers(round)).contains("Cho nộp muộn? Không");
        then(awards.tasks(round, LATE)).hasSize(1);
        then(rounds.latePermission(first.id()).state().name()).isEqualTo("REFUSED");
    }

    @Test
    void a_round_that_is_called_off_ends_with_its_dossiers() {
        var round = openRound();
        var process = process(round);
        var dossier = nominate(round).number();
        awards.asStanding(CAMPAIGN, () -> rounds.cancel(round, "Lập nhầm đợt", "15/SNV"));

        assertThat(process).isEnded().hasPassed("Event_CancellationOrdered", "Event_RoundCancelled");
        then(office.isRunning(dossier)).isFalse();
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.LAPSED);
    }

    @Test
    void a_dossier_that_was_on_hold_is_voted_in_a_further_sitting_while_the_others_are_decided() {
        awards.council(CAMPAIGN, 3);
        var round = openRound();
        appraised(round, "Phòng Công nghệ thông tin");
        var late = appraised(round, "Phòng Tài chính").number();
        awards.asOfficer(LEAD, () -> holds.hold(late, Hold.Kind.COMPLAINT, "Có đơn khiếu nại", null));
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, dossier -> Vote.YES);
        then(awards.decisions(round)).hasSize(1);
        awards.complete(late, "Task_LiftHold", new LiftAnswer("Khiếu nại không có cơ sở", null));
        awards.asStanding(CAMPAIGN, () -> sessions.convene(round));
        awards.sit(round, dossier -> Vote.YES);

        assertThat(process(round))
                .isWaitingAt("Event_AwardsHandedOver")
                .hasPassed("Event_FurtherConcluded", "Task_OpenFurtherDecisions", "Event_FurtherOpened");
        then(awards.decisions(round)).hasSize(2);
        then(awards.dossier(late).state()).isEqualTo(DossierState.TO_SIGN);
    }

    @Test
    void an_answer_that_cannot_be_read_leaves_the_task_open_and_tells_why() {
        var round = awards.prepare(CAMPAIGN, Occasion.ANNUAL, 2026).key();
        var task = awards.task(round, "Task_SetTerms");

        thenThrownBy(() -> awards.complete(task, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Chưa có nội dung trả lời. Hãy điền biểu mẫu rồi gửi.");
        thenThrownBy(() -> awards.complete(task, "{\"forms\": ["))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không đọc được");
        thenThrownBy(() -> awards.complete(task, "{\"hinhThuc\": \"BK_TINH\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Biểu mẫu này không có trường \"hinhThuc\". Hãy bỏ trường đó rồi gửi lại.");
        thenThrownBy(() -> awards.complete(task, "{\"forms\": [\"BANG_VANG\"]}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"forms[0]\" không đọc được");
        assertThat(process(round)).isWaitingAt("Task_SetTerms");
        then(runtime.getVariables(process(round).getId())).isEmpty();
    }

    @Test
    void only_the_standing_agency_sets_the_terms_and_only_the_lead_concludes() {
        var round = awards.prepare(CAMPAIGN, Occasion.ANNUAL, 2026).key();
        var terms = awards.terms(round, date("20/11/2026"), date("20/12/2026"), AwardForm.GK);
        var task = awards.task(round, "Task_SetTerms");
        thenThrownBy(() -> awards.complete(task, "nguoi-la", UNIT_GROUP, terms))
                .isInstanceOf(AuthorizationException.class);
        awards.complete(task, terms);
        awards.closeWindow(round);
        var conclude = awards.task(round, "Task_ConcludeAppraisal");

        thenThrownBy(() -> awards.complete(conclude, "nguoi-la", OTHER_AGENCY, new ConclusionAnswer(null, List.of())))
                .isInstanceOf(AuthorizationException.class);
        assertThat(process(round)).isWaitingAt("Task_ConcludeAppraisal");
    }
}
