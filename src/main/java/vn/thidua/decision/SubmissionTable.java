package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.decision.SubmissionItem.Outcome;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.nomination.Dossier;

/** Letters to a superior and their cases as rows. */
@Component
class SubmissionTable {

    private static final String TABLE = "superior_submission";

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    SubmissionTable(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** What a letter is opened with. */
    record Fresh(
            String key,
            String campaign,
            String round,
            Occasion occasion,
            int year,
            DecisionAuthority superior,
            DecisionAuthority signer,
            String preparingGroup,
            String title,
            String issuer,
            String symbol,
            @Nullable Instant submitBy) {}

    /** What came back for one case. */
    record Result(
            String dossier,
            Outcome outcome,
            @Nullable String document,
            @Nullable LocalDate documentDate,
            @Nullable String reason) {}

    long add(Fresh fresh, List<Dossier> dossiers, Instant now) {
        var id = sql.sql("""
                insert into superior_submission(key, campaign, round, occasion, year, superior, superior_name, superior_position,
                    superior_level, signer, signer_authority_name, signer_group, signer_authority_position, signer_level,
                    preparing_group, state, since, title, issuer, symbol, submit_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PREPARING', ?, ?, ?, ?, ?) returning id""")
                .params(
                        fresh.key(),
                        fresh.campaign(),
                        fresh.round(),
                        fresh.occasion().name(),
                        fresh.year(),
                        fresh.superior().id(),
                        fresh.superior().name(),
                        fresh.superior().position(),
                        fresh.superior().level().name(),
                        fresh.signer().id(),
                        fresh.signer().name(),
                        fresh.signer().group(),
                        fresh.signer().position(),
                        fresh.signer().level().name(),
                        fresh.preparingGroup(),
                        Timestamp.from(now),
                        fresh.title(),
                        fresh.issuer(),
                        fresh.symbol(),
                        DecisionTable.timestamp(fresh.submitBy()))
                .query(Long.class)
                .single();
        ItemRows.add(batch, "submission_item", "submission", id, dossiers);
        return id;
    }

    Optional<SuperiorSubmission> find(String key) {
        return read("where key = ?", key).stream().findFirst();
    }

    Optional<SuperiorSubmission> find(long id) {
        return read("where id = ?", id).stream().findFirst();
    }

    List<SuperiorSubmission> of(String round) {
        return read("where round = ? order by id", round);
    }

    void lock(long id) {
        PaperRows.lock(sql, TABLE, id);
    }

    List<String> submitted(Collection<String> dossiers) {
        return sql.sql(
                        "select dossier from submission_item where dossier = any(?) and outcome is distinct from 'DROPPED'")
                .param(dossiers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The letter in which the dossier still waits. */
    Optional<Long> waitingIn(String dossier) {
        return sql.sql(
                        "select submission from submission_item where dossier = ? and (outcome is null or outcome = 'RETURNED')")
                .param(dossier)
                .query(Long.class)
                .optional();
    }

    void prepared(long id, String title, @Nullable String summary, State state, Instant now) {
        sql.sql(
                        "update superior_submission set state = ?, since = ?, title = ?, summary = ?, sent_back = null where id = ?")
                .params(state.name(), Timestamp.from(now), title, summary, id)
                .update();
    }

    void sentBack(long id, String reason, Instant now) {
        PaperRows.sentBack(sql, TABLE, id, State.PREPARING, reason, now);
    }

    void signed(long id, State state, Signature signature, Instant now) {
        PaperRows.signed(sql, TABLE, id, state, signature, now);
    }

    void sent(long id, int number, LocalDate date, String to, Instant now) {
        sql.sql("""
                update superior_submission set state = 'SENT', since = ?, number = ?, sent_on = ?, sent_to = ? where id = ?""").params(Timestamp.from(now), number, date, to, id).update();
        sql.sql("""
                update submission_item set outcome = null, document = null, document_date = null, reason = null, superior_dossier = null
                where submission = ? and outcome = 'RETURNED'""").param(id).update();
    }

    void state(long id, State state, Instant now) {
        sql.sql("update superior_submission set state = ?, since = ? where id = ?")
                .params(state.name(), Timestamp.from(now), id)
                .update();
    }

    void handedOver(long id, String dossier, String superiorDossier) {
        sql.sql("update submission_item set superior_dossier = ? where submission = ? and dossier = ?")
                .params(superiorDossier, id, dossier)
                .update();
    }

    void result(long id, Result result, String by, Instant now) {
        sql.sql("""
                with item as (
                    update submission_item set outcome = :outcome, document = :document, document_date = :date, reason = :reason
                    where submission = :id and dossier = :dossier returning superior_dossier)
                insert into award_outcome(submission, dossier, outcome, document, document_date, reason, superior_dossier, entered_by,
                    entered_at)
                select :id, :dossier, :outcome, :document, :date::date, :reason, superior_dossier, :by, :now::timestamptz from item""")
                .param("id", id)
                .param("dossier", result.dossier())
                .param("outcome", result.outcome().name())
                .param("document", result.document())
                .param("date", result.documentDate())
                .param("reason", result.reason())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private List<SuperiorSubmission> read(String which, Object param) {
        var items = new HashMap<Long, List<SubmissionItem>>();
        sql.sql(
                        "select * from submission_item where submission in (select id from superior_submission %s) order by position"
                                .formatted(which))
                .param(param)
                .query(row -> {
                    items.computeIfAbsent(row.getLong("submission"), id -> new ArrayList<>())
                            .add(item(row));
                });
        return sql.sql("select * from superior_submission " + which)
                .param(param)
                .query((row, i) -> submission(row, items))
                .list();
    }

    private static SubmissionItem item(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new SubmissionItem(
                row.getString("dossier"),
                row.getInt("position"),
                AwardForm.valueOf(row.getString("form")),
                row.getObject("grade", Integer.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getObject("nominee", UUID.class),
                row.getString("nominee_name"),
                row.getString("unit"),
                row.getString("unit_name"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("document"),
                row.getObject("document_date", LocalDate.class),
                row.getString("reason"),
                row.getString("superior_dossier"));
    }

    private static SuperiorSubmission submission(ResultSet row, Map<Long, List<SubmissionItem>> items)
            throws SQLException {
        var position = row.getString("signer_authority_position");
        return new SuperiorSubmission(
                row.getLong("id"),
                row.getString("key"),
                row.getString("campaign"),
                row.getString("round"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("year"),
                new DecisionAuthority(
                        row.getString("superior"),
                        row.getString("superior_name"),
                        "",
                        row.getString("superior_position"),
                        DecisionAuthority.Level.valueOf(row.getString("superior_level"))),
                new DecisionAuthority(
                        row.getString("signer"),
                        row.getString("signer_authority_name"),
                        row.getString("signer_group"),
                        position,
                        DecisionAuthority.Level.valueOf(row.getString("signer_level"))),
                row.getString("preparing_group"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("title"),
                row.getString("summary"),
                row.getString("sent_back"),
                Signing.read(row, position),
                row.getString("issuer"),
                PaperRows.number(row, "sent_on"),
                row.getString("sent_to"),
                DecisionTable.instant(row, "submit_by"),
                items.getOrDefault(row.getLong("id"), List.of()));
    }
}
