package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.submission.DutyOpening;
import vn.thidua.submission.Obligations;
import vn.thidua.support.Office;

/** Every flow of CampaignLaunch, on the plan of Bình Phước and on one that leaves nothing open. */
class CampaignLaunchTest extends ProcessTest {

    private static final String RULE = "Task_RuleOnOpenPoint";
    private static final String ADOPTED = "28/04/2025";
    private static final Map<String, Object> RULING = Map.of("ruling", """
            {"documentNumber": "125/SNV-TĐKT", "documentDate": "28/04/2025", "reason": "Theo văn bản của Sở Nội vụ."}""");

    @Autowired
    private CampaignFlow campaignFlow;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Obligations obligations;

    @Autowired
    private ManagementService management;

    @Autowired
    private MovableClock clock;

    private ProcessInstance launch;

    private void load(PlanFile plan, String... units) {
        clock.holdAt(Office.instant(ADOPTED + " 08:00:00"));
        office.join(plan, Office.date(ADOPTED), units);
        launch = process("binh-phuoc");
    }

    private void load() {
        load(shipped("binh-phuoc"), unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        runNextRound();
    }

    private static PlanFile withoutOpenPoints() {
        return shipped("binh-phuoc", "(?s)\nopenPoints:\n.*", "\nopenPoints: []\n");
    }

    /** Only the launch itself goes on; what else the new units set off waits. */
    private void runNextRound() {
        var job = management.createJobQuery().processInstanceId(launch.getId()).singleResult();
        management.executeJob(job.getId());
    }

    private List<Task> openPoints() {
        return tasks.createTaskQuery().taskDefinitionKey(RULE).list();
    }

    private Task openPoint(String id) {
        return openPoints().stream()
                .filter(task -> id.equals(runtime.getVariable(task.getExecutionId(), "openPoint")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void more_to_open_Yes_opens_the_next_hundred_in_another_transaction() {
        load(withoutOpenPoints(), units(DutyOpening.CHUNK + 1, "so-ban-nganh"));
        assertThat(launch).isWaitingAt("Task_OpenDueDuties").hasPassed("Event_PlanLoaded");
        runNextRound();
        assertThat(launch).isWaitingAt("Task_OpenDueDuties");
        then(answers("binh-phuoc")).containsExactly("Còn nghĩa vụ chưa mở? Có");
        then(obligations.of("binh-phuoc")).hasSize(DutyOpening.CHUNK);
        runNextRound();

        assertThat(launch).isEnded();
        then(obligations.of("binh-phuoc")).hasSize(DutyOpening.CHUNK + 1);
        then(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("LaunchPlanSubmission")
                        .count())
                .isEqualTo(DutyOpening.CHUNK + 1L);
    }

    @Test
    void more_to_open_No_and_open_points_No_end_the_launch() {
        load(withoutOpenPoints(), unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        runNextRound();

        assertThat(launch).isEnded().hasPassed("Event_CampaignRunning").hasNotPassed(RULE);
        then(answers("binh-phuoc")).containsExactly("Còn nghĩa vụ chưa mở? Không", "Còn điểm bỏ ngỏ? Không");
    }

    @Test
    void open_points_Yes_asks_the_standing_agency_about_each() {
        load();

        assertThat(launch).isWaitingAt(RULE);
        then(answers("binh-phuoc")).containsExactly("Còn nghĩa vụ chưa mở? Không", "Còn điểm bỏ ngỏ? Có");
        var points = campaigns.get("binh-phuoc").openPoints();
        then(openPoints()).hasSameSizeAs(points).extracting(this::groupOf).containsOnly("binh-phuoc.so-noi-vu");
        then(openPoint("duration-start").getName())
                .startsWith("Quyết định điểm bỏ ngỏ: Phong trào bắt đầu từ ngày ban hành Kế hoạch")
                .endsWith(" …");
        then(openPoint("duration-start").getDescription()).contains("Ngày bắt đầu là ngày nào?");
    }

    @Test
    void ruled_on_every_point_the_launch_ends() {
        load();
        for (var task : openPoints()) complete(task, RULING);

        assertThat(launch).isEnded().hasPassed("Event_AllRuled").hasNotPassed("Event_CampaignRunning");
        var campaign = campaigns.get("binh-phuoc");
        then(campaign.openPoints()).isEmpty();
        then(campaign.rulingOn("duration-start").orElseThrow().documentInWords())
                .contains("125/SNV-TĐKT");
    }

    @Test
    void a_ruling_that_came_by_another_door_ends_its_task_and_no_other() {
        load();
        var before = openPoints().size();
        as(
                "binh-phuoc.so-noi-vu",
                () -> campaignFlow.rule(
                        "binh-phuoc",
                        "duration-start",
                        new Decision(
                                "125/SNV-TĐKT",
                                ADOPTED,
                                "Từ ngày 01/4/2025.",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));

        assertThat(launch).isWaitingAt(RULE);
        then(openPoints())
                .hasSize(before - 1)
                .extracting(task -> runtime.getVariable(task.getExecutionId(), "openPoint"))
                .doesNotContain("duration-start");
    }

    @Test
    void a_ruling_without_a_document_leaves_the_task_open() {
        load();
        var task = openPoint("duration-start");

        thenThrownBy(() -> complete(task, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Chưa có nội dung quyết định. Hãy điền biểu mẫu rồi gửi.");
        thenThrownBy(() -> complete(task, Map.of("ruling", "{\"documentNumber\": \"\", \"reason\": \"Từ nay.\"}")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Số, ký hiệu văn bản không được để trống.");
        thenThrownBy(() -> complete(task, Map.of("ruling", "không phải JSON")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nội dung quyết định không đọc được.");
        then(openPoint("duration-start")).isNotNull();
        then(campaigns.get("binh-phuoc").changes()).isEmpty();
    }

    @Test
    void a_unit_does_not_rule_on_open_points() {
        load();
        var task = openPoint("duration-start");

        as("binh-phuoc.unit.so-y-te", () -> {
            then(openPoints()).isEmpty();
            thenThrownBy(() -> tasks.complete(task.getId(), RULING)).isInstanceOf(AuthorizationException.class);
        });
        then(campaigns.get("binh-phuoc").changes()).isEmpty();
    }
}
