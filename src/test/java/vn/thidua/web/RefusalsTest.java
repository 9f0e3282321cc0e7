package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.thidua.web.RoleScene.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thidua.support.ThiDuaTest;
import vn.thidua.web.Caller.Answer;
import vn.thidua.web.Caller.Body;

/** How somebody is turned away: with a problem that says why and what to do, and without harm to anybody else. */
class RefusalsTest extends ThiDuaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private RoleScene scene;

    @BeforeEach
    void people() {
        scene = (RoleScene) beans.autowire(RoleScene.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scene.begin(port);
    }

    @Test
    void guessing_at_one_address_locks_nobody_out_at_another() throws IOException {
        var office = InetAddress.getByName("127.0.0.1");
        var elsewhere = InetAddress.getByName("127.0.0.2");
        assumeTrue(isOurs(elsewhere), "This machine has but one local address");
        var administrator = account("admin");
        for (int guess = 0; guess < 6; guess++) knock(elsewhere, administrator, "Wrong-Password-" + guess, "");
        assertThat(knock(elsewhere, administrator, Caller.PASSWORD, ""))
                .contains(" 429 ", "too-many-attempts", "Retry-After: ");
        assertThat(knock(elsewhere, administrator, Caller.PASSWORD, "X-Forwarded-For: 127.0.0.1\r\n"))
                .contains(" 429 ");
        assertThat(knock(office, administrator, Caller.PASSWORD, "")).contains(" 200 ");
    }

    private static boolean isOurs(InetAddress address) {
        try (var socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** The whole answer to somebody who asks for the overview from that address. */
    private String knock(InetAddress from, String account, String password, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, from, 0)) {
            var request =
                    "GET /api/cockpit/overview HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%sAuthorization: Basic %s\r\n\r\n"
                            .formatted(header, Caller.credentials(account, password));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_kind_of_refusal_is_a_problem_with_a_code_a_field_and_a_sentence() throws JsonProcessingException {
        var draft = "/api/obligations/{report}/draft";
        var files = "/api/obligations/{report}/attachments";
        problem(
                scene.basic("stranger", "GET", "/api/campaigns", null),
                401,
                "unauthenticated",
                null,
                "Bạn chưa đăng nhập");
        problem(scene.basic("unit", "PUT", draft, Body.json("{")), 400, "unreadable", null, "không phải JSON");
        problem(
                scene.basic("unit", "PUT", draft, Body.json("{\"figures\":{\"x\":\"y\"}}")),
                400,
                "wrong-type",
                "figures.x",
                "không đúng kiểu");
        problem(
                scene.basic("unit", "POST", files, Body.file("other", "x.pdf", new byte[0])),
                400,
                "missing",
                "files",
                "Thiếu \"files\"");
        problem(
                scene.basic("other", "GET", "/api/obligations/{report}", null),
                403,
                "forbidden",
                null,
                "không thuộc đơn vị");
        problem(scene.basic("unit", "GET", "/api/obligations/999999", null), 404, "not-found", null, "Không");
        problem(scene.basic("unit", "GET", "/api/nowhere", null), 404, "not-found", null, "Địa chỉ này không tồn tại");
        problem(
                scene.basic("unit", "DELETE", "/api/campaigns", null),
                405,
                "method-not-allowed",
                null,
                "không nhận DELETE, chỉ nhận GET");
        problem(
                scene.basic("standing", "POST", "/api/obligations/{report}/parts/so-noi-vu/acceptance", null),
                409,
                "not-submitted",
                null,
                "không còn chờ tiếp nhận");
        problem(
                scene.basic("unit", "PUT", draft, Body.text("x")),
                415,
                "unsupported-media-type",
                null,
                "application/json");
        problem(
                scene.basic("unit", "PUT", draft, Body.json("{\"figures\":{\"x\":1}}")),
                422,
                "figure",
                "figures.x",
                "Không có chỉ tiêu");
        problem(
                scene.basic("unit", "POST", files, Body.file("files", "x.exe", new byte[] {'M', 'Z'})),
                422,
                "file-type",
                "file",
                "x.exe");
        problem(
                scene.basic("unit", "POST", files, Body.file("files", "lon.pdf", new byte[21 << 20])),
                413,
                "file-too-large",
                "file",
                "lớn hơn mức cho phép 20 MB");
        problem(
                scene.basic("unit", "POST", files, Body.file("files", "lon.pdf", new byte[51 << 20])),
                413,
                "too-large",
                null,
                "vượt quá dung lượng");
    }

    private static void problem(Answer answer, int status, String code, @Nullable String field, String words)
            throws JsonProcessingException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("urn:thidua:problem:" + code);
        assertThat(problem.path("field").asText(null)).isEqualTo(field);
        assertThat(problem.path("detail").asText())
                .contains(words)
                .matches(detail -> Normalizer.isNormalized(detail, Form.NFC));
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/api/");
    }
}
