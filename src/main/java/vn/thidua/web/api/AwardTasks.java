package vn.thidua.web.api;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.process.TaskTexts;
import vn.thidua.web.api.AwardTaskViews.AwardTask;

/** What a task on the way from nomination to award is about, by the step it stands at. */
@Component
class AwardTasks {

    private static final Set<String> ROUND =
            Set.of("Task_SetTerms", "Task_AllocateNumbers", "Task_DecideLateNomination", "Task_ConcludeAppraisal");
    private static final Set<String> DOSSIER = Set.of(
            "Task_ComposeDossier",
            "Task_SupplementDossier",
            "Task_ReceiveDossier",
            "Task_AppraiseDossier",
            "Task_ReconcileOpinions",
            "Task_LiftHold");
    private static final Set<String> COUNCIL = Set.of(
            "Task_PrepareAgenda",
            "Task_CastBallot",
            "Task_EnterPostalBallots",
            "Task_SettleTies",
            "Task_CheckMinutes",
            "Task_SignMinutes");
    private static final Set<String> DECISION = Set.of(
            "Task_DraftDecision",
            "Task_SignDecision",
            "Task_NumberDecision",
            "Task_SendResults",
            "Task_HandOverCertificates");
    private static final Set<String> SUBMISSION = Set.of(
            "Task_PrepareSubmission",
            "Task_RecordReply",
            "Task_SignSubmission",
            "Task_SendSubmission",
            "Task_EnterOutcome");
    private static final Set<String> REVOCATION =
            Set.of("Task_ProposeRevocation", "Task_SignRevocation", "Task_RecoverAward", "Task_IssueReissue");

    private final TaskTexts texts;
    private final RoundTasks rounds;
    private final DossierTasks dossiers;
    private final CouncilTasks council;
    private final DecisionTasks decisions;

    AwardTasks(
            TaskTexts texts, RoundTasks rounds, DossierTasks dossiers, CouncilTasks council, DecisionTasks decisions) {
        this.texts = texts;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.council = council;
        this.decisions = decisions;
    }

    boolean isAward(Located located) {
        var step = located.definition();
        return ROUND.contains(step)
                || DOSSIER.contains(step)
                || COUNCIL.contains(step)
                || DECISION.contains(step)
                || SUBMISSION.contains(step)
                || REVOCATION.contains(step);
    }

    AwardTask of(Located located) {
        var step = located.definition();
        var asks = texts.asked(located.taskId());
        if (ROUND.contains(step)) return rounds.of(located, asks);
        if (DOSSIER.contains(step)) return dossiers.of(located, asks);
        if (COUNCIL.contains(step)) return council.of(located, asks);
        if (DECISION.contains(step)) return decisions.ofDecision(located, asks);
        return SUBMISSION.contains(step)
                ? decisions.ofSubmission(located, asks)
                : decisions.ofRevocation(located, asks);
    }
}
