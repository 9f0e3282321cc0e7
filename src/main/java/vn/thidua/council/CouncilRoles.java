package vn.thidua.council;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.Groups;

/** Who prepares and writes up a sitting, and who presides. */
@Component
class CouncilRoles {

    private final Campaigns campaigns;

    CouncilRoles(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws Refusal FORBIDDEN for who is neither the council's secretary nor of the standing agency */
    void mustBeSecretary(String campaign) {
        var actor = Actor.current();
        if (actor.isIn(Groups.ofSecretary(campaign)) || isStanding(campaign)) return;
        throw Refusal.forbidden("Chỉ thư ký Hội đồng hoặc cơ quan thường trực được làm việc này.");
    }

    /**
     * The chair presides; the deputy chair where the chair took no part. Where neither has an account, the standing agency enters what
     * they decided on paper.
     *
     * @return in whose name and position it is done
     * @throws Refusal FORBIDDEN for anybody else
     */
    SessionMember mustPreside(CouncilSession session, List<SessionMember> members) {
        var heads = members.stream()
                .filter(member -> member.seat() == Seat.CHAIR || member.seat() == Seat.DEPUTY_CHAIR)
                .toList();
        var presiding = heads.stream()
                .filter(head -> head.seat() == Seat.CHAIR && tookPart(head))
                .findFirst()
                .or(() -> heads.stream().filter(CouncilRoles::tookPart).findFirst())
                .or(() -> heads.stream().findFirst())
                .orElseThrow(() -> Refusal.conflict(
                        "no-chair", "Hội đồng chưa có Chủ tịch hoặc Phó Chủ tịch. Hãy ghi thành viên Hội đồng trước."));
        var onPaper = heads.stream().allMatch(head -> head.userId() == null);
        if (onPaper && isStanding(session.campaign())) return presiding;
        return heads.stream()
                .filter(head -> Actor.current().userId().equals(head.userId()))
                .filter(head -> head.seat() == Seat.CHAIR || presiding.seat() == Seat.DEPUTY_CHAIR)
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "Chỉ người chủ trì phiên họp (%s) được làm việc này.".formatted(presiding.name())));
    }

    private static boolean tookPart(SessionMember member) {
        return member.hasVoted() || member.present();
    }

    private boolean isStanding(String campaign) {
        return Actor.current().isIn(campaigns.get(campaign).standingAgencyGroup());
    }
}
