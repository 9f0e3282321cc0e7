package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.act.Actor;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;
import vn.thidua.submission.Versions.Version;
import vn.thidua.support.Office;
import vn.thidua.support.ThiDuaTest;

/** Drives a model as people do: a person of a group completes the task in the engine with the fields of its form. */
abstract class ProcessTest extends ThiDuaTest {

    private static final Set<Method> RUN = ConcurrentHashMap.newKeySet();

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected Submissions submissions;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineIdentity identity;

    @Autowired
    private Versions versions;

    @Autowired
    private JdbcClient sql;

    /** Which of these classes did not run as a whole in this JVM, and how many of their tests did not. */
    static List<String> notRun(List<Class<? extends ProcessTest>> classes) {
        return classes.stream()
                .flatMap(type -> {
                    var missing = Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Test.class) && !RUN.contains(method))
                            .count();
                    return missing == 0 ? Stream.of() : Stream.of(type.getSimpleName() + " (" + missing + ")");
                })
                .toList();
    }

    @BeforeEach
    void beginProcesses() {
        BpmnAwareTests.init(engine);
        FlowsTaken.forgetAnswers();
    }

    @AfterEach
    void ran(TestInfo test) {
        RUN.add(test.getTestMethod().orElseThrow());
    }

    protected static PlanFile shipped(String code) {
        return PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The shipped plan, changed. */
    protected static PlanFile shipped(String code, String pattern, String replacement) {
        var plan = shipped(code);
        var changed = plan.yaml().replaceFirst(pattern, replacement);
        then(changed).isNotEqualTo(plan.yaml());
        return new PlanFile(code, changed, plan.beside());
    }

    /** The shipped plan, but that what the duty asks for is taken in no more after its deadline. */
    protected static PlanFile closingAtDeadline(String code, String dutyType) {
        return shipped(
                code, "(?m)^    type: " + dutyType + "$", "    type: " + dutyType + "\n    closesAtDeadline: true");
    }

    /** Lines of a unit list: don-vi-001 and so on. */
    protected static String[] units(int count, String group) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Office.unit("don-vi-%03d".formatted(i), "Đơn vị số %d".formatted(i), group))
                .toArray(String[]::new);
    }

    /** The unit as it was, closed from today on. */
    protected void close(String campaign, String code, String name, String group, String today) {
        office.enlist(campaign, "%s,%s,%s,OTHER,,%s@unit.example,,%s,".formatted(code, name, group, code, today));
        office.travelTo(today + " 12:00:00");
    }

    /** The one running process of the business key. */
    protected ProcessInstance process(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
    }

    protected Task task(String key, String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(definition)
                .singleResult();
    }

    protected Task task(String key, String definition, String addressee) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(definition).list().stream()
                .filter(task -> addressee.equals(runtime.getVariable(task.getExecutionId(), "addressee")))
                .findFirst()
                .orElseThrow();
    }

    /** As a person of the group, in our rooms and in the engine with its authorizations. */
    protected void as(String group, Runnable work) {
        office.as("can-bo@" + group, group, () -> {
            identity.enter(Actor.current());
            try {
                work.run();
            } finally {
                identity.leave();
            }
        });
    }

    /** Completes the task as a person of its candidate group. */
    protected void complete(Task task, Map<String, Object> form) {
        as(groupOf(task), () -> tasks.complete(task.getId(), form));
    }

    protected String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    /** Writes a complete draft and completes the hand-in task. */
    protected void handIn(String key, Task task) {
        var obligation = office.obligation(key);
        as(obligation.ownerGroup(), () -> office.write(obligation));
        complete(task, Map.of());
    }

    protected void accept(Task task) {
        complete(task, Map.of("decision", "ACCEPT"));
    }

    /** @param newDeadline the last day, dd/MM/yyyy */
    protected void giveBack(Task task, String reason, String newDeadline) {
        complete(task, Map.of("decision", "RETURN", "reason", reason, "newDeadline", newDeadline));
    }

    /** The unit, or the agency that owes it, takes back what lies with the addressee. */
    protected void withdraw(String key, String addressee) {
        var obligation = office.obligation(key);
        as(obligation.ownerGroup(), () -> submissions.withdraw(obligation.id(), addressee));
    }

    /** All versions handed in, newest first. */
    protected List<Version> versions(String key) {
        return versions.of(office.obligation(key).id());
    }

    /** How often the act is on record for the business key. */
    protected int recorded(String action, String key) {
        return sql.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, key)
                .query(Integer.class)
                .single();
    }

    protected static List<String> answers(String key) {
        return FlowsTaken.answers(key);
    }
}
