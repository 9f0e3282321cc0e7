package vn.thidua.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param attempts how often sending failed
 * @param nextAttemptAt null unless waiting
 * @param lastError why the last attempt failed
 */
public record OutgoingMail(
        long id,
        String messageId,
        String cause,
        String recipient,
        String subject,
        String text,
        String html,
        MailState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static OutgoingMail from(ResultSet row, int ignored) throws SQLException {
        return new OutgoingMail(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("cause"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
