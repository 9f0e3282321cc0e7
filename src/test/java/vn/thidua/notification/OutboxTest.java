package vn.thidua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.support.CountedStatements;
import vn.thidua.support.TestDatabase;

class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Actor ADMINISTRATOR = new Actor("quan-tri", Set.of(Actor.ADMINISTRATORS));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private AnnotationConfigApplicationContext app = new AnnotationConfigApplicationContext();

    static class Acts {
        final List<Act> seen = new ArrayList<>();

        @EventListener
        void on(Act act) {
            seen.add(act);
        }
    }

    @AfterEach
    void close() {
        app.close();
        server.stop();
    }

    @Test
    void a_mail_leaves_once_as_text_and_html_in_vietnamese() throws Exception {
        startWithServer();
        queue(mail("digest/1", "lan@binhphuoc.gov.vn"));
        run();
        run();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Thi đua: 2 việc sắp đến hạn, 1 việc quá hạn (20/11/2026)");
        assertThat(received.getHeader("Subject")[0]).startsWith("=?UTF-8?");
        var from = (InternetAddress) received.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("thi-dua@binhphuoc.gov.vn");
        assertThat(from.getPersonal()).isEqualTo("Thi đua tỉnh");
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("lan@binhphuoc.gov.vn"));
        assertThat(received.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("List-Id")).containsExactly("<nhac-viec.binhphuoc.gov.vn>");
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        assertThat(part(received, 0, "text/plain")).isEqualTo("Việc cần làm: Đề nghị khen thưởng\r\n");
        assertThat(part(received, 1, "text/html")).isEqualTo("<p>Việc cần làm: <b>Đề nghị khen thưởng</b></p>");

        var sent = only();
        assertThat(sent.state()).isEqualTo(MailState.SENT);
        assertThat(sent.sentAt()).isEqualTo(NOW);
        assertThat(sent.nextAttemptAt()).isNull();
        assertThat(received.getMessageID()).isEqualTo(sent.messageId());
    }

    @Test
    void the_message_id_comes_from_the_cause_alone() throws Exception {
        startWithServer();
        queue(mail("digest/1", "lan@x.vn"));
        queue(mail("digest/2", "lan@x.vn"));
        run();
        // as if the machine had died between the server's yes and our commit
        app.getBean(JdbcTemplate.class)
                .execute("update outgoing_mail set state = 'WAITING', next_attempt_at = now() - interval '100 years'");
        run();

        var ids = new ArrayList<String>();
        for (var received : server.getReceivedMessages()) ids.add(received.getMessageID());
        assertThat(ids).hasSize(4);
        assertThat(ids.get(0)).matches("<[0-9a-f]{64}@binhphuoc\\.gov\\.vn>").isNotEqualTo(ids.get(1));
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
    }

    @Test
    void a_second_mail_of_the_same_cause_is_no_mail() {
        startWithServer();
        queue(mail("digest/1", "lan@x.vn"));
        run();
        queue(mail("digest/1", "lan@x.vn"));
        run();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_queued_in_a_transaction_that_fails_never_leaves() {
        startWithServer();
        app.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            outbox().queue(mail("digest/1", "lan@x.vn"));
            status.setRollbackOnly();
        });
        run();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> outbox().queue(mail("digest/1", "lan@x.vn")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nobody_can_add_a_header_or_a_recipient_through_the_subject() throws Exception {
        startWithServer();
        queue(new Mail("c", "lan@x.vn", "Thi đua\r\nBcc: all@x.vn\r\n\r\nxin chào", "a", "b"));
        run();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("Thi đua Bcc: all@x.vn xin chào");
        assertThat(received.getAllRecipients()).hasSize(1);
    }

    @Test
    void without_a_mail_server_everything_waits() {
        start(null);
        queue(mail("digest/1", "lan@x.vn"));
        run();

        assertThat(only().state()).isEqualTo(MailState.WAITING);
        assertThat(only().attempts()).isZero();
    }

    @Test
    void with_an_empty_host_everything_waits() {
        start(sender("", 25));
        queue(mail("digest/1", "lan@x.vn"));
        run();

        assertThat(only().attempts()).isZero();
    }

    @Test
    void when_the_host_is_unknown_the_first_mail_is_put_off_and_the_others_are_left_alone() {
        start(sender("mail.invalid", 25));
        queue(mail("digest/1", "lan@x.vn"));
        queue(mail("digest/2", "lan@x.vn"));
        run();

        var mails = view().newest(null, null, null, 10);
        assertThat(mails).extracting(OutgoingMail::state).containsOnly(MailState.WAITING);
        assertThat(mails).extracting(OutgoingMail::attempts).containsExactly(0, 1);
        assertThat(mails.get(1).lastError())
                .startsWith("Không kết nối được máy chủ thư:")
                .contains("mail.invalid");
        assertThat(mails.get(1).nextAttemptAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_mail_is_tried_again_after_growing_delays_and_given_up_after_the_seventh() {
        server.start();
        var port = server.getSmtp().getPort();
        server.stop();
        start(sender("127.0.0.1", port));
        queue(mail("digest/1", "lan@x.vn"));

        var now = NOW;
        for (var minutes : List.of(1, 5, 30, 120, 480, 1440)) {
            run();
            run();
            assertThat(only().state()).isEqualTo(MailState.WAITING);
            assertThat(only().nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
            now = now.plus(Duration.ofMinutes(minutes));
            clock().holdAt(now);
        }
        run();

        assertThat(only().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(only().attempts()).isEqualTo(7);
        assertThat(only().lastError()).startsWith("Không kết nối được máy chủ thư:");
        assertThat(view().counts())
                .containsEntry(MailState.GIVEN_UP, 1L)
                .containsEntry(MailState.WAITING, 0L)
                .containsEntry(MailState.SENT, 0L);
    }

    @Test
    void a_mail_leaves_when_the_server_is_back() {
        server.start();
        var port = server.getSmtp().getPort();
        server.stop();
        start(sender("127.0.0.1", port));
        queue(mail("digest/1", "lan@x.vn"));
        run();
        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            run();
            assertThat(back.getReceivedMessages()).as("not before its time").isEmpty();
            clock().holdAt(NOW.plusSeconds(60));
            run();
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(only().state()).isEqualTo(MailState.SENT);
            assertThat(only().lastError()).isNull();
        } finally {
            back.stop();
        }
    }

    @Test
    void a_recipient_the_server_will_never_take_is_given_up_at_once_and_the_next_mail_leaves() throws IOException {
        try (var strict = new StrictSmtpServer("550 5.1.1 No such user")) {
            start(sender("127.0.0.1", strict.port()));
            queue(mail("digest/1", "nobody@x.vn"));
            queue(mail("digest/2", "lan@x.vn"));
            run();

            var mails = view().newest(null, null, null, 10);
            assertThat(mails).extracting(OutgoingMail::state).containsExactly(MailState.SENT, MailState.GIVEN_UP);
            assertThat(mails.get(1).attempts()).isEqualTo(1);
            assertThat(mails.get(1).lastError()).startsWith("Máy chủ thư từ chối địa chỉ nhận: 550 5.1.1 No such user");
        }
    }

    @Test
    void a_recipient_the_server_cannot_take_now_is_tried_again() throws IOException {
        try (var strict = new StrictSmtpServer("451 4.7.1 Greylisted")) {
            start(sender("127.0.0.1", strict.port()));
            queue(mail("digest/1", "nobody@x.vn"));
            queue(mail("digest/2", "lan@x.vn"));
            run();

            var mails = view().newest(null, null, null, 10);
            assertThat(mails).extracting(OutgoingMail::state).containsExactly(MailState.SENT, MailState.WAITING);
            assertThat(mails.get(1).lastError())
                    .startsWith("Gửi thư không thành công:")
                    .contains("451");
        }
    }

    @Test
    void two_nodes_never_send_the_same_mail() {
        startWithServer();
        for (int i = 0; i < 40; i++) queue(mail("digest/" + i, "lan@x.vn"));

        CompletableFuture.allOf(CompletableFuture.runAsync(this::run), CompletableFuture.runAsync(this::run))
                .join();

        assertThat(server.getReceivedMessages()).hasSize(40);
    }

    @Test
    void ten_thousand_mails_are_queued_in_as_many_statements_as_one() {
        start(null);
        var one = CountedStatements.of(() -> queueAll(mails(0, 1)));
        var all = CountedStatements.of(() -> queueAll(mails(1, 10_000)));

        assertThat(all).isEqualTo(one);
        assertThat(view().counts()).containsEntry(MailState.WAITING, 10_000L);
    }

    private static List<Mail> mails(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> mail("digest/" + i, "u" + i + "@x.vn"))
                .toList();
    }

    private void queueAll(List<Mail> mails) {
        app.getBean(TransactionTemplate.class).executeWithoutResult(status -> outbox().queueAll(mails));
    }

    @Test
    void the_outbox_is_shown_newest_first_by_state_and_by_text() {
        start(null);
        queue(mail("digest/1", "lan@x.vn"));
        queue(mail("digest/2", "minh@x.vn"));
        queue(mail("digest/3", "Lan@y.vn"));

        assertThat(view().newest(MailState.WAITING, "LAN@", null, 10))
                .extracting(OutgoingMail::cause)
                .containsExactly("digest/3", "digest/1");
        assertThat(view().newest(MailState.SENT, null, null, 10)).isEmpty();
        var first = view().newest(null, "Quá Hạn", null, 2);
        assertThat(first).hasSize(2);
        assertThat(view().newest(null, "%", first.get(1).id(), 2)).isEmpty();
        assertThat(view().newest(null, null, first.get(1).id(), 2))
                .extracting(OutgoingMail::cause)
                .containsExactly("digest/1");
        assertThat(catchThrowableOfType(Refusal.class, () -> view().mail(99)).kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void an_administrator_sends_a_given_up_mail_again_and_nobody_else() throws IOException {
        try (var strict = new StrictSmtpServer("550 5.1.1 No such user")) {
            start(sender("127.0.0.1", strict.port()));
            queue(mail("digest/1", "nobody@x.vn"));
            run();
            strict.acceptEveryone();
            var id = only().id();

            assertThat(catchThrowableOfType(Refusal.class, () -> view().retry(id))
                            .kind())
                    .isEqualTo(Refusal.Kind.FORBIDDEN);
            retry(id);
            assertThat(only().state()).isEqualTo(MailState.WAITING);
            assertThat(only().attempts()).isZero();
            assertThat(app.getBean(Acts.class).seen).extracting(Act::action).containsExactly("mail.retried");
            run();
            assertThat(only().state()).isEqualTo(MailState.SENT);
            assertThat(catchThrowableOfType(Refusal.class, () -> retry(id)).kind())
                    .isEqualTo(Refusal.Kind.CONFLICT);
        }
    }

    @Test
    void a_wrong_sender_is_told_at_the_start() {
        for (var wrong : List.of("", "thi dua", "a@", "a@x.vn\r\nBcc: b@x.vn", "a@x.vn, b@x.vn")) {
            assertThatThrownBy(() -> new MailSettings(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("thidua.mail.from");
        }
    }

    private void startWithServer() {
        server.start();
        start(sender("127.0.0.1", server.getSmtp().getPort()));
    }

    private void start(JavaMailSender sender) {
        app.register(TestDatabase.Beans.class, Outbox.class, OutboxView.class, MailRun.class, Acts.class);
        app.registerBean(MailSettings.class, () -> new MailSettings("Thi đua tỉnh <thi-dua@binhphuoc.gov.vn>"));
        if (sender != null) app.registerBean(JavaMailSender.class, () -> sender);
        app.refresh();
        clock().holdAt(NOW);
    }

    private static JavaMailSender sender(String host, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        return sender;
    }

    private static Mail mail(String cause, String recipient) {
        return new Mail(
                cause,
                recipient,
                "Thi đua: 2 việc sắp đến hạn, 1 việc quá hạn (20/11/2026)",
                "Việc cần làm: Đề nghị khen thưởng\n",
                "<p>Việc cần làm: <b>Đề nghị khen thưởng</b></p>");
    }

    private void queue(Mail mail) {
        app.getBean(TransactionTemplate.class).executeWithoutResult(status -> outbox().queue(mail));
    }

    private void run() {
        app.getBean(MailRun.class).sendWhatIsDue();
    }

    private void retry(long id) {
        ADMINISTRATOR.act(() -> {
            view().retry(id);
            return null;
        });
    }

    private OutgoingMail only() {
        var mails = view().newest(null, null, null, 10);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private Outbox outbox() {
        return app.getBean(Outbox.class);
    }

    private OutboxView view() {
        return app.getBean(OutboxView.class);
    }

    private MovableClock clock() {
        return app.getBean(MovableClock.class);
    }

    private static String part(MimeMessage message, int index, String type) throws Exception {
        var part = ((MimeMultipart) message.getContent()).getBodyPart(index);
        assertThat(part.getContentType()).startsWithIgnoringCase(type).containsIgnoringCase("UTF-8");
        return (String) part.getContent();
    }
}
