package vn.thidua.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One act on record.
 *
 * @param seq counts from 1 without gaps
 * @param at when the act was done, to the microsecond
 * @param before JSON of what was, null where nothing was
 * @param after JSON of what is now, null where nothing is
 * @param hash SHA-256 over all fields and the hash of the entry before
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        @Nullable String campaign,
        @Nullable String unit,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String previousHash,
        String hash) {

    /** What the first entry follows. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    static final String COLUMNS =
            "seq, at, actor, action, campaign, unit, subject, before_json, after_json, previous_hash, hash";

    static AuditEntry from(ResultSet row, int ignored) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("campaign"),
                row.getString("unit"),
                row.getString("subject"),
                row.getString("before_json"),
                row.getString("after_json"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** The hash these fields should have: each field is preceded by its length, so no two entries read the same. */
    String computedHash() {
        var digest = sha256();
        for (var field : new @Nullable String[] {
            Long.toString(seq), at.toString(), actor, action, campaign, unit, subject, before, after, previousHash
        }) {
            var bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .flip());
            if (bytes != null) digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
