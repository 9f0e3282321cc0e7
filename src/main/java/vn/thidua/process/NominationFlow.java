package vn.thidua.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.appraisal.Appraisals;
import vn.thidua.appraisal.OpinionAnswer;
import vn.thidua.appraisal.ReconcileAnswer;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.LiftAnswer;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;

/** What the model of a dossier asks and does; each method translates and nothing else. */
@Component("nominationFlow")
public class NominationFlow {

    private static final String AGENCY = "agency";
    static final String HOLD = "hold";

    /** The tasks whose due date is the dossier's running limit. */
    static final Set<String> LIMITED =
            Set.of("Task_ComposeDossier", "Task_SupplementDossier", "Task_ReceiveDossier", "Task_AppraiseDossier");

    /** The timers that fire at the dossier's running limit. */
    static final Set<String> TIMERS =
            Set.of("Event_SupplementDeadline", "Event_ReceiptDeadline", "Event_OpinionDeadline");

    private final Dossiers dossiers;
    private final InHand inHand;
    private final Nominations nominations;
    private final Appraisals appraisals;
    private final Holds holds;
    private final Answers answers;

    NominationFlow(
            Dossiers dossiers,
            InHand inHand,
            Nominations nominations,
            Appraisals appraisals,
            Holds holds,
            Answers answers) {
        this.dossiers = dossiers;
        this.inHand = inHand;
        this.nominations = nominations;
        this.appraisals = appraisals;
        this.holds = holds;
        this.answers = answers;
    }

    public String unitGroup(DelegateExecution execution) {
        return dossier(execution).unitGroup();
    }

    public String leadGroup(DelegateExecution execution) {
        return dossier(execution).leadGroup();
    }

    public Date deadline(DelegateExecution execution) {
        return Moments.timer(limit(dossier(execution)));
    }

    public @Nullable Date dueDate(DelegateExecution execution) {
        return Moments.due(limit(dossier(execution)));
    }

    /** The limit that runs; none while the dossier is paused. */
    static @Nullable Instant limit(Dossier dossier) {
        return dossier.held() ? null : dossier.limitAt();
    }

    public List<String> agencies(DelegateExecution execution) {
        return appraisals.agenciesToAsk(dossier(execution));
    }

    public String agencyGroup(DelegateExecution execution) {
        return appraisals.group(dossier(execution), String.valueOf(execution.getVariable(AGENCY)));
    }

    /** The agency whose opinion a task asks for: the one to whose people it is open. */
    String agency(String dossier, Collection<? extends IdentityLink> candidates) {
        return appraisals.agencyOf(dossier(dossier), groups(candidates));
    }

    private static List<String> groups(Collection<? extends IdentityLink> candidates) {
        return candidates.stream().map(IdentityLink::getGroupId).toList();
    }

    public boolean isReceived(DelegateExecution execution) {
        return state(execution) == DossierState.IN_APPRAISAL;
    }

    public boolean isReturned(DelegateExecution execution) {
        return state(execution) == DossierState.RETURNED;
    }

    public boolean supplementAsked(DelegateExecution execution) {
        return state(execution) == DossierState.SUPPLEMENT;
    }

    public void summariseOpinions(DelegateExecution execution) {
        appraisals.conclude(dossier(execution));
    }

    public boolean opinionsFavour(DelegateExecution execution) {
        return state(execution) == DossierState.APPRAISED;
    }

    public boolean opinionsDiffer(DelegateExecution execution) {
        return state(execution) == DossierState.OPINIONS_DIFFER;
    }

    public boolean isProposed(DelegateExecution execution) {
        return state(execution) == DossierState.APPRAISED;
    }

    public boolean isAwarded(DelegateExecution execution) {
        return state(execution) == DossierState.AWARDED;
    }

    public void endSupplement(DelegateExecution execution) {
        nominations.endSupplement(number(execution));
    }

    public void markOverdue(DelegateExecution execution) {
        appraisals.markOverdue(number(execution), execution.getCurrentActivityId());
    }

    public void submit(DelegateTask task) {
        Declared.none(task);
        nominations.submit(number(task.getExecution()));
    }

    public void receive(DelegateTask task) {
        nominations.receive(number(task.getExecution()), answers.take(task, ReceiptAnswer.class));
    }

    public void appraise(DelegateTask task) {
        var groups = groups(task.getCandidates());
        var number = number(task.getExecution());
        inHand.take(List.of(appraisals.give(number, groups, answers.take(task, OpinionAnswer.class))));
    }

    public void reconcile(DelegateTask task) {
        appraisals.reconcile(number(task.getExecution()), answers.take(task, ReconcileAnswer.class));
    }

    public void liftHold(DelegateTask task) {
        holds.lift(holdId(task.getExecution()), answers.take(task, LiftAnswer.class));
    }

    void describe(DelegateTask task) {
        var dossier = dossier(task.getExecution());
        task.setName("%s %s – %s".formatted(task.getName(), shortNumber(dossier.number()), dossier.nomineeName()));
        task.setDescription("%s, %s".formatted(dossier.formName(), dossier.unitName()));
    }

    /** "HS-2026-00001". */
    static String shortNumber(String number) {
        return number.substring(number.indexOf('/') + 1);
    }

    private DossierState state(DelegateExecution execution) {
        return dossier(execution).state();
    }

    private Dossier dossier(DelegateExecution execution) {
        return dossier(number(execution));
    }

    private Dossier dossier(String number) {
        return inHand.get(Dossier.class, number, dossiers::get);
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private static long holdId(DelegateExecution execution) {
        return ((Number) execution.getVariable(HOLD)).longValue();
    }
}
