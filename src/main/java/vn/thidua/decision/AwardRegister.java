package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Lineage;
import vn.thidua.nomination.NameKey;
import vn.thidua.nomination.Nominees;
import vn.thidua.organisation.Units;

/**
 * Sổ vàng: who was awarded what, by which decision, numbered without gaps per campaign and year. Entries keep the names of their day and
 * are found under every name the nominee or the unit has had.
 */
@Component
public class AwardRegister {

    private static final String BY_NUMBER = " order by year, number";

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final DocumentNumbers numbers;
    private final Certificates certificates;
    private final Nominees nominees;
    private final Units units;
    private final Campaigns campaigns;
    private final ApplicationEventPublisher events;

    AwardRegister(
            JdbcClient sql,
            JdbcTemplate batch,
            DocumentNumbers numbers,
            Certificates certificates,
            Nominees nominees,
            Units units,
            Campaigns campaigns,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.batch = batch;
        this.numbers = numbers;
        this.certificates = certificates;
        this.nominees = nominees;
        this.units = units;
        this.campaigns = campaigns;
        this.events = events;
    }

    /** @throws Refusal NOT_FOUND */
    public RegisterEntry get(String key) {
        return query("where key = ?", key).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Sổ vàng không có mục \"%s\".".formatted(key)));
    }

    /** The entry for a dossier, by its number. */
    public Optional<RegisterEntry> ofDossier(String dossier) {
        return query("where dossier = ?", dossier).stream().findFirst();
    }

    /** By year and number. */
    public List<RegisterEntry> entries(String campaign) {
        return query("where campaign = ?" + BY_NUMBER, campaign);
    }

    /** In the order of the decision's list. */
    public List<RegisterEntry> ofDecision(long decision) {
        return query("where decision = ?" + BY_NUMBER, decision);
    }

    /** The awards of a nominee in all campaigns, also of whom it was merged with; the oldest first. */
    public List<RegisterEntry> of(UUID nominee) {
        return sql.sql("select * from award_register where nominee in (%s) order by decided_on, id"
                        .formatted(Nominees.FAMILY))
                .param(new UUID[] {nominee})
                .query(AwardRegister::entry)
                .list();
    }

    /**
     * By a name of the nominee, or of its unit now or before a merger; the whole register for a blank text. Typed without accents it finds
     * names with any, typed with accents only those.
     */
    public List<RegisterEntry> search(String campaign, String text) {
        var key = NameKey.of(text);
        if (key.isEmpty()) return entries(campaign);
        return sql.sql("""
                select * from award_register
                where campaign = :campaign and (name_plain like '%' || :plain || '%' and (:plain = :key or strpos(name_key, :key) > 0)
                    or nominee = any(:nominees::uuid[]) or unit = any(:units))
                order by year, number""")
                .param("campaign", campaign)
                .param("plain", NameKey.plain(key))
                .param("key", key)
                .param("nominees", texts(nominees.called(text)))
                .param("units", new Lineage(units.of(campaign)).called(text).toArray(String[]::new))
                .query(AwardRegister::entry)
                .list();
    }

    /**
     * The register of a campaign for the current actor.
     *
     * @throws Refusal FORBIDDEN for who has no part in the campaign
     */
    public List<RegisterEntry> see(String campaign, String text) {
        if (!Actor.current().takesPartIn(campaigns.get(campaign).code())) {
            throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được sổ vàng.");
        }
        return search(campaign, text);
    }

    /** Enters every standing case of a numbered decision, with a certificate for each: a few statements however many there are. */
    void enter(AwardDecision decision) {
        var number = Objects.requireNonNull(decision.number());
        var cases = decision.standing();
        var year = number.date().getYear();
        var first = numbers.block(decision.campaign(), DocumentNumbers.REGISTER, year, cases.size());
        batch.update("""
                insert into award_register(key, campaign, year, number, dossier, decision, document, decided_on, authority, occasion,
                    form, grade, kind, nominee, name, name_key, unit, unit_name, prize, status)
                select d.campaign || '/SV-' || ? || '-' || lpad(n.number::text, greatest(5, length(n.number::text)), '0'), d.campaign, ?,
                    n.number, i.dossier, d.id, ?, d.decided_on, d.authority_name, d.occasion, i.form, i.grade, i.kind, i.nominee,
                    i.nominee_name, n.name_key, i.unit, i.unit_name, i.prize, 'VALID'
                from unnest(?::text[], ?::text[]) with ordinality as c(dossier, name_key, place)
                cross join lateral (select c.dossier, c.name_key, ? + c.place - 1 as number) n
                join decision_item i on i.dossier = n.dossier and i.decision = ?
                join award_decision d on d.id = i.decision""", statement -> {
            var connection = statement.getConnection();
            statement.setString(1, String.valueOf(year));
            statement.setInt(2, year);
            statement.setString(3, number.inWords());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", cases.stream().map(DecisionItem::dossier).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text",
                            cases.stream()
                                    .map(item -> NameKey.of(item.nomineeName()))
                                    .toArray()));
            statement.setInt(6, first);
            statement.setLong(7, decision.id());
        });
        certificates.issue(decision, first);
    }

    /** An award that a superior gave: it has the superior's document, and no certificate of ours. */
    RegisterEntry enter(Dossier dossier, String document, LocalDate decidedOn, String authority) {
        var year = decidedOn.getYear();
        var number = numbers.block(dossier.campaign(), DocumentNumbers.REGISTER, year, 1);
        var key = "%s/SV-%d-%05d".formatted(dossier.campaign(), year, number);
        sql.sql("""
                insert into award_register(key, campaign, year, number, dossier, document, decided_on, authority, occasion, form, grade,
                    kind, nominee, name, name_key, unit, unit_name, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'VALID')""")
                .params(
                        key,
                        dossier.campaign(),
                        year,
                        number,
                        dossier.number(),
                        document,
                        decidedOn,
                        authority,
                        dossier.occasion().name(),
                        dossier.form().name(),
                        dossier.grade(),
                        dossier.kind().name(),
                        dossier.nominee(),
                        dossier.nomineeName(),
                        NameKey.of(dossier.nomineeName()),
                        dossier.unit(),
                        dossier.unitName())
                .update();
        return get(key);
    }

    /** The award is revoked: its entry stays, and its certificates say so. */
    void revoke(RegisterEntry entry) {
        sql.sql("update award_register set status = 'REVOKED' where id = ?")
                .param(entry.id())
                .update();
        certificates.revoke(entry);
    }

    /** The name as it should have been. */
    void correct(RegisterEntry entry, String name) {
        sql.sql("update award_register set name = ?, name_key = ? where id = ?")
                .params(name, NameKey.of(name), entry.id())
                .update();
        events.publishEvent(Act.of(
                "register.corrected",
                entry.campaign(),
                entry.unit(),
                entry.key(),
                Map.of("name", entry.name()),
                Map.of("name", name)));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private List<RegisterEntry> query(String where, Object param) {
        return sql.sql("select * from award_register " + where)
                .param(param)
                .query(AwardRegister::entry)
                .list();
    }

    private static RegisterEntry entry(ResultSet row, int i) throws SQLException {
        return new RegisterEntry(
                row.getLong("id"),
                row.getString("key"),
                row.getString("campaign"),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("dossier"),
                row.getObject("decision", Long.class),
                row.getString("document"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("authority"),
                Occasion.valueOf(row.getString("occasion")),
                AwardForm.valueOf(row.getString("form")),
                row.getObject("grade", Integer.class),
                NomineeKind.valueOf(row.getString("kind")),
                row.getObject("nominee", UUID.class),
                row.getString("name"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getObject("prize", Long.class),
                RegisterEntry.Status.valueOf(row.getString("status")));
    }
}
