package vn.thidua.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.CouncilSight;
import vn.thidua.council.SessionItem;
import vn.thidua.council.SessionMember;
import vn.thidua.nomination.AwardRounds;

/** One sitting of the council: when and where, its agenda with what came of it, who takes part, its documents. Votes are sums. */
@Controller
class SessionPage {

    /** A dossier of the agenda. @param result in words; null while ballots can still come in */
    record Voted(SessionItem item, @Nullable String result) {}

    private final CouncilSight sight;
    private final CouncilSessions sessions;
    private final Campaigns campaigns;
    private final AwardRounds rounds;

    SessionPage(CouncilSight sight, CouncilSessions sessions, Campaigns campaigns, AwardRounds rounds) {
        this.sight = sight;
        this.sessions = sessions;
        this.campaigns = campaigns;
        this.rounds = rounds;
    }

    @GetMapping("/phien-hop/{campaign}/{no}")
    String show(@PathVariable String campaign, @PathVariable String no, Model model) {
        var session = sight.see(campaign + "/" + no);
        var members = sessions.members(session.key());
        var voters = members.stream().filter(SessionMember::votes).toList();
        model.addAttribute("campaign", campaigns.get(session.campaign()));
        model.addAttribute("sitting", session);
        model.addAttribute("round", rounds.get(session.round()));
        model.addAttribute(
                "items",
                sessions.items(session.key()).stream()
                        .map(item -> new Voted(item, result(session, item)))
                        .toList());
        model.addAttribute("members", members);
        model.addAttribute("voters", voters.size());
        model.addAttribute(
                "voted", voters.stream().filter(SessionMember::hasVoted).count());
        model.addAttribute("conflicts", sessions.conflicts(session.key()));
        model.addAttribute("tasks", Links.tasksOf(session.key()));
        return "award/session";
    }

    private @Nullable String result(CouncilSession session, SessionItem item) {
        if (item.dropped() != null) return "Không đưa ra biểu quyết: " + item.dropped();
        return session.isCounted()
                ? sessions.tally(session.key(), item.dossier()).sentence()
                : null;
    }
}
