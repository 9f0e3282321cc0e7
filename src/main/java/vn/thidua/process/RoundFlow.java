package vn.thidua.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilSessions;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.LateAnswer;
import vn.thidua.nomination.LatePermission;
import vn.thidua.nomination.TermsAnswer;

/** What the model of an award round asks and does; each method translates and nothing else. */
@Component("roundFlow")
public class RoundFlow {

    static final String PERMISSION = "permission";

    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final CouncilSessions sessions;
    private final Decisions decisions;
    private final SuperiorSubmissions submissions;
    private final Answers answers;
    private final Overdue overdue;
    private final InHand inHand;

    RoundFlow(
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            CouncilSessions sessions,
            Decisions decisions,
            SuperiorSubmissions submissions,
            Answers answers,
            Overdue overdue,
            InHand inHand) {
        this.inHand = inHand;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.sessions = sessions;
        this.decisions = decisions;
        this.submissions = submissions;
        this.answers = answers;
        this.overdue = overdue;
    }

    public String standingGroup(DelegateExecution execution) {
        return campaigns.get(round(execution).campaign()).standingAgencyGroup();
    }

    /** Who allocates the numbers; where the plan names nobody, the standing agency does. */
    public String allocatingGroup(DelegateExecution execution) {
        var campaign = campaigns.get(round(execution).campaign());
        return roles.allocatingGroup(campaign).orElseGet(campaign::standingAgencyGroup);
    }

    public String leadGroup(DelegateExecution execution) {
        return round(execution).leadGroup();
    }

    public boolean mustAllocate(DelegateExecution execution) {
        return rounds.numbersToAllocate(key(execution));
    }

    public Date windowClosesAt(DelegateExecution execution) {
        return Date.from(round(execution).closesAt());
    }

    public void closeWindow(DelegateExecution execution) {
        rounds.closeWindow(key(execution));
    }

    public Date appraisalDeadline(DelegateExecution execution) {
        return Moments.timer(appraisalLimit(execution));
    }

    public @Nullable Date appraisalDueDate(DelegateExecution execution) {
        return Moments.due(appraisalLimit(execution));
    }

    private Instant appraisalLimit(DelegateExecution execution) {
        return round(execution).terms().appraisalDueAt();
    }

    public void markAppraisalOverdue(DelegateExecution execution) {
        var round = round(execution);
        overdue.record("round.overdue", round.campaign(), round.key(), "APPRAISAL");
    }

    public boolean needsCouncil(DelegateExecution execution) {
        return sessions.needed(key(execution));
    }

    public void conveneCouncil(DelegateExecution execution) {
        sessions.open(key(execution));
    }

    public void openDecisions(DelegateExecution execution) {
        decisions.open(key(execution));
        submissions.open(key(execution));
    }

    public boolean awaitsResults(DelegateExecution execution) {
        return !decisions.nothingLeft(key(execution));
    }

    public void conclude(DelegateExecution execution) {
        rounds.conclude(key(execution));
    }

    public boolean lateGranted(DelegateExecution execution) {
        return permission(execution).state() == LatePermission.State.GRANTED;
    }

    public Date lateClosesAt(DelegateExecution execution) {
        return Moments.timer(permission(execution).endsAt());
    }

    public void closeLate(DelegateExecution execution) {
        rounds.closeLate(permissionId(execution));
    }

    public void setTerms(DelegateTask task) {
        rounds.setTerms(key(task.getExecution()), answers.take(task, TermsAnswer.class));
    }

    public void allocate(DelegateTask task) {
        rounds.allocate(key(task.getExecution()), answers.take(task, AllocationAnswer.class));
    }

    public void concludeAppraisal(DelegateTask task) {
        rounds.concludeAppraisal(key(task.getExecution()), answers.take(task, ConclusionAnswer.class));
    }

    public void decideLate(DelegateTask task) {
        rounds.decideLate(permissionId(task.getExecution()), answers.take(task, LateAnswer.class));
    }

    void describe(DelegateTask task) {
        var round = round(task.getExecution());
        if (task.getTaskDefinitionKey().equals("Task_DecideLateNomination")) {
            var permission = permission(task.getExecution());
            task.setName("%s – %s".formatted(task.getName(), permission.unitName()));
            task.setDescription(permission.reason());
        } else {
            task.setName("%s – %s".formatted(task.getName(), round.name()));
            task.setDescription(
                    "nhận hồ sơ đến hết ngày " + VietnamTime.date(round.terms().closesOn()));
        }
    }

    private LatePermission permission(DelegateExecution execution) {
        return rounds.latePermission(permissionId(execution));
    }

    private static long permissionId(DelegateExecution execution) {
        return ((Number) execution.getVariable(PERMISSION)).longValue();
    }

    private AwardRound round(DelegateExecution execution) {
        return inHand.get(AwardRound.class, key(execution), rounds::get);
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
