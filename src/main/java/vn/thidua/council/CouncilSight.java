package vn.thidua.council;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.DossierSight;

/**
 * Who sees a sitting: its members, the secretary, the agencies that work on the round and the administrators, who see every dossier of the
 * campaign; nominating units and outsiders never.
 */
@Component
public class CouncilSight {

    private final SessionTable sessions;
    private final Campaigns campaigns;
    private final DossierSight dossiers;

    CouncilSight(SessionTable sessions, Campaigns campaigns, DossierSight dossiers) {
        this.sessions = sessions;
        this.campaigns = campaigns;
        this.dossiers = dossiers;
    }

    /** @throws Refusal NOT_FOUND when there is none, FORBIDDEN when it isn't the actor's to see */
    public CouncilSession see(String key) {
        return seen(sessions.get(key));
    }

    /** As {@link #see(String)}, by id. */
    public CouncilSession see(long id) {
        return seen(sessions.get(id));
    }

    /** The sittings of the campaign, newest first. @throws Refusal FORBIDDEN when they aren't the actor's to see */
    public List<CouncilSession> visible(String campaign) {
        mustSee(campaign);
        return sessions.ofCampaign(campaign);
    }

    /** Does the actor see the sittings of the campaign? */
    public boolean sees(String campaign) {
        return dossiers.seesAll(campaigns.get(campaign));
    }

    private CouncilSession seen(CouncilSession session) {
        mustSee(session.campaign());
        return session;
    }

    private void mustSee(String campaign) {
        if (sees(campaign)) return;
        throw Refusal.forbidden(
                "Phiên họp Hội đồng chỉ dành cho thành viên, thư ký và các cơ quan làm công tác khen thưởng.");
    }
}
