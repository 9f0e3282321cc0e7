package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.submission.Part;
import vn.thidua.submission.Part.State;
import vn.thidua.submission.Versions.Version;
import vn.thidua.support.Office;

/** Every flow of PeriodicReport, on the plan of Sơn La: to Sở Nội vụ and Sở KH&CN before 10/11 each year (mục VI.1). */
class PeriodicReportTest extends ProcessTest {

    private static final String KEY = "son-la/so-y-te/2025";
    private static final String HAND_IN = "Task_SubmitReport";
    private static final String REVIEW = "Task_ReviewReport";
    private static final String FIRST = "so-noi-vu";
    private static final String SECOND = "so-khcn";
    private static final String[] UNITS = {unit("so-y-te", "Sở Y tế", "so-ban-nganh")};

    private ProcessInstance process;

    private void adopt() {
        office.adopt("son-la", "08/11/2025", UNITS);
        process = process(KEY);
    }

    private void adopt(PlanFile plan) {
        office.adopt(plan, "08/11/2025", UNITS);
        process = process(KEY);
    }

    private void handIn(String addressee) {
        handIn(KEY, task(KEY, HAND_IN, addressee));
    }

    private void accept(String addressee) {
        accept(task(KEY, REVIEW, addressee));
    }

    private State state(String addressee) {
        return office.part(KEY, addressee).state();
    }

    @Test
    void a_duty_that_was_opened_waits_for_each_addressee() {
        adopt();

        assertThat(process).isWaitingAt(HAND_IN).hasPassed("Event_DutyOpened", "Event_PartOpened");
        then(office.tasks(KEY)).extracting(Task::getTaskDefinitionKey).containsExactly(HAND_IN, HAND_IN);
    }

    @Test
    void accepted_Yes_by_both_addressees_ends_the_duty() {
        adopt();
        handIn(FIRST);
        accept(FIRST);
        assertThat(process).isWaitingAt(HAND_IN).hasNotPassed("Event_AllPartsAccepted");
        handIn(SECOND);
        accept(SECOND);

        assertThat(process).isEnded().hasPassed("Event_Accepted", "Event_AllPartsAccepted");
        then(answers(KEY)).containsExactly("Chấp nhận? Có", "Chấp nhận? Có");
    }

    @Test
    void accepted_No_goes_back_to_the_unit_and_both_versions_stay() {
        adopt();
        handIn(FIRST);
        giveBack(task(KEY, REVIEW, FIRST), "Thiếu số liệu sáng kiến.", "20/11/2025");
        then(answers(KEY)).containsExactly("Chấp nhận? Không");
        then(office.part(KEY, FIRST).deadlineInWords()).contains("20/11/2025");
        then(office.part(KEY, SECOND).deadlineInWords()).contains("10/11/2025");
        handIn(FIRST);
        accept(FIRST);

        then(versions(KEY)).extracting(Version::number).containsExactlyInAnyOrder(1, 2);
        then(versions(KEY)).extracting(Version::outcome).containsExactlyInAnyOrder("RETURNED", "ACCEPTED");
        then(answers(KEY)).containsExactly("Chấp nhận? Không", "Chấp nhận? Có");
    }

    @Test
    void late_accepted_Yes_marks_only_the_part_that_is_still_awaited() {
        adopt();
        handIn(FIRST);
        office.travelTo("10/11/2025 09:00:00");

        assertThat(process).isWaitingAt(HAND_IN, REVIEW).hasPassed("Task_MarkOverdue", "Event_WaitsOverdue");
        then(answers(KEY)).containsExactly("Còn nhận nộp muộn? Có");
        then(office.part(KEY, FIRST).overdueToldAt()).isNull();
        then(office.part(KEY, SECOND).overdueToldAt()).isNotNull();
        then(recorded("submission.overdue", KEY)).isEqualTo(1);
        handIn(SECOND);
        then(office.part(KEY, SECOND).lateSeconds()).isEqualTo(9 * 3600);
    }

