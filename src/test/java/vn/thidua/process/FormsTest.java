package vn.thidua.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.thidua.council.SignMinutesAnswer;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.RevocationAnswers;

/** The forms against what they lean on: scripts, shared parts, and the answers they are read into. */
class FormsTest {

    private static final Pattern CALL =
            Pattern.compile("import\\('/tasklist/(\\w+\\.js)'\\)\\.then\\(function \\(\\w+\\) \\{ \\w+\\.(\\w+)\\(");
    private static final Pattern PART = Pattern.compile("ng-include=\"'(/tasklist/[^']+)'\"");
    private static final Pattern HANDLER = Pattern.compile("\\son(click|change|submit|load|input)=");
    private static final Map<String, Class<? extends Record>> ANSWERS = Map.of(
            "sign-minutes", SignMinutesAnswer.class,
            "send-results", DeliveryAnswer.class,
            "hand-over-certificates", DeliveryAnswer.class,
            "sign-revocation", RevocationAnswers.Signing.class,
            "recover-award", RevocationAnswers.Recovery.class,
            "issue-reissue", RevocationAnswers.Issue.class);

    static Stream<String> pages() throws IOException {
        return named("classpath*:forms/*.html");
    }

    static Stream<String> camundaForms() throws IOException {
        return named("classpath*:forms/*.form");
    }

    private static Stream<String> named(String pattern) throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources(pattern);
        assertThat(found).isNotEmpty();
        return Arrays.stream(found).map(Resource::getFilename);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_calls_a_function_there_is_and_includes_parts_there_are(String name) throws IOException {
        var page = text("/forms/" + name);
        var call = CALL.matcher(page);
        assertThat(call.find()).as("the script of %s", name).isTrue();
        assertThat(text("/static/tasklist/" + call.group(1))).contains("export function " + call.group(2) + "(");
        assertThat(page).doesNotContainPattern(HANDLER);
        mustFind(page);
    }

    private void mustFind(String page) throws IOException {
        for (var part :
                PART.matcher(page).results().map(found -> found.group(1)).toList()) {
            var content = text("/static" + part);
            assertThat(content).doesNotContainPattern(HANDLER);
            mustFind(content);
        }
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void a_camunda_form_asks_in_vietnamese_for_fields_of_its_answer(String file) throws IOException {
        var name = file.replace(".form", "");
        var form = new ObjectMapper().readTree(text("/forms/" + file));
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.path("id").asText()).isEqualTo(name);
        var fields = components(form).filter(each -> each.has("key")).toList();
        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.path("label").asText()).isNotBlank());
        assertThat(fields.stream().map(field -> field.path("key").asText()).collect(toSet()))
                .isSubsetOf(fieldsOf(ANSWERS.get(name)));
        assertThat(components(form).map(each -> each.path("text").asText()))
                .anyMatch(text -> text.contains("{{subject}}") && text.contains("({{page}})"));
    }

    private static Set<String> fieldsOf(Class<? extends Record> answer) {
        return List.of(answer.getRecordComponents()).stream()
                .map(component -> component.getName())
                .collect(toSet());
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false);
    }

    private static String text(String path) throws IOException {
        try (var file = FormsTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
