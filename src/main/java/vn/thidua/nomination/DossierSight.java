package vn.thidua.nomination;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Groups;

/**
 * Who sees which dossier: a unit its own; the agencies that lead, give opinions, allocate or decide, the standing agency, the council with
 * its secretary, the records clerk and the deputy those that were submitted; administrators too. A draft is the unit's alone. Every read of
 * one dossier is recorded.
 */
@Component
public class DossierSight {

    private static final List<Part> WATCHING = List.of(Part.DECIDE, Part.COUNCIL, Part.STANDING_BODY);

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final ApplicationEventPublisher events;

    DossierSight(
            JdbcClient sql,
            Dossiers dossiers,
            Campaigns campaigns,
            AwardRoles roles,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.campaigns = campaigns;
        this.roles = roles;
        this.events = events;
    }

    /** What the actor may see of the campaign, in the order of their numbers. @throws Refusal FORBIDDEN when the actor has no part in it */
    public List<Dossier> visible(Campaign campaign) {
        var actor = Actor.current();
        if (!actor.takesPartIn(campaign.code())) {
            throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được hồ sơ.");
        }
        return sql.sql("""
                select * from dossier where campaign = :campaign
                    and (unit_group = any(:groups) or (:all and version > 0)) order by number""")
                .param("campaign", campaign.code())
                .param("groups", actor.groups().toArray(String[]::new))
                .param("all", seesAll(campaign))
                .query(Dossiers::dossier)
                .list();
    }

    /**
     * One dossier, its reading recorded.
     *
     * @throws Refusal NOT_FOUND when there is none, FORBIDDEN when it isn't the actor's to see
     */
    public Dossier see(String number) {
        var dossier = dossiers.get(number);
        mustSee(dossier);
        record("dossier.read", dossier, null);
        return dossier;
    }

    /**
     * The dossier that lets the actor read the file, its reading recorded.
     *
     * @throws Refusal NOT_FOUND when no dossier holds it, FORBIDDEN when none of those that do is the actor's to see, or it was only
     *     attached to a draft
     */
    public Dossier seeFile(UUID attachment) {
        var unitsOwn = Actor.current().groups().toArray(String[]::new);
        var holding = sql.sql("""
                select d.*, d.unit_group = any(:groups) or exists (
                    select from dossier_version v where v.dossier = d.number and v.content::text like '%' || :attachment || '%') as shown
                from dossier d where number in (
                    select dossier from dossier_component where attachment = :attachment::uuid
                    union select subject from attachment where id = :attachment::uuid) order by number""")
                .param("groups", unitsOwn)
                .param("attachment", attachment.toString())
                .query((row, i) -> Map.entry(Dossiers.dossier(row, i), row.getBoolean("shown")))
                .list();
        if (holding.isEmpty()) throw Refusal.notFound("Tệp này không thuộc hồ sơ nào.");
        var seen = holding.stream()
                .filter(each -> each.getValue() && sees(each.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> forbidden(holding.get(0).getKey()));
        record("dossier.file-read", seen, attachment);
        return seen;
    }

    public boolean sees(Dossier dossier) {
        var actor = Actor.current();
        return actor.isIn(dossier.unitGroup()) || (dossier.version() > 0 && seesAll(campaigns.get(dossier.campaign())));
    }

    private void mustSee(Dossier dossier) {
        if (!sees(dossier)) throw forbidden(dossier);
    }

    private static Refusal forbidden(Dossier dossier) {
        return Refusal.forbidden(
                dossier.version() == 0
                        ? "Hồ sơ %s đang được đơn vị soạn, chưa nộp nên chưa xem được.".formatted(dossier.number())
                        : "Hồ sơ %s không thuộc đơn vị hoặc cơ quan của ông/bà.".formatted(dossier.number()));
    }

    /** Does the actor see every submitted dossier of the campaign? */
    public boolean seesAll(Campaign campaign) {
        var actor = Actor.current();
        if (actor.isAdministrator() || actor.isSystem()) return true;
        return watching(campaign).stream().anyMatch(actor::isIn);
    }

    private Set<String> watching(Campaign campaign) {
        var code = campaign.code();
        var groups = new HashSet<>(Set.of(
                campaign.standingAgencyGroup(),
                Groups.ofCouncil(code),
                Groups.ofSecretary(code),
                Groups.ofClerk(code),
                Groups.ofDeputy(code)));
        roles.opinionAgencies(campaign, "").forEach(agency -> groups.add(agency.group()));
        campaign.plan().awardWork().forEach(work -> groups.add(campaign.groupOf(work.agency())));
        campaign.plan().agencies().stream()
                .filter(agency -> WATCHING.stream().anyMatch(agency::has))
                .forEach(agency -> groups.add(campaign.groupOf(agency.id())));
        return groups;
    }

    private void record(String action, Dossier dossier, @Nullable Object detail) {
        events.publishEvent(Act.of(action, dossier.campaign(), dossier.unit(), dossier.number(), null, detail));
    }
}
