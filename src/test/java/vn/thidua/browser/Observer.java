package vn.thidua.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Listens to pages and remembers what went wrong in them, whether or not anybody saw it. */
final class Observer {

    private static final int FIRST_FAILURE = 400;
    private static final String LEFT_EARLIER = "net::ERR_ABORTED";

    /** A mail is shown without scripts; the one refused there is the test's own, which sets the clock of every frame. */
    private static final String CLOCK_REFUSED = "Blocked script execution in 'about:srcdoc'";

    private final List<String> troubles = new ArrayList<>();

    void watch(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(CLOCK_REFUSED))
                note(page, "console: " + message.text());
        });
        page.onPageError(error -> note(page, "script failed: " + error));
        page.onRequestFailed(request -> {
            if (!LEFT_EARLIER.equals(request.failure())) {
                note(page, "no answer: %s %s, %s".formatted(request.method(), request.url(), request.failure()));
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= FIRST_FAILURE) {
                note(
                        page,
                        "%d: %s %s".formatted(answer.status(), answer.request().method(), answer.url()));
            }
        });
    }

    void note(Page page, String trouble) {
        troubles.add("%s [on %s]".formatted(trouble, page.url()));
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }
}
