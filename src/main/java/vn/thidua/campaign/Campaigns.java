package vn.thidua.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;

/** The campaigns this installation runs. */
@Component
public class Campaigns {

    /** A campaign was loaded for the first time; published inside the loading transaction. */
    public record CampaignLoaded(Campaign campaign) {}

    private final JdbcClient sql;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What a campaign was when it was last read; as long as nothing of this has changed, its plan need not be read again. */
    private record Version(String planSha256, LocalDate adoptedOn, Instant loadedAt, long lastChange) {}

    private record Known(Version version, Campaign campaign) {}

    Campaigns(JdbcClient sql, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    public List<String> codes() {
        return sql.sql("select code from campaign order by code")
                .query(String.class)
                .list();
    }

    public List<Campaign> all() {
        return codes().stream().map(this::get).toList();
    }

    /** @throws Refusal NOT_FOUND when there is no such campaign */
    public Campaign get(String code) {
        return find(code).orElseThrow(() -> Refusal.notFound("Không có phong trào \"%s\".".formatted(code)));
    }

    public Optional<Campaign> find(String code) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return look(code);
        var seen = seen().get(code);
        if (seen != null) return Optional.of(seen);
        var found = look(code);
        found.ifPresent(campaign -> seen().put(code, campaign));
        return found;
    }

    /** The campaigns as this transaction has read them: within one, a dozen questions about a campaign ask the database once. */
    @SuppressWarnings("unchecked")
    private Map<String, Campaign> seen() {
        var held = (Map<String, Campaign>) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        var fresh = new HashMap<String, Campaign>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Campaigns.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Campaigns.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Campaigns.this);
            }
        });
        return fresh;
    }

    /** This transaction has changed the campaign: it is read again. */
    void changed(String code) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) seen().remove(code);
    }

    private Optional<Campaign> look(String code) {
        return sql.sql("""
                select plan_sha256, adopted_on, loaded_at, (select coalesce(max(id), 0) from plan_change where campaign = code) last_change
                from campaign where code = ?""").param(code).query(Campaigns::version).optional().map(version -> at(code, version));
    }

    /** The name of an agency, from memory once the campaign has been read: no ruling or amendment changes it. */
    public String agencyName(String code, String agency) {
        var last = known.get(code);
        return (last == null ? get(code) : last.campaign()).plan().agencyName(agency);
    }

    /** The text the quotations come from, as users read it. */
    public String sourceText(String code) {
        return sql.sql("select source_text from campaign where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** The raw text of a poor scan, where the source is a corrected transcription. */
    public Optional<String> scanText(String code) {
        return sql.sql("select scan_text from campaign where code = ? and scan_text is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    /**
     * Takes a checked plan into the installation; does nothing when the campaign is already there, whose plan then changes only by
     * amendments.
     *
     * @param adoptedOn first day this system runs it
     * @return whether it was new
     */
    @Transactional
    public boolean load(PlanCheck checked, String yaml, LocalDate adoptedOn) {
        var plan = checked.usable()
                .orElseThrow(() -> Refusal.invalid(
                        "plan-faults",
                        "file",
                        "Kế hoạch có lỗi. " + checked.faults().get(0).sentence()));
        var added = sql.sql("""
                insert into campaign(code, name, plan_yaml, plan_sha256, source_text, scan_text, adopted_on, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        plan.code(),
                        plan.name(),
                        yaml,
                        sha256(yaml),
                        checked.sourceText(),
                        checked.scanText(),
                        adoptedOn,
                        Timestamp.from(clock.instant()))
                .update();
        if (added == 0) return false;
        events.publishEvent(Act.of(
                "campaign.loaded",
                plan.code(),
                null,
                plan.code(),
                null,
                plan.document().inWords()));
        events.publishEvent(new CampaignLoaded(get(plan.code())));
        return true;
    }

    /**
     * Takes over the lines on award work, by whose format a plan was not yet written when it was loaded; does nothing where the plan has
     * such lines or anything else differs.
     *
     * @return whether they were taken over
     */
    @Transactional
    boolean complete(PlanCheck checked, String yaml) {
        var plan = checked.usable().orElseThrow();
        var loaded = sql.sql("select plan_yaml from campaign where code = ?")
                .param(plan.code())
                .query(String.class)
                .single();
        if (!parse(loaded).equals(plan.withoutAwardWork())) return false;
        sql.sql("update campaign set plan_yaml = ?, plan_sha256 = ? where code = ?")
                .params(yaml, sha256(yaml), plan.code())
                .update();
        changed(plan.code());
        events.publishEvent(
                Act.of("campaign.award-work-added", plan.code(), null, plan.code(), null, plan.awardWork()));
        return true;
    }

    /** Has the shipped file changed since the campaign was loaded from it? */
    boolean differs(String code, String yaml) {
        return !sql.sql("select plan_sha256 from campaign where code = ?")
                .param(code)
                .query(String.class)
                .single()
                .equals(sha256(yaml));
    }

    private Campaign at(String code, Version version) {
        var last = known.get(code);
        if (last != null && last.version().equals(version)) return last.campaign();
        var campaign = read(code, version);
        known.put(code, new Known(version, campaign));
        return campaign;
    }

    private Campaign read(String code, Version version) {
        var inForce = parse(sql.sql("select plan_yaml from campaign where code = ?")
                .param(code)
                .query(String.class)
                .single());
        var changes = changes(code);
        for (var change : changes) inForce = change.applyTo(inForce);
        return new Campaign(inForce, version.adoptedOn(), version.loadedAt(), changes);
    }

    private static Version version(ResultSet row, int ignored) throws SQLException {
        return new Version(
                row.getString("plan_sha256"),
                row.getObject("adopted_on", LocalDate.class),
                instant(row, "loaded_at"),
                row.getLong("last_change"));
    }

    private List<PlanChange> changes(String code) {
        return sql.sql("select * from plan_change where campaign = ? order by id")
                .param(code)
                .query((row, i) -> new PlanChange(
                        row.getLong("id"),
                        code,
                        PlanChange.Kind.valueOf(row.getString("kind")),
                        row.getString("open_point"),
                        row.getString("duty"),
                        Aspect.valueOf(row.getString("aspect")),
                        json(row.getString("value")),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        instant(row, "decided_at")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static CampaignPlan parse(String yaml) {
        try {
            return PlanFormat.YAML.readValue(yaml, CampaignPlan.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a loaded plan was checked", impossible);
        }
    }

    private static JsonNode json(String text) {
        try {
            return PlanFormat.JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is valid JSON", impossible);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
