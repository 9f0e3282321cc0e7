package vn.thidua.web.pages;

import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.Dossiers;

/** Sổ vàng: the awards of a campaign, found under every name a nominee or its unit has had. */
@Controller
class RegisterPage {

    /** @param dossier whether the person may open the dossier behind it */
    record Line(RegisterEntry entry, boolean dossier) {}

    private static final int PAGE = 100;
    private static final Comparator<RegisterEntry> NEWEST_FIRST = Comparator.comparingInt(RegisterEntry::year)
            .thenComparingInt(RegisterEntry::number)
            .reversed();

    private final Campaigns campaigns;
    private final AwardRegister register;
    private final DossierSight sight;
    private final Dossiers dossiers;

    RegisterPage(Campaigns campaigns, AwardRegister register, DossierSight sight, Dossiers dossiers) {
        this.campaigns = campaigns;
        this.register = register;
        this.sight = sight;
        this.dossiers = dossiers;
    }

    @GetMapping("/so-vang/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(name = "tim", defaultValue = "") String text,
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "trang", defaultValue = "1") int page,
            Model model) {
        var campaign = campaigns.get(code);
        var all = register.see(code, text);
        var found = all.stream()
                .filter(entry -> year.isBlank() || String.valueOf(entry.year()).equals(year.strip()))
                .sorted(NEWEST_FIRST)
                .toList();
        var paged = Paging.of(found, page, PAGE);
        var seen = dossiers
                .all(paged.shown().stream().map(RegisterEntry::dossier).toList())
                .stream()
                .filter(sight::sees)
                .map(Dossier::number)
                .toList();
        model.addAttribute("campaign", campaign);
        model.addAttribute("text", text);
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                register.entries(code).stream()
                        .map(RegisterEntry::year)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        model.addAttribute("found", paged);
        model.addAttribute(
                "lines",
                paged.shown().stream()
                        .map(entry -> new Line(entry, seen.contains(entry.dossier())))
                        .toList());
        model.addAttribute("works", sight.seesAll(campaign) || Actor.current().isAdministrator());
        return "award/register";
    }
}
