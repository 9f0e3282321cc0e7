package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.submission.Part.State;
import vn.thidua.submission.Versions;
import vn.thidua.submission.Versions.Version;

/** Every flow of ConsolidatedReport, on the plan of Bình Phước: Sở Nội vụ to UBND tỉnh before 15/12 (mục VI.5.e). */
class ConsolidatedReportTest extends ProcessTest {

    private static final String KEY = "binh-phuoc/2026";
    private static final String HAND_IN = "Task_FinishConsolidatedReport";
    private static final String REVIEW = "Task_AcknowledgeReport";
    private static final String TO = "ubnd-tinh";

    @Autowired
    private Versions drafts;

    private ProcessInstance process;

    private void adopt(String day) {
        office.adopt(
                "binh-phuoc",
                day,
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        process = process(KEY);
    }

    private void submit() {
        handIn(KEY, task(KEY, HAND_IN));
    }

    private Task reviewTask() {
        return task(KEY, REVIEW);
    }

    @Test
    void a_period_that_is_closed_is_composed_into_a_draft_of_what_the_units_sent() {
        adopt("18/11/2026");
        office.handIn("binh-phuoc/so-y-te/2026");
        office.travelTo("20/11/2026 08:00:00");
        process = process(KEY);

        assertThat(process).isWaitingAt(HAND_IN).hasPassed("Event_PeriodClosed", "Task_ComposeDraft");
        then(drafts.draft(office.obligation(KEY).id()).content().summary())
                .isEqualTo("Kỳ năm 2026 có 2 đơn vị phải báo cáo: 1 đơn vị đã gửi, 1 đơn vị chưa gửi.");
        then(groupOf(task(KEY, HAND_IN))).isEqualTo("binh-phuoc.so-noi-vu");
    }

    @Test
    void acknowledged_Yes_ends_the_report() {
        adopt("20/11/2026");
        submit();
        assertThat(process).isWaitingAt(REVIEW).isNotWaitingAt(HAND_IN);
        then(groupOf(reviewTask())).isEqualTo("binh-phuoc.ubnd-tinh");
        accept(reviewTask());

        assertThat(process).isEnded().hasPassed("Event_Acknowledged");
        then(answers(KEY)).containsExactly("Tiếp nhận? Có");
        then(office.part(KEY).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void acknowledged_No_goes_back_to_the_agency_and_both_versions_stay() {
        adopt("20/11/2026");
        submit();
        giveBack(reviewTask(), "Chưa nêu đơn vị chưa gửi báo cáo.", "18/12/2026");
        assertThat(process).isWaitingAt(HAND_IN).hasNotPassed("Event_Acknowledged");
        then(answers(KEY)).containsExactly("Tiếp nhận? Không");
        submit();
        accept(reviewTask());

        assertThat(process).isEnded();
        then(answers(KEY)).containsExactly("Tiếp nhận? Không", "Tiếp nhận? Có");
        then(versions(KEY)).extracting(Version::outcome).containsExactlyInAnyOrder("RETURNED", "ACCEPTED");
    }

    @Test
    void withdrawn_before_it_was_acknowledged_it_goes_back_to_the_agency() {
        adopt("20/11/2026");
        submit();
        withdraw(KEY, TO);

        assertThat(process).isWaitingAt(HAND_IN).isNotWaitingAt(REVIEW).hasPassed("Event_SubmissionWithdrawn");
        then(versions(KEY)).extracting(Version::outcome).containsExactly("WITHDRAWN");
    }

    @Test
    void withdrawing_after_it_was_acknowledged_is_refused() {
        adopt("20/11/2026");
        submit();
        accept(reviewTask());

        thenThrownBy(() -> withdraw(KEY, TO)).isInstanceOf(Refusal.class);
        assertThat(process).isEnded().hasNotPassed("Event_SubmissionWithdrawn");
    }

    @Test
    void an_overdue_report_is_marked_once_and_stays_open() {
        adopt("14/12/2026");
        office.travelTo("14/12/2026 23:59:59");
        assertThat(process).hasNotPassed("Task_MarkOverdue");
        office.travelTo("15/12/2026 09:00:00");
        submissions.passDeadline(KEY, TO);

        assertThat(process)
                .isWaitingAt(HAND_IN)
                .hasPassed("Event_DeadlinePassed", "Task_MarkOverdue", "Event_WaitsOverdue");
        then(recorded("submission.overdue", KEY)).isEqualTo(1);
        submit();
        then(office.part(KEY).lateSeconds()).isEqualTo(9 * 3600);
    }

    @Test
    void a_report_whose_addressee_is_ruled_on_ends_and_begins_again_with_the_new_one() {
        office.adopt("son-la", "12/11/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        process = process("son-la/2025");
        then(office.part("son-la/2025").addressee()).isEqualTo("so-noi-vu");
        var task = tasks.createTaskQuery().processInstanceBusinessKey("son-la").list().stream()
                .filter(open ->
                        "consolidated-addressee".equals(runtime.getVariable(open.getExecutionId(), "openPoint")))
                .findFirst()
                .orElseThrow();
        complete(task, Map.of("ruling", """
                {"documentNumber": "77/UBND-TĐKT", "documentDate": "11/11/2025", "reason": "Gửi UBND tỉnh.", "addressees": ["ubnd-tinh"]}"""));

        assertThat(process)
                .isEnded()
                .hasPassed("Event_DutyEnded", "Event_DutyCancelled")
                .hasNotPassed("Event_Acknowledged");
        office.travelTo("12/11/2025 12:00:00");
        then(process("son-la/2025").getId()).isNotEqualTo(process.getId());
        then(office.obligation("son-la/2025").parts())
                .extracting(part -> part.addressee())
                .isEqualTo(List.of("ubnd-tinh"));
        then(task("son-la/2025", HAND_IN)).isNotNull();
    }

    @Test
    void a_report_without_a_signed_document_stays_with_the_agency() {
        adopt("20/11/2026");

        thenThrownBy(() -> complete(task(KEY, HAND_IN), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Số, ký hiệu văn bản không được để trống. Hãy điền rồi gửi lại.");
        assertThat(process).isWaitingAt(HAND_IN);
    }
}
