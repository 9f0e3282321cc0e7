package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.instant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.ReconcileAnswer;
import vn.thidua.appraisal.Verdict;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.Vote;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.LiftAnswer;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.support.AwardOffice;

/** Every flow of NominationDossier; that which begins with a dossier handed over from below is taken in SuperiorSubmissionTest. */
class NominationDossierTest extends AwardProcessTest {

    private static final String COMPOSE = "Task_ComposeDossier";
    private static final String SUPPLEMENT = "Task_SupplementDossier";
    private static final String RECEIVE = "Task_ReceiveDossier";
    private static final String APPRAISE = "Task_AppraiseDossier";
    private static final String RECONCILE = "Task_ReconcileOpinions";
    private static final String CONCLUDED = "Event_DossierConcluded";

    @Autowired
    private Nominations nominations;

    @Autowired
    private Holds holds;

    private String round;

    @BeforeEach
    void openARound() {
        round = openRound();
    }

    private String submitted() {
        return nominate(round).number();
    }

    private String received() {
        var number = submitted();
        awards.receive(number);
        return number;
    }

    private String appraised() {
        var number = received();
        awards.appraise(number);
        return number;
    }

    private DossierState state(String number) {
        return awards.dossier(number).state();
    }

    private ReceiptAnswer asking(String newDeadline) {
        return new ReceiptAnswer(
                ReceiptAnswer.Decision.SUPPLEMENT, "Thiếu xác nhận", "Điều 6 khoản 2", newDeadline, List.of());
    }

    @Test
    void a_dossier_that_was_created_waits_for_its_unit_until_the_window_closes() {
        var number = awards.draft(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính"))
                .number();

        assertThat(process(number)).isWaitingAt(COMPOSE).hasPassed("Event_DossierCreated");
        var task = awards.task(number, COMPOSE);
        then(task.getName()).isEqualTo("Hoàn thiện hồ sơ HS-2026-00001 – Phòng Tài chính");
        then(task.getDescription()).endsWith("Sở Y tế");
        then(due(number, COMPOSE)).isEqualTo(instant("22/11/2026 23:59:59"));
        then(timers(number)).as("the round's own timer closes the window").isEmpty();
    }

    @Test
    void received_and_favoured_by_all_agencies_it_waits_for_its_conclusion() {
        var number = submitted();
        assertThat(process(number)).isWaitingAt(RECEIVE);
        awards.receive(number);
        then(awards.tasks(number, APPRAISE)).extracting(awards::groupOf).containsExactlyInAnyOrder(LEAD, OTHER_AGENCY);
        awards.appraise(number);

        assertThat(process(number)).isWaitingAt(CONCLUDED).hasPassed("Task_SummariseOpinions");
        then(answers(number)).containsExactly("Kết quả tiếp nhận? Tiếp nhận", "Kết quả thẩm định? Thống nhất đề nghị");
        then(state(number)).isEqualTo(DossierState.APPRAISED);
    }

    @Test
    void awarded_Yes_ends_it_when_the_decision_is_issued() {
        awards.council(CAMPAIGN, 3);
        var number = appraised();
        var process = process(number);
        awards.award(round);

        assertThat(process).isEnded().hasPassed("Event_DossierAwarded");
        then(answers(number)).endsWith("Được khen thưởng? Có");
    }

    @Test
    void awarded_No_ends_it_when_the_council_does_not_carry_it() {
        awards.council(CAMPAIGN, 3);
        var number = appraised();
        var process = process(number);
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, dossier -> Vote.NO);

        assertThat(process).isEnded().hasPassed("Event_DossierNotAwarded");
        then(answers(number)).endsWith("Được khen thưởng? Không");
        then(state(number)).isEqualTo(DossierState.NOT_AWARDED);
    }

