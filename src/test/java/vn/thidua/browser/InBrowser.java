package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thidua.organisation.Accounts;
import vn.thidua.support.ThiDuaTest;

/** Tests in which people sit at browsers of their own; one fails for anything that went wrong in their pages. */
@ExtendWith(Chromium.OrSkip.class)
abstract class InBrowser extends ThiDuaTest {

    /** Of every account these tests create. */
    static final String PASSWORD = "Mua-Gat-Som-2026";

    static final String ADMINISTRATOR = "quan-tri-vien";

    private static final int PATIENCE_MS = 15_000;

    private static @Nullable Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final Observer observer = new Observer();
    private final List<Person> people = new ArrayList<>();

    @RegisterExtension
    AfterTestExecutionCallback lastSight = test -> test.getExecutionException()
            .ifPresent(failure -> people.forEach(person -> person.keeps(
                    "failed-%s-%d".formatted(test.getRequiredTestMethod().getName(), people.indexOf(person)))));

    /** Without one Tasklist asks for one to be set up. */
    @BeforeEach
    void anAdministrator() {
        account(ADMINISTRATOR, "Phạm Văn Dũng", "camunda-admin");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        chromium = null;
    }

    @AfterEach
    void nothing_went_wrong_in_the_pages() {
        people.forEach(Person::close);
        assertThat(observer.troubles()).isEmpty();
    }

    Person somebody() {
        return somebody(observer);
    }

    /** Somebody whose troubles the test judges itself. */
    Person somebody(Observer observer) {
        if (chromium == null) {
            chromium = new Chromium();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        }
        var person = new Person(chromium.browser(), "http://localhost:" + port, observer, office.now());
        people.add(person);
        return person;
    }

    void account(String id, String name, String... groups) {
        if (!accounts.exists(id)) accounts.create(id, name, id + "@thidua.example", PASSWORD, Set.of(groups));
    }
}
