package vn.thidua.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.DraftAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.SignAnswer;

/** What the model of a decision asks and does; each method translates and nothing else. */
@Component("decisionFlow")
public class DecisionFlow {

    private final Decisions decisions;
    private final Answers answers;
    private final Overdue overdue;
    private final InHand inHand;

    DecisionFlow(Decisions decisions, Answers answers, Overdue overdue, InHand inHand) {
        this.inHand = inHand;
        this.decisions = decisions;
        this.answers = answers;
        this.overdue = overdue;
    }

    public String draftingGroup(DelegateExecution execution) {
        return decision(execution).draftingGroup();
    }

    public List<String> signingGroups(DelegateExecution execution) {
        return decisions.signerGroups(decision(execution));
    }

    public List<String> clerkGroups(DelegateExecution execution) {
        return decisions.clerkGroups(decision(execution));
    }

    public boolean isSigned(DelegateExecution execution) {
        return decision(execution).state() == State.SIGNED;
    }

    public boolean isEmpty(DelegateExecution execution) {
        return decision(execution).state() == State.EMPTY;
    }

    public void issue(DelegateExecution execution) {
        decisions.issue(key(execution));
    }

    public Date resultsDeadline(DelegateExecution execution) {
        return Moments.timer(decision(execution).tellBy());
    }

    public @Nullable Date resultsDueDate(DelegateExecution execution) {
        return Moments.due(decision(execution).tellBy());
    }

    public void markResultsOverdue(DelegateExecution execution) {
        markOverdue(execution, "RESULTS");
    }

    public Date handOverDeadline(DelegateExecution execution) {
        return Moments.timer(decision(execution).deliverBy());
    }

    public @Nullable Date handOverDueDate(DelegateExecution execution) {
        return Moments.due(decision(execution).deliverBy());
    }

    public void markHandOverOverdue(DelegateExecution execution) {
        markOverdue(execution, "HAND_OVER");
    }

    private void markOverdue(DelegateExecution execution, String step) {
        overdue.record("decision.overdue", decision(execution).campaign(), key(execution), step);
    }

    public void draft(DelegateTask task) {
        decisions.draft(key(task.getExecution()), answers.take(task, DraftAnswer.class));
    }

    public void sign(DelegateTask task) {
        decisions.sign(key(task.getExecution()), answers.take(task, SignAnswer.class));
    }

    public void number(DelegateTask task) {
        decisions.number(key(task.getExecution()), answers.form(task, NumberAnswer.class));
    }

    public void sendResults(DelegateTask task) {
        decisions.sendResults(key(task.getExecution()), answers.form(task, DeliveryAnswer.class));
    }

    public void handOver(DelegateTask task) {
        decisions.handOver(key(task.getExecution()), answers.form(task, DeliveryAnswer.class));
    }

    void describe(DelegateTask task) {
        var decision = decision(task.getExecution());
        task.setName("%s – %s".formatted(task.getName(), decision.title()));
        task.setDescription("%d trường hợp; người quyết định: %s"
                .formatted(decision.standing().size(), decision.authority().name()));
        var number = decision.number();
        FormTexts.show(
                task,
                "%s. Người quyết định: %s; %d trường hợp.%s"
                        .formatted(
                                decision.title(),
                                decision.authority().name(),
                                decision.standing().size(),
                                number == null ? "" : " Số " + number.inWords() + "."),
                "/quyet-dinh/" + decision.id());
    }

    private AwardDecision decision(DelegateExecution execution) {
        return inHand.get(AwardDecision.class, key(execution), decisions::get);
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
