package vn.thidua.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.process.Models.Model;

/** What every model keeps to, whatever it does. */
class ModelsTest {

    private static final Map<Class<? extends ModelElementInstance>, String> PREFIXES = Map.ofEntries(
            Map.entry(Definitions.class, "Definitions"),
            Map.entry(Task.class, "Task"),
            Map.entry(SubProcess.class, "SubProcess"),
            Map.entry(Gateway.class, "Gateway"),
            Map.entry(Event.class, "Event"),
            Map.entry(SequenceFlow.class, "Flow"),
            Map.entry(LoopCharacteristics.class, "Loop"),
            Map.entry(Collaboration.class, "Collaboration"),
            Map.entry(Participant.class, "Participant"),
            Map.entry(LaneSet.class, "LaneSet"),
            Map.entry(Lane.class, "Lane"),
            Map.entry(Message.class, "Message"),
            Map.entry(MessageEventDefinition.class, "MessageDefinition"),
            Map.entry(TimerEventDefinition.class, "TimerDefinition"),
            Map.entry(TerminateEventDefinition.class, "TerminateDefinition"));
    private static final Pattern CLAUSE = Pattern.compile("\\b[IVX]+(\\.\\d+)+(\\.[a-zđ])?\\b");
    private static final int MOST_LANES = 4;

    /** Every dossier of a round has the same last day: the round's own timer keeps it, one for all of them. */
    private static final String ROUND_KEEPS_ITS_TIME = "Task_ComposeDossier";

    /** A ballot after the vote counts for nothing; a dossier that is not supplemented goes back to who asked. */
    private static final Map<String, String> TAKEN_AWAY =
            Map.of("Task_CastBallot", "Hết giờ bỏ phiếu", "Task_SupplementDossier", "Hết hạn bổ sung");

    static List<Model> models() {
        return Models.shipped();
    }

