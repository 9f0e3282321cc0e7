package vn.thidua.submission;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaign;

/** What the actor may do with an obligation as it stands, so that others can show only that; each act itself checks again. */
@Component
public class AllowedActs {

    /** What can be done with one part. */
    public enum PartAct {
        SUBMIT,
        WITHDRAW,
        ACCEPT,
        RETURN,
        EXTEND,
        FILL_IN
    }

    /** The acts open to the actor on this part. */
    public Set<PartAct> on(Campaign campaign, Obligation obligation, Part part) {
        var actor = Actor.current();
        var isOwner = actor.isIn(obligation.ownerGroup());
        var isStanding = actor.isIn(campaign.standingAgencyGroup());
        var acts = EnumSet.noneOf(PartAct.class);
        switch (part.state()) {
            case AWAITED -> {
                if (isOwner) acts.add(PartAct.SUBMIT);
                if (isStanding) acts.add(PartAct.EXTEND);
            }
            case SUBMITTED -> {
                if (isOwner) acts.add(PartAct.WITHDRAW);
                if (actor.isIn(part.reviewerGroup())) acts.addAll(Set.of(PartAct.ACCEPT, PartAct.RETURN));
            }
            case HISTORY -> {
                if (isOwner || isStanding) acts.add(PartAct.FILL_IN);
            }
            default -> {}
        }
        return acts;
    }

    /** A draft is its owner's, and where it belongs to the time before adoption also the standing agency's. */
    public boolean seesDraft(Campaign campaign, Obligation obligation) {
        var actor = Actor.current();
        return actor.isIn(obligation.ownerGroup())
                || (isHistory(obligation) && actor.isIn(campaign.standingAgencyGroup()));
    }

    public boolean writesDraft(Campaign campaign, Obligation obligation) {
        return seesDraft(campaign, obligation)
                && (isHistory(obligation) || obligation.parts().stream().anyMatch(Part::isAwaited));
    }

    /** @throws Refusal FORBIDDEN while a consolidated report is still its agency's draft and the actor isn't of that agency */
    public void mustSeeReport(Campaign campaign, Obligation obligation) {
        var isOut = obligation.parts().stream().anyMatch(Part::isHandedIn);
        if (!isOut && !seesDraft(campaign, obligation)) {
            throw Refusal.forbidden(
                    "Báo cáo này đang được %s soạn, chưa trình nên chưa xem được.".formatted(obligation.ownerName()));
        }
    }

    private static boolean isHistory(Obligation obligation) {
        return obligation.parts().stream().anyMatch(part -> part.state() == Part.State.HISTORY);
    }
}
