package vn.thidua.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The chromium that is installed here; nothing is downloaded for it. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> QUIET_AND_OFFLINE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIET_AND_OFFLINE));
    }

    /** Skips the tests, saying why, where there is no chromium; fails them where {@code THIDUA_BROWSER=required} says there must be one. */
    static Chromium orSkip() {
        var executable = executable();
        if (executable.isEmpty()) {
            var why = "no chromium in %s; install one or name it in the environment variable CHROMIUM".formatted(places());
            if ("required".equals(System.getenv("THIDUA_BROWSER"))) fail("THIDUA_BROWSER=required, but " + why);
            abort(why);
        }
        return new Chromium(executable.get());
    }

    private static Optional<Path> executable() {
        return places().stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static List<String> places() {
        return Stream.ofNullable(System.getenv("CHROMIUM"))
                .findFirst()
                .map(List::of)
                .orElse(USUAL_PLACES);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
