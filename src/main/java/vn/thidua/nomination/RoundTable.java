package vn.thidua.nomination;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;

/** The rounds with their allocations and late permissions, in the database. */
@Component
class RoundTable {

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final Json json;

    RoundTable(JdbcClient sql, JdbcTemplate batch, Json json) {
        this.sql = sql;
        this.batch = batch;
        this.json = json;
    }

    Optional<AwardRound> find(String key) {
        return sql.sql("select * from award_round where key = ?")
                .param(key)
                .query(this::read)
                .optional();
    }

    /** Locked until the transaction ends, so that two people cannot act on it at once. */
    AwardRound locked(String key) {
        return sql.sql("select * from award_round where key = ? for update")
                .param(key)
                .query(this::read)
                .optional()
                .orElseThrow(() -> unknown(key));
    }

    static Refusal unknown(String key) {
        return Refusal.notFound("Không có đợt xét \"%s\".".formatted(key));
    }

    List<AwardRound> of(String campaign) {
        return sql.sql("select * from award_round where campaign = ? order by prepared_at desc, key")
                .param(campaign)
                .query(this::read)
                .list();
    }

    /** Those whose appraisal has not ended. */
    List<AwardRound> inAppraisal() {
        return sql.sql("select * from award_round where state in ('OPEN', 'CLOSED') order by key")
                .query(this::read)
                .list();
    }

    /** @return false when the key is taken */
    boolean add(AwardRound round) {
        return sql.sql("""
                insert into award_round(key, campaign, occasion, year, name, state, terms, closes_at, lead_group, prepared_by, prepared_at, since)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                round.key(),
                                round.campaign(),
                                round.occasion().name(),
                                round.year(),
                                round.name(),
                                round.state().name(),
                                json.write(round.terms()),
                                Timestamp.from(round.closesAt()),
                                round.leadGroup(),
                                round.preparedBy(),
                                Timestamp.from(round.preparedAt()),
                                Timestamp.from(round.since()))
                        .update()
                > 0;
    }

    AwardRound update(AwardRound round, AwardRound.State state, RoundTerms terms, Instant since) {
        return sql.sql("""
                update award_round set state = ?, terms = ?::jsonb, closes_at = ?, since = ? where key = ? returning *""")
                .params(
                        state.name(),
                        json.write(terms),
                        Timestamp.from(terms.closesAt()),
                        Timestamp.from(since),
                        round.key())
                .query(this::read)
                .single();
    }

    /** A row that came along as JSON. */
    AwardRound fromJson(String row) {
        var fields = json.read(row, JsonNode.class);
        return new AwardRound(
                fields.get("key").asText(),
                fields.get("campaign").asText(),
                Occasion.valueOf(fields.get("occasion").asText()),
                fields.get("year").asInt(),
                fields.get("name").asText(),
                AwardRound.State.valueOf(fields.get("state").asText()),
                json.read(fields.get("terms").toString(), RoundTerms.class),
                instant(fields, "closes_at"),
                fields.get("lead_group").asText(),
                fields.get("prepared_by").asText(),
                instant(fields, "prepared_at"),
                instant(fields, "since"));
    }

    private static Instant instant(JsonNode fields, String field) {
        return OffsetDateTime.parse(fields.get(field).asText()).toInstant();
    }

    private AwardRound read(ResultSet row, int i) throws SQLException {
        return new AwardRound(
                row.getString("key"),
                row.getString("campaign"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("year"),
                row.getString("name"),
                AwardRound.State.valueOf(row.getString("state")),
                json.read(row.getString("terms"), RoundTerms.class),
                Row.since(row, "closes_at"),
                row.getString("lead_group"),
                row.getString("prepared_by"),
                Row.since(row, "prepared_at"),
                Row.since(row, "since"));
    }

    void allocate(String round, List<QuotaAllocation> numbers) {
        batch.batchUpdate(
                "insert into quota_allocation(round, form, kind, unit, number) values (?, ?, ?, ?, ?)",
                numbers,
                500,
                (row, number) -> {
                    row.setString(1, round);
                    row.setString(2, number.form().name());
                    row.setString(3, number.kind().name());
                    row.setString(4, number.unit());
                    row.setInt(5, number.number());
                });
    }

    List<QuotaAllocation> allocations(String round) {
        return sql.sql("select * from quota_allocation where round = ? order by form, kind, unit")
                .param(round)
                .query((row, i) -> new QuotaAllocation(
                        AwardForm.valueOf(row.getString("form")),
                        NomineeKind.valueOf(row.getString("kind")),
                        row.getString("unit"),
                        row.getInt("number")))
                .list();
    }

    /** The drafts of the round now have until the moment; of one unit, or all. */
    void limitDrafts(String round, @Nullable String unit, Instant until) {
        sql.sql("""
                update dossier set limit_at = :until where round = :round and state = 'DRAFT'
                    and (unit = :unit or :unit::text is null and not exists (
                        select from late_permission p
                        where p.round = dossier.round and p.unit = dossier.unit and p.state = 'GRANTED'))""")
                .param("until", Timestamp.from(until))
                .param("round", round)
                .param("unit", unit)
                .update();
    }

    /** Empty when a request of the unit is pending. */
    Optional<LatePermission> request(
            String round, String unit, String unitName, String reason, String actor, Instant at) {
        return sql.sql("""
                insert into late_permission(round, unit, unit_name, reason, requested_by, requested_at, state)
                values (?, ?, ?, ?, ?, ?, 'REQUESTED') on conflict do nothing returning *""")
                .params(round, unit, unitName, reason, actor, Timestamp.from(at))
                .query(RoundTable::late)
                .optional();
    }

    Optional<LatePermission> late(long id) {
        return sql.sql("select * from late_permission where id = ? for update")
                .param(id)
                .query(RoundTable::late)
                .optional();
    }

    List<LatePermission> lates(String round) {
        return sql.sql("select * from late_permission where round = ? order by id")
                .param(round)
                .query(RoundTable::late)
                .list();
    }

    LatePermission decide(LatePermission decided) {
        return sql.sql("""
                update late_permission set state = ?, until = ?, decided_by = ?, decided_at = ?, decision_reason = ?, document = ?
                where id = ? returning *""")
                .params(
                        decided.state().name(),
                        decided.until(),
                        decided.decidedBy(),
                        Row.timestamp(decided.decidedAt()),
                        decided.decisionReason(),
                        decided.document(),
                        decided.id())
                .query(RoundTable::late)
                .single();
    }

    private static LatePermission late(ResultSet row, int i) throws SQLException {
        return new LatePermission(
                row.getLong("id"),
                row.getString("round"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("reason"),
                row.getString("requested_by"),
                Row.since(row, "requested_at"),
                LatePermission.State.valueOf(row.getString("state")),
                row.getObject("until", LocalDate.class),
                row.getString("decided_by"),
                Row.instant(row, "decided_at"),
                row.getString("decision_reason"),
                row.getString("document"));
    }
}
