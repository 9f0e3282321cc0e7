package vn.thidua.appraisal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.database.ReferenceVersion;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Substitutions;

/** The opinions and how they were reconciled, as they are kept. */
@Repository
class Opinions {

    private final JdbcClient sql;
    private final ObjectMapper json;
    private final ReferenceVersion reference;

    Opinions(JdbcClient sql, ObjectMapper json, ReferenceVersion reference) {
        this.sql = sql;
        this.json = json;
        this.reference = reference;
    }

    /**
     * A dossier on which an officer acts, locked until the transaction ends: of two opinions at once each sees what the other did.
     *
     * @param absent by user group, in whose stead the actor may act that day
     */
    record Desk(Dossier dossier, Map<String, String> absent) {}

    /** @throws Refusal NOT_FOUND */
    Desk locked(String dossier, LocalDate today) {
        return sql.sql("select d.*, %s, %s from dossier d where number = :number for update"
                        .formatted(ReferenceVersion.COLUMN, Substitutions.ABSENT))
                .param("actor", Actor.current().userId())
                .param("day", today)
                .param("number", dossier)
                .query((row, i) -> {
                    reference.seen(row);
                    return new Desk(Dossiers.dossier(row, i), absent(row.getString("absent")));
                })
                .optional()
                .orElseThrow(() -> Dossiers.unknown(dossier));
    }

    private Map<String, String> absent(@Nullable String text) {
        if (text == null) return Map.of();
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database wrote it", impossible);
        }
    }

    List<Opinion> of(String dossier) {
        return ofAll(List.of(dossier));
    }

    List<Opinion> of(String dossier, int version) {
        return of(dossier).stream()
                .filter(opinion -> opinion.version() == version)
                .toList();
    }

    /** Oldest first. */
    List<Opinion> ofAll(Collection<String> dossiers) {
        if (dossiers.isEmpty()) return List.of();
        return sql.sql("select * from opinion where dossier in (:dossiers) order by id")
                .param("dossiers", dossiers)
                .query(this::opinion)
                .list();
    }

    /** @return whether it was the first of the agency on this version */
    boolean add(Opinion opinion) {
        return sql.sql("""
                insert into opinion(dossier, version, agency, agency_name, verdict, comment, scores, article, new_deadline, officer,
                    officer_for, given_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict (dossier, version, agency) do nothing""")
                        .params(Arrays.asList(
                                opinion.dossier(),
                                opinion.version(),
                                opinion.agency(),
                                opinion.agencyName(),
                                opinion.verdict().name(),
                                opinion.comment(),
                                write(opinion.scores()),
                                opinion.article(),
                                opinion.newDeadline(),
                                opinion.officer(),
                                opinion.officerFor(),
                                Timestamp.from(opinion.givenAt())))
                        .update()
                == 1;
    }

    Optional<Reconciliation> reconciliation(String dossier, int version) {
        return reconciliations(List.of(dossier)).stream()
                .filter(settled -> settled.version() == version)
                .findFirst();
    }

    List<Reconciliation> reconciliations(Collection<String> dossiers) {
        if (dossiers.isEmpty()) return List.of();
        return sql.sql("select * from reconciliation where dossier in (:dossiers)")
                .param("dossiers", dossiers)
                .query((row, i) -> new Reconciliation(
                        row.getString("dossier"),
                        row.getInt("version"),
                        ReconcileAnswer.Decision.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        row.getString("article"),
                        row.getString("officer"),
                        row.getString("officer_for"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void add(Reconciliation settled) {
        sql.sql("""
                insert into reconciliation(dossier, version, decision, reason, article, officer, officer_for, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        settled.dossier(),
                        settled.version(),
                        settled.decision().name(),
                        settled.reason(),
                        settled.article(),
                        settled.officer(),
                        settled.officerFor(),
                        Timestamp.from(settled.at())))
                .update();
    }

    /** @return whether nobody had told so far */
    boolean markOverdue(String dossier, int version, String step, Instant at) {
        return sql.sql("""
                insert into overdue_step(dossier, version, step, at) values (?, ?, ?, ?)
                on conflict (dossier, version, step) do nothing""").params(dossier, version, step, Timestamp.from(at)).update() == 1;
    }

    private Opinion opinion(ResultSet row, int i) throws SQLException {
        return new Opinion(
                row.getLong("id"),
                row.getString("dossier"),
                row.getInt("version"),
                row.getString("agency"),
                row.getString("agency_name"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("comment"),
                scores(row.getString("scores")),
                row.getString("article"),
                row.getObject("new_deadline", LocalDate.class),
                row.getString("officer"),
                row.getString("officer_for"),
                row.getTimestamp("given_at").toInstant());
    }

    private List<CriterionScore> scores(String text) {
        try {
            return List.of(json.readValue(text, CriterionScore[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("scores were written by this class", impossible);
        }
    }

    private String write(List<CriterionScore> scores) {
        try {
            return json.writeValueAsString(scores);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
