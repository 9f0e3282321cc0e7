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
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.nomination.Dossier;

/** Decisions and their lists as rows; lists are written and changed set by set, however long they are. */
@Component
class DecisionTable {

    private static final String TABLE = "award_decision";

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    DecisionTable(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** What a decision is opened with. */
    record Fresh(
            String key,
            String campaign,
            String round,
            Occasion occasion,
            int year,
            DecisionAuthority authority,
            String draftingGroup,
            String title,
            List<String> bases,
            String symbol,
            String issuer) {}

    long add(Fresh fresh, List<Dossier> dossiers, Instant now) {
        var authority = fresh.authority();
        var id = sql.sql("""
                insert into award_decision(key, campaign, round, occasion, year, authority, authority_name, authority_group,
                    authority_position, authority_level, drafting_group, state, since, title, bases, symbol, issuer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFTING', ?, ?, ?, ?, ?) returning id""")
                .params(
                        fresh.key(),
                        fresh.campaign(),
                        fresh.round(),
                        fresh.occasion().name(),
                        fresh.year(),
                        authority.id(),
                        authority.name(),
                        authority.group(),
                        authority.position(),
                        authority.level().name(),
                        fresh.draftingGroup(),
                        Timestamp.from(now),
                        fresh.title(),
                        fresh.bases().toArray(String[]::new),
                        fresh.symbol(),
                        fresh.issuer())
                .query(Long.class)
                .single();
        ItemRows.add(batch, "decision_item", "decision", id, dossiers);
        return id;
    }

    Optional<AwardDecision> find(String key) {
        return read("where key = ?", key).stream().findFirst();
    }

    Optional<AwardDecision> find(long id) {
        return read("where id = ?", id).stream().findFirst();
    }

    List<AwardDecision> of(String round) {
        return read("where round = ? order by id", round);
    }

    /** Nobody else changes it until this transaction ends. */
    void lock(long id) {
        PaperRows.lock(sql, TABLE, id);
    }

    /** Which of the dossiers stand in a decision already. */
    List<String> decided(Collection<String> dossiers) {
        return sql.sql("select dossier from decision_item where dossier = any(?) and struck_out is null")
                .param(dossiers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The decision in which the dossier stands. */
    Optional<Long> standingIn(String dossier) {
        return sql.sql("select decision from decision_item where dossier = ? and struck_out is null")
                .param(dossier)
                .query(Long.class)
                .optional();
    }

    boolean anythingOpen(String round) {
        return sql.sql("""
                select exists (select from award_decision where round = :round and state not in ('HANDED_OVER', 'EMPTY'))
                    or exists (select from superior_submission where round = :round and state <> 'CONCLUDED')
                    or exists (select from dossier where round = :round and state in ('APPRAISED', 'IN_COUNCIL', 'VOTED'))""").param("round", round).query(Boolean.class).single();
    }

    void drafted(long id, DraftAnswer answer, LocalDate letterDate, Instant now) {
        sql.sql("""
                update award_decision set state = 'TO_SIGN', since = ?, title = ?, bases = ?, letter_number = ?, letter_date = ?,
                    symbol = coalesce(?, symbol), sent_back = null where id = ?""")
                .params(
                        Timestamp.from(now),
                        answer.title(),
                        answer.bases().toArray(String[]::new),
                        answer.submissionLetterNo(),
                        letterDate,
                        answer.symbol(),
                        id)
                .update();
    }

    void sentBack(long id, String reason, Instant now) {
        PaperRows.sentBack(sql, TABLE, id, State.DRAFTING, reason, now);
    }

    void strikeOut(long id, Collection<String> dossiers, String reason, boolean waits) {
        sql.sql("update decision_item set struck_out = ?, waits = ? where decision = ? and dossier = any(?)")
                .params(reason, waits, id, dossiers.toArray(String[]::new))
                .update();
    }

    void emptied(long id, Instant now) {
        sql.sql("update award_decision set state = 'EMPTY', since = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void signed(long id, State state, Signature signature, Instant now) {
        PaperRows.signed(sql, TABLE, id, state, signature, now);
    }

    void numbered(long id, int number, LocalDate date, Instant now) {
        sql.sql("update award_decision set state = 'NUMBERED', since = ?, number = ?, decided_on = ? where id = ?")
                .params(Timestamp.from(now), number, date, id)
                .update();
    }

    /** The sum for every standing case of that award. */
    void prize(long id, AwardForm form, @Nullable Integer grade, NomineeKind kind, long amount, String source) {
        sql.sql("""
                update decision_item set prize = ?, prize_source = ?
                where decision = ? and form = ? and grade is not distinct from ? and kind = ? and struck_out is null""").params(amount, source, id, form.name(), grade, kind.name()).update();
    }

    void issued(long id, @Nullable Instant tellBy, @Nullable Instant deliverBy, Instant now) {
        sql.sql("""
                update award_decision set state = 'ISSUED', since = ?, issued_at = ?, tell_by = ?, deliver_by = ? where id = ?""")
                .params(Timestamp.from(now), Timestamp.from(now), timestamp(tellBy), timestamp(deliverBy), id)
                .update();
    }

    void told(long id, LocalDate date, @Nullable String note, Instant now) {
        sql.sql("""
                update award_decision set told_on = ?, told_note = ?, since = ?,
                    state = case when handed_over_on is null then 'TOLD' else 'HANDED_OVER' end where id = ?""").params(date, note, Timestamp.from(now), id).update();
    }

    void handedOver(long id, LocalDate date, @Nullable String note, Instant now) {
        sql.sql("""
                update award_decision set handed_over_on = ?, handed_over_note = ?, since = ?,
                    state = case when told_on is null then 'ISSUED' else 'HANDED_OVER' end where id = ?""").params(date, note, Timestamp.from(now), id).update();
    }

    private List<AwardDecision> read(String which, Object param) {
        var items = new HashMap<Long, List<DecisionItem>>();
        sql.sql("""
                select i.*, r.key as register from decision_item i
                left join award_register r on r.decision = i.decision and r.dossier = i.dossier
                where i.decision in (select id from award_decision %s) order by i.decision, i.position""".formatted(which)).param(param).query(row -> {
            items.computeIfAbsent(row.getLong("decision"), id -> new ArrayList<>())
                    .add(item(row));
        });
        return sql.sql("select * from award_decision " + which)
                .param(param)
                .query((row, i) -> decision(row, items.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static DecisionItem item(ResultSet row) throws SQLException {
        return new DecisionItem(
                row.getString("dossier"),
                row.getInt("position"),
                AwardForm.valueOf(row.getString("form")),
                row.getObject("grade", Integer.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getObject("nominee", UUID.class),
                row.getString("nominee_name"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("struck_out"),
                row.getBoolean("waits"),
                row.getObject("prize", Long.class),
                row.getString("prize_source"),
                row.getString("register"));
    }

    private static AwardDecision decision(ResultSet row, List<DecisionItem> items) throws SQLException {
        var position = row.getString("authority_position");
        return new AwardDecision(
                row.getLong("id"),
                row.getString("key"),
                row.getString("campaign"),
                row.getString("round"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("year"),
                new DecisionAuthority(
                        row.getString("authority"),
                        row.getString("authority_name"),
                        row.getString("authority_group"),
                        position,
                        DecisionAuthority.Level.valueOf(row.getString("authority_level"))),
                row.getString("drafting_group"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("title"),
                List.of((String[]) row.getArray("bases").getArray()),
                row.getString("letter_number"),
                row.getObject("letter_date", LocalDate.class),
                row.getString("issuer"),
                row.getString("symbol"),
                row.getString("sent_back"),
                Signing.read(row, position),
                PaperRows.number(row, "decided_on"),
                instant(row, "issued_at"),
                instant(row, "tell_by"),
                row.getObject("told_on", LocalDate.class),
                instant(row, "deliver_by"),
                row.getObject("handed_over_on", LocalDate.class),
                items);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
