package vn.thidua.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.MovableClock;

/**
 * Sends what is due in the outbox, one mail per transaction, so that a crash can repeat one mail at most and that one keeps its
 * Message-ID. Several nodes may run at once. Without a mail server configured everything waits.
 */
@Component
class MailRun {

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);

    /** How long to wait after the first, second, … failure; the failure after the last of them is final. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final ObjectProvider<JavaMailSender> senders;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final MailSettings settings;

    MailRun(
            ObjectProvider<JavaMailSender> senders,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            MovableClock clock,
            MailSettings settings) {
        this.senders = senders;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${thidua.mail.every:10s}")
    void sendWhatIsDue() {
        var sender = senders.getIfAvailable();
        if (sender == null || hasNoHost(sender)) return;
        while (Boolean.TRUE.equals(transaction.execute(begun -> sendNext(sender)))) {
            // until nothing is due or the server is away
        }
    }

    /** An empty setting means no server, too. */
    private static boolean hasNoHost(JavaMailSender sender) {
        return sender instanceof JavaMailSenderImpl configured && "".equals(configured.getHost());
    }

    /** @return whether to go on: a mail was due and the server was there */
    private boolean sendNext(JavaMailSender sender) {
        var now = clock.instant();
        var due = sql.sql("""
                select * from outgoing_mail where state = 'WAITING' and next_attempt_at <= ?
                order by next_attempt_at, id limit 1 for update skip locked""")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(OutgoingMail::from)
                .optional();
        if (due.isEmpty()) return false;
        var mail = due.get();
        try {
            sender.send(message(sender.createMimeMessage(), mail, now));
            sql.sql(
                            "update outgoing_mail set state = 'SENT', sent_at = ?, next_attempt_at = null, last_error = null where id = ?")
                    .params(now.atOffset(ZoneOffset.UTC), mail.id())
                    .update();
            return true;
        } catch (MessagingException | RuntimeException failure) {
            var failed = MailFailure.of(failure);
            putOff(mail, failed, now);
            return !failed.isServerAway();
        }
    }

    private void putOff(OutgoingMail mail, MailFailure failure, Instant now) {
        var attempts = mail.attempts() + 1;
        var giveUp = failure.isPermanent() || attempts > DELAYS.size();
        LOG.warn("Mail {} failed {} time(s){}: {}", mail.id(), attempts, giveUp ? ", given up" : "", failure.inWords());
        sql.sql("update outgoing_mail set state = ?, attempts = ?, next_attempt_at = ?, last_error = ? where id = ?")
                .params(
                        (giveUp ? MailState.GIVEN_UP : MailState.WAITING).name(),
                        attempts,
                        giveUp ? null : now.plus(DELAYS.get(attempts - 1)).atOffset(ZoneOffset.UTC),
                        failure.inWords(),
                        mail.id())
                .update();
    }

    private MimeMessage message(MimeMessage message, OutgoingMail mail, Instant now) throws MessagingException {
        message.setFrom(settings.sender());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("List-Id", "<nhac-viec.%s>".formatted(settings.domain()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All"); // Exchange would answer "out of office"
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