    @Test
    void a_supplement_asked_at_the_receipt_comes_back_there_and_both_versions_stay() {
        var number = submitted();
        awards.complete(number, RECEIVE, asking("10/11/2026"));
        assertThat(process(number)).isWaitingAt(SUPPLEMENT).isNotWaitingAt(RECEIVE);
        thenLimitIs(number, SUPPLEMENT, "11/11/2026");
        awards.complete(number, SUPPLEMENT, null);

        assertThat(process(number)).isWaitingAt(RECEIVE);
        then(answers(number)).containsExactly("Kết quả tiếp nhận? Yêu cầu bổ sung");
        then(awards.dossier(number).version()).isEqualTo(2);
        awards.receive(number);
        assertThat(process(number)).isWaitingAt(APPRAISE);
    }

    @Test
    void a_supplement_that_does_not_come_in_time_sends_the_dossier_back_to_its_receipt() {
        var number = submitted();
        awards.complete(number, RECEIVE, asking("10/11/2026"));
        office.travelTo("11/11/2026 00:00:02");

        assertThat(process(number))
                .isWaitingAt(RECEIVE)
                .isNotWaitingAt(SUPPLEMENT)
                .hasPassed("Event_SupplementDeadline", "Task_EndSupplement");
        then(state(number)).isEqualTo(DossierState.SUBMITTED);
        then(awards.dossier(number).version()).isEqualTo(1);
    }

