package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.DueRule;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanChange;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.submission.Deadlines;
import vn.thidua.submission.Deadlines.Moved;
import vn.thidua.submission.Part;
import vn.thidua.submission.Submissions;
import vn.thidua.support.ThiDuaTest;

/** A date that changes moves deadline, timer, due date and reminder together; the record keeps the old one. */
class AmendmentTest extends ThiDuaTest {

    private static final String REPORT = "binh-phuoc/so-y-te/2026";
    private static final String REASON = "Đơn vị vừa sáp nhập, cần thêm thời gian.";

    @Autowired
    private PlanChanges changes;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ProcessEngine engine;

    @Test
    void an_amendment_moves_deadline_timer_due_date_and_reminder_together() {
        var campaign = adoptOn("10/11/2026");
        assertThat(Timers.of(engine, REPORT)).containsExactly(instant("20/11/2026"));

        amend(campaign, "10/11/2026", "10/12");

        stands(new Deadline(Kind.BEFORE, date("10/12/2026")), "03/12/2026");
        assertThat(history())
                .containsExactly(tuple(before("20/11/2026"), before("10/12/2026"), "AMENDMENT", "standing-officer"));
        assertThat(campaigns.get("binh-phuoc").changes())
                .singleElement()
                .returns(PlanChange.Kind.AMENDMENT, PlanChange::kind)
                .returns("standing-officer", PlanChange::decidedBy)
                .returns(instant("10/11/2026 08:00:00"), PlanChange::decidedAt)
                .returns("văn bản 12/SĐ-UBND ngày 10/11/2026", PlanChange::documentInWords);
    }

    @Test
    void an_amendment_to_an_earlier_date_moves_them_too() {
        var campaign = adoptOn("02/11/2026");

        amend(campaign, "02/11/2026", "12/11");

        stands(before("12/11/2026"), "05/11/2026");
    }

    @Test
    void reminders_come_by_the_new_date_and_no_more_by_the_old() {
        var campaign = adoptOn("16/11/2026");
        amend(campaign, "16/11/2026", "26/11");

        office.travelTo("25/11/2026 12:00:00");

        assertThat(office.digestDays("so-y-te@unit.example"))
                .as("opened, moved, seven days before, the last working day")
                .containsExactly("16/11/2026", "17/11/2026", "19/11/2026", "25/11/2026");
        assertThat(office.digest("so-y-te@unit.example", "25/11/2026")).contains("trước ngày 26/11/2026");
        assertThat(office.part(REPORT).isLateAt(office.now())).isFalse();
    }

    @Test
    void an_amendment_after_the_deadline_takes_the_lateness_back_and_sets_a_new_timer() {
        var campaign = adoptOn("18/11/2026");
        office.travelTo("20/11/2026 08:00:00");
        assertThat(office.part(REPORT).overdueToldAt()).isNotNull();
        assertThat(Timers.of(engine, REPORT)).isEmpty();

        amend(campaign, "20/11/2026", "24/11");

        stands(before("24/11/2026"), "23/11/2026");
        assertThat(office.part(REPORT).isLateAt(office.now())).isFalse();
        office.travelTo("24/11/2026 08:00:00");
        assertThat(office.part(REPORT).overdueToldAt()).isEqualTo(instant("24/11/2026 00:00:01"));
    }

