package vn.thidua.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.CertificatePrints;
import vn.thidua.decision.DecisionItem;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.QuotaStanding;
import vn.thidua.decision.QuotaUse;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierSight;
import vn.thidua.organisation.Groups;
import vn.thidua.web.api.AwardNames;

/** One decision: who decides, where it stands, whom it is about, its documents. */
@Controller
class DecisionPage {

    /** A limit that runs after issue, in words. */
    record Limit(String what, @Nullable String words, boolean late) {}

    private final Decisions decisions;
    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final QuotaUse quotas;
    private final CertificatePrints prints;
    private final DossierSight sight;
    private final MovableClock clock;

    DecisionPage(
            Decisions decisions,
            Campaigns campaigns,
            AwardRounds rounds,
            QuotaUse quotas,
            CertificatePrints prints,
            DossierSight sight,
            MovableClock clock) {
        this.decisions = decisions;
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.quotas = quotas;
        this.prints = prints;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/quyet-dinh/{id}")
    String show(@PathVariable long id, Model model) {
        var decision = decisions.see(id);
        var campaign = campaigns.get(decision.campaign());
        var works = sight.seesAll(campaign);
        model.addAttribute("campaign", campaign);
        model.addAttribute("decision", decision);
        model.addAttribute("round", rounds.get(decision.round()));
        model.addAttribute("items", items(decision, works));
        model.addAttribute("limits", limits(decision, clock.instant()));
        model.addAttribute("quotas", works ? quotas(decision) : List.of());
        model.addAttribute("works", works || Actor.current().isIn(decision.draftingGroup()));
        model.addAttribute("mayPrint", decision.issuedAt() != null && prints.mayPrint(decision));
        model.addAttribute("tasks", Links.tasksOf(decision.key()));
        return "award/decision";
    }

    /** The whole list for those who work on it; of an issued one, a unit sees its own cases. */
    private static List<DecisionItem> items(AwardDecision decision, boolean works) {
        var actor = Actor.current();
        if (works || actor.isIn(decision.draftingGroup())) return decision.items();
        return decision.standing().stream()
                .filter(item -> actor.isIn(Groups.ofUnit(decision.campaign(), item.unit())))
                .toList();
    }

    private static List<Limit> limits(AwardDecision decision, Instant now) {
        var limits = new ArrayList<Limit>();
        if (decision.tellBy() != null && decision.toldOn() == null) {
            limits.add(limit("Thông báo kết quả, gửi bản sao quyết định", decision.tellBy(), now));
        }
        if (decision.deliverBy() != null && decision.handedOverOn() == null) {
            limits.add(limit("Trao hiện vật, tiền thưởng", decision.deliverBy(), now));
        }
        return limits;
    }

    private static Limit limit(String what, Instant at, Instant now) {
        return new Limit(what, AwardNames.limit(at), !now.isBefore(at));
    }

    /** How far each quota is used of the forms here, for the kinds it names or the decision contains. */
    private List<QuotaStanding> quotas(AwardDecision decision) {
        return decision.standing().stream()
                .map(DecisionItem::form)
                .distinct()
                .flatMap(form ->
                        quotas.standing(decision.campaign(), decision.occasion(), form, decision.year()).stream())
                .filter(quota -> switch (quota.gate().state()) {
                    case NONE -> false;
                    case LIMITED -> true;
                    case BLOCKED -> isIn(decision, quota);
                })
                .toList();
    }

    private static boolean isIn(AwardDecision decision, QuotaStanding quota) {
        return decision.standing().stream()
                .anyMatch(item -> item.form() == quota.form() && item.kind() == quota.kind());
    }
}
