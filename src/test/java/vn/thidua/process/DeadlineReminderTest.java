package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static vn.thidua.support.Office.unit;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.simulation.TimeMachine;
import vn.thidua.submission.DutyOpening;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.support.Office;

/** Every flow of DeadlineReminder; in Bình Phước the yearly report opens 60 days before 20/11, on 21/9. */
class DeadlineReminderTest extends ProcessTest {

    private static final String RUN = "2026-09-21";

    @Autowired
    private Obligations obligations;

    @Autowired
    private TimeMachine time;

    private List<Obligation> reportsOf2026() {
        return obligations.of("binh-phuoc").stream()
                .filter(obligation -> obligation.key().endsWith("/2026"))
                .toList();
    }

    private List<HistoricProcessInstance> runs(String day) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("DeadlineReminder")
                .processInstanceBusinessKey(day)
                .list();
    }

    private List<String> path(HistoricProcessInstance run) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(run.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    @Test
    void more_to_open_Yes_opens_the_next_hundred_in_another_transaction() {
        office.adopt("binh-phuoc", "20/09/2026", units(DutyOpening.CHUNK + 1, "so-ban-nganh"));
        then(reportsOf2026()).isEmpty();
        office.travelTo("21/09/2026 08:00:00");

        then(answers(RUN)).containsExactly("Còn nghĩa vụ chưa mở? Có", "Còn nghĩa vụ chưa mở? Không");
        then(reportsOf2026()).hasSize(DutyOpening.CHUNK + 1);
        then(tasks.createTaskQuery().taskDefinitionKey("Task_SubmitReport").count())
                .isEqualTo(DutyOpening.CHUNK + 1L);
    }

    @Test
    void more_to_open_No_writes_the_digests_of_the_day() {
        office.adopt("binh-phuoc", "19/10/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("21/10/2026 06:59:59");
        then(office.digestDays("so-y-te@unit.example")).doesNotContain("21/10/2026");
        office.travelTo("21/10/2026 07:30:00");

        then(answers("2026-10-21")).containsExactly("Còn nghĩa vụ chưa mở? Không");
        then(runs("2026-10-21"))
                .singleElement()
                .satisfies(run -> then(path(run))
                        .containsExactlyInAnyOrder(
                                "Event_EveryMorning",
                                "Task_OpenDueDuties",
                                "Gateway_MoreToOpen",
                                "Task_SendDigests",
                                "Event_Reminded"));
        then(office.digestDays("so-y-te@unit.example")).contains("21/10/2026");
    }

    @Test
    void a_run_that_rested_over_the_opening_day_opens_on_the_morning_it_rests_until() {
        office.adopt("binh-phuoc", "19/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        time.restUntil(LocalDate.of(2026, 9, 24));
        office.travelTo("24/09/2026 06:59:59");
        then(reportsOf2026()).isEmpty();
        office.travelTo("24/09/2026 07:30:00");

        then(runs(RUN)).isEmpty();
        then(reportsOf2026()).hasSize(1);
        then(runs("2026-09-24")).hasSize(1);
    }

    @Test
    void a_second_run_of_the_day_opens_nothing_twice() {
        office.adopt("binh-phuoc", "20/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("21/09/2026 08:00:00");
        runtime.startProcessInstanceByKey("DeadlineReminder");
        time.settle();

        then(runs(RUN)).hasSize(2);
        then(reportsOf2026()).hasSize(1);
        then(office.tasks("binh-phuoc/so-y-te/2026")).hasSize(1);
    }

    @Test
    void what_an_outage_left_out_opens_the_next_morning() {
        office.adopt("binh-phuoc", "15/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        time.startAt(Office.instant("25/09/2026 06:00:00"));
        then(reportsOf2026()).isEmpty();
        office.travelTo("25/09/2026 08:00:00");

        then(reportsOf2026()).hasSize(1);
        then(runs(RUN)).isEmpty();
        then(runs("2026-09-25")).hasSize(1);
    }
}
