package vn.thidua.nomination;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;

/** All dossiers of all campaigns, for reading by every room; who may see one is for {@link DossierSight} to say. */
@Component
public class Dossiers {

    private static final String IN_ORDER = " order by number";

    private final JdbcClient sql;
    private final Json json;

    Dossiers(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws Refusal NOT_FOUND when there is none with that number */
    public Dossier get(String number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    public Optional<Dossier> find(String number) {
        return sql.sql("select * from dossier where number = ?")
                .param(number)
                .query(Dossiers::dossier)
                .optional();
    }

    /** What is said of a number that no dossier has. */
    public static Refusal unknown(String number) {
        return Refusal.notFound("Không có hồ sơ \"%s\".".formatted(number));
    }

    /** All dossiers of the round, in the order of their numbers. */
    public List<Dossier> of(String round) {
        return sql.sql("select * from dossier where round = ?" + IN_ORDER)
                .param(round)
                .query(Dossiers::dossier)
                .list();
    }

    /** Those of the round that stand in one of the states. */
    public List<Dossier> of(String round, DossierState... states) {
        return sql.sql("select * from dossier where round = ? and state = any(?)" + IN_ORDER)
                .params(round, names(Arrays.asList(states)))
                .query(Dossiers::dossier)
                .list();
    }

    /** In the order of their numbers; those that don't exist are left out. */
    public List<Dossier> all(Collection<String> numbers) {
        return sql.sql("select * from dossier where number = any(?)" + IN_ORDER)
                .param(numbers.toArray(String[]::new))
                .query(Dossiers::dossier)
                .list();
    }

    /** Those not paused whose limit ends by the instant, the earliest first; for reminders. */
    public List<Dossier> running(Instant before) {
        return sql.sql("""
                select * from dossier where limit_at is not null and limit_at <= ? and held_since is null order by limit_at, number""")
                .param(Row.timestamp(before))
                .query(Dossiers::dossier)
                .list();
    }

    /** What stands now: what was submitted last, or before that the draft. */
    public DossierContent content(String number) {
        return sql.sql("""
                select coalesce(v.content, f.content) as content, v.content is null as drafted, %s as components
                from dossier d left join dossier_draft f on f.dossier = d.number
                left join dossier_version v on v.dossier = d.number and v.version = d.version where d.number = ?""".formatted(COMPONENTS))
                .param(number)
                .query((row, i) -> {
                    var content = json.read(row.getString("content"), DossierContent.class);
                    return row.getBoolean("drafted") ? content.with(components(row)) : content;
                })
                .optional()
                .orElseThrow(() -> unknown(number));
    }

    /** What the unit is writing, with the files attached so far; for the unit alone while it is being written. */
    public DossierContent draft(String number) {
        return sql.sql("""
                select f.content, %s as components from dossier d join dossier_draft f on f.dossier = d.number where d.number = ?""".formatted(COMPONENTS))
                .param(number)
                .query((row, i) -> json.read(row.getString("content"), DossierContent.class)
                        .with(components(row)))
                .optional()
                .orElseThrow(() -> unknown(number));
    }

    /** All versions submitted, newest first. */
    public List<DossierVersion> versions(String number) {
        return sql.sql("select * from dossier_version where dossier = ? order by version desc")
                .param(number)
                .query((row, i) -> new DossierVersion(
                        row.getInt("version"),
                        json.read(row.getString("content"), DossierContent.class),
                        row.getString("submitted_by"),
                        Row.since(row, "submitted_at"),
                        row.getString("outcome"),
                        row.getString("outcome_reason"),
                        row.getString("outcome_article"),
                        row.getString("outcome_by"),
                        Row.instant(row, "outcome_at")))
                .list();
    }

    /** Its way so far, oldest first. */
    public List<StageEntry> history(String number) {
        return sql.sql("select * from dossier_stage where dossier = ? order by id")
                .param(number)
                .query((row, i) -> new StageEntry(
                        DossierState.valueOf(row.getString("state")),
                        Row.since(row, "at"),
                        row.getString("by"),
                        row.getString("turn_group"),
                        Row.instant(row, "limit_at"),
                        row.getString("limit_basis"),
                        row.getString("note")))
                .list();
    }

    /** The achievements of the version that stands; none before the first submission. */
    public List<Achievement> achievements(String number) {
        return sql.sql("""
                select a.* from achievement a join dossier d on d.number = a.dossier and d.version = a.version
                where d.number = ? order by a.position""")
                .param(number)
                .query((row, i) -> new Achievement(
                        row.getString("title"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        row.getString("description"),
                        row.getString("key")))
                .list();
    }

    /** Attachment ids by component, in the order they were attached. */
    static final String COMPONENTS = """
            (select jsonb_object_agg(component, files) from (select component, jsonb_agg(attachment order by position) as files
                from dossier_component c where c.dossier = d.number group by component) by_component)""";

    Map<String, List<UUID>> components(ResultSet row) throws SQLException {
        var components = row.getString("components");
        return components == null ? Map.of() : json.read(components, new TypeReference<Map<String, List<UUID>>>() {});
    }

    static String[] names(Collection<DossierState> states) {
        return states.stream().map(DossierState::name).toArray(String[]::new);
    }

    /** A row with all columns of a dossier. */
    public static Dossier dossier(ResultSet row, int i) throws SQLException {
        return new Dossier(
                row.getString("number"),
                row.getString("campaign"),
                row.getString("round"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("unit_group"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("year"),
                AwardForm.valueOf(row.getString("form")),
                row.getObject("grade", Integer.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getObject("nominee", UUID.class),
                row.getString("nominee_name"),
                row.getString("criteria_group"),
                DossierState.valueOf(row.getString("state")),
                Row.since(row, "since"),
                row.getString("turn_group"),
                Row.instant(row, "limit_at"),
                row.getString("limit_basis"),
                row.getInt("version"),
                Row.instant(row, "submitted_at"),
                Row.instant(row, "received_at"),
                row.getString("rule_pack"),
                Row.instant(row, "held_since"),
                row.getString("superior_of"),
                row.getString("lead_group"),
                row.getString("authority_group"));
    }
}
