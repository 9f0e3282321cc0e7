package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Award;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;

/** The award rounds of a campaign; its standing agency prepares another. */
@Controller
@RequestMapping("/phong-trao/{code}/dot-xet")
class RoundsPage {

    /** A round in the list. @param dossiers how many it has */
    record Line(AwardRound round, int dossiers, int decided) {}

    /** What the plan gives on an occasion. */
    record Given(Occasion occasion, List<AwardForm> forms, String clause) {}

    private static final String PREPARE = "prepare";

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final MovableClock clock;

    RoundsPage(Campaigns campaigns, AwardRounds rounds, MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(takingPart(code), Map.of(), model);
    }

    @PostMapping
    String prepare(
            @PathVariable String code,
            @RequestParam("occasion") Occasion occasion,
            @RequestParam("year") String year,
            @RequestParam("name") String name,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var campaign = takingPart(code);
        try {
            var round = rounds.prepare(code, occasion, number(year), name);
            after.addFlashAttribute(
                    "done", "Đã lập đợt xét. Việc tiếp theo, trong Tasklist: xác nhận điều kiện của đợt.");
            return "redirect:/dot-xet/" + round.key();
        } catch (Refusal refusal) {
            Refused.beside(PREPARE, refusal, model, response);
            return show(campaign, Map.of("occasion", occasion.name(), "year", year, "name", name), model);
        }
    }

    private Campaign takingPart(String code) {
        var campaign = campaigns.get(code);
        if (Actor.current().takesPartIn(code)) return campaign;
        throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được các đợt xét khen thưởng.");
    }

    private String show(Campaign campaign, Map<String, String> typed, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "lines", rounds.of(campaign.code()).stream().map(this::line).toList());
        model.addAttribute(
                "given",
                campaign.plan().awards().stream().map(RoundsPage::given).toList());
        model.addAttribute("occasions", Occasion.values());
        model.addAttribute("thisYear", clock.today().getYear());
        model.addAttribute("typed", typed);
        return "award/rounds";
    }

    private Line line(AwardRound round) {
        var standing = rounds.standing(round.key());
        var decided = standing.counts().entrySet().stream()
                .filter(count -> count.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Line(round, standing.dossiers(), decided);
    }

    private static Given given(Award award) {
        return new Given(award.occasion(), award.forms(), award.clause());
    }

    private static int number(String year) {
        try {
            return Integer.parseInt(year.strip());
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid("year", "year", "Năm \"%s\" không phải là số. Hãy ghi ví dụ 2026.".formatted(year));
        }
    }
}
