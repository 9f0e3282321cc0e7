package vn.thidua.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.date;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.Campaign;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Substitutions;
import vn.thidua.support.ThiDuaTest;

/** What an absent officer had taken is done by the substitute. */
class AbsentOfficersTest extends ThiDuaTest {

    private static final String GROUP = "binh-phuoc.so-noi-vu";

    @Autowired
    private TaskService tasks;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Substitutions substitutions;

    private Campaign campaign;

    @BeforeEach
    void people() {
        campaign = office.adopt("binh-phuoc", "09/03/2026");
        for (var person : Set.of("binh", "chi")) {
            accounts.create(person, person, person + "@office.example", "Thidua@Test2026", Set.of(GROUP));
        }
        office.tasks("binh-phuoc").stream().limit(2).forEach(task -> tasks.setAssignee(task.getId(), "binh"));
    }

    @Test
    void taken_tasks_go_to_the_substitute_at_once_when_the_absence_has_begun() {
        record("09/03/2026", "12/03/2026");

        assertThat(taken("binh")).isZero();
        assertThat(taken("chi")).isEqualTo(2);
    }

    @Test
    void or_on_the_morning_it_begins() {
        record("11/03/2026", "12/03/2026");
        assertThat(taken("chi")).isZero();

        office.travelTo("11/03/2026 08:00:00");

        assertThat(taken("chi")).isEqualTo(2);
    }

    @Test
    void what_was_given_to_the_person_by_name_stays() {
        var ballot = tasks.newTask();
        ballot.setAssignee("binh");
        tasks.saveTask(ballot);

        record("09/03/2026", "12/03/2026");

        assertThat(tasks.createTaskQuery().taskAssignee("binh").list())
                .extracting(Task::getId)
                .containsExactly(ballot.getId());
        tasks.deleteTask(ballot.getId(), true);
    }

    private void record(String from, String to) {
        office.asStandingAgency(
                campaign,
                () -> substitutions.record("binh-phuoc", "binh", "chi", GROUP, date(from), date(to), "Nghỉ phép"));
    }

    private long taken(String person) {
        return tasks.createTaskQuery().taskAssignee(person).count();
    }
}
