package vn.thidua.process;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Which flow knows what a task is about, by the process the task belongs to. */
@Component
class TaskNaming {

    /** What the engine's column holds. */
    private static final int LONGEST = 255;

    private final Map<String, Consumer<DelegateTask>> describing;

    TaskNaming(
            CampaignFlow campaigns,
            SubmissionFlow duties,
            RoundFlow rounds,
            NominationFlow dossiers,
            CouncilFlow sessions,
            DecisionFlow decisions,
            SuperiorFlow submissions,
            RevocationFlow revocations) {
        describing = Map.of(
                "CampaignLaunch", campaigns::describe,
                "LaunchPlanSubmission", duties::describe,
                "PeriodicReport", duties::describe,
                "ConsolidatedReport", duties::describe,
                "AwardRound", rounds::describe,
                "NominationDossier", dossiers::describe,
                "CouncilSession", sessions::describe,
                "AwardDecision", decisions::describe,
                "SuperiorSubmission", submissions::describe,
                "AwardRevocation", revocations::describe);
    }

    void describe(DelegateTask task) {
        describing.get(process(task)).accept(task);
        var name = task.getName();
        if (name.length() > LONGEST) task.setName(name.substring(0, LONGEST - 1) + "…");
    }

    /** The process of a definition id, which reads {@code NominationDossier:3:5f1c…}. */
    private static String process(DelegateTask task) {
        var definition = task.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }
}
