package vn.thidua.web.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.NameKey;
import vn.thidua.web.api.AwardNames;

/** "Hồ sơ ở đâu?": every dossier the person may see, with its stage, since when, whose turn, which limit. */
@Controller
class DossiersPage {

    /** What is looked for; empty where it doesn't matter. @param stage a state, or one of the two words below */
    record Filter(String campaign, String round, String unit, String stage, String text) {

        /** Those whose turn it is of the person asking. */
        static final String MINE = "LUOT_TOI";

        /** Those whose limit has passed. */
        static final String LATE = "QUA_HAN";

        boolean takes(DossierLine line) {
            var dossier = line.dossier();
            return (campaign.isEmpty() || dossier.campaign().equals(campaign))
                    && (round.isEmpty() || dossier.round().equals(round))
                    && (unit.isEmpty() || NameKey.holds(dossier.unitName() + " " + dossier.unit(), unit))
                    && isAt(line)
                    && (text.isEmpty()
                            || dossier.number().contains(text)
                            || NameKey.holds(dossier.nomineeName(), text));
        }

        private boolean isAt(DossierLine line) {
            return switch (stage) {
                case "" -> true;
                case MINE -> line.mine();
                case LATE -> !line.delay().isEmpty();
                default -> line.dossier().state().name().equals(stage);
            };
        }
    }

    private static final int PAGE = 50;
    private static final Comparator<DossierLine> MOST_URGENT_FIRST = Comparator.comparing(
                    (DossierLine line) -> line.dossier().state().isFinal())
            .thenComparing(line -> !line.mine())
            .thenComparing(line -> line.dossier().limitAt(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(line -> line.dossier().since(), Comparator.reverseOrder())
            .thenComparing(line -> line.dossier().number());

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final DossierSight sight;
    private final AwardNames names;
    private final MovableClock clock;

    DossiersPage(Campaigns campaigns, AwardRounds rounds, DossierSight sight, AwardNames names, MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.sight = sight;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/ho-so")
    String show(
            @RequestParam(name = "phong-trao", defaultValue = "") String campaign,
            @RequestParam(name = "dot", defaultValue = "") String round,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "giai-doan", defaultValue = "") String stage,
            @RequestParam(name = "tim", defaultValue = "") String text,
            @RequestParam(name = "trang", defaultValue = "1") int page,
            Model model) {
        var filter = new Filter(campaign, round, unit.strip(), stage, text.strip());
        var mine = campaigns.all().stream()
                .filter(each -> Actor.current().takesPartIn(each.code()))
                .toList();
        var lines = lines(mine);
        var roundsOfMine = mine.stream()
                .flatMap(each -> rounds.of(each.code()).stream())
                .collect(Collectors.toMap(AwardRound::key, Function.identity()));
        model.addAttribute("filter", filter);
        model.addAttribute("campaigns", mine);
        model.addAttribute("rounds", sorted(roundsOfMine));
        model.addAttribute("roundsByKey", roundsOfMine);
        model.addAttribute("states", DossierState.values());
        model.addAttribute(
                "waitsForMe", lines.stream().filter(DossierLine::mine).count());
        model.addAttribute(
                "late", lines.stream().filter(line -> !line.delay().isEmpty()).count());
        model.addAttribute(
                "open",
                lines.stream().filter(line -> !line.dossier().state().isFinal()).count());
        model.addAttribute("all", lines.size());
        model.addAttribute(
                "found", Paging.of(lines.stream().filter(filter::takes).toList(), page, PAGE));
        return "dossiers";
    }

    private List<DossierLine> lines(List<Campaign> mine) {
        var now = clock.instant();
        var turns = new Turns(names);
        return mine.stream()
                .flatMap(campaign -> sight.visible(campaign).stream())
                .map(dossier -> DossierLine.of(dossier, turns, now))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private static List<AwardRound> sorted(Map<String, AwardRound> rounds) {
        return rounds.values().stream()
                .sorted(Comparator.comparing(AwardRound::preparedAt).reversed())
                .toList();
    }
}
