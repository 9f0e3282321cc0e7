package vn.thidua.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.Duty;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;
import vn.thidua.submission.SubmissionProcess;

/** Moves the processes of submission; the port's promise that every call joins the caller's transaction is kept by the engine. */
@Component
class EngineSubmissionProcess implements SubmissionProcess {

    private static final Map<Duty.Type, String> PROCESS = Map.of(
            Duty.Type.LAUNCH_PLAN, "LaunchPlanSubmission",
            Duty.Type.PERIODIC_REPORT, "PeriodicReport",
            Duty.Type.CONSOLIDATED_REPORT, "ConsolidatedReport");
    private static final Map<Duty.Type, String> HAND_IN = Map.of(
            Duty.Type.LAUNCH_PLAN, "Task_SubmitLaunchPlan",
            Duty.Type.PERIODIC_REPORT, "Task_SubmitReport",
            Duty.Type.CONSOLIDATED_REPORT, "Task_FinishConsolidatedReport");
    private static final Map<Duty.Type, String> REVIEW = Map.of(
            Duty.Type.LAUNCH_PLAN, "Task_ReviewLaunchPlan",
            Duty.Type.PERIODIC_REPORT, "Task_ReviewReport",
            Duty.Type.CONSOLIDATED_REPORT, "Task_AcknowledgeReport");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final EngineIdentity identity;
    private final JustOpened justOpened;
    private final ProcessEngineConfigurationImpl engine;

    EngineSubmissionProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            EngineIdentity identity,
            JustOpened justOpened,
            ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.justOpened = justOpened;
        this.engine = engine;
    }

    @Override
    public void start(List<Obligation> opened) {
        identity.doAsSystem(() -> justOpened.during(
                opened,
                () -> inOneFlush(() -> opened.forEach(obligation -> runtime.startProcessInstanceByKey(
                        PROCESS.get(obligation.type()),
                        obligation.key(),
                        Map.of("ownerGroup", obligation.ownerGroup()))))));
    }

    /** One command for all, so that the engine writes their rows in batches. */
    private void inOneFlush(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }

    @Override
    public void handedIn(Obligation obligation, String addressee) {
        complete(obligation, addressee, HAND_IN.get(obligation.type()));
    }

    @Override
    public void reviewed(Obligation obligation, String addressee) {
        complete(obligation, addressee, REVIEW.get(obligation.type()));
    }

    @Override
    public void withdrawn(Obligation obligation, String addressee) {
        identity.doAsSystem(() -> {
            var correlation = runtime.createMessageCorrelation("submission.withdrawn")
                    .processInstanceBusinessKey(obligation.key());
            if (obligation.type() != Duty.Type.CONSOLIDATED_REPORT) {
                correlation.localVariableEquals(SubmissionFlow.ADDRESSEE, addressee);
            }
            correlation.correlate();
        });
    }

    @Override
    public void deadlineMoved(Obligation obligation, Part part) {
        identity.doAsSystem(() -> task(obligation, part.addressee(), HAND_IN.get(obligation.type()))
                .ifPresent(task -> move(obligation, part, task)));
    }

    private void move(Obligation obligation, Part part, Task task) {
        var deadline = part.deadline() == null
                ? SubmissionFlow.UNDATED
                : java.util.Date.from(part.deadline().instant());
        var timer = timer(task);
        if (timer.isPresent()) {
            management.setJobDuedate(timer.get().getId(), deadline);
            task.setDueDate(SubmissionFlow.dueDate(part));
            task.setDescription(part.deadlineInWords());
            tasks.saveTask(task);
        } else renew(obligation, part, task);
    }

    /** The timer has fired already: the step begins anew, with a new timer, for the same person. */
    private void renew(Obligation obligation, Part part, Task task) {
        var instance = runtime.getActivityInstance(task.getProcessInstanceId());
        var step = java.util.Arrays.stream(instance.getActivityInstances(task.getTaskDefinitionKey()))
                .filter(candidate ->
                        java.util.Arrays.asList(candidate.getExecutionIds()).contains(task.getExecutionId()))
                .findFirst()
                .orElseThrow();
        runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(task.getTaskDefinitionKey(), step.getParentActivityInstanceId())
                .cancelActivityInstance(step.getId())
                .execute();
        if (task.getAssignee() != null) {
            task(obligation, part.addressee(), task.getTaskDefinitionKey())
                    .ifPresent(again -> tasks.setAssignee(again.getId(), task.getAssignee()));
        }
    }

    private Optional<Job> timer(Task task) {
        return management.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().list().stream()
                .filter(job -> isOf(job, task))
                .findFirst();
    }

    private boolean isOf(Job job, Task task) {
        return job.getExecutionId().equals(task.getExecutionId());
    }

    @Override
    public void ownerChanged(Obligation obligation) {
        identity.doAsSystem(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(obligation.key())
                .list()
                .forEach(instance -> {
                    var before = runtime.getVariable(instance.getId(), "ownerGroup");
                    runtime.setVariable(instance.getId(), "ownerGroup", obligation.ownerGroup());
                    tasks.createTaskQuery()
                            .processInstanceId(instance.getId())
                            .taskDefinitionKey(HAND_IN.get(obligation.type()))
                            .list()
                            .forEach(task -> hand(task, String.valueOf(before), obligation));
                }));
    }

    private void hand(Task task, String before, Obligation obligation) {
        tasks.deleteGroupIdentityLink(task.getId(), before, IdentityLinkType.CANDIDATE);
        tasks.addCandidateGroup(task.getId(), obligation.ownerGroup());
        tasks.setAssignee(task.getId(), null);
    }

    @Override
    public void ended(Obligation obligation) {
        identity.doAsSystem(() -> runtime.createMessageCorrelation("duty.ended")
                .processInstanceBusinessKey(obligation.key())
                .correlateAllWithResult());
    }

    @Override
    public void lookForDuties() {
        identity.doAsSystem(() -> runtime.createProcessInstanceByKey("DeadlineReminder")
                .businessKey("mở nghĩa vụ")
                .startBeforeActivity("Task_OpenDueDuties")
                .execute());
    }

    private void complete(Obligation obligation, String addressee, String definition) {
        identity.doAsSystem(
                () -> task(obligation, addressee, definition).ifPresent(task -> tasks.complete(task.getId())));
    }

    private Optional<Task> task(Obligation obligation, String addressee, String definition) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(obligation.key())
                .taskDefinitionKey(definition)
                .list()
                .stream()
                .filter(task -> obligation.type() == Duty.Type.CONSOLIDATED_REPORT
                        || addressee.equals(runtime.getVariable(task.getExecutionId(), SubmissionFlow.ADDRESSEE)))
                .findFirst();
    }
}
