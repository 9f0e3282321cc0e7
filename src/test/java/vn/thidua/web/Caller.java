package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Somebody before the doors: as a program with Basic authentication, or as a browser with a session and its token. A caller without an
 * account is a stranger and brings neither.
 */
final class Caller {

    static final String PASSWORD = "Cua-Dong-Then-Cai-1";

    private static final HttpClient PROGRAM = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----thidua";

    /** What came back; the body as text, also that of Word and Excel files. */
    record Answer(int status, String location, String type, String body) {

        boolean isSignIn() {
            return status == 302 && location.endsWith("/dang-nhap");
        }
    }

    /** What is sent along. */
    record Body(String type, byte[] content) {

        static Body json(String json) {
            return new Body("application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        static Body form(String form) {
            return new Body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        }

        static Body text(String text) {
            return new Body("text/plain", text.getBytes(StandardCharsets.UTF_8));
        }

        static Body file(String field, String name, byte[] content) {
            var text = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                    .formatted(BOUNDARY, field, name, new String(content, StandardCharsets.UTF_8), BOUNDARY);
            return new Body("multipart/form-data; boundary=" + BOUNDARY, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final @Nullable String account;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser;
    private boolean signedIn;

    Caller(@Nullable String account) {
        this.account = account;
        browser = account == null
                ? PROGRAM
                : HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** As a program. */
    Answer basic(String method, String address, @Nullable Body body) {
        var request = request(method, address, body);
        if (account != null) request.header("Authorization", "Basic " + credentials(account, PASSWORD));
        return send(PROGRAM, request);
    }

    /** As a browser, which signs in first. */
    Answer session(String method, String address, @Nullable Body body) {
        if (account != null && !signedIn) signIn(URI.create(address));
        var request = request(method, address, body);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
        return send(browser, request);
    }

    static String credentials(String account, String password) {
        return Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Tasklist hands out the token which our own pages and interfaces take as well. */
    private void signIn(URI address) {
        var server = address.getScheme() + "://" + address.getAuthority();
        var page = CSRF.matcher(
                send(browser, request("GET", server + "/dang-nhap", null)).body());
        assertThat(page.find()).isTrue();
        var form = "username=%s&password=%s&_csrf=%s".formatted(account, PASSWORD, encoded(page.group(1)));
        var answer = send(browser, request("POST", server + "/dang-nhap", Body.form(form)));
        assertThat(answer.location()).as("signing in %s", account).doesNotContain("dang-nhap");
        send(browser, request("GET", server + "/camunda/app/tasklist/default/", null));
        assertThat(cookie("XSRF-TOKEN")).isPresent();
        signedIn = true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private static HttpRequest.Builder request(String method, String address, @Nullable Body body) {
        var content =
                body == null ? BodyPublishers.noBody() : (BodyPublisher) BodyPublishers.ofByteArray(body.content());
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(method, content)
                .header("Accept", "*/*, text/html");
        if (body != null) request.header("Content-Type", body.type());
        return request;
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            var headers = answer.headers();
            return new Answer(
                    answer.statusCode(),
                    headers.firstValue("Location").orElse(""),
                    headers.firstValue("Content-Type").orElse(""),
                    text(answer.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(byte[] body) throws IOException {
        var isPackage = body.length > 1 && body[0] == 'P' && body[1] == 'K';
        if (!isPackage) return new String(body, StandardCharsets.UTF_8);
        var text = new StringBuilder();
        try (var files = ZipFile.builder().setByteArray(body).get()) {
            for (var file : Collections.list(files.getEntries())) {
                text.append(new String(files.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
