package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.support.TestDatabase;

class AttachmentsTest {

    private static final String SUBJECT = "binh-phuoc/so-tai-chinh/2026";
    private static final Actor LAN = new Actor("lan", Set.of());

    private final AnnotationConfigApplicationContext app = new AnnotationConfigApplicationContext();
    private final Attachments attachments;
    private final JdbcTemplate sql;

    static class Acts {
        final List<Act> seen = new ArrayList<>();

        @EventListener
        void on(Act act) {
            seen.add(act);
        }
    }

    AttachmentsTest() {
        app.register(TestDatabase.Beans.class, Attachments.class, Acts.class);
        app.registerBean(FileSettings.class, () -> new FileSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(10)));
        app.refresh();
        app.getBean(MovableClock.class).holdAt(Instant.parse("2026-11-19T02:00:00Z"));
        attachments = app.getBean(Attachments.class);
        sql = app.getBean(JdbcTemplate.class);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_file_is_kept_with_who_sent_it_when_and_what_it_really_is() {
        var stored = store("C:\\báo cáo.docx", Samples.pdf());

        assertThat(attachments.describe(stored.id())).isEqualTo(stored);
        assertThat(stored.subject()).isEqualTo(SUBJECT);
        assertThat(stored.name()).isEqualTo("báo cáo.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(Samples.pdf().length);
        assertThat(stored.sha256()).hasSize(64);
        assertThat(stored.uploadedBy()).isEqualTo("lan");
        assertThat(stored.uploadedAt()).isEqualTo("2026-11-19T02:00:00Z");
        assertThat(attachments.content(stored.id())).isEqualTo(Samples.pdf());
        assertThat(app.getBean(Acts.class).seen).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("attachment.stored");
            assertThat(act.subject()).isEqualTo(SUBJECT);
        });
    }

    @Test
    void the_same_content_is_kept_once() {
        var first = store("a.pdf", Samples.pdf());
        var second = store("b.pdf", Samples.pdf());

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(sql.queryForObject("select count(*) from stored_file", Integer.class))
                .isEqualTo(1);
        assertThat(attachments.of(SUBJECT)).containsExactlyInAnyOrder(first, second);
        assertThat(attachments.of("another")).isEmpty();
    }

    @Test
    void several_are_described_in_the_order_asked_for() {
        var a = store("a.pdf", Samples.pdf());
        var b = store("b.png", Samples.picture("png"));

        assertThat(attachments.describe(List.of(b.id(), a.id()))).containsExactly(b, a);
        assertThat(attachments.describe(List.of())).isEmpty();
    }

    @Test
    void an_unknown_file_is_not_found() {
        var unknown = UUID.randomUUID();
        assertNotFound(() -> attachments.describe(unknown));
        assertNotFound(() -> attachments.content(unknown));
        assertNotFound(() -> attachments.describe(List.of(unknown)));
    }

    @Test
    void a_file_above_the_limit_is_refused_without_reading_it_whole() {
        var endless = new InputStream() {
            long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }
        };
        var refusal = catchThrowableOfType(Refusal.class, () -> attachments.store(SUBJECT, "to.pdf", endless));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
        assertThat(refusal.sentence()).contains("Tệp \"to.pdf\" lớn hơn mức cho phép 1 MB", "Hãy ");
        assertThat(endless.read).isLessThanOrEqualTo((1 << 20) + 1);
    }

    @Test
    void a_refused_file_leaves_nothing() {
        assertThatThrownBy(() -> store("a.pdf", Samples.text("x"))).isInstanceOf(Refusal.class);

        assertThat(sql.queryForObject("select count(*) from stored_file", Integer.class))
                .isZero();
        assertThat(app.getBean(Acts.class).seen).isEmpty();
    }

    @Test
    void a_file_belongs_to_the_transaction_that_takes_it_in() {
        app.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            store("a.pdf", Samples.pdf());
            status.setRollbackOnly();
        });

        assertThat(attachments.of(SUBJECT)).isEmpty();
        assertThat(sql.queryForObject("select count(*) from stored_file", Integer.class))
                .isZero();
    }

    private Attachment store(String name, byte[] content) {
        return LAN.act(() -> attachments.store(SUBJECT, name, new ByteArrayInputStream(content)));
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        var refusal = catchThrowableOfType(Refusal.class, asked);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }
}
