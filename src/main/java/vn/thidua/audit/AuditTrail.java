package vn.thidua.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the record and proves that nobody has touched it. Who may read is for the door to decide. */
@Component
public class AuditTrail {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcClient sql;
    private final DataSource database;

    AuditTrail(JdbcClient sql, DataSource database) {
        this.sql = sql;
        this.database = database;
    }

    /** All that was done to the subject, oldest first. */
    public List<AuditEntry> of(String subject) {
        return sql.sql("select %s from audit_entry where subject = ? order by seq".formatted(AuditEntry.COLUMNS))
                .param(subject)
                .query(AuditEntry::from)
                .list();
    }

    /**
     * A page of the record, newest first.
     *
     * @param campaign only this campaign's entries; null for all
     * @param before only entries numbered below this; null for the newest page
     */
    public List<AuditEntry> newest(@Nullable String campaign, @Nullable Long before, int size) {
        return sql.sql("""
                select %s from audit_entry where seq < :before and (:campaign::text is null or campaign = :campaign)
                order by seq desc limit :size""".formatted(AuditEntry.COLUMNS))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("campaign", campaign)
                .param("size", size)
                .query(AuditEntry::from)
                .list();
    }

    /** Reads the whole chain again: finds entries changed, inserted, reordered or taken out of the middle. */
    public Verification verify() {
        return verify(database, null);
    }

    /**
     * The same for a command line that has only the database.
     *
     * @param notedHash a hash noted down earlier, which the chain must still hold: finds entries cut off its end; null when none was
     *     noted
     * @throws IllegalStateException when the database cannot be read
     */
    public static Verification verify(DataSource database, @Nullable String notedHash) {
        try (var connection = database.getConnection()) {
            var autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false); // else the driver loads all rows at once
            try {
                return verify(connection, notedHash);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The audit record cannot be read", unreadable);
        }
    }

    private static Verification verify(Connection connection, @Nullable String notedHash) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            var rows = statement.executeQuery("select %s from audit_entry order by seq".formatted(AuditEntry.COLUMNS));
            long entries = 0;
            var lastHash = AuditEntry.NOTHING_BEFORE;
            var noted = notedHash == null;
            while (rows.next()) {
                var entry = AuditEntry.from(rows, 0);
                var expected = entries + 1;
                if (entry.seq() != expected) {
                    return Verification.broken(
                            entries, expected, "bản ghi này đã mất, bản ghi kế tiếp là số %d".formatted(entry.seq()));
                }
                if (!entry.previousHash().equals(lastHash)) {
                    return Verification.broken(
                            entries, expected, "bản ghi không nối tiếp bản ghi trước (bị chèn, đổi chỗ hoặc xóa)");
                }
                if (!entry.hash().equals(entry.computedHash())) {
                    return Verification.broken(entries, expected, "nội dung bản ghi đã bị sửa");
                }
                entries = expected;
                lastHash = entry.hash();
                noted |= lastHash.equals(notedHash);
            }
            return noted
                    ? Verification.intact(entries, lastHash)
                    : Verification.broken(
                            entries,
                            entries + 1,
                            "nhật ký không còn bản ghi mang mã băm đã ghi lại %s".formatted(notedHash));
        }
    }
}
