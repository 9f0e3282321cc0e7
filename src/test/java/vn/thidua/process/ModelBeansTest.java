package vn.thidua.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.Vote;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.process.Models.Model;
import vn.thidua.process.engine.SystemVariables;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.ThiDuaTest;

/** What the models name outside themselves is there: beans, methods, variables, groups. */
class ModelBeansTest extends ThiDuaTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\((execution|task)\\)");
    private static final Map<String, Class<?>> ARGUMENTS =
            Map.of("execution", DelegateExecution.class, "task", DelegateTask.class);

    private static final Set<String> DUTIES = Set.of(
            "CampaignLaunch", "LaunchPlanSubmission", "PeriodicReport", "ConsolidatedReport", "DeadlineReminder");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    static List<Model> models() {
        return Models.shipped();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_expression_is_a_call_of_a_bean_or_a_variable_of_the_system(Model model) {
        var expressions = EXPRESSION
                .matcher(model.xml())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(expressions).isNotEmpty().allSatisfy(expression -> {
            var call = CALL.matcher(expression);
            if (call.matches())
                assertThat(methods(call.toMatchResult())).as(expression).hasSize(1);
            else assertThat(SystemVariables.NAMES).as("known variables").contains(expression);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_condition_answers_yes_or_no(Model model) {
        assertThat(model.all(SequenceFlow.class).filter(flow -> flow.getConditionExpression() != null))
                .allSatisfy(flow -> {
                    var expression =
                            EXPRESSION.matcher(flow.getConditionExpression().getTextContent());
                    assertThat(expression.matches()).isTrue();
                    var call = CALL.matcher(expression.group(1));
                    if (call.matches())
                        assertThat(methods(call.toMatchResult())).containsExactly("boolean");
                    else assertThat(resultOf(model, expression.group(1))).containsExactly("boolean");
                });
    }

    /** What the call that fills the variable gives back. */
    private List<String> resultOf(Model model, String variable) {
        var filled = Pattern.compile("expression=\"[$]\\{([^}]*)}\" camunda:resultVariable=\"" + variable + "\"")
                .matcher(model.xml());
        assertThat(filled.find()).as("something fills " + variable).isTrue();
        var call = CALL.matcher(filled.group(1));
        assertThat(call.matches()).isTrue();
        return methods(call.toMatchResult());
    }

    /** The results of the public methods that the call may mean. */
    private List<String> methods(MatchResult call) {
        assertThat(context.containsBean(call.group(1)))
                .as("bean " + call.group(1))
                .isTrue();
        var type = context.getType(call.group(1));
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as(type + " is public")
                .isTrue();
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(call.group(2)))
                .filter(method ->
                        Arrays.equals(method.getParameterTypes(), new Class<?>[] {ARGUMENTS.get(call.group(3))}))
                .map(method -> method.getReturnType().getName())
                .toList();
    }

    @Test
    void the_group_of_every_task_is_one_of_the_campaigns() {
        office.adopt("binh-chuong", "31/12/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));
        var groups = new TreeSet<>(groupsOfOpenTasks());
        office.handIn("binh-chuong/tram-y-te");
        office.handIn("binh-chuong/tram-y-te/2026-H2");
        office.travelTo("01/01/2027 08:00:00");
        groups.addAll(groupsOfOpenTasks());
        office.handIn("binh-chuong/2026-H2");
        groups.addAll(groupsOfOpenTasks());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(userTasks(DUTIES));
        assertThat(groups)
                .contains("binh-chuong.unit.tram-y-te", "binh-chuong.phong-vhxh", "binh-chuong.chu-tich-ubnd-xa")
                .allSatisfy(group -> assertThat(
                                identities.createGroupQuery().groupId(group).count())
                        .as(group)
                        .isEqualTo(1));
    }

    @Test
    void the_group_of_every_task_of_the_award_work_is_one_of_the_campaigns() {
        office.adopt("binh-phuoc", "02/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        awards.council("binh-phuoc", 3);
        var groups = new TreeSet<String>();
        var round = awards.prepare("binh-phuoc", Occasion.ANNUAL, 2026).key();
        groups.addAll(groupsOfOpenTasks());
        awards.complete(
                round, "Task_SetTerms", awards.terms(round, date("20/11/2026"), date("20/01/2027"), AwardForm.BK_TINH));
        groups.addAll(groupsOfOpenTasks());
        awards.complete(round, "Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung."));
        var dossier = awards.nominate(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Tài chính")
                .number();
        groups.addAll(groupsOfOpenTasks());
        awards.receive(dossier);
        groups.addAll(groupsOfOpenTasks());
        awards.appraise(dossier);
        awards.closeWindow(round);
        groups.addAll(groupsOfOpenTasks());
        awards.concludeAppraisal(round);
        groups.addAll(groupsOfOpenTasks());
        awards.sit(round, each -> Vote.YES);
        var decision = awards.decisions(round).get(0).key();
        groups.addAll(groupsOfOpenTasks());
        awards.complete(decision, "Task_DraftDecision", awards.draft());
        groups.addAll(groupsOfOpenTasks());
        awards.complete(decision, "Task_SignDecision", AwardOffice.sign());
        groups.addAll(groupsOfOpenTasks());

        assertThat(groups)
                .contains(
                        "binh-phuoc.so-noi-vu",
                        "binh-phuoc.so-khcn",
                        "binh-phuoc.thuong-truc-hoi-dong",
                        "binh-phuoc.council-secretary",
                        "binh-phuoc.chu-tich-ubnd-tinh",
                        "binh-phuoc.deputy",
                        "binh-phuoc.clerk")
                .allSatisfy(group -> assertThat(
                                identities.createGroupQuery().groupId(group).count())
                        .as(group)
                        .isEqualTo(1));
    }

    private final Set<String> seen = new HashSet<>();

    private List<String> groupsOfOpenTasks() {
        return tasks.createTaskQuery().list().stream()
                .peek(task -> seen.add(task.getTaskDefinitionKey()))
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(link -> link.getGroupId())
                .toList();
    }

    private static List<String> userTasks(Set<String> processes) {
        return Models.shipped().stream()
                .filter(model -> processes.contains(model.process().getId()))
                .flatMap(model -> model.all(UserTask.class))
                .map(task -> task.getId())
                .toList();
    }
}