    @Test
    void an_amendment_for_one_group_leaves_the_others_alone() {
        var campaign = office.adopt(
                "binh-phuoc",
                "10/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("cong-ty", "Công ty A", "doanh-nghiep"));

        amend(campaign, decision("10/11/2026", "10/12", "doanh-nghiep"));

        assertThat(office.part("binh-phuoc/cong-ty/2026").deadline()).isEqualTo(before("10/12/2026"));
        assertThat(office.part(REPORT).deadline()).isEqualTo(before("20/11/2026"));
        assertThat(history()).isEmpty();
    }

    @Test
    void what_was_handed_in_keeps_the_deadline_it_met() {
        var campaign = adoptOn("10/11/2026");
        office.handIn(REPORT);

        amend(campaign, "10/11/2026", "10/12");

        assertThat(office.part(REPORT).deadline()).isEqualTo(before("20/11/2026"));
        assertThat(history()).isEmpty();
    }

    @Test
    void a_duty_not_yet_open_opens_by_the_amended_date() {
        var campaign = office.adopt("binh-phuoc", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        assertThat(office.exists(REPORT)).isFalse();

        amend(campaign, "10/09/2026", "01/11");
        office.travelTo("10/09/2026 08:00:00");

        assertThat(office.part(REPORT).deadline()).isEqualTo(before("01/11/2026"));
    }

    @Test
    void nobody_but_the_standing_agency_amends_and_no_duty_it_does_not_have() {
        var campaign = adoptOn("10/11/2026");

        for (var group : List.of("binh-phuoc.unit.so-y-te", "binh-phuoc.so-khcn", "camunda-admin")) {
            refused(
                    Refusal.Kind.FORBIDDEN,
                    null,
                    () -> office.as(
                            "somebody",
                            group,
                            () -> changes.amend(
                                    "binh-phuoc", "periodic-report", Aspect.DUE, decision("10/11/2026", "10/12"))));
        }
        refused(
                Refusal.Kind.INVALID,
                "duty",
                () -> office.asStandingAgency(
                        campaign,
                        () -> changes.amend("binh-phuoc", "khong-co", Aspect.DUE, decision("10/11/2026", "10/12"))));
        refused(Refusal.Kind.INVALID, "groups", () -> amend(campaign, decision("10/11/2026", "10/12", "khong-co")));
        refused(Refusal.Kind.INVALID, "due", () -> amend(campaign, decision("10/11/2026", "31/11")));
        assertThat(office.part(REPORT).deadline()).isEqualTo(before("20/11/2026"));
    }

    @Test
    void an_extension_moves_deadline_timer_due_date_and_reminder_together() {
        var campaign = adoptOn("10/11/2026");

        extend(campaign, "30/11/2026");

        stands(new Deadline(Kind.BY, date("30/11/2026")), "23/11/2026");
        assertThat(history())
                .containsExactly(tuple(
                        before("20/11/2026"),
                        new Deadline(Kind.BY, date("30/11/2026")),
                        "EXTENSION",
                        "standing-officer"));
    }

    @Test
    void an_extension_after_the_deadline_sets_a_new_timer_that_marks_late_again() {
        var campaign = adoptOn("18/11/2026");
        office.travelTo("20/11/2026 08:00:00");
        assertThat(Timers.of(engine, REPORT)).isEmpty();

        extend(campaign, "23/11/2026");

        stands(new Deadline(Kind.BY, date("23/11/2026")), "23/11/2026");
        assertThat(office.part(REPORT).isLateAt(office.now())).isFalse();
        office.travelTo("23/11/2026 23:59:59");
        assertThat(office.part(REPORT).overdueToldAt()).isNull();
        office.travelTo("24/11/2026 00:00:01");
        assertThat(office.part(REPORT).overdueToldAt()).isNotNull();
        office.handIn(REPORT);
        assertThat(office.part(REPORT).lateSeconds()).isEqualTo(1);
    }

    @Test
    void an_extension_of_one_half_leaves_the_other_alone() {
        var campaign = office.adopt("son-la", "03/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var report = office.obligation("son-la/so-y-te/2026");

        office.asStandingAgency(campaign, () -> submissions.extend(report.id(), "so-khcn", "20/11/2026", REASON));

        assertThat(office.part("son-la/so-y-te/2026", "so-khcn").deadline())
                .isEqualTo(new Deadline(Kind.BY, date("20/11/2026")));
        assertThat(office.part("son-la/so-y-te/2026", "so-noi-vu").deadline()).isEqualTo(before("10/11/2026"));
        assertThat(Timers.of(engine, "son-la/so-y-te/2026"))
                .containsExactly(instant("10/11/2026"), instant("21/11/2026"));
    }

    @Test
    void an_amendment_does_not_take_back_an_extension_that_ends_later() {
        var campaign = adoptOn("10/11/2026");
        extend(campaign, "15/12/2026");

        amend(campaign, "10/11/2026", "01/12");

        assertThat(office.part(REPORT).deadline()).isEqualTo(new Deadline(Kind.BY, date("15/12/2026")));
        assertThat(Timers.of(engine, REPORT)).containsExactly(instant("16/12/2026"));
    }

    @Test
    void an_extension_to_an_earlier_or_impossible_date_without_reason_or_by_others_is_refused() {
        var campaign = adoptOn("10/11/2026");
        var report = office.obligation(REPORT);

        refused(Refusal.Kind.INVALID, "newDeadline", () -> extend(campaign, "19/11/2026"));
        refused(Refusal.Kind.INVALID, "newDeadline", () -> extend(campaign, "09/11/2026"));
        refused(Refusal.Kind.INVALID, "newDeadline", () -> extend(campaign, "31/11/2026"));
        refused(
                Refusal.Kind.INVALID,
                "reason",
                () -> office.asStandingAgency(
                        campaign, () -> submissions.extend(report.id(), "so-noi-vu", "30/11/2026", " ")));
        refused(
                Refusal.Kind.FORBIDDEN,
                null,
                () -> office.asOwner(report, () -> submissions.extend(report.id(), "so-noi-vu", "30/11/2026", REASON)));
        assertThat(office.part(REPORT).deadline()).isEqualTo(before("20/11/2026"));
        assertThat(history()).isEmpty();
    }

    @Test
    void what_was_handed_in_needs_no_extension() {
        var campaign = adoptOn("10/11/2026");
        office.handIn(REPORT);

        refused(Refusal.Kind.CONFLICT, null, () -> extend(campaign, "30/11/2026"));
    }

    private Campaign adoptOn(String day) {
        return office.adopt("binh-phuoc", day, unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
    }

    private void amend(Campaign campaign, String documentDate, String before) {
        amend(campaign, decision(documentDate, before));
    }

    private void amend(Campaign campaign, Decision decision) {
        office.asStandingAgency(campaign, () -> changes.amend("binh-phuoc", "periodic-report", Aspect.DUE, decision));
    }

    private void extend(Campaign campaign, String lastDay) {
        var report = office.obligation(REPORT);
        office.asStandingAgency(campaign, () -> submissions.extend(report.id(), "so-noi-vu", lastDay, REASON));
    }

    /** Deadline, timer, due date, description and next reminder all say the same. */
    private void stands(Deadline deadline, String nextReminder) {
        assertThat(office.part(REPORT))
                .returns(deadline, Part::deadline)
                .returns(date(nextReminder), Part::nextReminderOn)
                .returns(null, Part::overdueToldAt);
        assertThat(Timers.of(engine, REPORT)).containsExactly(deadline.instant());
        assertThat(office.tasks(REPORT))
                .singleElement()
                .returns("Task_SubmitReport", Task::getTaskDefinitionKey)
                .returns(Date.from(deadline.lastMoment()), Task::getDueDate)
                .returns(deadline.inWords(), Task::getDescription);
    }

    private List<Tuple> history() {
        return deadlines.of(office.obligation(REPORT).id()).stream()
                .map((Moved moved) -> tuple(moved.from(), moved.to(), moved.cause(), moved.changedBy()))
                .toList();
    }

    private static void refused(Refusal.Kind kind, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static Deadline before(String date) {
        return new Deadline(Kind.BEFORE, date(date));
    }

    private static Decision decision(String documentDate, String before, String... groups) {
        return new Decision(
                "12/SĐ-UBND",
                documentDate,
                "Lùi hạn báo cáo.",
                new DueRule(Kind.BEFORE, List.of(before), false),
                null,
                null,
                null,
                Arrays.asList(groups),
                List.of(),
                null);
    }
}
