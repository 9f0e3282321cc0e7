package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of decisions and of letters to superiors have in common: papers that are locked, sent back, signed and numbered. */
final class PaperRows {

    private PaperRows() {}

    /** Nobody else changes it until this transaction ends. */
    static void lock(JdbcClient sql, String table, long id) {
        sql.sql("select id from %s where id = ? for update".formatted(table))
                .param(id)
                .query(Long.class)
                .single();
    }

    /** @param state the one in which it is written again */
    static void sentBack(JdbcClient sql, String table, long id, Enum<?> state, String reason, Instant now) {
        sql.sql("update %s set state = ?, since = ?, sent_back = ? where id = ?".formatted(table))
                .params(state.name(), Timestamp.from(now), reason, id)
                .update();
    }

    static void signed(JdbcClient sql, String table, long id, Enum<?> state, Signature signature, Instant now) {
        var capacity = signature.capacity();
        sql.sql("""
                update %s set state = ?, since = ?, signed_by = ?, signer_name = ?, signer_position = ?, capacity = ?,
                    delegation = ?, signed_at = ? where id = ?""".formatted(table))
                .params(
                        state.name(),
                        Timestamp.from(now),
                        signature.userId(),
                        signature.name(),
                        signature.position(),
                        capacity == null ? null : capacity.name(),
                        signature.delegation(),
                        Timestamp.from(signature.at()),
                        id)
                .update();
    }

    /** The document's number, null while it has none. @param dated the column of its date */
    static @Nullable DocumentNumber number(ResultSet row, String dated) throws SQLException {
        var number = row.getObject("number", Integer.class);
        return number == null
                ? null
                : new DocumentNumber(
                        row.getString("issuer"),
                        number,
                        row.getString("symbol"),
                        row.getObject(dated, LocalDate.class));
    }
}
