package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanChange;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.process.CampaignFlow;
import vn.thidua.submission.Deadlines;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;
import vn.thidua.submission.Submissions;
import vn.thidua.support.ThiDuaTest;

/** Scenario 4 and the open points: no invented date; what the plan leaves open is open until the standing agency rules. */
class UndatedPlanTest extends ThiDuaTest {

    private static final String REPORT = "binh-dinh/so-y-te/chua-quy-dinh";

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanChanges changes;

    @Autowired
    private CampaignFlow flow;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Submissions submissions;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngine engine;

    @Test
    void trong_thang_6_nam_2025_is_on_time_until_the_last_second_of_30_06() {
        office.adopt(
                "binh-dinh",
                "26/06/2025",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        assertThat(office.part("binh-dinh/so-y-te").deadlineInWords())
                .isEqualTo("trong tháng 6/2025, tức chậm nhất hết thứ Hai 30/06");
        assertThat(office.part("binh-dinh/so-y-te").addressee()).isEqualTo("so-noi-vu");

        office.travelTo("30/06/2025 23:59:59");
        office.handIn("binh-dinh/so-y-te");
        office.travelTo("01/07/2025 00:00:00");
        office.handIn("binh-dinh/so-xay-dung");

        assertThat(office.part("binh-dinh/so-y-te").lateSeconds()).isNull();
        assertThat(office.part("binh-dinh/so-xay-dung").lateSeconds()).isZero();
    }

    @Test
    void a_report_without_a_date_is_open_and_nobody_is_reminded_of_it() {
        office.adopt("binh-dinh", "01/10/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        assertThat(office.part(REPORT).deadlineInWords()).isEqualTo("chưa quy định");
        assertThat(office.part(REPORT).nextReminderOn()).isNull();
        assertThat(office.tasks(REPORT)).singleElement().satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_SubmitReport");
            assertThat(task.getDueDate()).isNull();
            assertThat(task.getDescription()).isEqualTo("chưa quy định");
        });
        assertThat(timers(REPORT))
                .singleElement()
                .satisfies(due -> assertThat(due).isAfter(instant("01/01/9999")));
        office.travelTo("10/11/2026 12:00:00");
        assertThat(office.part(REPORT).isLateAt(office.now())).isFalse();
        assertThat(office.digestDays("so-y-te@unit.example"))
                .as("told once that it is open")
                .containsExactly("01/10/2026");
    }

    @Test
    void after_the_ruling_the_undated_report_ends_and_yearly_ones_open_in_time() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        office.asStandingAgency(campaign, () -> flow.rule("binh-dinh", "report-deadline", everyYearBefore15_11()));
        office.travelTo("15/09/2026 12:00:00");

