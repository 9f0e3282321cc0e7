package vn.thidua.council;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.council.Minutes.SettledTie;

/** What is kept of the minutes beside the votes: the secretary's words, the chair's signature, the ties settled. */
@Repository
class MinutesTable {

    /** The minutes as checked, signed or sent back. */
    record Written(
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable String discussion,
            @Nullable String conclusion,
            String checkedBy,
            Instant checkedAt,
            @Nullable String signedBy,
            @Nullable String signedPosition,
            @Nullable Instant signedAt,
            @Nullable String sentBackFor) {}

    private final JdbcClient sql;

    MinutesTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Written> find(long session) {
        return sql.sql("select * from council_minutes where session = ?")
                .param(session)
                .query((row, i) -> new Written(
                        row.getString("started_at"),
                        row.getString("ended_at"),
                        row.getString("discussion"),
                        row.getString("conclusion"),
                        row.getString("checked_by"),
                        row.getTimestamp("checked_at").toInstant(),
                        row.getString("signed_by"),
                        row.getString("signed_position"),
                        SessionTable.instant(row, "signed_at"),
                        row.getString("sent_back_for")))
                .optional();
    }

    void check(
            long session,
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable String discussion,
            @Nullable String conclusion,
            String by,
            Instant at) {
        sql.sql("""
                insert into council_minutes(session, started_at, ended_at, discussion, conclusion, checked_by, checked_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (session) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
                    discussion = excluded.discussion, conclusion = excluded.conclusion, checked_by = excluded.checked_by,
                    checked_at = excluded.checked_at""")
                .params(Arrays.asList(session, startedAt, endedAt, discussion, conclusion, by, Timestamp.from(at)))
                .update();
    }

    void sign(long session, String name, String position, Instant at) {
        sql.sql("""
                update council_minutes set signed_by = ?, signed_position = ?, signed_at = ?, sent_back_for = null
                where session = ?""").params(name, position, Timestamp.from(at), session).update();
    }

    void sendBack(long session, String reason) {
        sql.sql("update council_minutes set sent_back_for = ? where session = ?")
                .params(reason, session)
                .update();
    }

    List<SettledTie> ties(long session) {
        return sql.sql("select * from council_tie where session = ? order by id")
                .param(session)
                .query((row, i) -> new SettledTie(
                        Tie.Kind.valueOf(row.getString("kind")),
                        List.of((String[]) row.getArray("dossiers").getArray()),
                        List.of((String[]) row.getArray("preferred").getArray()),
                        row.getString("reason"),
                        row.getString("settled_by"),
                        row.getTimestamp("settled_at").toInstant()))
                .list();
    }

    void addTie(long session, SettledTie tie) {
        sql.sql("""
                insert into council_tie(session, kind, dossiers, preferred, reason, settled_by, settled_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        session,
                        tie.kind().name(),
                        tie.dossiers().toArray(String[]::new),
                        tie.preferred().toArray(String[]::new),
                        tie.reason(),
                        tie.settledBy(),
                        Timestamp.from(tie.settledAt()))
                .update();
    }

    /** A sitting that is held again starts its minutes anew. */
    void clear(long session) {
        sql.sql("delete from council_minutes where session = ?").param(session).update();
        sql.sql("delete from council_tie where session = ?").param(session).update();
    }
}
