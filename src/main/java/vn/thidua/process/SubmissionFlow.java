package vn.thidua.process;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.Campaigns;
import vn.thidua.submission.ConsolidatedReports;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Part;
import vn.thidua.submission.Submissions;

/** What the models of submission ask and do; each method translates and nothing else. */
@Component("submissionFlow")
public class SubmissionFlow {

    /** Where a deadline is "chưa quy định" the timer waits here, out of the way, until the standing agency sets one. */
    static final Date UNDATED =
            Date.from(LocalDate.of(9999, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC));

    static final String ADDRESSEE = "addressee";

    private final Submissions submissions;
    private final Obligations obligations;
    private final ConsolidatedReports consolidated;
    private final Campaigns campaigns;
    private final JustOpened justOpened;

    SubmissionFlow(
            Submissions submissions,
            Obligations obligations,
            ConsolidatedReports consolidated,
            Campaigns campaigns,
            JustOpened justOpened) {
        this.submissions = submissions;
        this.obligations = obligations;
        this.consolidated = consolidated;
        this.campaigns = campaigns;
        this.justOpened = justOpened;
    }

    public List<String> addressees(DelegateExecution execution) {
        return obligation(execution).parts().stream()
                .filter(Part::isAwaited)
                .map(Part::addressee)
                .toList();
    }

    public String reviewerGroup(DelegateExecution execution) {
        return part(execution).reviewerGroup();
    }

    public Date deadline(DelegateExecution execution) {
        var deadline = part(execution).deadline();
        return deadline == null ? UNDATED : Date.from(deadline.instant());
    }

    public @Nullable Date dueDate(DelegateExecution execution) {
        return dueDate(part(execution));
    }

    static @Nullable Date dueDate(Part part) {
        return part.deadline() == null ? null : Date.from(part.deadline().lastMoment());
    }

    public boolean accepted(DelegateExecution execution) {
        return part(execution).state() == Part.State.ACCEPTED;
    }

    public boolean acceptsLate(DelegateExecution execution) {
        return submissions.acceptsLate(execution.getProcessBusinessKey(), addressee(execution));
    }

    public void markOverdue(DelegateExecution execution) {
        submissions.passDeadline(execution.getProcessBusinessKey(), addressee(execution));
    }

    /** Puts the first draft of a consolidated report before its agency. */
    public void composeDraft(DelegateExecution execution) {
        consolidated.beginDraft(execution.getProcessBusinessKey());
    }

    /** Names the task after what it is about, so that a list of tasks can be read. */
    public void describe(DelegateTask task) {
        var execution = task.getExecution();
        var obligation = obligation(execution);
        var period = obligation.period().frequency() == Frequency.ONCE
                ? ""
                : " " + obligation.period().inWords();
        var part = part(execution);
        var addressee = obligation.parts().size() > 1
                ? " → " + campaigns.agencyName(obligation.campaign(), part.addressee())
                : "";
        task.setName("%s%s – %s%s".formatted(task.getName(), period, obligation.ownerName(), addressee));
        task.setDescription(part.deadlineInWords());
    }

    public void handIn(DelegateTask task) {
        Declared.none(task);
        submissions.completeHandIn(task.getExecution().getProcessBusinessKey(), addressee(task.getExecution()));
    }

    public void review(DelegateTask task) {
        var form = Declared.take(task, "decision", "reason", "newDeadline");
        submissions.completeReview(
                task.getExecution().getProcessBusinessKey(),
                addressee(task.getExecution()),
                form.get("decision"),
                form.get("reason"),
                form.get("newDeadline"));
    }

    private Part part(DelegateExecution execution) {
        return obligation(execution).part(addressee(execution));
    }

    /** The addressee of this branch; a consolidated report has just one. */
    private String addressee(DelegateExecution execution) {
        var addressee = execution.getVariable(ADDRESSEE);
        return addressee != null
                ? addressee.toString()
                : obligation(execution).parts().get(0).addressee();
    }

    private Obligation obligation(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        return justOpened.find(key).orElseGet(() -> obligations.get(key));
    }
}
