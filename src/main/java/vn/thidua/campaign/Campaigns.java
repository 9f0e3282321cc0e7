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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.database.ReferenceVersion;

/** The campaigns this installation runs. */
@Component
public class Campaigns {

    /** A campaign was loaded for the first time; published inside the loading transaction. */
    public record CampaignLoaded(Campaign campaign) {}

    private final JdbcClient sql;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final ReferenceVersion reference;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(long version, Campaign campaign) {}

    Campaigns(JdbcClient sql, MovableClock clock, ApplicationEventPublisher events, ReferenceVersion reference) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
        this.reference = reference;
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

    /** From memory as long as no plan has changed. */
    public Optional<Campaign> find(String code) {
        var version = reference.current();
        var last = known.get(code);
        if (last != null && last.version() == version) return Optional.of(last.campaign());
        var found = read(code);
        found.ifPresent(campaign -> known.put(code, new Known(version, campaign)));
        return found;
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
        reference.changed();
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
        reference.changed();
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

    private Optional<Campaign> read(String code) {
        return sql.sql("select plan_yaml, adopted_on, loaded_at from campaign where code = ?")
                .param(code)
                .query((row, i) -> {
                    var inForce = parse(row.getString("plan_yaml"));
                    var changes = changes(code);
                    for (var change : changes) inForce = change.applyTo(inForce);
                    return new Campaign(
                            inForce, row.getObject("adopted_on", LocalDate.class), instant(row, "loaded_at"), changes);
                })
                .optional();
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
