package vn.thidua.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The chromium that is installed here; nothing is downloaded for it. */
final class Chromium implements AutoCloseable {

    /** Skips each test, saying why, where there is no chromium; {@code THIDUA_BROWSER=required} lets them fail instead. */
    static final class OrSkip implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var skipped = context.getTestMethod().isPresent() && executable().isEmpty() && !isRequired();
            return skipped ? ConditionEvaluationResult.disabled(absence()) : ConditionEvaluationResult.enabled(null);
        }
    }

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

    /** @throws IllegalStateException where no chromium is installed */
    Chromium() {
        var executable = executable().orElseThrow(() -> new IllegalStateException(absence()));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIET_AND_OFFLINE));
    }

    private static Optional<Path> executable() {
        return places().stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static List<String> places() {
        var named = System.getenv("CHROMIUM");
        return named == null || named.isBlank() ? USUAL_PLACES : List.of(named);
    }

    private static boolean isRequired() {
        return "required".equals(System.getenv("THIDUA_BROWSER"));
    }

    private static String absence() {
        return "No chromium in %s. Install one, or name it in the environment variable CHROMIUM.".formatted(places());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
