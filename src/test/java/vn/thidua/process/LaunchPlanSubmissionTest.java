package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.thidua.act.Refusal;
import vn.thidua.submission.Part.State;
import vn.thidua.submission.Versions.Version;

/** Every flow of LaunchPlanSubmission, on the plan of Bình Phước: to Sở Nội vụ before 30/4/2025 (mục VI.1). */
class LaunchPlanSubmissionTest extends ProcessTest {

    private static final String KEY = "binh-phuoc/so-y-te";
    private static final String HAND_IN = "Task_SubmitLaunchPlan";
    private static final String REVIEW = "Task_ReviewLaunchPlan";
    private static final String TO = "so-noi-vu";
    private static final String UNIT_GROUP = "binh-phuoc.unit.so-y-te";

    private ProcessInstance process;

    private void adopt() {
        office.adopt(
                "binh-phuoc",
                "28/04/2025",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        process = process(KEY);
    }

    private Task handInTask() {
        return task(KEY, HAND_IN);
    }

    private Task reviewTask() {
        return task(KEY, REVIEW);
    }

    @Test
    void a_duty_that_was_opened_waits_for_the_unit() {
        adopt();

        assertThat(process)
                .isWaitingAt(HAND_IN)
                .isNotWaitingAt(REVIEW)
                .hasPassed("Event_DutyOpened", "Event_PartOpened");
        then(handInTask().getName()).isEqualTo("Nộp văn bản phát động – Sở Y tế");
        then(handInTask().getDescription()).isEqualTo("trước ngày 30/04/2025, tức chậm nhất hết thứ Ba 29/04");
    }

    @Test
    void accepted_Yes_ends_the_duty() {
        adopt();
        handIn(KEY, handInTask());
        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN);
        accept(reviewTask());

        assertThat(process)
                .isEnded()
                .hasPassed("Event_Accepted", "Event_AllPartsAccepted")
                .hasNotPassed("Task_MarkOverdue");
        then(answers(KEY)).containsExactly("Chấp nhận? Có");
        then(office.part(KEY).state()).isEqualTo(State.ACCEPTED);
        then(office.part(KEY).lateSeconds()).isNull();
    }

