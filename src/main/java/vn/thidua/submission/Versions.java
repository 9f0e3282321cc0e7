package vn.thidua.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, and every version that was ever handed in. */
@Component
public class Versions {

    /** What a unit is working on; kept until it is handed in, and after that for the next version. */
    public record Draft(
            SubmissionContent content,
            List<UUID> attachments,
            @Nullable String savedBy,
            @Nullable Instant savedAt) {

        static final Draft EMPTY = new Draft(SubmissionContent.EMPTY, List.of(), null, null);
    }

    /**
     * One version as handed in to one addressee, with what became of it.
     *
     * @param lateSeconds null where on time
     * @param outcome ACCEPTED, RETURNED, WITHDRAWN, or null while under review
     */
    public record Version(
            String addressee,
            int number,
            SubmissionContent content,
            List<UUID> attachments,
            String submittedBy,
            Instant submittedAt,
            @Nullable Long lateSeconds,
            @Nullable String outcome,
            @Nullable String outcomeReason,
            @Nullable String outcomeBy,
            @Nullable Instant outcomeAt) {}

    private final JdbcClient sql;
    private final ObjectMapper json;

    Versions(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public Draft draft(long obligation) {
        return sql.sql("select * from submission_draft where obligation = ?")
                .param(obligation)
                .query((row, i) -> new Draft(
                        content(row),
                        attachments(row),
                        row.getString("saved_by"),
                        Obligations.instant(row, "saved_at")))
                .optional()
                .orElse(Draft.EMPTY);
    }

    void save(long obligation, Draft draft) {
        sql.sql("""
                insert into submission_draft(obligation, content, attachments, saved_by, saved_at)
                values (:obligation, :content::jsonb, string_to_array(:files, ',')::uuid[], :by, :at)
                on conflict (obligation) do update set content = excluded.content, attachments = excluded.attachments,
                    saved_by = excluded.saved_by, saved_at = excluded.saved_at""")
                .param("obligation", obligation)
                .param("content", write(draft.content()))
                .param("files", joined(draft.attachments()))
                .param("by", draft.savedBy())
                .param("at", Obligations.timestamp(draft.savedAt()))
                .update();
    }

    /** All versions of an obligation, newest first. */
    public List<Version> of(long obligation) {
        return sql.sql(
                        "select * from submission_version where obligation = ? order by submitted_at desc, addressee, version desc")
                .param(obligation)
                .query(this::version)
                .list();
    }

    /** What stands of each obligation of one duty and period: its latest version that was neither returned nor taken back. */
    Map<Long, Version> standing(Obligation consolidated, String duty) {
        var standing = new HashMap<Long, Version>();
        sql.sql("""
                select distinct on (v.obligation) v.* from submission_version v join obligation o on o.id = v.obligation
                where o.campaign = ? and o.duty = ? and o.period = ? and coalesce(v.outcome, 'ACCEPTED') = 'ACCEPTED'
                order by v.obligation, v.submitted_at desc, v.version desc""")
                .params(consolidated.campaign(), duty, consolidated.period().code())
                .query(row -> {
                    standing.put(row.getLong("obligation"), version(row, 0));
                });
        return standing;
    }

    /** The version of the part that stands now; empty before the first. */
    Optional<Version> current(Obligation obligation, Part part) {
        return sql.sql("select * from submission_version where obligation = ? and addressee = ? and version = ?")
                .params(obligation.id(), part.addressee(), part.version())
                .query(this::version)
                .optional();
    }

    void add(Obligation obligation, Part part, Draft draft, String actor) {
        sql.sql("""
                insert into submission_version(obligation, addressee, version, content, attachments, submitted_by, submitted_at, late_seconds)
                values (?, ?, ?, ?::jsonb, string_to_array(?, ',')::uuid[], ?, ?, ?)""")
                .params(
                        obligation.id(),
                        part.addressee(),
                        part.version(),
                        write(draft.content()),
                        joined(draft.attachments()),
                        actor,
                        Obligations.timestamp(part.submittedAt()),
                        part.lateSeconds())
                .update();
    }

    void conclude(Obligation obligation, Part part, String outcome, @Nullable String reason, String actor, Instant at) {
        sql.sql("""
                update submission_version set outcome = ?, outcome_reason = ?, outcome_by = ?, outcome_at = ?
                where obligation = ? and addressee = ? and version = ?""")
                .params(outcome, reason, actor, Timestamp.from(at), obligation.id(), part.addressee(), part.version())
                .update();
    }

    private Version version(ResultSet row, int i) throws SQLException {
        return new Version(
                row.getString("addressee"),
                row.getInt("version"),
                content(row),
                attachments(row),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getObject("late_seconds", Long.class),
                row.getString("outcome"),
                row.getString("outcome_reason"),
                row.getString("outcome_by"),
                Obligations.instant(row, "outcome_at"));
    }

    private SubmissionContent content(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("content"), SubmissionContent.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("content was written by this class", impossible);
        }
    }

    private String write(SubmissionContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<UUID> attachments(ResultSet row) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray("attachments").getArray());
    }

    private static String joined(List<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
