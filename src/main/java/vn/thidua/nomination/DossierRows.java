package vn.thidua.nomination;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;

/** Writes dossiers: any number at once in one statement, and each step of one in one. */
@Component
class DossierRows {

    /** One dossier to be. */
    record Fresh(
            DossierContent content,
            UUID nominee,
            String authorityGroup,
            @Nullable String superiorOf) {}

    private static final String ACTED = """
            insert into dossier_act(dossier, actor, stage, at) select number, :by, :stage, :now from moved
            where not exists (select from dossier_act a where a.dossier = moved.number and a.actor = :by)""";
    private static final String STAGED = """
            insert into dossier_stage(dossier, state, at, by, turn_group, limit_at, limit_basis, note)
            select number, state, since, :by, turn_group, limit_at, limit_basis, :note from moved""";

    private final JdbcClient sql;
    private final Json json;
    private final MovableClock clock;

    DossierRows(JdbcClient sql, Json json, MovableClock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Adds drafts with their numbers, in the order given. */
    List<Dossier> add(AwardRound round, Nominator nominator, List<Fresh> fresh) {
        return sql.sql("""
                with series as (
                    insert into number_series(series, last) values (:series, :many)
                    on conflict (series) do update set last = number_series.last + :many returning last),
                given as (
                    select :series || '-' || lpad((last - :many + g.i)::text, greatest(5, length((last - :many + g.i)::text)), '0') as number, g.*
                    from series, unnest(:forms::text[], :grades::int[], :kinds::text[], :nominees::uuid[], :names::text[],
                        :criteria::text[], :authorities::text[], :superiors::text[], :contents::text[])
                    with ordinality g(form, grade, kind, nominee, name, criteria, authority, superior, content, i)),
                moved as (
                    insert into dossier(number, campaign, round, unit, unit_name, unit_group, occasion, year, form, grade, kind, nominee,
                        nominee_name, criteria_group, state, since, turn_group, limit_at, limit_basis, superior_of, lead_group,
                        authority_group)
                    select number, :campaign, :round, :unit, :unitName, :unitGroup, :occasion, :year, form, grade, kind, nominee,
                        name, criteria, 'DRAFT', :now, :unitGroup, :limit, :basis, superior, :lead, authority
                    from given order by i returning *),
                drafted as (
                    insert into dossier_draft(dossier, content, saved_by, saved_at)
                    select number, content::jsonb, :by, :now from given),
                staged as (%s), acted as (%s)
                select * from moved order by number""".formatted(STAGED, ACTED))
                .param("series", "%s/HS-%d".formatted(round.campaign(), round.year()))
                .param("many", fresh.size())
                .param("forms", texts(fresh, each -> each.content().form().name()))
                .param("grades", texts(fresh, each -> text(each.content().grade())))
                .param("kinds", texts(fresh, each -> each.content().kind().name()))
                .param("nominees", texts(fresh, each -> each.nominee().toString()))
                .param(
                        "names",
                        texts(fresh, each -> each.content().nominee().name().strip()))
                .param("criteria", texts(fresh, each -> criteria(each.content())))
                .param("authorities", texts(fresh, Fresh::authorityGroup))
                .param("superiors", texts(fresh, Fresh::superiorOf))
                .param("contents", texts(fresh, each -> json.write(each.content())))
                .param("campaign", round.campaign())
                .param("round", round.key())
                .param("unit", nominator.unit())
                .param("unitName", nominator.name())
                .param("unitGroup", nominator.group())
                .param("occasion", round.occasion().name())
                .param("year", round.year())
                .param("limit", Timestamp.from(nominator.closesAt(round)))
                .param("basis", "hạn nhận hồ sơ của đợt xét")
                .param("lead", round.leadGroup())
                .param("stage", Stage.COMPOSE.name())
                .param("note", null)
                .param("now", now())
                .param("by", Actor.current().userId())
                .query(Dossiers::dossier)
                .list();
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String criteria(DossierContent content) {
        return content.criteriaGroup() == null ? "" : content.criteriaGroup();
    }

    /** Keeps what the unit has typed so far. */
    void save(String number, DossierContent content, UUID nominee, String authorityGroup) {
        sql.sql("""
                with moved as (
                    update dossier set form = :form, grade = :grade, kind = :kind, nominee = :nominee, nominee_name = :name,
                        criteria_group = :criteria, authority_group = :authority where number = :number)
                update dossier_draft set content = :content::jsonb, saved_by = :by, saved_at = :now where dossier = :number""")
                .param("form", content.form().name())
                .param("grade", content.grade())
                .param("kind", content.kind().name())
                .param("nominee", nominee)
                .param("name", content.nominee().name().strip())
                .param("criteria", criteria(content))
                .param("authority", authorityGroup)
                .param("number", number)
                .param("content", json.write(content))
                .param("by", Actor.current().userId())
                .param("now", now())
                .update();
    }

    /** Keeps what the unit has typed of a supplement. */
    void save(String number, DossierContent content) {
        sql.sql("update dossier_draft set content = ?::jsonb, saved_by = ?, saved_at = ? where dossier = ?")
                .params(json.write(content), Actor.current().userId(), now(), number)
                .update();
    }

    void attach(String number, List<String> components, List<UUID> attachments) {
        sql.sql("""
                insert into dossier_component(dossier, attachment, component)
                select :number, a.attachment, a.component from unnest(:attachments::uuid[], :components::text[])
                    with ordinality a(attachment, component, i) order by i""")
                .param("number", number)
                .param("attachments", attachments.stream().map(UUID::toString).toArray(String[]::new))
                .param("components", components.toArray(String[]::new))
                .update();
    }

    boolean detach(String number, UUID attachment) {
        return sql.sql("delete from dossier_component where dossier = ? and attachment = ?")
                        .params(number, attachment)
                        .update()
                > 0;
    }

    /** The draft becomes the next version. */
    Dossier submit(Desk desk, List<Achievement> achievements, @Nullable Instant limitAt, @Nullable String limitBasis) {
        return sql.sql("""
                with moved as (
                    update dossier set state = 'SUBMITTED', since = :now, turn_group = lead_group, limit_at = :limit, limit_basis = :basis,
                        version = version + 1, submitted_at = :now, resting_limit_at = null, resting_limit_basis = null,
                        resting_since = null
                    where number = :number returning *),
                versioned as (
                    insert into dossier_version(dossier, version, content, submitted_by, submitted_at)
                    select number, version, :content::jsonb, :by, :now from moved),
                achieved as (
                    insert into achievement(dossier, version, position, title, from_on, to_on, description, key)
                    select number, version, a.i, a.title, a.from_on, a.to_on, a.description, a.key
                    from moved, unnest(:titles::text[], :froms::date[], :tos::date[], :descriptions::text[], :keys::text[])
                        with ordinality a(title, from_on, to_on, description, key, i)),
                staged as (%s), acted as (%s)
                select * from moved""".formatted(STAGED, ACTED))
                .param("limit", Row.timestamp(limitAt))
                .param("basis", limitBasis)
                .param("number", desk.dossier().number())
                .param("content", json.write(desk.content()))
                .param("titles", texts(achievements, Achievement::title))
                .param("froms", texts(achievements, each -> each.from().toString()))
                .param("tos", texts(achievements, each -> each.to().toString()))
                .param("descriptions", texts(achievements, Achievement::description))
                .param("keys", texts(achievements, Achievement::key))
                .param("stage", Stage.COMPOSE.name())
                .param("note", null)
                .param("now", now())
                .param("by", Actor.current().userId())
                .query(Dossiers::dossier)
                .single();
    }

    /** No supplement came: the version submitted last goes back to its receipt. */
    Dossier endSupplement(Desk desk, @Nullable Instant limitAt, String note) {
        return sql.sql("""
                with moved as (
                    update dossier set state = 'SUBMITTED', since = :now, turn_group = lead_group, limit_at = :limit, limit_basis = :basis,
                        resting_limit_at = null, resting_limit_basis = null, resting_since = null
                    where number = :number returning *),
                staged as (%s)
                select * from moved""".formatted(STAGED))
                .param("limit", Row.timestamp(limitAt))
                .param("basis", desk.restingLimitBasis())
                .param("number", desk.dossier().number())
                .param("note", note)
                .param("now", now())
                .param("by", Actor.current().userId())
                .query(Dossiers::dossier)
                .single();
    }

    /** The lead agency takes the version in; the law is frozen unless it has been. */
    Dossier receive(
            Desk desk,
            List<ReceiptAnswer.OverrideAnswer> overrides,
            String rulePack,
            @Nullable Instant limitAt,
            @Nullable String limitBasis) {
        return sql.sql("""
                with moved as (
                    update dossier set state = 'IN_APPRAISAL', since = :now, turn_group = '', limit_at = :limit, limit_basis = :basis,
                        received_at = coalesce(received_at, :now), rule_pack = coalesce(rule_pack, :pack)
                    where number = :number returning *),
                concluded as (
                    update dossier_version v set outcome = 'RECEIVED', outcome_by = :by, outcome_at = :now
                    from moved where v.dossier = moved.number and v.version = moved.version),
                overridden as (
                    insert into eligibility_override(dossier, version, rule, reason, signed_by, signed_at)
                    select number, version, o.rule, o.reason, :by, :now from moved, unnest(:rules::text[], :reasons::text[]) o(rule, reason)
                    on conflict (dossier, version, rule) do nothing),
                staged as (%s), acted as (%s)
                select * from moved""".formatted(STAGED, ACTED))
                .param("limit", Row.timestamp(limitAt))
                .param("basis", limitBasis)
                .param("pack", rulePack)
                .param("number", desk.dossier().number())
                .param("rules", texts(overrides, ReceiptAnswer.OverrideAnswer::rule))
                .param("reasons", texts(overrides, ReceiptAnswer.OverrideAnswer::reason))
                .param("stage", Stage.APPRAISAL.name())
                .param("note", null)
                .param("now", now())
                .param("by", Actor.current().userId())
                .query(Dossiers::dossier)
                .single();
    }

    void returned(Desk desk, String reason, String article) {
        sql.sql("""
                update dossier_version set outcome = 'RETURNED', outcome_reason = ?, outcome_article = ?, outcome_by = ?, outcome_at = ?
                where dossier = ? and version = ?""")
                .params(
                        reason,
                        article,
                        Actor.current().userId(),
                        now(),
                        desk.dossier().number(),
                        desk.dossier().version())
                .update();
    }

    /** The files of one dossier are the other's too. */
    void copyFiles(String from, String to) {
        sql.sql("""
                insert into dossier_component(dossier, attachment, component)
                select ?, attachment, component from dossier_component where dossier = ? order by position""").params(to, from).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
