package vn.thidua.process;

import java.util.Collection;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.DecisionProcess;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.process.engine.EngineIdentity;

/** Moves the processes of decisions, submissions and revocations, and those of the dossiers and rounds that wait for them. */
@Component
class EngineDecisionProcess implements DecisionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final ConcludedDossiers dossiers;
    private final Messages messages;

    EngineDecisionProcess(
            RuntimeService runtime,
            TaskService tasks,
            EngineIdentity identity,
            ConcludedDossiers dossiers,
            Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    @Override
    public void start(AwardDecision decision) {
        start("AwardDecision", decision.key());
    }

    @Override
    public void start(SuperiorSubmission submission) {
        start("SuperiorSubmission", submission.key());
    }

    @Override
    public void start(Revocation revocation) {
        if (revocation.kind() == Revocation.Kind.REVOKE) start("AwardRevocation", revocation.key());
        else identity.doAsSystem(() -> runtime.startProcessInstanceByMessage("award.reissue-asked", revocation.key()));
    }

    private void start(String process, String key) {
        identity.doAsSystem(() -> runtime.startProcessInstanceByKey(process, key));
    }

    @Override
    public void ended(AwardDecision decision) {
        messages.send("decision.ended", decision.key());
    }

    @Override
    public void ended(SuperiorSubmission submission) {
        messages.send("submission.ended", submission.key());
    }

    @Override
    public void passedOn(Collection<String> keys, String before, String after) {
        identity.doAsSystem(() -> keys.forEach(key -> tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .list()
                .forEach(task -> Handover.hand(tasks, task, before, after))));
    }

    @Override
    public void concluded(Collection<String> numbers) {
        dossiers.tell(numbers);
    }

    @Override
    public void outcomeArrived(String submission) {
        messages.send("superior.outcome", submission);
    }

    @Override
    public void roundConcluded(String round) {
        messages.send("round.concluded", round);
    }
}
