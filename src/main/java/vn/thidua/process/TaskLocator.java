package vn.thidua.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.process.engine.EngineIdentity;

/** Tells what a person's task is about, so that its form can show it. */
@Component
public class TaskLocator {

    /**
     * Where a task stands.
     *
     * @param businessKey of the obligation, round, dossier, sitting, decision, submission or revocation; of the campaign where an open
     *     point is to be ruled on
     * @param addressee agency id of the half the task is about; null where the obligation has only one
     * @param openPoint id of the open point to be ruled on; null for all other tasks
     * @param agency id of the agency whose opinion the task asks for
     * @param member user id of the council member whose ballot it is
     * @param hold id of the hold to be lifted
     * @param consultation id of the consultation whose reply is to be recorded
     * @param permission id of the request to nominate late
     */
    public record Located(
            String taskId,
            String definition,
            String businessKey,
            @Nullable String addressee,
            @Nullable String openPoint,
            @Nullable String agency,
            @Nullable String member,
            @Nullable Long hold,
            @Nullable Long consultation,
            @Nullable Long permission) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final NominationFlow dossiers;
    private final EngineIdentity identity;

    TaskLocator(TaskService tasks, RuntimeService runtime, NominationFlow dossiers, EngineIdentity identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.dossiers = dossiers;
        this.identity = identity;
    }

    /** @throws Refusal NOT_FOUND when there is no such task, or none that the person signed in may see */
    public Located locate(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) throw unknown();
        return identity.asSystem(() -> located(task));
    }

    private Located located(Task task) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance == null) throw unknown();
        return new Located(
                task.getId(),
                task.getTaskDefinitionKey(),
                instance.getBusinessKey(),
                variable(task, SubmissionFlow.ADDRESSEE),
                variable(task, "openPoint"),
                agency(task, instance.getBusinessKey()),
                variable(task, CouncilFlow.MEMBER),
                id(task, NominationFlow.HOLD),
                id(task, SuperiorFlow.CONSULTATION),
                id(task, RoundFlow.PERMISSION));
    }

    private @Nullable String agency(Task task, String businessKey) {
        return "Task_AppraiseDossier".equals(task.getTaskDefinitionKey())
                ? dossiers.agency(businessKey, tasks.getIdentityLinksForTask(task.getId()))
                : null;
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không còn công việc này, hoặc công việc không thuộc đơn vị hay cơ quan của ông/bà.");
    }

    private @Nullable Long id(Task task, String name) {
        var value = variable(task, name);
        return value == null ? null : Long.valueOf(value);
    }

    private @Nullable String variable(Task task, String name) {
        var value = runtime.getVariable(task.getExecutionId(), name);
        return value == null ? null : value.toString();
    }
}
