package vn.thidua.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.thidua.support.ThiDuaTest;
import vn.thidua.web.Caller.Answer;
import vn.thidua.web.RoleTable.Operation;

/** Who may do what by which door, as {@code security/roles-operations.csv} has it, over real connections. */
class RoleOperationTest extends ThiDuaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private RoleScene scene;

    @BeforeEach
    void people() {
        scene = (RoleScene) beans.autowire(RoleScene.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scene.begin();
    }

    @TestFactory
    Stream<DynamicTest> everyone_gets_the_answer_the_table_names() {
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
        var server = path.startsWith("/actuator") && operation.body().isEmpty() ? managementPort : port;
        var address = "http://127.0.0.1:" + server + path;
        var body = scene.body(operation.body(), role);
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
            for (var pattern : mapping.getPathPatternsCondition().getPatterns()) {
                for (var method : mapping.getMethodsCondition().getMethods()) doors.add(method + " " + pattern);
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
}