    @Test
    void returned_with_its_ground_it_ends() {
        var number = submitted();
        var process = process(number);
        awards.complete(
                number,
                RECEIVE,
                new ReceiptAnswer(
                        ReceiptAnswer.Decision.RETURN, "Không đúng đối tượng", "Điều 35 khoản 4", null, List.of()));

        assertThat(process).isEnded().hasPassed("Event_DossierReturned");
        then(answers(number)).containsExactly("Kết quả tiếp nhận? Trả lại");
        then(state(number)).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_supplement_asked_by_one_agency_takes_the_task_from_the_others() {
        var number = received();
        awards.complete(awards.appraisal(number, "so-khcn"), awards.supplementRequest("20/11/2026"));

        assertThat(process(number)).isWaitingAt(SUPPLEMENT).isNotWaitingAt(APPRAISE);
        then(answers(number)).endsWith("Kết quả thẩm định? Cần bổ sung");
        awards.complete(number, SUPPLEMENT, null);
        awards.receive(number);
        then(awards.tasks(number, APPRAISE))
                .as("the new version is asked about anew")
                .hasSize(2);
    }

    @Test
    void opinions_that_differ_are_settled_and_proposed_Yes_waits_for_the_conclusion() {
        var number = received();
        awards.complete(awards.appraisal(number, "so-noi-vu"), awards.opinion(number, Verdict.FAVOUR));
        assertThat(process(number)).isWaitingAt(APPRAISE);
        awards.complete(awards.appraisal(number, "so-khcn"), awards.opinion(number, Verdict.OPPOSE));
        assertThat(process(number)).isWaitingAt(RECONCILE);
        awards.complete(
                number, RECONCILE, new ReconcileAnswer(ReconcileAnswer.Decision.PROPOSE, "Đã thống nhất lại", null));

        assertThat(process(number)).isWaitingAt(CONCLUDED);
        then(answers(number)).endsWith("Kết quả thẩm định? Có ý kiến khác", "Đề nghị khen thưởng? Có");
    }

    @Test
    void proposed_No_ends_it() {
        var number = received();
        var process = process(number);
        awards.tasks(number, APPRAISE).forEach(task -> awards.complete(task, awards.opinion(number, Verdict.OPPOSE)));
        awards.complete(
                number,
                RECONCILE,
                new ReconcileAnswer(ReconcileAnswer.Decision.REJECT, "Không đủ điều kiện", "Điều 35 khoản 4 điểm a"));

        assertThat(process).isEnded().hasPassed("Event_DossierNotProposed");
        then(answers(number)).endsWith("Kết quả thẩm định? Có ý kiến khác", "Đề nghị khen thưởng? Không");
    }

    @Test
    void withdrawn_by_its_unit_it_ends_wherever_it_waits() {
        var draft = awards.draft(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính"))
                .number();
        var appraised = appraised();
        var process = process(appraised);
        awards.asUnit(CAMPAIGN, UNIT, () -> {
            nominations.withdraw(draft, "Lập nhầm");
            nominations.withdraw(appraised, "Xin rút");
        });

        assertThat(process).isEnded().hasPassed("Event_EndOrdered", "Event_DossierEnded");
        then(office.isRunning(draft)).isFalse();
        then(List.of(state(draft), state(appraised))).containsOnly(DossierState.WITHDRAWN);
    }

    @Test
    void a_draft_that_was_not_submitted_ends_with_the_appraisal_of_its_round() {
        var number = awards.draft(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính"))
                .number();
        var process = process(number);
        awards.closeWindow(round);
        assertThat(process).isWaitingAt(COMPOSE);
        thenThrownBy(() -> awards.submit(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Đã hết hạn nhận hồ sơ");
        awards.concludeAppraisal(round);

        assertThat(process).isEnded().hasPassed("Event_EndOrdered", "Event_DossierEnded");
        then(state(number)).isEqualTo(DossierState.LAPSED);
    }

    @Test
    void on_hold_nothing_is_completed_and_no_timer_runs_and_lifted_it_goes_on_where_it_was() {
        var number = received();
        var limit = awards.dossier(number).limitAt();
        then(timers(number)).containsExactly(limit);
        var hold = new Hold[1];
        awards.asOfficer(
                LEAD, () -> hold[0] = holds.hold(number, Hold.Kind.DISCIPLINE, "Đang xem xét kỷ luật", "07/QĐ"));

        assertThat(process(number)).isWaitingAt(APPRAISE, "Task_LiftHold");
        then(timers(number)).containsExactly(SubmissionFlow.UNDATED.toInstant());
        then(awards.tasks(number, APPRAISE)).extracting(Task::getDueDate).containsOnlyNulls();
        thenThrownBy(() -> awards.appraise(number)).isInstanceOf(Refusal.class).hasMessageContaining("tạm dừng");
        office.travelTo("05/11/2026 08:00:00");
        awards.complete(
                awards.task(number, "Task_LiftHold", "hold", hold[0].id()), new LiftAnswer("Không có vi phạm", null));

        assertThat(process(number)).isWaitingAt(APPRAISE).hasPassed("Event_HoldPlaced", "Event_HoldLifted");
        var moved = awards.dossier(number).limitAt();
        then(moved).isEqualTo(limit.plus(Duration.ofDays(3)));
        then(timers(number)).containsExactly(moved);
        then(due(number, APPRAISE)).isEqualTo(moved.minusSeconds(1));
        awards.appraise(number);
        assertThat(process(number)).isWaitingAt(CONCLUDED);
    }

    @Test
    void of_two_holds_the_last_one_lifted_lets_it_go_on() {
        var number = received();
        awards.asOfficer(LEAD, () -> {
            holds.hold(number, Hold.Kind.DISCIPLINE, "Đang xem xét kỷ luật", null);
            holds.hold(number, Hold.Kind.PRESS, "Báo nêu", null);
        });
        then(awards.tasks(number, "Task_LiftHold")).hasSize(2);
        awards.complete(awards.tasks(number, "Task_LiftHold").get(0), new LiftAnswer("Đã rõ", null));
        then(awards.dossier(number).held()).isTrue();
        awards.complete(number, "Task_LiftHold", new LiftAnswer("Đã rõ", null));

        then(awards.dossier(number).held()).isFalse();
        assertThat(process(number)).isWaitingAt(APPRAISE).isNotWaitingAt("Task_LiftHold");
    }

    @Test
    void what_a_hold_was_placed_for_is_confirmed_and_the_dossier_ends() {
        var number = received();
        var process = process(number);
        var hold = new Hold[1];
        awards.asOfficer(LEAD, () -> {
            hold[0] = holds.hold(number, Hold.Kind.DISCIPLINE, "Đang xem xét kỷ luật", null);
            holds.confirm(hold[0].id(), "Đã bị khiển trách", "09/QĐ-SYT");
        });

        assertThat(process).isEnded().hasPassed("Event_DossierEnded");
    }

    @Test
    void a_receipt_that_takes_too_long_is_recorded_once_and_goes_on() {
        var number = submitted();
        thenLimitIs(number, RECEIVE, "17/11/2026");
        office.travelTo("17/11/2026 08:00:00");

        assertThat(process(number))
                .isWaitingAt(RECEIVE)
                .hasPassed("Event_ReceiptDeadline", "Task_MarkReceiptOverdue", "Event_ReceiptOverdue");
        then(recorded("dossier.overdue", number)).isEqualTo(1);
        awards.receive(number);
        assertThat(process(number)).isWaitingAt(APPRAISE);
    }

    @Test
    void opinions_that_take_too_long_are_recorded_once_for_all_agencies() {
        var number = received();
        then(timers(number)).hasSize(1);
        awards.travelTo(awards.dossier(number).limitAt().plusSeconds(2));

        assertThat(process(number))
                .isWaitingAt(APPRAISE)
                .hasPassed("Event_OpinionDeadline", "Task_MarkOpinionOverdue", "Event_OpinionOverdue");
        then(recorded("dossier.overdue", number)).isEqualTo(1);
        awards.appraise(number);
        assertThat(process(number)).isWaitingAt(CONCLUDED);
    }

    @Test
    void neither_another_unit_nor_an_agency_that_is_not_asked_sees_or_completes_the_task() {
        var number = submitted();
        var receive = awards.task(number, RECEIVE);
        thenThrownBy(() -> awards.complete(receive, "nguoi-la", UNIT_GROUP, ReceiptAnswer.receive()))
                .isInstanceOf(AuthorizationException.class);
        awards.receive(number);
        var task = awards.appraisal(number, "so-noi-vu");

        thenThrownBy(() -> awards.complete(task, "nguoi-la", OTHER_AGENCY, awards.opinion(number, Verdict.FAVOUR)))
                .isInstanceOf(AuthorizationException.class);
        thenThrownBy(() -> awards.complete(
                        task, AwardOffice.officer(LEAD), Set.of(LEAD), Map.of("answer", "{}", "agency", "so-khcn")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dữ liệu do hệ thống quản lý");
        assertThat(process(number)).isWaitingAt(APPRAISE);
    }

    @Test
    void a_refused_submission_leaves_the_draft_where_it_is() {
        var made = new Dossier[1];
        awards.asUnit(
                CAMPAIGN,
                UNIT,
                () -> made[0] = nominations.create(
                        round,
                        UNIT,
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính")));
        var number = made[0].number();

        thenThrownBy(() -> awards.submit(number)).isInstanceOf(Refusal.class).hasMessageContaining("Hồ sơ chưa đủ");
        thenThrownBy(() -> awards.complete(number, COMPOSE, "{}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không có trường \"answer\"");
        assertThat(process(number)).isWaitingAt(COMPOSE).isNotWaitingAt(RECEIVE);
        then(state(number)).isEqualTo(DossierState.DRAFT);
    }

    @Test
    void many_dossiers_begin_in_one_go() {
        var contents = IntStream.rangeClosed(1, 150)
                .mapToObj(i ->
                        awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, "Nguyễn Văn " + name(i)))
                .toList();
        awards.asUnit(CAMPAIGN, UNIT, () -> nominations.create(round, UNIT, contents));

        then(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("NominationDossier")
                        .count())
                .isEqualTo(150);
    }

    private static String name(int i) {
        return "%c%c".formatted('A' + i / 26, 'A' + i % 26);
    }
}
