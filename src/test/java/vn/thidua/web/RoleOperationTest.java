package vn.thidua.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.thidua.web.RoleScene.DRAFT_MARK;
import static vn.thidua.web.RoleScene.REPORT;
import static vn.thidua.web.RoleScene.UNIT_MARK;
import static vn.thidua.web.RoleScene.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.support.ThiDuaTest;
import vn.thidua.web.Caller.Answer;
import vn.thidua.web.Caller.Body;
import vn.thidua.web.RoleTable.Operation;

/**
 * Who may do what and who sees what, by which door, over real connections. The table is {@code security/roles-operations.csv}, which
 * must have a line for every operation there is.
 */
class RoleOperationTest extends ThiDuaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> OFFICIALS =
            List.of("unit", "other", "foreign", "standing", "second", "leader", "foreign-standing");

    /** Where the engine and we keep what has happened. */
    private static final List<String> HISTORY = history();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private EngineIdentity identity;

    private RoleScene scene;

    private static List<String> history() {
        var ours = Stream.of(
                "/api/obligations/{report}",
                "/api/campaigns/son-la/obligations",
                "/api/campaigns/son-la/obligations?unit=so-y-te",
                "/api/campaigns/son-la/units",
                "/api/files/{file}",
                "/api/tasks/{task}",
                "/api/tasks/{review}",
                "/api/audit?subject={key}",
                "/api/audit?campaign=son-la",
                "/api/cockpit/process-instances/{instance}/history",
                "/api/cockpit/process-instances/{instance}/timers",
                "/api/outbox",
                "/nghia-vu/{report}",
                "/phong-trao/son-la/tinh-hinh",
                "/phong-trao/son-la/tinh-hinh?don-vi=so-y-te",
                "/phong-trao/son-la/tinh-hinh.xlsx",
                "/phong-trao/son-la/don-vi",
                "/quan-tri/nhat-ky?doi-tuong={key}",
                "/quan-tri/thu",
                "/camunda/api/cockpit/plugin/base/default/process-instance");
        var kept = Stream.of(
                "/history/activity-instance",
                "/history/activity-instance?processInstanceId={instance}",
                "/history/batch",
                "/history/detail",
                "/history/external-task-log",
                "/history/identity-link-log",
                "/history/incident",
                "/history/job-log",
                "/history/process-instance",
                "/history/process-instance/{instance}",
                "/history/process-instance?processInstanceBusinessKey={key}",
                "/history/process-instance?processInstanceBusinessKeyLike=son-la%25",
                "/history/task",
                "/history/task?processInstanceBusinessKey={key}",
                "/history/task?taskAssignee={unit-account}",
                "/history/user-operation",
                "/history/user-operation?userId={unit-account}",
                "/history/variable-instance",
                "/history/variable-instance?processInstanceId={instance}",
                "/history/process-definition/{definition}/statistics",
                "/history/process-instance/report?reportType=duration&periodUnit=month",
                "/execution",
                "/incident",
                "/job",
                "/process-instance",
                "/process-instance/{instance}",
                "/process-instance/{instance}/activity-instances",
                "/process-instance/{instance}/variables",
                "/task",
                "/task/{task}",
                "/task/{review}",
                "/task/{review}/attachment",
                "/task/{review}/comment",
                "/variable-instance",
                "/user/{unit-account}/profile");
        var engines = kept.flatMap(path -> Stream.of("{engine}" + path, "/engine-rest" + path));
        return Stream.concat(ours, engines).toList();
    }

    @BeforeEach
    void people() {
        scene = (RoleScene) beans.autowire(RoleScene.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scene.begin(port);
    }

    @TestFactory
    Stream<DynamicTest> everyone_gets_the_answer_the_table_names() {
        scene.begin(beans.createBean(AwardRoleScene.class));
        return RoleTable.read().stream().map(operation -> dynamicTest(operation.title(), () -> tryAll(operation)));
    }

    private void tryAll(Operation operation) {
        var expected = new LinkedHashMap<String, String>();
        var actual = new LinkedHashMap<String, String>();
        for (var role : operation.turns()) {
            var answer = String.valueOf(operation.answers().get(role));
            expected.put(role, answer);
            actual.put(role, tryOne(operation, role, answer));
        }
        assertThat(actual).as(operation.title()).isEqualTo(expected);
    }

    private String tryOne(Operation operation, String role, String expected) {
        var path = operation.path();
        var isProgram = path.matches("/(api|v3|swagger-ui|engine-rest|actuator).*");
        var seen = isProgram ? ask(operation, role, expected, false) : ask(operation, role, expected, true);
        if (!operation.reads() || !path.startsWith("/api/")) return seen;
        var again = ask(operation, role, expected, true);
        return again.equals(seen) ? seen : seen + ", with a session " + again;
    }

    private String ask(Operation operation, String role, String expected, boolean session) {
        var path = scene.address(operation.path(), role);
        var server = path.startsWith("/actuator") ? managementPort : port;
        var address = "http://127.0.0.1:" + server + path;
        var body = RoleBodies.of(operation.body(), role);
        var caller = scene.caller(role);
        var answer = session
                ? caller.session(operation.method(), address, body)
                : caller.basic(operation.method(), address, body);
        return inWords(answer, expected) + scene.leaks(role, answer.status() >= 400, answer.body());
    }

    private static String inWords(Answer answer, String expected) {
        if (answer.isSignIn()) return "sign-in";
        if (answer.status() != 200 || !expected.matches("some|none")) return String.valueOf(answer.status());
        return isEmpty(answer.body()) ? "none" : "some";
    }

    private static boolean isEmpty(String json) {
        try {
            var tree = JSON.readTree(json);
            return tree.has("count") ? tree.get("count").asLong() == 0 : tree.isEmpty();
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("Not JSON: " + json, noJson);
        }
    }

    @Test
    void every_door_has_a_row() {
        var operations = RoleTable.read();
        var doors = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("vn.thidua")) return;
            var methods = mapping.getMethodsCondition().getMethods();
            assertThat(methods).as("the methods of %s", handler).isNotEmpty();
            for (var pattern : mapping.getPathPatternsCondition().getPatterns()) {
                for (var method : methods) doors.add(method + " " + pattern);
            }
        });
        var tried = operations.stream().flatMap(this::door).collect(toCollection(TreeSet::new));
        assertThat(doors).isNotEmpty();
        assertThat(tried).isEqualTo(doors);
    }

    private Stream<String> door(Operation operation) {
        var path = PathContainer.parsePath(operation.door());
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(door -> door.getValue().getBeanType().getName().startsWith("vn.thidua"))
                .filter(door -> door.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals(operation.method())))
                .flatMap(door -> door.getKey().getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern -> operation.method() + " " + pattern)
                .stream();
    }

    @Test
    void lists_hold_what_concerns_the_reader_and_nothing_else() {
        var health = Set.of("son-la/so-y-te", "son-la/so-y-te/2025", REPORT);
        var finance = Set.of("son-la/so-tai-chinh", "son-la/so-tai-chinh/2025", "son-la/so-tai-chinh/2026");
        var all = union(health, finance, Set.of("son-la/2025", "son-la/2026"));
        var obligations =
                Map.of("unit", health, "other", finance, "standing", all, "second", all, "leader", all, "admin", all);
        obligations.forEach(
                (role, keys) -> assertThat(texts(scene.get(role, "/api/campaigns/son-la/obligations"), "key"))
                        .as(role)
                        .isEqualTo(keys));

        var both = Set.of("so-y-te", "so-tai-chinh");
        var units = Map.of(
                "unit", Set.of("so-y-te"),
                "other", Set.of("so-tai-chinh"),
                "foreign", Set.<String>of(),
                "standing", both,
                "foreign-standing", Set.<String>of(),
                "admin", both);
        units.forEach((role, codes) -> assertThat(texts(scene.get(role, "/api/campaigns/son-la/units"), "code"))
                .as(role)
                .isEqualTo(codes));
    }

    @Test
    void one_finds_ones_own_tasks_by_either_door() {
        var own = Map.of(
                "unit", Set.of(REPORT),
                "other", Set.of("son-la/so-tai-chinh/2026"),
                "foreign", Set.of("binh-phuoc/so-y-te/2026"),
                "standing", Set.of("son-la", "son-la/2026"),
                "second", Set.<String>of(),
                "leader", Set.<String>of(),
                "foreign-standing", Set.of("binh-phuoc"));
        own.forEach((role, keys) -> {
            assertThat(subjects(scene.get(role, "/engine-rest/task"))).as(role).isEqualTo(keys);
            assertThat(subjects(scene.session(role, "GET", "{engine}/task", null)))
                    .as(role)
                    .isEqualTo(keys);
            assertThat(subjects(scene.session(role, "GET", "{engine}/filter/{ours}/list", null)))
                    .as(role)
                    .isEqualTo(keys);
        });
    }

    private Set<String> subjects(Answer tasks) {
        return texts(tasks, "processInstanceId").stream().map(scene::subject).collect(toSet());
    }

    @Test
    void nobody_finds_anybody_else() {
        for (var role : OFFICIALS) {
            assertThat(texts(scene.session(role, "GET", "{engine}/user", null), "id"))
                    .containsExactly(account(role));
            var group = texts(scene.session(role, "GET", "{engine}/group", null), "id");
            assertThat(group).containsExactly(RoleScene.group(role));
            for (var other : OFFICIALS) {
                if (other.equals(role)) continue;
                var groups = scene.session(role, "GET", "{engine}/identity/groups?userId=" + account(other), null);
                assertThat(groups.body()).doesNotContain(RoleScene.group(other)).doesNotContain(account(other));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${x}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"${x}\"}]}]}",
                "{\"orQueries\":[{\"name\":\"x\"},{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${x}\"}]}]}]}"
            })
    void a_query_with_an_expression_at_any_depth_is_refused_to_everyone_by_either_door(String query) {
        var asked = Body.json(query);
        var kept = Body.json("{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query + "}");
        for (var role : scene.roles()) {
            if (role.equals("stranger")) continue;
            for (var path : List.of(
                    "/task",
                    "/task/count",
                    "/filter/{ours}/list",
                    "/filter/{ours}/count",
                    "/filter/{ours}/singleResult")) {
                assertThat(scene.session(role, "POST", "{engine}" + path, asked).status())
                        .as(role + path)
                        .isEqualTo(403);
                assertThat(scene.basic(role, "POST", "/engine-rest" + path, asked)
                                .status())
                        .as(role + path)
                        .isEqualTo(403);
            }
            for (var door : List.of("/filter/create", "/filter/{ours}")) {
                var method = door.endsWith("create") ? "POST" : "PUT";
                assertThat(scene.session(role, method, "{engine}" + door, kept).status())
                        .as(role + door)
                        .isEqualTo(403);
                assertThat(scene.basic(role, method, "/engine-rest" + door, kept)
                                .status())
                        .as(role + door)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void what_the_door_keeps_out_the_engine_refuses_as_well() {
        var task = scene.address("{task}", "unit");
        var filter = filters.createFilterQuery().list().get(0);
        var official = new Actor(account("unit"), Set.of(RoleScene.group("unit")));
        var steering = Map.<String, Object>of("ownerGroup", RoleScene.group("other"));
        identity.enter(official);
        try {
            for (var act : List.<Executable>of(
                    () -> tasks.handleBpmnError(task, "E"),
                    () -> tasks.handleEscalation(task, "E"),
                    () -> tasks.complete(task, steering),
                    () -> filters.newTaskFilter("x"),
                    () -> filters.saveFilter(filter))) {
                assertThrows(Refusal.class, act);
            }
        } finally {
            identity.leave();
        }
    }

    @Test
    void the_history_of_a_unit_is_closed_by_every_door() {
        var report = "/api/obligations/{report}";
        for (var addressee : List.of("so-noi-vu", "so-khcn")) {
            assertThat(scene.basic("unit", "POST", report + "/parts/" + addressee + "/submission", null)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(scene.basic("standing", "POST", report + "/parts/so-noi-vu/acceptance", null)
                        .status())
                .isEqualTo(200);
        for (var insider : List.of("unit", "standing", "second", "leader", "admin")) {
            assertThat(scene.get(insider, report).body()).as(insider).contains(UNIT_MARK, DRAFT_MARK);
        }
        for (var outsider : List.of("stranger", "other", "foreign", "foreign-standing")) {
            for (var door : HISTORY) {
                assertTellsNothing(outsider, door, scene.basic(outsider, "GET", door, null));
                assertTellsNothing(outsider, door, scene.session(outsider, "GET", door, null));
            }
        }
    }

    private void assertTellsNothing(String role, String door, Answer answer) {
        if (answer.status() >= 300) return;
        assertThat(answer.body())
                .as("%s at %s", role, door)
                .doesNotContain(
                        UNIT_MARK, DRAFT_MARK, "son-la/so-y-te", account("unit"), scene.address("{instance}", role));
    }

    /** That field of each element of a JSON list. */
    private static Set<String> texts(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try {
            var texts = new TreeSet<String>();
            JSON.readTree(answer.body())
                    .forEach(element -> texts.add(element.path(field).asText()));
            return texts;
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(answer.body(), noJson);
        }
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(toSet());
    }
}
