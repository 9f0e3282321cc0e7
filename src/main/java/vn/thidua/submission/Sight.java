package vn.thidua.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Agency;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.Campaigns;

/**
 * Who sees what: a unit its own obligations; an addressee those addressed to it; the standing agency and the agencies that consolidate,
 * lead or decide in the plan all of their campaign; administrators everything.
 */
@Component
public class Sight {

    private static final List<Part> SEE_ALL = List.of(Part.STANDING, Part.CONSOLIDATE, Part.LEAD, Part.DECIDE);

    private final Obligations obligations;
    private final Campaigns campaigns;

    Sight(Obligations obligations, Campaigns campaigns) {
        this.obligations = obligations;
        this.campaigns = campaigns;
    }

    /** @throws Refusal NOT_FOUND when there is none, FORBIDDEN when it isn't the actor's to see */
    public Obligation see(long id) {
        return seen(obligations.get(id));
    }

    /** As {@link #see(long)}, by business key. */
    public Obligation see(String key) {
        return seen(obligations.get(key));
    }

    /** What the actor may see of the campaign. @throws Refusal FORBIDDEN when the actor has no part in it */
    public List<Obligation> visible(Campaign campaign) {
        if (!Actor.current().takesPartIn(campaign.code())) {
            throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được tình hình nộp.");
        }
        return seesAll(campaign)
                ? obligations.of(campaign.code())
                : obligations.concerning(campaign.code(), Actor.current().groups());
    }

    /** Does the actor see every unit of the campaign? */
    public boolean seesAll(Campaign campaign) {
        var actor = Actor.current();
        return actor.isAdministrator()
                || campaign.plan().agencies().stream()
                        .filter(Sight::watches)
                        .anyMatch(agency -> actor.isIn(campaign.groupOf(agency.id())));
    }

    private Obligation seen(Obligation obligation) {
        if (concerns(obligation) || seesAll(campaigns.get(obligation.campaign()))) return obligation;
        throw Refusal.forbidden("Nghĩa vụ này không thuộc đơn vị hoặc cơ quan của ông/bà.");
    }

    private static boolean concerns(Obligation obligation) {
        var actor = Actor.current();
        return actor.isIn(obligation.ownerGroup())
                || obligation.parts().stream().anyMatch(part -> actor.isIn(part.reviewerGroup()));
    }

    private static boolean watches(Agency agency) {
        return SEE_ALL.stream().anyMatch(agency::has);
    }
}
