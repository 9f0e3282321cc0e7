package vn.thidua.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves what runs toward a limit: the timer and the due date of the task together, from one place. */
@Component("runningLimits")
class Limits {

    private final TaskService tasks;
    private final ManagementService management;

    Limits(TaskService tasks, ManagementService management) {
        this.tasks = tasks;
        this.management = management;
    }

    /**
     * The timers of the process at these events, and the due dates of its tasks with these definitions.
     *
     * @param limit the first instant that is late; null where none runs
     */
    void move(String process, Collection<String> timers, Collection<String> definitions, @Nullable Instant limit) {
        moveTimers(process, timers, Moments.timer(limit));
        if (definitions.isEmpty()) return;
        tasks.createTaskQuery()
                .processInstanceId(process)
                .taskDefinitionKeyIn(definitions.toArray(String[]::new))
                .list()
                .forEach(task -> due(task, limit));
    }

    private void moveTimers(String processInstance, Collection<String> timers, Date at) {
        management.createJobQuery().processInstanceId(processInstance).timers().list().stream()
                .filter(job -> timers.contains(activity(job)))
                .forEach(job -> management.setJobDuedate(job.getId(), at));
    }

    private String activity(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** The due dates of the tasks with this definition, each by its business key. */
    void moveDueDates(String definition, Map<String, Instant> limits) {
        if (limits.isEmpty()) return;
        limits.forEach((key, limit) -> tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(definition)
                .list()
                .forEach(task -> due(task, limit)));
    }

    private void due(Task task, @Nullable Instant limit) {
        task.setDueDate(Moments.due(limit));
        tasks.saveTask(task);
    }
}
