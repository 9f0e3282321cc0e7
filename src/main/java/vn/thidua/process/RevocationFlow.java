package vn.thidua.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.Revocation.State;
import vn.thidua.decision.RevocationAnswers;
import vn.thidua.decision.Revocations;

/** What the model of a revocation or reissue asks and does; each method translates and nothing else. */
@Component("revocationFlow")
public class RevocationFlow {

    private final Revocations revocations;
    private final Answers answers;
    private final Overdue overdue;

    RevocationFlow(Revocations revocations, Answers answers, Overdue overdue) {
        this.revocations = revocations;
        this.answers = answers;
        this.overdue = overdue;
    }

    public String leadGroup(DelegateExecution execution) {
        return revocations.proposingGroup(revocation(execution));
    }

    public List<String> signingGroups(DelegateExecution execution) {
        return revocations.signerGroups(revocation(execution));
    }

    public List<String> clerkGroups(DelegateExecution execution) {
        return revocations.clerkGroups(revocation(execution));
    }

    public boolean isSigned(DelegateExecution execution) {
        return revocation(execution).state() == State.SIGNED;
    }

    public boolean isDismissed(DelegateExecution execution) {
        return revocation(execution).state() == State.DISMISSED;
    }

    public void revoke(DelegateExecution execution) {
        revocations.revoke(key(execution));
    }

    public Date recoveryDeadline(DelegateExecution execution) {
        return Moments.timer(revocation(execution).recoverBy());
    }

    public @Nullable Date recoveryDueDate(DelegateExecution execution) {
        return Moments.due(revocation(execution).recoverBy());
    }

    public void markRecoveryOverdue(DelegateExecution execution) {
        overdue.record("revocation.overdue", revocation(execution).entry().campaign(), key(execution), "RECOVERY");
    }

    public void propose(DelegateTask task) {
        revocations.propose(key(task.getExecution()), answers.take(task, RevocationAnswers.Proposal.class));
    }

    public void sign(DelegateTask task) {
        revocations.sign(key(task.getExecution()), answers.form(task, RevocationAnswers.Signing.class));
    }

    public void recover(DelegateTask task) {
        revocations.recover(key(task.getExecution()), answers.form(task, RevocationAnswers.Recovery.class));
    }

    public void reissue(DelegateTask task) {
        revocations.issue(key(task.getExecution()), answers.form(task, RevocationAnswers.Issue.class));
    }

    void describe(DelegateTask task) {
        var revocation = revocation(task.getExecution());
        task.setName("%s – %s".formatted(task.getName(), revocation.entry().name()));
        task.setDescription(revocation.reason());
        var entry = revocation.entry();
        FormTexts.show(
                task,
                "%s cho %s (%s), theo %s. Lý do: %s"
                        .formatted(
                                entry.award(), entry.name(), entry.unitName(), entry.document(), revocation.reason()),
                "/so-vang/" + entry.campaign());
    }

    private Revocation revocation(DelegateExecution execution) {
        return revocations.get(key(execution));
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
