package vn.thidua.web.pages;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;
import vn.thidua.submission.Sight;

/** Who has handed in what, when and how late, of all the person may see. */
@Controller
class ProgressPage {

    private final Campaigns campaigns;
    private final Units units;
    private final Sight sight;
    private final MovableClock clock;

    ProgressPage(Campaigns campaigns, Units units, Sight sight, MovableClock clock) {
        this.campaigns = campaigns;
        this.units = units;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/phong-trao/{code}/tinh-hinh")
    String show(
            @PathVariable String code,
            @RequestParam(name = "ky", required = false) @Nullable String period,
            @RequestParam(name = "tinh-trang", required = false) @Nullable String standing,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            Model model) {
        var campaign = campaigns.get(code);
        var filter = Progress.Filter.of(period, standing, unit);
        model.addAttribute("campaign", campaign);
        model.addAttribute("filter", filter);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("progress", progress(campaign, filter));
        return "campaign/progress";
    }

    /** The same, filtered alike, as Excel with all lines. */
    @GetMapping("/phong-trao/{code}/tinh-hinh.xlsx")
    ResponseEntity<byte[]> download(
            @PathVariable String code,
            @RequestParam(name = "ky", required = false) @Nullable String period,
            @RequestParam(name = "tinh-trang", required = false) @Nullable String standing,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit) {
        var progress = progress(campaigns.get(code), Progress.Filter.of(period, standing, unit));
        return Spreadsheet.download("tinh-hinh-nop-" + code, progress.sheet());
    }

    private Progress progress(Campaign campaign, Progress.Filter filter) {
        var visible = sight.visible(campaign);
        var unreachable = units.of(campaign.code()).stream()
                .filter(each -> each.emails().isEmpty())
                .map(Unit::code)
                .collect(toSet());
        return new Progress(campaign, visible, unreachable, filter, clock.instant());
    }
}