        assertThat(office.part(REPORT).state()).isEqualTo(Part.State.ENDED);
        assertThat(office.isRunning(REPORT)).isFalse();
        assertThat(office.exists("binh-dinh/so-y-te/2026")).isFalse();
        office.travelTo("16/09/2026 12:00:00");
        var part = office.part("binh-dinh/so-y-te/2026");
        assertThat(part.deadlineInWords()).isEqualTo("trước ngày 15/11/2026, tức chậm nhất hết thứ Bảy 14/11");
        assertThat(part.nextReminderOn()).isEqualTo(date("16/10/2026"));
        assertThat(timers("binh-dinh/so-y-te/2026")).containsExactly(instant("15/11/2026"));
        assertThat(office.tasks("binh-dinh/so-y-te/2026"))
                .extracting(Task::getDueDate)
                .containsExactly(Date.from(instant("14/11/2026 23:59:59")));
    }

    @Test
    void what_was_due_before_the_adoption_by_the_ruling_is_history() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        office.asStandingAgency(campaign, () -> flow.rule("binh-dinh", "report-deadline", everyYearBefore15_11()));
        office.travelTo("10/09/2026 12:00:00");

        assertThat(office.part("binh-dinh/so-y-te/2025").state()).isEqualTo(Part.State.HISTORY);
        assertThat(office.isRunning("binh-dinh/so-y-te/2025")).isFalse();
    }

    @Test
    void the_consolidated_report_follows_the_frequency_of_what_it_puts_together() {
        var campaign = office.adopt("binh-dinh", "10/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        office.asStandingAgency(campaign, () -> flow.rule("binh-dinh", "report-deadline", everyYearBefore15_11()));
        office.travelTo("15/11/2026 12:00:00");

        assertThat(office.part("binh-dinh/2026").deadlineInWords()).isEqualTo("chưa quy định");
        assertThat(office.part("binh-dinh/2026").addressee()).isEqualTo("chu-tich-ubnd-tinh");
    }

    @Test
    void the_ruling_is_on_record_with_person_time_and_document_and_its_task_is_done() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var open = rulingTasks(campaign).size();
        assertThat(open).isEqualTo(campaign.openPoints().size());

        office.asStandingAgency(campaign, () -> flow.rule("binh-dinh", "report-deadline", everyYearBefore15_11()));

        var ruled = campaigns.get("binh-dinh");
        assertThat(ruled.rulingOn("report-deadline").orElseThrow())
                .returns(PlanChange.Kind.RULING, PlanChange::kind)
                .returns("standing-officer", PlanChange::decidedBy)
                .returns(instant("10/09/2026 08:00:00"), PlanChange::decidedAt)
                .returns("văn bản 125/SNV-TĐKT ngày 09/09/2026", PlanChange::documentInWords)
                .returns("Báo cáo hằng năm trước ngày 15/11.", PlanChange::reason);
        assertThat(ruled.openPoints()).noneMatch(point -> point.id().equals("report-deadline"));
        assertThat(rulingTasks(campaign)).hasSize(open - 1);
    }

    @Test
    void nobody_but_the_standing_agency_rules() {
        office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        for (var group :
                List.of("binh-dinh.unit.so-y-te", "binh-dinh.so-khcn", "binh-phuoc.so-noi-vu", "camunda-admin")) {
            refused(Refusal.Kind.FORBIDDEN, null, () -> office.as("somebody", group, this::ruleEveryYear));
        }
        assertThat(campaigns.get("binh-dinh").changes()).isEmpty();
        assertThat(office.isRunning(REPORT)).isTrue();
    }

    @Test
    void a_point_is_ruled_on_once_and_must_be_one_of_the_plan() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.asStandingAgency(campaign, this::ruleEveryYear);

        refused(Refusal.Kind.CONFLICT, null, () -> office.asStandingAgency(campaign, this::ruleEveryYear));
        refused(
                Refusal.Kind.NOT_FOUND,
                null,
                () -> office.asStandingAgency(
                        campaign, () -> changes.rule("binh-dinh", "khong-co", everyYearBefore15_11())));
        assertThat(campaigns.get("binh-dinh").changes()).hasSize(1);
    }

    @Test
    void a_ruling_on_a_date_that_cannot_be_is_refused_with_its_field() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        refusedRuling(campaign, "documentDate", decision("125/SNV", "31/02/2026", before("15/11"), Frequency.YEAR));
        refusedRuling(campaign, "documentDate", decision("125/SNV", "11/09/2026", before("15/11"), Frequency.YEAR));
        refusedRuling(campaign, "documentNumber", decision(" ", "09/09/2026", before("15/11"), Frequency.YEAR));
        refusedRuling(campaign, "due", decision("125/SNV", "09/09/2026", before("31/11"), Frequency.YEAR));
        refusedRuling(campaign, "due", decision("125/SNV", "09/09/2026", before("15/11"), Frequency.HALF_YEAR));
        refusedRuling(campaign, "due", decision("125/SNV", "09/09/2026", before("15/11"), null));
        refusedRuling(campaign, "due", decision("125/SNV", "09/09/2026", DueRule.UNDATED, Frequency.YEAR));
        assertThat(campaigns.get("binh-dinh").changes()).isEmpty();
    }

    @Test
    void a_frequency_holds_for_all_groups_or_for_none() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        refusedRuling(
                campaign,
                "groups",
                new Decision(
                        "125/SNV",
                        "09/09/2026",
                        "Báo cáo hằng năm.",
                        before("15/11"),
                        Frequency.YEAR,
                        2025,
                        2030,
                        List.of("so-ban-nganh"),
                        List.of(),
                        null));
    }

    @Test
    void the_consolidated_reports_deadline_waits_for_the_frequency_of_the_units_reports() {
        var campaign = office.adopt("binh-dinh", "10/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var before15_12 = decision("126/SNV", "09/11/2026", before("15/12"), Frequency.YEAR);

        refused(
                Refusal.Kind.INVALID,
                "every",
                () -> office.asStandingAgency(
                        campaign, () -> flow.rule("binh-dinh", "consolidated-report-deadline", before15_12)));
        office.asStandingAgency(campaign, () -> {
            flow.rule("binh-dinh", "report-deadline", everyYearBefore15_11());
            flow.rule("binh-dinh", "consolidated-report-deadline", before15_12);
        });
        office.travelTo("15/11/2026 12:00:00");

        assertThat(office.part("binh-dinh/2026").deadlineInWords()).startsWith("trước ngày 15/12/2026");
    }

    @Test
    void the_first_and_last_year_of_a_ruling_must_be_in_order() {
        var campaign = office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));

        refusedRuling(
                campaign,
                "last",
                new Decision(
                        "125/SNV",
                        "09/09/2026",
                        "Báo cáo hằng năm.",
                        before("15/11"),
                        Frequency.YEAR,
                        2030,
                        2026,
                        List.of(),
                        List.of(),
                        null));
    }

    @Test
    void a_launch_plan_without_a_date_gets_one_by_ruling_task_timer_and_reminder_together() {
        var campaign = office.adopt("binh-chuong", "10/09/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));
        assertThat(timers("binh-chuong/tram-y-te")).allMatch(due -> due.isAfter(instant("01/01/9999")));

        office.asStandingAgency(
                campaign,
                () -> flow.rule(
                        "binh-chuong",
                        "launch-plan-deadline",
                        decision("9/VHXH", "09/09/2026", before("15/10/2026"), null)));

        assertThat(office.part("binh-chuong/tram-y-te").deadlineInWords()).startsWith("trước ngày 15/10/2026");
        assertThat(office.part("binh-chuong/tram-y-te").nextReminderOn()).isEqualTo(date("15/09/2026"));
        assertThat(timers("binh-chuong/tram-y-te")).containsExactly(instant("15/10/2026"));
        assertThat(office.tasks("binh-chuong/tram-y-te"))
                .extracting(Task::getDueDate)
                .containsExactly(Date.from(instant("14/10/2026 23:59:59")));
        assertThat(deadlines.of(office.obligation("binh-chuong/tram-y-te").id()))
                .singleElement()
                .returns(null, Deadlines.Moved::from)
                .returns("RULING", Deadlines.Moved::cause);
    }

    @Test
    void a_launch_plan_without_an_addressee_goes_where_the_ruling_says_and_keeps_its_draft() {
        var campaign = office.adopt("binh-chuong", "10/09/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));
        var launchPlan = office.obligation("binh-chuong/tram-y-te");
        assertThat(launchPlan.parts()).extracting(Part::addressee).containsExactly("phong-vhxh");
        office.asOwner(launchPlan, () -> office.write(launchPlan));

        office.asStandingAgency(
                campaign,
                () -> flow.rule(
                        "binh-chuong", "launch-plan-addressee", addressedTo("chu-tich-ubnd-xa", "chu-tich-ubnd-xa")));

        assertThat(office.obligation("binh-chuong/tram-y-te").parts())
                .extracting(Part::addressee)
                .containsExactly("chu-tich-ubnd-xa");
        assertThat(office.tasks("binh-chuong/tram-y-te"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_SubmitLaunchPlan");
        var readdressed = office.obligation("binh-chuong/tram-y-te");
        office.asOwner(readdressed, () -> handIn(readdressed));
        assertThat(office.tasks("binh-chuong/tram-y-te")).singleElement().satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_ReviewLaunchPlan");
            assertThat(candidates(task)).containsExactly("binh-chuong.chu-tich-ubnd-xa");
        });
    }

    @Test
    void what_has_been_handed_in_stays_with_whom_it_was_handed_to() {
        var campaign = office.adopt("binh-chuong", "10/09/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));
        office.handIn("binh-chuong/tram-y-te");

        office.asStandingAgency(
                campaign, () -> flow.rule("binh-chuong", "launch-plan-addressee", addressedTo("chu-tich-ubnd-xa")));

        assertThat(office.part("binh-chuong/tram-y-te").addressee()).isEqualTo("phong-vhxh");
        assertThat(office.tasks("binh-chuong/tram-y-te"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_ReviewLaunchPlan");
    }

    @Test
    void an_addressee_the_plan_does_not_know_is_refused() {
        var campaign = office.adopt("binh-chuong", "10/09/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));

        refused(
                Refusal.Kind.INVALID,
                "addressees",
                () -> office.asStandingAgency(
                        campaign, () -> changes.rule("binh-chuong", "launch-plan-addressee", addressedTo("khong-co"))));
        refused(
                Refusal.Kind.INVALID,
                "addressees",
                () -> office.asStandingAgency(
                        campaign, () -> changes.rule("binh-chuong", "launch-plan-addressee", addressedTo())));
    }

    private void handIn(Obligation obligation) {
        submissions.handIn(obligation.id(), obligation.parts().get(0).addressee());
    }

    private void ruleEveryYear() {
        changes.rule("binh-dinh", "report-deadline", everyYearBefore15_11());
    }

    private void refusedRuling(Campaign campaign, String field, Decision decision) {
        refused(
                Refusal.Kind.INVALID,
                field,
                () -> office.asStandingAgency(campaign, () -> changes.rule("binh-dinh", "report-deadline", decision)));
    }

    private static void refused(Refusal.Kind kind, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private List<Instant> timers(String key) {
        return Timers.of(engine, key);
    }

    private List<Task> rulingTasks(Campaign campaign) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(campaign.code())
                .taskDefinitionKey("Task_RuleOnOpenPoint")
                .list();
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private static Decision everyYearBefore15_11() {
        return new Decision(
                "125/SNV-TĐKT",
                "09/09/2026",
                "Báo cáo hằng năm trước ngày 15/11.",
                before("15/11"),
                Frequency.YEAR,
                2025,
                2030,
                List.of(),
                List.of(),
                null);
    }

    private static Decision decision(String number, String date, DueRule due, Frequency every) {
        return new Decision(number, date, "Hạn theo văn bản.", due, every, null, null, List.of(), List.of(), null);
    }

    private static Decision addressedTo(String... addressees) {
        return new Decision(
                "9/VHXH",
                "09/09/2026",
                "Nơi nhận theo văn bản.",
                null,
                null,
                null,
                null,
                List.of(),
                Arrays.asList(addressees),
                null);
    }

    private static DueRule before(String date) {
        return new DueRule(Kind.BEFORE, List.of(date), false);
    }
}
