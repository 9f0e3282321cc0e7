package vn.thidua.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.thidua.process.Models.Model;

/** Runs after all other classes: did their processes take every sequence flow of every model? */
@Order(Integer.MAX_VALUE)
class FlowCoverageTest {

    private static final List<Class<? extends ProcessTest>> PROCESS_TESTS = List.of(
            CampaignLaunchTest.class,
            LaunchPlanSubmissionTest.class,
            PeriodicReportTest.class,
            ConsolidatedReportTest.class,
            DeadlineReminderTest.class,
            AwardRoundTest.class,
            NominationDossierTest.class,
            CouncilSessionTest.class,
            AwardDecisionTest.class,
            SuperiorSubmissionTest.class,
            AwardRevocationTest.class);

    @Test
    void every_sequence_flow_of_every_model_was_taken_by_a_test() {
        assumeThat(ProcessTest.notRun(PROCESS_TESTS))
                .as("not judged: the process tests that take the flows did not all run")
                .isEmpty();

        var missing = Models.shipped().stream()
                .flatMap(model -> model.all(SequenceFlow.class)
                        .filter(flow -> !FlowsTaken.everTaken(model.process().getId(), flow.getId()))
                        .map(flow -> inWords(model, flow)))
                .toList();
        assertThat(missing).as("sequence flows no test takes").isEmpty();
    }

    private static String inWords(Model model, SequenceFlow flow) {
        return "%s: \"%s\" → \"%s\"%s (%s)"
                .formatted(
                        model.process().getName(),
                        flow.getSource().getName(),
                        flow.getTarget().getName(),
                        flow.getName() == null ? "" : ", \"" + flow.getName() + "\"",
                        flow.getId());
    }
}