    @Test
    void there_are_the_five_of_a_campaigns_duties_and_the_six_of_its_awards() {
        assertThat(models())
                .extracting(Model::fileName)
                .containsExactlyInAnyOrder(
                        "CampaignLaunch.bpmn",
                        "LaunchPlanSubmission.bpmn",
                        "PeriodicReport.bpmn",
                        "ConsolidatedReport.bpmn",
                        "DeadlineReminder.bpmn",
                        "AwardRound.bpmn",
                        "NominationDossier.bpmn",
                        "CouncilSession.bpmn",
                        "AwardDecision.bpmn",
                        "SuperiorSubmission.bpmn",
                        "AwardRevocation.bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_file_is_named_after_its_one_executable_process(Model model) {
        var process = model.process();
        assertThat(model.fileName()).isEqualTo(process.getId() + ".bpmn");
        assertThat(model.all(org.camunda.bpm.model.bpmn.instance.Process.class)).hasSize(1);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.isCamundaStartableInTasklist()).isFalse();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_id_is_chosen(Model model) {
        var ids = new ArrayList<String>();
        PREFIXES.forEach((type, prefix) -> model.all(type).forEach(element -> {
            var id = element.getAttributeValue("id");
            assertThat(id).matches(prefix + "(_[A-Z][A-Za-z]*)+");
            ids.add(id);
        }));
        ids.add(model.process().getId());
        assertThat(ids).containsExactlyInAnyOrderElementsOf(idsIn(model));
    }

    /** The ids in the file; what the model API adds for elements without one is not there. */
    private static List<String> idsIn(Model model) {
        var semantics = model.xml().substring(0, model.xml().indexOf("<bpmndi:BPMNDiagram"));
        return Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(semantics)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_task_event_decision_and_answer_is_labelled_in_Vietnamese(Model model) {
        var labels = Stream.concat(
                        Stream.of(model.process().getName()),
                        Stream.of(
                                        model.all(FlowNode.class).map(FlowNode::getName),
                                        model.all(Lane.class).map(Lane::getName),
                                        model.all(Participant.class).map(Participant::getName),
                                        answers(model).map(SequenceFlow::getName))
                                .flatMap(names -> names))
                .toList();
        assertThat(labels)
                .allSatisfy(label -> assertThat(label)
                        .isNotBlank()
                        .isEqualTo(label.strip())
                        .matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC), "NFC")
                        .matches(text -> text.chars().anyMatch(letter -> letter > 0xBF), "has Vietnamese letters"));
        assertThat(model.xml()).matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC), "NFC");
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_split_asks_a_question_that_is_answered_with_Yes_or_No_or_with_one_of_three_results(Model model) {
        assertThat(splits(model)).allSatisfy(split -> {
            assertThat(split.getName()).endsWith("?");
            if (split.getOutgoing().size() == 2)
                assertThat(split.getOutgoing())
                        .extracting(SequenceFlow::getName)
                        .containsExactlyInAnyOrder("Có", "Không");
            else {
                assertThat(split.getName()).startsWith("Kết quả ");
                assertThat(split.getOutgoing())
                        .hasSize(3)
                        .extracting(SequenceFlow::getName)
                        .doesNotHaveDuplicates()
                        .doesNotContain("Có", "Không");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void Yes_carries_the_condition_and_No_is_what_is_left_and_of_three_results_one_is(Model model) {
        assertThat(splits(model)).allSatisfy(split -> {
            assertThat(split.getDefault()).isNotNull();
            if (split.getOutgoing().size() == 2)
                assertThat(split.getDefault().getName()).isEqualTo("Không");
            assertThat(split.getOutgoing())
                    .allSatisfy(answer -> assertThat(answer.getConditionExpression() == null)
                            .as(answer.getId())
                            .isEqualTo(answer.equals(split.getDefault())));
        });
        assertThat(model.all(SequenceFlow.class).filter(flow -> flow.getConditionExpression() != null))
                .allSatisfy(flow -> assertThat(flow.getSource()).isInstanceOf(ExclusiveGateway.class));
    }

    private static List<ExclusiveGateway> splits(Model model) {
        return model.all(ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static Stream<SequenceFlow> answers(Model model) {
        return splits(model).stream().flatMap(split -> split.getOutgoing().stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn(Model model) {
        var shapes = model.all(BpmnShape.class).collect(Collectors.toMap(BpmnShape::getBpmnElement, shape -> shape));
        var edges = model.all(BpmnEdge.class).collect(Collectors.toMap(BpmnEdge::getBpmnElement, edge -> edge));
        var drawn = Stream.of(FlowNode.class, Lane.class, Participant.class)
                .flatMap(type -> model.all(type))
                .map(BaseElement.class::cast)
                .toList();
        assertThat(shapes.keySet()).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(shapes.values()).allSatisfy(shape -> {
            assertThat(shape.getBounds().getWidth()).isPositive();
            assertThat(shape.getBounds().getHeight()).isPositive();
        });
        assertThat(edges.keySet())
                .containsExactlyInAnyOrderElementsOf(model.all(SequenceFlow.class)
                        .map(BaseElement.class::cast)
                        .toList());
        assertThat(edges.values())
                .allSatisfy(edge -> assertThat(edge.getWaypoints()).hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void lanes_are_at_most_four_and_hold_every_element(Model model) {
        var lanes = model.all(Lane.class).toList();
        if (lanes.isEmpty()) return;
        assertThat(lanes).hasSizeLessThanOrEqualTo(MOST_LANES);
        var held =
                lanes.stream().flatMap(lane -> lane.getFlowNodeRefs().stream()).toList();
        var top = model.process().getFlowElements().stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .toList();
        assertThat(held).containsExactlyInAnyOrderElementsOf(top);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_task_for_people_has_a_form_that_exists_and_a_group_or_is_one_members_ballot(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormKey())
                    .matches("embedded:deployment:forms/[a-z-]+\\.html|camunda-forms:deployment:forms/[a-z-]+\\.form");
            assertThat(Models.files("classpath:"
                            + task.getCamundaFormKey()
                                    .substring(task.getCamundaFormKey().indexOf("forms/"))))
                    .as(task.getCamundaFormKey())
                    .allMatch(form -> form.exists());
            if (task.getId().equals("Task_CastBallot")) {
                assertThat(task.getCamundaAssignee()).isEqualTo("${member}");
                assertThat(task.getCamundaCandidateGroups()).isNull();
            } else {
                assertThat(task.getCamundaCandidateGroups()).startsWith("${");
                assertThat(task.getCamundaAssignee()).isNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_deadline_that_changes_the_path_is_a_timer_at_its_task_and_does_not_take_the_task_away(Model model) {
        assertThat(model.all(UserTask.class).filter(task -> task.getCamundaDueDate() != null))
                .filteredOn(task -> !ROUND_KEEPS_ITS_TIME.equals(task.getId()))
                .allSatisfy(task -> assertThat(deadlines(model, task))
                        .singleElement()
                        .satisfies(timer -> {
                            assertThat(timer.cancelActivity()).isEqualTo(TAKEN_AWAY.containsKey(task.getId()));
                            assertThat(timer.getName()).isEqualTo(TAKEN_AWAY.getOrDefault(task.getId(), "Đã đến hạn"));
                        }));
        assertThat(model.all(TimerEventDefinition.class))
                .allSatisfy(timer -> assertThat(
                                Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration())
                                        .filter(set -> set != null
                                                && !set.getTextContent().isBlank()))
                        .hasSize(1));
    }

    private static List<BoundaryEvent> deadlines(Model model, UserTask task) {
        return model.all(BoundaryEvent.class)
                .filter(event -> event.getAttachedTo().equals(task))
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    @Test
    void every_task_with_a_limit_has_its_deadline_and_the_daily_run_its_hour() {
        var dated = models().stream()
                .flatMap(model -> model.all(UserTask.class))
                .filter(task -> task.getCamundaDueDate() != null)
                .map(BaseElement::getId);
        assertThat(dated)
                .containsExactlyInAnyOrder(
                        "Task_SubmitLaunchPlan",
                        "Task_SubmitReport",
                        "Task_FinishConsolidatedReport",
                        "Task_ConcludeAppraisal",
                        "Task_ComposeDossier",
                        "Task_SupplementDossier",
                        "Task_ReceiveDossier",
                        "Task_AppraiseDossier",
                        "Task_CastBallot",
                        "Task_SendResults",
                        "Task_HandOverCertificates",
                        "Task_PrepareSubmission",
                        "Task_RecordReply",
                        "Task_EnterOutcome",
                        "Task_RecoverAward");
        var cycles = models().stream()
                .flatMap(model -> model.all(TimerEventDefinition.class))
                .filter(timer -> timer.getTimeCycle() != null)
                .map(timer -> timer.getTimeCycle().getTextContent());
        assertThat(cycles).singleElement().asString().contains("T07:00:00+07:00/P1D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_runs_unattended_in_its_own_transaction_is_tried_again(Model model) {
        assertThat(model.all(ServiceTask.class).filter(ServiceTask::isCamundaAsyncBefore))
                .allSatisfy(task -> assertThat(
                                task.getExtensionElements().getDomElement().getTextContent())
                        .contains("R3/PT5M"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_process_and_every_element_that_carries_out_a_rule_say_what_they_do(Model model) {
        assertThat(documentation(model.process())).isNotBlank();
        assertThat(ruling(model))
                .allSatisfy(element -> assertThat(documentation(element))
                        .as(element.getId())
                        .hasSizeGreaterThan(20)
                        .endsWith("."));
    }

    /** Tasks, decisions, subprocesses, and events that something sets off. */
    private static Stream<BaseElement> ruling(Model model) {
        return Stream.of(
                        model.all(Activity.class),
                        model.all(Gateway.class),
                        model.all(CatchEvent.class)
                                .filter(event -> !event.getEventDefinitions().isEmpty()),
                        model.all(EndEvent.class)
                                .filter(event -> !event.getEventDefinitions().isEmpty()))
                .flatMap(elements -> elements)
                .map(BaseElement.class::cast);
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_a_plan_or_the_law_asks_for_cites_its_clause(Model model) {
        var dated = model.all(UserTask.class).filter(task -> task.getCamundaDueDate() != null);
        var deadlines = model.all(UserTask.class).flatMap(task -> deadlines(model, task).stream());
        assertThat(Stream.concat(dated, deadlines))
                .allSatisfy(element ->
                        assertThat(documentation(element)).as(element.getId()).containsAnyOf("mục ", "Điều "));
        assertThat(CLAUSE.matcher(model.xml()).find()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_clause_cited_is_one_of_a_shipped_plan(Model model) {
        var known = clauses();
        var cited = Stream.concat(Stream.of(model.process()), model.all(BaseElement.class))
                .flatMap(element -> CLAUSE.matcher(documentation(element)).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
        assertThat(cited).isNotEmpty().isSubsetOf(known);
    }

    private static Set<String> clauses() {
        var line = Pattern.compile("clause: \"?([^\"\\s]+)\"?");
        return PlanFiles.shipped().stream()
                .flatMap(plan -> line.matcher(plan.yaml()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }
}
