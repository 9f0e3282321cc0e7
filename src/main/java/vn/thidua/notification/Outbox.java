package vn.thidua.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.MovableClock;

/** Takes mails in the transaction that causes them; they leave after it commits. */
@Component
public class Outbox {

    private static final int BATCH = 500;

    private final JdbcTemplate sql; // JdbcClient has no batches
    private final MovableClock clock;
    private final MailSettings settings;

    Outbox(JdbcTemplate sql, MovableClock clock, MailSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Queues the mail unless one of the same cause has been queued ever before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Mail mail) {
        queueAll(List.of(mail));
    }

    /** The same for many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueAll(List<Mail> mails) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var domain = settings.domain();
        sql.batchUpdate("""
                insert into outgoing_mail(message_id, cause, recipient, subject, text_body, html_body, state, next_attempt_at, created_at)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict (cause) do nothing""", mails, BATCH, (row, mail) -> {
            row.setString(1, messageId(mail.cause(), domain));
            row.setString(2, mail.cause());
            row.setString(3, mail.recipient());
            row.setString(4, mail.subject());
            row.setString(5, mail.text());
            row.setString(6, mail.html());
            row.setObject(7, now);
            row.setObject(8, now);
        });
    }

    /** The same cause always gives the same id, so that a mail delivered twice is recognised as one. */
    private static String messageId(String cause, String domain) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            return "<%s@%s>".formatted(HexFormat.of().formatHex(digest), domain);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
