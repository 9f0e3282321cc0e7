package vn.thidua.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.organisation.Substitution;
import vn.thidua.organisation.Substitutions;
import vn.thidua.organisation.Substitutions.SubstitutionRecorded;
import vn.thidua.process.engine.EngineIdentity;

/**
 * What an absent officer had taken goes to the substitute, when the substitution is recorded and every morning while it lasts. A ballot
 * is nobody else's to cast and stays.
 */
@Component
class AbsentOfficers {

    private final TaskService tasks;
    private final Substitutions substitutions;
    private final EngineIdentity identity;
    private final MovableClock clock;

    AbsentOfficers(TaskService tasks, Substitutions substitutions, EngineIdentity identity, MovableClock clock) {
        this.tasks = tasks;
        this.substitutions = substitutions;
        this.identity = identity;
        this.clock = clock;
    }

    @EventListener
    void handOver(SubstitutionRecorded recorded) {
        var today = clock.today();
        var substitution = recorded.substitution();
        if (substitution.from().isAfter(today) || substitution.to().isBefore(today)) return;
        handOver(List.of(substitution));
    }

    /** For all substitutions that hold today. */
    void handOver() {
        handOver(substitutions.on(clock.today()));
    }

    private void handOver(List<Substitution> inForce) {
        identity.doAsSystem(() -> inForce.forEach(this::handOver));
    }

    /** Only tasks open to the agency's group: those given to the one person by name have no such group. */
    private void handOver(Substitution substitution) {
        tasks.createTaskQuery()
                .taskAssignee(substitution.absent())
                .taskCandidateGroup(substitution.group())
                .includeAssignedTasks()
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), substitution.substitute()));
    }
}
