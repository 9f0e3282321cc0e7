package vn.thidua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.support.TestDatabase;

class NoticesTest {

    private final AnnotationConfigApplicationContext app =
            new AnnotationConfigApplicationContext(TestDatabase.Beans.class, Notices.class);
    private final Notices notices = app.getBean(Notices.class);
    private final TransactionTemplate transaction = app.getBean(TransactionTemplate.class);
    private final MovableClock clock = app.getBean(MovableClock.class);

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void notices_wait_for_the_digest_and_are_handed_over_once_by_recipient() {
        clock.holdAt(Instant.parse("2026-11-19T02:00:00Z"));
        add("lan@x.vn", "a", line("một"));
        add("minh@x.vn", "a", line("hai"));
        add("lan@x.vn", "b", line("ba"));

        assertThat(takeAll())
                .containsExactly(
                        Map.entry("lan@x.vn", List.of(line("một"), line("ba"))),
                        Map.entry("minh@x.vn", List.of(line("hai"))));
        assertThat(takeAll()).isEmpty();
    }

    @Test
    void the_same_notice_at_the_same_time_is_one_and_at_another_time_is_another() {
        clock.holdAt(Instant.parse("2026-11-19T02:00:00Z"));
        add("lan@x.vn", "a", line("một"));
        add("lan@x.vn", "a", line("một, sửa lại"));
        clock.holdAt(Instant.parse("2026-11-19T03:00:00Z"));
        add("lan@x.vn", "a", line("hai"));

        assertThat(takeAll()).containsExactly(Map.entry("lan@x.vn", List.of(line("một, sửa lại"), line("hai"))));
    }

    @Test
    void what_is_taken_in_a_transaction_that_fails_is_still_there() {
        add("lan@x.vn", "a", line("một"));
        transaction.executeWithoutResult(status -> {
            assertThat(notices.takeAll()).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(takeAll()).hasSize(1);
    }

    @Test
    void a_wrong_address_is_refused_when_the_notice_is_made() {
        assertThatThrownBy(() -> add("lan@x.vn\r\nBcc: all@x.vn", "a", line("một")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void notices_belong_to_a_transaction() {
        assertThatThrownBy(() -> notices.add("lan@x.vn", "k", "a", line("một")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(notices::takeAll).isInstanceOf(IllegalTransactionStateException.class);
    }

    private void add(String recipient, String subject, DigestLine line) {
        transaction.executeWithoutResult(status -> notices.add(recipient, "submission.returned", subject, line));
    }

    private Map<String, List<DigestLine>> takeAll() {
        return transaction.execute(status -> notices.takeAll());
    }

    private static DigestLine line(String title) {
        return new DigestLine(Section.RETURNED, title, "chi tiết", null, "VI.1", null, "https://x.example");
    }
}