    @Test
    void late_accepted_No_closes_only_the_part_that_is_still_awaited() {
        adopt(closingAtDeadline("son-la", "PERIODIC_REPORT"));
        handIn(FIRST);
        office.travelTo("10/11/2025 09:00:00");

        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN).hasPassed("Event_ClosedAtDeadline");
        then(answers(KEY)).containsExactly("Còn nhận nộp muộn? Không");
        then(state(SECOND)).isEqualTo(State.CLOSED);
        accept(FIRST);
        assertThat(process).isEnded().hasPassed("Event_AllPartsAccepted");
    }

    @Test
    void what_was_returned_is_not_closed_at_its_new_deadline() {
        adopt(closingAtDeadline("son-la", "PERIODIC_REPORT"));
        handIn(FIRST);
        handIn(SECOND);
        accept(SECOND);
        giveBack(task(KEY, REVIEW, FIRST), "Thiếu số liệu sáng kiến.", "09/11/2025");
        office.travelTo("10/11/2025 09:00:00");

        assertThat(process).isWaitingAt(HAND_IN).hasPassed("Event_WaitsOverdue").hasNotPassed("Event_ClosedAtDeadline");
        then(answers(KEY)).endsWith("Còn nhận nộp muộn? Có");
        then(state(FIRST)).isEqualTo(State.AWAITED);
    }

    @Test
    void withdrawing_from_one_addressee_leaves_the_other_its_report() {
        adopt();
        handIn(FIRST);
        handIn(SECOND);
        withdraw(KEY, FIRST);

        assertThat(process).isWaitingAt(HAND_IN, REVIEW).hasPassed("Event_SubmissionWithdrawn");
        then(state(FIRST)).isEqualTo(State.AWAITED);
        then(state(SECOND)).isEqualTo(State.SUBMITTED);
        accept(SECOND);
        handIn(FIRST);
        accept(FIRST);
        assertThat(process).isEnded();
        then(versions(KEY)).extracting(Version::outcome).containsExactlyInAnyOrder("WITHDRAWN", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void withdrawing_after_it_was_accepted_is_refused() {
        adopt();
        handIn(FIRST);
        accept(FIRST);

        thenThrownBy(() -> withdraw(KEY, FIRST)).isInstanceOf(Refusal.class).hasMessageContaining("chưa tiếp nhận");
        assertThat(process).hasNotPassed("Event_SubmissionWithdrawn");
    }

    @Test
    void one_addressee_does_not_review_for_the_other() {
        adopt();
        handIn(FIRST);
        var task = task(KEY, REVIEW, FIRST);

        as(
                "son-la.so-khcn",
                () -> thenThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(AuthorizationException.class));
        then(state(FIRST)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_duty_that_ends_takes_what_is_awaited_and_what_is_under_review_with_it() {
        adopt();
        handIn(FIRST);
        close("son-la", "so-y-te", "Sở Y tế", "so-ban-nganh", "08/11/2025");

        assertThat(process)
                .isEnded()
                .hasPassed("Event_DutyEnded", "Event_DutyCancelled")
                .hasNotPassed("Event_AllPartsAccepted");
        then(office.obligation(KEY).parts()).extracting(Part::state).containsOnly(State.ENDED);
        then(versions(KEY)).hasSize(1);
    }

    @Test
    void an_extension_after_the_deadline_gives_the_task_a_deadline_again() {
        adopt();
        office.travelTo("10/11/2025 09:00:00");
        as(
                "son-la.so-noi-vu",
                () -> submissions.extend(
                        office.obligation(KEY).id(), FIRST, "11/11/2025", "Đơn vị khắc phục hậu quả bão lụt."));
        assertThat(process).isWaitingAt(HAND_IN);
        then(task(KEY, HAND_IN, FIRST).getDueDate()).isEqualTo("2025-11-11T23:59:59");
        office.travelTo("12/11/2025 09:00:00");

        then(answers(KEY)).hasSize(3).containsOnly("Còn nhận nộp muộn? Có");
        then(office.part(KEY, FIRST).overdueToldAt()).isEqualTo(Office.instant("12/11/2025 00:00:01"));
    }
}
