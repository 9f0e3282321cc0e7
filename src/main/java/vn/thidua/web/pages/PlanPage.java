package vn.thidua.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;

/** The plan in force, every line with its clause and quotation. */
@Controller
class PlanPage {

    private final Campaigns campaigns;
    private final MovableClock clock;

    PlanPage(Campaigns campaigns, MovableClock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @GetMapping("/phong-trao/{code}")
    String show(@PathVariable String code, Model model) {
        var campaign = campaigns.get(code);
        var source = new SourceText(campaigns.sourceText(code));
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "next", NextDeadline.of(campaign.plan(), clock.instant()).orElse(null));
        model.addAttribute("sections", new PlanSections(campaign, source, clock.instant()).all());
        return "campaign/plan";
    }
}