    @Test
    void accepted_No_goes_back_to_the_unit_with_the_reason_and_a_new_deadline() {
        adopt();
        handIn(KEY, handInTask());
        giveBack(reviewTask(), "Chưa có tiêu chí thi đua.", "09/05/2025");

        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW).hasNotPassed("Event_Accepted");
        then(answers(KEY)).containsExactly("Chấp nhận? Không");
        then(office.part(KEY).statusAt(office.now())).isEqualTo("Đã trả lại, chờ nộp lại");
        then(handInTask().getDescription()).contains("09/05/2025");
        then(versions(KEY)).extracting(Version::outcomeReason).containsExactly("Chưa có tiêu chí thi đua.");
    }

    @Test
    void what_was_returned_is_handed_in_again_and_both_versions_stay() {
        adopt();
        handIn(KEY, handInTask());
        giveBack(reviewTask(), "Chưa có tiêu chí thi đua.", "09/05/2025");
        handIn(KEY, handInTask());
        accept(reviewTask());

        assertThat(process).isEnded();
        then(answers(KEY)).containsExactly("Chấp nhận? Không", "Chấp nhận? Có");
        then(versions(KEY)).extracting(Version::number).containsExactlyInAnyOrder(1, 2);
        then(versions(KEY)).extracting(Version::outcome).containsExactlyInAnyOrder("RETURNED", "ACCEPTED");
    }

    @Test
    void late_accepted_Yes_marks_it_once_and_leaves_the_task_open() {
        adopt();
        office.travelTo("29/04/2025 23:59:59");
        assertThat(process).hasNotPassed("Task_MarkOverdue");
        office.travelTo("30/04/2025 12:00:00");
        var toldAt = office.part(KEY).overdueToldAt();
        submissions.passDeadline(KEY, TO);

        assertThat(process)
                .isWaitingAt(HAND_IN)
                .isNotWaitingAt(REVIEW)
                .hasPassed("Event_DeadlinePassed", "Task_MarkOverdue", "Event_WaitsOverdue");
        then(answers(KEY)).containsExactly("Còn nhận nộp muộn? Có");
        then(office.part(KEY).state()).isEqualTo(State.AWAITED);
        then(office.part(KEY).overdueToldAt()).isEqualTo(toldAt).isNotNull();
        then(recorded("submission.overdue", KEY)).isEqualTo(1);
    }

    @Test
    void what_comes_late_is_taken_in_with_its_delay() {
        adopt();
        office.travelTo("30/04/2025 12:00:00");
        handIn(KEY, handInTask());
        accept(reviewTask());

        assertThat(process).isEnded().hasPassed("Event_Accepted");
        then(office.part(KEY).statusAt(office.now())).isEqualTo("Đã tiếp nhận, muộn 12 giờ");
    }

    @Test
    void late_accepted_No_closes_it_at_the_deadline() {
        office.adopt(
                closingAtDeadline("binh-phuoc", "LAUNCH_PLAN"),
                "29/04/2025",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        process = process(KEY);
        office.travelTo("30/04/2025 00:00:00");

        assertThat(process)
                .isEnded()
                .hasPassed("Event_ClosedAtDeadline")
                .hasNotPassed("Event_WaitsOverdue", "Event_Accepted");
        then(answers(KEY)).containsExactly("Còn nhận nộp muộn? Không");
        then(office.part(KEY).state()).isEqualTo(State.CLOSED);
        thenThrownBy(() -> office.handIn(KEY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Nghĩa vụ này không còn chờ nộp: Đã khóa nộp.");
    }

    @Test
    void withdrawn_before_it_was_accepted_it_is_awaited_again_by_the_same_deadline() {
        adopt();
        var deadline = office.part(KEY).deadline();
        handIn(KEY, handInTask());
        withdraw(KEY, TO);

        assertThat(process)
                .isWaitingAt(HAND_IN)
                .isNotWaitingAt(REVIEW)
                .hasPassed("Event_SubmissionWithdrawn")
                .hasNotPassed("Gateway_Accepted");
        then(office.part(KEY).deadline()).isEqualTo(deadline);
        then(versions(KEY)).extracting(Version::outcome).containsExactly("WITHDRAWN");
    }

    @Test
    void withdrawing_after_it_was_accepted_is_refused() {
        adopt();
        handIn(KEY, handInTask());
        accept(reviewTask());

        thenThrownBy(() -> withdraw(KEY, TO))
                .isInstanceOf(Refusal.class)
                .hasMessage("Chỉ rút lại được văn bản đã nộp mà nơi nhận chưa tiếp nhận.");
        assertThat(process).isEnded().hasNotPassed("Event_SubmissionWithdrawn");
    }

    @Test
    void the_duty_of_a_unit_that_is_dissolved_ends() {
        adopt();
        close("binh-phuoc", "so-y-te", "Sở Y tế", "so-ban-nganh", "28/04/2025");

        assertThat(process)
                .isEnded()
                .hasPassed("Event_DutyEnded", "Event_DutyCancelled")
                .hasNotPassed("Event_AllPartsAccepted");
        then(office.part(KEY).state()).isEqualTo(State.ENDED);
    }

    @Test
    void without_a_complete_draft_the_task_stays_open_and_says_what_is_missing() {
        adopt();
        thenThrownBy(() -> complete(handInTask(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Số, ký hiệu văn bản không được để trống. Hãy điền rồi gửi lại.");
        as(UNIT_GROUP, () -> submissions.saveDraft(office.obligation(KEY).id(), office.content(false, Map.of())));
        thenThrownBy(() -> complete(handInTask(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chưa có tệp PDF của văn bản đã ký.");

        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW);
        then(versions(KEY)).isEmpty();
    }

    @Test
    void a_field_that_the_form_does_not_have_is_refused() {
        adopt();
        as(UNIT_GROUP, () -> office.write(office.obligation(KEY)));

        thenThrownBy(() -> complete(handInTask(), Map.of("ghiChu", "xin nhận muộn")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Biểu mẫu này không có trường \"ghiChu\"");
        thenThrownBy(() -> complete(handInTask(), Map.of("ownerGroup", "binh-phuoc.unit.so-xay-dung")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dữ liệu do hệ thống quản lý");
        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW);
        then(runtime.getVariables(process.getId()))
                .containsOnlyKeys("ownerGroup")
                .containsEntry("ownerGroup", UNIT_GROUP);
    }

    @Test
    void a_review_without_a_decision_is_refused() {
        adopt();
        handIn(KEY, handInTask());

        thenThrownBy(() -> complete(reviewTask(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chưa chọn kết quả.");
        thenThrownBy(() -> complete(reviewTask(), Map.of("decision", "RETURN", "newDeadline", "09/05/2025")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Lý do không được để trống.");
        thenThrownBy(() -> giveBack(reviewTask(), "Chưa có tiêu chí thi đua.", "27/04/2025"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Hạn mới không được trước ngày hôm nay");
        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN);
    }

    @Test
    void another_unit_neither_sees_nor_completes_the_task() {
        adopt();
        as(UNIT_GROUP, () -> office.write(office.obligation(KEY)));
        var task = handInTask();

        as("binh-phuoc.unit.so-xay-dung", () -> {
            then(tasks.createTaskQuery().list())
                    .extracting(Task::getName)
                    .containsExactly("Nộp văn bản phát động – Sở Xây dựng");
            thenThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(AuthorizationException.class);
            thenThrownBy(() -> tasks.claim(task.getId(), "can-bo")).isInstanceOf(AuthorizationException.class);
        });
        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW);
        then(versions(KEY)).isEmpty();
    }

    @Test
    void the_unit_does_not_accept_its_own_plan() {
        adopt();
        handIn(KEY, handInTask());
        var task = reviewTask();

        as(
                UNIT_GROUP,
                () -> thenThrownBy(() -> tasks.complete(task.getId(), Map.of("decision", "ACCEPT")))
                        .isInstanceOf(AuthorizationException.class));
        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN);
    }

    @Test
    void a_person_of_the_unit_throws_no_error_into_the_process() {
        adopt();
        var task = handInTask();

        as(UNIT_GROUP, () -> {
            thenThrownBy(() -> tasks.handleBpmnError(task.getId(), "bo-qua"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Chỉ quản trị viên được làm việc này.");
            thenThrownBy(() -> tasks.handleEscalation(task.getId(), "bo-qua")).isInstanceOf(Refusal.class);
        });
        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW);
    }

    @Test
    void completing_twice_hands_in_once() {
        adopt();
        var task = handInTask();
        handIn(KEY, task);

        as(
                UNIT_GROUP,
                () -> thenThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(ProcessEngineException.class));
        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN);
        then(versions(KEY)).hasSize(1);
        then(recorded("submission.handed-in", KEY)).isEqualTo(1);
    }
}
