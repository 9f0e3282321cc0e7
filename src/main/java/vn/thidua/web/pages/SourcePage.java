package vn.thidua.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.campaign.Campaigns;

/** The text a plan's quotations come from, with one of them highlighted. */
@Controller
class SourcePage {

    private static final String SCAN = "quet";

    private final Campaigns campaigns;

    SourcePage(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping("/phong-trao/{code}/nguon")
    String show(
            @PathVariable String code,
            @RequestParam(name = "trich", required = false) @Nullable String asked,
            @RequestParam(name = "ban", required = false) @Nullable String version,
            Model model) {
        var quote = asked == null || asked.isBlank() ? null : asked;
        model.addAttribute("campaign", campaigns.get(code));
        var scan = campaigns.scanText(code);
        var asScanned = SCAN.equals(version) && scan.isPresent();
        var text = new SourceText(asScanned ? scan.get() : campaigns.sourceText(code));
        model.addAttribute("hasScan", scan.isPresent());
        model.addAttribute("asScanned", asScanned);
        model.addAttribute("quote", quote);
        model.addAttribute("found", quote != null && text.holds(quote));
        model.addAttribute("paragraphs", text.paragraphs(quote));
        return "campaign/source";
    }
}
