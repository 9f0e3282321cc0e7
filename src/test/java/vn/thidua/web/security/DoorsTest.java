package vn.thidua.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Groups;
import vn.thidua.support.ThiDuaTest;

/** The doors as a stranger, an official and an administrator find them, over real connections. */
class DoorsTest extends ThiDuaTest {

    private static final String PASSWORD = "Cua-Dong-Then-Cai-1";
    private static final String OFFICIAL = "official";
    private static final String ADMINISTRATOR = "root-of-doors";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void people() {
        account(OFFICIAL, Groups.ofUnit("binh-phuoc", "so-y-te"));
        account(ADMINISTRATOR, "camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/process-definition",
                "/api/anything",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/static/app/plugin.css",
                "/v3/api-docs"
            })
    void a_stranger_gets_no_answer(String path) throws Exception {
        assertThat(new Visitor().get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/anything"})
    void a_stranger_is_sent_to_sign_in(String page) throws Exception {
        var answer = new Visitor().get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/dang-nhap");
    }

    @Test
    void an_official_reaches_Tasklist_and_an_administrator_Cockpit_too() throws Exception {
        var official = new Visitor().signIn(OFFICIAL);
        assertThat(official.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(official.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(official.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        var administrator = new Visitor().signIn(ADMINISTRATOR);
        assertThat(administrator.get("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(200);
        assertThat(administrator.get("/camunda/app/admin/default/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_makes_administrators_or_tries_passwords_past_the_throttle() throws Exception {
        var administrator = new Visitor().signIn(ADMINISTRATOR);
        administrator.get("/camunda/app/tasklist/default/");
        assertThat(administrator
                        .post("/camunda/api/admin/setup/default/user/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .post("/camunda/api/admin/auth/user/default/login/tasklist", "{}")
                        .statusCode())
                .isEqualTo(403);
        var official = new Visitor().signIn(OFFICIAL);
        official.get("/camunda/app/tasklist/default/");
        assertThat(official.post(ENGINE + "/identity/verify", "{\"username\":\"x\",\"password\":\"y\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_official_finds_only_the_way_through_tasks_in_the_engines_REST_interface() throws Exception {
        var official = new Visitor().basic(OFFICIAL);
        assertThat(official.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(official.get("/engine-rest/user").statusCode()).isEqualTo(403);
        assertThat(official.get("/engine-rest/history/task").statusCode()).isEqualTo(403);
        assertThat(official.post("/engine-rest/task", "{}").statusCode()).isEqualTo(403);
        assertThat(new Visitor().basic(ADMINISTRATOR).get("/engine-rest/user").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${x}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"${x}\"}]}]}"
            })
    void no_query_carries_an_expression_at_any_depth(String query) throws Exception {
        var official = new Visitor().signIn(OFFICIAL);
        official.get("/camunda/app/tasklist/default/");
        assertThat(official.post(ENGINE + "/task", query).statusCode()).isEqualTo(403);
        assertThat(official.post(ENGINE + "/task/count", query).statusCode()).isEqualTo(403);
        assertThat(official.post(ENGINE + "/filter/" + filter(official) + "/list", query)
                        .statusCode())
                .isEqualTo(403);
        var stored = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query + "}";
        assertThat(official.post(ENGINE + "/filter/create", stored).statusCode())
                .isEqualTo(403);
        assertThat(new Visitor()
                        .basic(ADMINISTRATOR)
                        .post("/engine-rest/filter/create", stored)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_two_lists_still_work_and_can_be_searched() throws Exception {
        office.adopt("binh-phuoc", "15/04/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var official = new Visitor().signIn(OFFICIAL);
        official.get("/camunda/app/tasklist/default/");
        var list = ENGINE + "/filter/" + filter(official) + "/list";
        assertThat(official.get(list).body()).contains("Task_SubmitLaunchPlan");
        assertThat(official.post(list, "{\"orQueries\":[{\"nameLike\":\"%Sở Y tế%\"}]}")
                        .body())
                .contains("Task_SubmitLaunchPlan");
    }

    @Test
    void whoever_may_work_on_a_task_may_not_steer_the_process() throws Exception {
        office.adopt("binh-phuoc", "15/04/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var task = "/task/" + office.tasks("binh-phuoc/so-y-te").get(0).getId();
        var official = new Visitor().signIn(OFFICIAL);
        official.get("/camunda/app/tasklist/default/");
        assertThat(official.post(ENGINE + task + "/claim", "{\"userId\":\"official\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(official.post(ENGINE + task + "/assignee", "{\"userId\":\"other\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(official.post(ENGINE + task + "/bpmnError", "{\"errorCode\":\"E\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(official.post(ENGINE + task + "/bpmnEscalation", "{\"escalationCode\":\"E\"}")
                        .statusCode())
                .isEqualTo(403);
        var steering = "{\"variables\":{\"ownerGroup\":{\"value\":\"mine\"}}}";
        assertThat(official.post(ENGINE + task + "/submit-form", steering).statusCode())
                .isEqualTo(403);
        assertThat(official.post(ENGINE + task + "/complete", steering).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_refusal_reaches_Tasklist_with_its_status_and_its_sentence() throws Exception {
        office.adopt("binh-phuoc", "15/04/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var task = "/task/" + office.tasks("binh-phuoc/so-y-te").get(0).getId();
        var official = new Visitor().signIn(OFFICIAL);
        official.get("/camunda/app/tasklist/default/");
        var answer = official.post(ENGINE + task + "/submit-form", "{\"variables\":{\"foreign\":{\"value\":1}}}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"undeclared-field\"", "\"field\":\"foreign\"", "Biểu mẫu này");
        assertThat(office.tasks("binh-phuoc/so-y-te")).hasSize(1);
    }

    @Test
    void a_page_proves_itself_to_our_interface_with_the_token_of_the_webapps() throws Exception {
        var official = new Visitor().signIn(OFFICIAL);
        assertThat(official.post("/api/nowhere", "{}").statusCode()).isEqualTo(403);
        official.get("/camunda/app/tasklist/default/");
        assertThat(official.post("/api/nowhere", "{}").statusCode()).isNotEqualTo(403);
        official.token = "another";
        assertThat(official.post("/api/nowhere", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void our_interface_answers_with_problems() throws Exception {
        var answer = new Visitor().basic(OFFICIAL).get("/api/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-found\"", "\"title\":\"Không tìm thấy\"");
        assertThat(new Visitor().basic("nobody").get("/api/nowhere").statusCode())
                .isEqualTo(401);
    }

    @Test
    void pages_tell_the_browser_what_it_may_do() throws Exception {
        var headers = new Visitor().get("/dang-nhap").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }

    private static String filter(Visitor visitor) throws Exception {
        return visitor.find(ENGINE + "/filter", "\"id\":\"([^\"]+)\"");
    }

    private void account(String id, String group) {
        if (!accounts.exists(id)) accounts.create(id, id, id + "@thidua.example", PASSWORD, Set.of(group));
    }

    /** A browser, or a program with Basic. */
    private final class Visitor {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private String basic = "";
        String token = "";

        Visitor basic(String account) {
            var pair = account + ":" + PASSWORD;
            basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Visitor signIn(String account) throws Exception {
            var csrf = find("/dang-nhap", "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
            var form = "username=%s&password=%s&_csrf=%s"
                    .formatted(account, PASSWORD, URLEncoder.encode(csrf, StandardCharsets.UTF_8));
            var answer = send(request("/dang-nhap")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("dang-nhap");
            return this;
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path).header("Accept", "*/*, text/html").GET());
        }

        HttpResponse<String> post(String path, String json) throws Exception {
            return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        }

        String find(String path, String pattern) throws Exception {
            var matcher = Pattern.compile(pattern).matcher(get(path).body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        private HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (!basic.isEmpty()) request.header("Authorization", basic);
            if (!token.isEmpty()) request.header("X-XSRF-TOKEN", token);
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .findFirst()
                    .ifPresent(cookie -> {
                        if (token.isEmpty()) token = cookie.getValue();
                    });
            return answer;
        }
    }
}
