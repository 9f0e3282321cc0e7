package vn.thidua.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import vn.thidua.calendar.VietnamTime;

/** Somebody at a browser of their own, whose clock shows the office's time. */
final class Person implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String CLAIM = "Nhận việc";
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 900;
    private static final int HIGH = 2400;
    private static final String OURS_IN_ENGINE = ".form-pane, .thidua-plugin";

    private final BrowserContext context;
    private final Page page;
    private final Observer observer;

    Person(Browser browser, String baseUrl, Observer observer, Instant now) {
        this.observer = observer;
        context = browser.newContext(new NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale("vi-VN")
                .setTimezoneId(VietnamTime.ZONE.getId())
                .setViewportSize(WIDTH, HEIGHT));
        page = context.newPage();
        page.clock().setFixedTime(Date.from(now));
        observer.watch(page);
    }

    Person goesTo(String path) {
        page.navigate(path);
        return this;
    }

    Person signsIn(String account, String password) {
        return goesTo("/dang-nhap")
                .fills("Tên tài khoản", account)
                .fills("Mật khẩu", password)
                .presses("Đăng nhập");
    }

    Person fills(String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /** Fills every field that shows the hint. */
    Person fillsEach(String hint, String text) {
        var fields = page.getByPlaceholder(hint);
        assertThat(fields.first()).isVisible();
        fields.all().forEach(field -> field.fill(text));
        return this;
    }

    Person picks(String label, String option) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
        return this;
    }

    Person marks(String label) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** Ticks the box whose label says this among other things. */
    Person ticks(String words) {
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(words)).check();
        return this;
    }

    /** Finds in the field with the label what was typed there. */
    Person finds(String label, String text) {
        assertThat(page.getByLabel(label, new GetByLabelOptions().setExact(true)))
                .hasValue(text);
        return this;
    }

    Person attaches(String label, String name, String type, byte[] content) {
        page.getByLabel(label).setInputFiles(new FilePayload(name, type, content));
        return this;
    }

    /** Chooses a file in the dialog that the button opens. */
    Person choosesAt(String button, String name, String type, byte[] content) {
        page.waitForFileChooser(() -> presses(button)).setFiles(new FilePayload(name, type, content));
        return this;
    }

    Person presses(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
        return this;
    }

    Person follows(String link) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    /** Unfolds, or turns to, what carries the words. */
    Person turnsTo(String words) {
        page.getByText(words, new GetByTextOptions().setExact(true)).first().click();
        return this;
    }

    /** Unfolds what the plan's words for the line are, and follows them into the source. */
    Person followsTheSourceOf(String line) {
        var title = page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(line));
        var found =
                page.locator(".line").filter(new FilterOptions().setHas(title)).first();
        found.locator("summary").first().click();
        found.getByText("Xem trong văn bản").first().click();
        return this;
    }

    /** Follows the link to a file and keeps it. */
    byte[] downloads(String link) {
        var download = page.waitForDownload(() -> follows(link));
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens Tasklist anew, with whatever has come up since. */
    Person turnsToTasks() {
        return goesTo(TASKLIST);
    }

    /** Opens the task in Tasklist, by the name it has in the list. */
    Person opensTask(String name) {
        tasks(name).first().click();
        assertThat(page.locator(".task-details")).containsText(name);
        return this;
    }

    /** Opens, of several tasks of like name, the one whose form says this. */
    Person opensTaskThatSays(String name, String words) {
        assertThat(tasks(name).first()).isVisible();
        for (var task : tasks(name).all()) {
            page.waitForResponse(answer -> answer.url().contains("/api/tasks/"), task::click);
            var form = page.locator(".form-pane h4").filter(new FilterOptions().setVisible(true));
            form.first().waitFor();
            if (form.first().innerText().contains(words)) return this;
        }
        throw new AssertionError("no task \"%s\" says \"%s\"".formatted(name, words));
    }

    /** Takes the open task, and sees that it is theirs. */
    Person claims() {
        turnsTo(CLAIM);
        assertThat(page.getByText(CLAIM, new GetByTextOptions().setExact(true))).hasCount(0);
        return this;
    }

    /** Sends the form of the open task as soon as it may be sent, and sees the task go. */
    Person completes() {
        var alike = tasks(page.locator(".task-details h2").first().innerText());
        var before = alike.count();
        presses("Gửi / Hoàn thành");
        assertThat(alike).hasCount(before - 1);
        return this;
    }

    /** Sends the form of the open task and is refused with the sentence; the task stays open. */
    Person isRefused(String sentence) {
        return presses("Gửi / Hoàn thành").sees(sentence);
    }

    private Locator tasks(String name) {
        return page.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(name));
    }

    /** Waits until the words can be read somewhere on the page. */
    Person sees(String words) {
        assertThat(page.locator("body")).containsText(words, new ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    /** To be asked only after having seen what comes with it. */
    Person doesNotSee(String words) {
        assertThat(page.locator("body")).not().containsText(words, new ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    Person seesInView(String selector, String words) {
        assertThat(page.locator(selector).first()).containsText(words);
        assertThat(page.locator(selector).first()).isInViewport();
        return this;
    }

    /** Brings the field with the label into view. */
    Person scrollsTo(String label) {
        page.getByLabel(label).first().scrollIntoViewIfNeeded();
        return this;
    }

    Person scrollsToText(String words) {
        page.getByText(words).first().scrollIntoViewIfNeeded();
        return this;
    }

    /** Opens, from Cockpit's list of instances, the one with the business key. */
    Person followsInstanceOf(String businessKey) {
        page.locator("tr")
                .filter(new FilterOptions().setHasText(businessKey))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        return this;
    }

    /** Looks the page over and keeps a picture of it: of a page of ours the whole, of the engine's what the window shows. */
    Person looks(String picture) {
        keeps(picture);
        var faults = isEngines() ? Inspection.ofEngines(page, OURS_IN_ENGINE) : Inspection.ofOurs(page);
        faults.forEach(fault -> observer.note(page, fault));
        return this;
    }

    /** As {@link #looks}, in a window high enough for a whole form of Tasklist, which scrolls within itself. */
    Person looksAtAllOfIt(String picture) {
        page.setViewportSize(WIDTH, HIGH);
        looks(picture);
        page.setViewportSize(WIDTH, HEIGHT);
        return this;
    }

    void keeps(String picture) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(picture + ".png"))
                .setFullPage(!isEngines()));
    }

    private boolean isEngines() {
        return page.url().contains("/camunda/");
    }

    @Override
    public void close() {
        context.close();
    }
}
