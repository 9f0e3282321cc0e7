package vn.thidua.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.decision.OutcomeAnswer;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.SendAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.decision.SuperiorSubmissions;

/** What the model of a submission to a superior asks and does; each method translates and nothing else. */
@Component("superiorFlow")
public class SuperiorFlow {

    static final String CONSULTATION = "consultation";

    private final SuperiorSubmissions submissions;
    private final Consultations consultations;
    private final Answers answers;
    private final Overdue overdue;

    SuperiorFlow(SuperiorSubmissions submissions, Consultations consultations, Answers answers, Overdue overdue) {
        this.submissions = submissions;
        this.consultations = consultations;
        this.answers = answers;
        this.overdue = overdue;
    }

    public String leadGroup(DelegateExecution execution) {
        return submission(execution).preparingGroup();
    }

    public List<String> signingGroups(DelegateExecution execution) {
        return submissions.signerGroups(submission(execution));
    }

    public List<String> clerkGroups(DelegateExecution execution) {
        return submissions.clerkGroups(submission(execution));
    }

    public List<String> outcomeGroups(DelegateExecution execution) {
        var groups = new LinkedHashSet<>(clerkGroups(execution));
        groups.add(leadGroup(execution));
        return List.copyOf(groups);
    }

    public Date preparationDeadline(DelegateExecution execution) {
        return Moments.timer(submission(execution).submitBy());
    }

    public @Nullable Date preparationDueDate(DelegateExecution execution) {
        return Moments.due(submission(execution).submitBy());
    }

    public void markPreparationOverdue(DelegateExecution execution) {
        markOverdue(execution, "PREPARATION");
    }

    public boolean mustConsult(DelegateExecution execution) {
        return !consultations(execution).isEmpty();
    }

    public List<Long> consultations(DelegateExecution execution) {
        return submissions.openConsultations(key(execution));
    }

    public Date replyDeadline(DelegateExecution execution) {
        return Moments.timer(consultation(execution).dueAt());
    }

    public @Nullable Date replyDueDate(DelegateExecution execution) {
        return Moments.due(consultation(execution).dueAt());
    }

    public void markReplyOverdue(DelegateExecution execution) {
        var asked = consultation(execution);
        overdue.record("consultation.overdue", submission(execution).campaign(), asked.dossier(), asked.addressee());
    }

    public boolean isSigned(DelegateExecution execution) {
        return submission(execution).state() == State.TO_SEND;
    }

    public boolean hasCases(DelegateExecution execution) {
        return !isConcluded(execution);
    }

    public boolean isConcluded(DelegateExecution execution) {
        return submission(execution).state() == State.CONCLUDED;
    }

    public boolean isShared(DelegateExecution execution) {
        return submissions.isHandedOverHere(key(execution));
    }

    public void handOver(DelegateExecution execution) {
        submissions.handOver(key(execution));
    }

    public Date outcomeDeadline(DelegateExecution execution) {
        return Moments.timer(outcomeBy(execution));
    }

    public @Nullable Date outcomeDueDate(DelegateExecution execution) {
        return Moments.due(outcomeBy(execution));
    }

    private @Nullable Instant outcomeBy(DelegateExecution execution) {
        return submissions.outcomeBy(submission(execution)).orElse(null);
    }

    public void markOutcomeOverdue(DelegateExecution execution) {
        markOverdue(execution, "OUTCOME");
    }

    public boolean isSentBack(DelegateExecution execution) {
        return submissions.isReturned(key(execution));
    }

    private void markOverdue(DelegateExecution execution, String step) {
        overdue.record("submission-letter.overdue", submission(execution).campaign(), key(execution), step);
    }

    public void prepare(DelegateTask task) {
        submissions.prepare(key(task.getExecution()), answers.take(task, PrepareAnswer.class));
    }

    public void recordReply(DelegateTask task) {
        consultations.recordReply(consultationId(task.getExecution()), answers.take(task, ReplyAnswer.class));
    }

    public void sign(DelegateTask task) {
        submissions.sign(key(task.getExecution()), answers.take(task, SignAnswer.class));
    }

    public void send(DelegateTask task) {
        submissions.send(key(task.getExecution()), answers.take(task, SendAnswer.class));
    }

    public void enterOutcome(DelegateTask task) {
        submissions.enterOutcome(key(task.getExecution()), answers.take(task, OutcomeAnswer.class));
    }

    void describe(DelegateTask task) {
        var submission = submission(task.getExecution());
        if (task.getTaskDefinitionKey().equals("Task_RecordReply")) {
            var asked = consultation(task.getExecution());
            task.setName("%s – %s, %s"
                    .formatted(task.getName(), asked.addressee(), NominationFlow.shortNumber(asked.dossier())));
            task.setDescription(asked.kind().label() + ", " + asked.limitBasis());
        } else {
            task.setName("%s – %s".formatted(task.getName(), submission.title()));
            task.setDescription("%d trường hợp trình %s"
                    .formatted(
                            submission.pending().size(), submission.superior().name()));
        }
    }

    private Consultation consultation(DelegateExecution execution) {
        return consultations.get(consultationId(execution));
    }

    private static long consultationId(DelegateExecution execution) {
        return ((Number) execution.getVariable(CONSULTATION)).longValue();
    }

    private SuperiorSubmission submission(DelegateExecution execution) {
        return submissions.get(key(execution));
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
