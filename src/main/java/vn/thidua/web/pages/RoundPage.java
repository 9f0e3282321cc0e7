package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.CouncilSessions;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.LatePermission;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.NomineeMatch;
import vn.thidua.nomination.Nominees;
import vn.thidua.nomination.QuotaAllocation;
import vn.thidua.nomination.RoundStanding.RunningLimit;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;
import vn.thidua.process.DraftSubmissions;
import vn.thidua.web.api.AwardNames;

/** One award round: how many dossiers stand where, which limit runs, its terms, and what the person may do in it. */
@Controller
@RequestMapping("/dot-xet/{campaign}/{round}")
class RoundPage {

    /** A stage with how many dossiers stand there. */
    record Count(String label, String tone, String state, int number) {}

    /** A limit that runs, in words. */
    record Limit(RunningLimit running, @Nullable String words, boolean late) {}

    /** How many a unit may nominate. */
    record Allocated(QuotaAllocation allocation, String unitName) {}

    /** A new nomination as typed. @param choice the id of somebody known, "NEW" for somebody else, empty while not asked */
    record Typed(
            @Nullable String unit,
            @Nullable NomineeKind kind,
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable String gender,
            @Nullable String position,
            @Nullable String address,
            @Nullable AwardForm form,
            @Nullable String grade,
            @Nullable String choice) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null, null, null, null, null);
        private static final String NEW = "NEW";

        NomineeEntry nominee(String unitCode) {
            var chosen = blankToNull(choice);
            return new NomineeEntry(
                    chosen == null || chosen.equals(NEW) ? null : id(chosen),
                    NEW.equals(chosen),
                    kind == null ? NomineeKind.INDIVIDUAL : kind,
                    name == null ? "" : name.strip(),
                    blankToNull(birthDate),
                    blankToNull(gender),
                    blankToNull(position),
                    unitCode,
                    blankToNull(address));
        }

        DossierContent content(String unitCode) {
            var nominee = nominee(unitCode);
            return new DossierContent(
                    form,
                    blankToNull(grade) == null ? null : Integer.valueOf(grade.strip()),
                    nominee.kind(),
                    nominee,
                    null,
                    List.of(),
                    false,
                    false,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Map.of());
        }

        private static UUID id(String chosen) {
            try {
                return UUID.fromString(chosen);
            } catch (IllegalArgumentException noId) {
                throw Refusal.notFound("Không tìm thấy người, tập thể hoặc hộ đã chọn. Hãy chọn lại, hoặc lập mới.");
            }
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    private static final String NOMINATE = "nominate";
    private static final String LATE = "late";
    private static final String WINDOW = "window";
    private static final String CANCEL = "cancel";
    private static final int SHOWN = 100;

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final DossierSight sight;
    private final Nominations nominations;
    private final Nominees nominees;
    private final Units units;
    private final CouncilSessions sessions;
    private final Decisions decisions;
    private final SuperiorSubmissions superior;
    private final DraftSubmissions submissions;
    private final AwardNames names;
    private final MovableClock clock;

    RoundPage(
            Campaigns campaigns,
            AwardRounds rounds,
            DossierSight sight,
            Nominations nominations,
            Nominees nominees,
            Units units,
            CouncilSessions sessions,
            Decisions decisions,
            SuperiorSubmissions superior,
            DraftSubmissions submissions,
            AwardNames names,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.sight = sight;
        this.nominations = nominations;
        this.nominees = nominees;
        this.units = units;
        this.sessions = sessions;
        this.decisions = decisions;
        this.superior = superior;
        this.submissions = submissions;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String campaign, @PathVariable String round, Model model) {
        return show(seen(campaign, round), Typed.NOTHING, model);
    }

    /** The unit begins a dossier; it goes on in Tasklist. */
    @PostMapping("/de-nghi")
    String nominate(
            @PathVariable String campaign,
            @PathVariable String round,
            @ModelAttribute("typed") Typed typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var seen = seen(campaign, round);
        try {
            if (typed.form() == null) {
                throw Refusal.invalid(
                        "form", "form", "Chưa chọn hình thức đề nghị. Hãy chọn một hình thức của đợt này.");
            }
            var unit = unit(seen, typed.unit());
            typed.nominee(unit).mustBeSound(clock.today());
            var dossier = nominations.create(seen.key(), unit, typed.content(unit));
            after.addFlashAttribute(
                    "done", "Đã lập hồ sơ. Việc tiếp theo, trong Tasklist: soạn thành tích, đính kèm tệp rồi nộp.");
            return "redirect:/ho-so/" + dossier.number();
        } catch (Refusal refusal) {
            if (refusal.code().equals("nominee-ambiguous")) model.addAttribute("namesakes", namesakes(seen, typed));
            return refused(NOMINATE, refusal, seen, typed, model, response);
        }
    }

    /** All drafts of the unit at once; what is refused is listed with its reason. */
    @PostMapping("/nop")
    String submitDrafts(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            RedirectAttributes after) {
        var seen = seen(campaign, round);
        var outcome = submissions.submit(seen.key(), campaign, unit(seen, unit));
        after.addFlashAttribute("outcome", outcome);
        return "redirect:/dot-xet/" + seen.key();
    }

    @PostMapping("/xin-nop-muon")
    String requestLate(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var seen = seen(campaign, round);
        model.addAttribute("reason", reason);
        return act(
                LATE,
                "Đã gửi đề nghị nộp muộn. Cơ quan thường trực sẽ trả lời.",
                seen,
                model,
                after,
                response,
                () -> rounds.requestLate(seen.key(), unit(seen, unit), reason));
    }

    @PostMapping("/doi-han")
    String moveWindow(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam("closesOn") String closesOn,
            @RequestParam("document") String document,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var seen = seen(campaign, round);
        model.addAttribute("moved", Map.of("closesOn", closesOn, "document", document, "reason", reason));
        return act(WINDOW, "Đã đổi hạn nhận hồ sơ. Hẹn giờ đã đi theo.", seen, model, after, response, () -> {
            var day = VietnamTime.parse(closesOn)
                    .orElseThrow(() -> Refusal.invalid(
                            "closesOn", "closesOn", "Ngày \"%s\" không đúng dạng dd/MM/yyyy.".formatted(closesOn)));
            rounds.moveWindow(seen.key(), day, document, reason);
        });
    }

    @PostMapping("/huy")
    String cancel(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam("document") String document,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var seen = seen(campaign, round);
        model.addAttribute("cancelled", Map.of("document", document, "reason", reason));
        return act(
                CANCEL,
                "Đã hủy đợt xét. Mọi hồ sơ của đợt đã khép lại.",
                seen,
                model,
                after,
                response,
                () -> rounds.cancel(seen.key(), reason, document));
    }

    private String act(
            String form,
            String done,
            AwardRound round,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response,
            Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return refused(form, refusal, round, Typed.NOTHING, model, response);
        }
        after.addFlashAttribute("done", done);
        return "redirect:/dot-xet/" + round.key();
    }

    private String refused(
            String form, Refusal refusal, AwardRound round, Typed typed, Model model, HttpServletResponse response) {
        Refused.beside(form, refusal, model, response);
        return show(rounds.get(round.key()), typed, model);
    }

    private AwardRound seen(String campaign, String round) {
        var known = campaigns.get(campaign);
        if (!Actor.current().takesPartIn(known.code())) {
            throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được đợt xét.");
        }
        return rounds.get(campaign + "/" + round);
    }

    /** The unit the person acts for: the one named, or the only one there is. */
    private String unit(AwardRound round, @Nullable String named) {
        if (named != null && !named.isBlank()) return named.strip();
        var mine = mine(round.campaign());
        if (mine.size() == 1) return mine.get(0).code();
        throw Refusal.forbidden(
                "Chỉ đơn vị của phong trào được đề nghị khen thưởng. Hãy đăng nhập bằng tài khoản của đơn vị.");
    }

    private List<Unit> mine(String campaign) {
        return units.of(campaign).stream()
                .filter(unit -> Actor.current().isIn(Groups.ofUnit(campaign, unit.code())))
                .toList();
    }

    private List<NomineeMatch> namesakes(AwardRound round, Typed typed) {
        return nominees.match(round.campaign(), typed.nominee(unit(round, typed.unit())));
    }

    private String show(AwardRound round, Typed typed, Model model) {
        var campaign = campaigns.get(round.campaign());
        var mine = mine(round.campaign());
        var standing = rounds.standing(round.key());
        var now = clock.instant();
        var dossiers = sight.visible(campaign).stream()
                .filter(dossier -> dossier.round().equals(round.key()))
                .toList();
        var turns = new Turns(names);
        model.addAttribute("campaign", campaign);
        model.addAttribute("round", round);
        model.addAttribute("typed", typed);
        model.addAttribute("standing", standing);
        model.addAttribute(
                "counts",
                standing.counts().entrySet().stream()
                        .map(count -> new Count(
                                count.getKey().label(),
                                DossierLine.tone(count.getKey()),
                                count.getKey().name(),
                                count.getValue()))
                        .toList());
        model.addAttribute(
                "limits",
                standing.running().stream()
                        .map(limit -> new Limit(limit, AwardNames.limit(limit.at()), !now.isBefore(limit.at())))
                        .toList());
        model.addAttribute("terms", RoundTermWords.of(campaign, round.terms()));
        model.addAttribute("allocations", allocations(round, campaign));
        model.addAttribute(
                "lines",
                dossiers.stream()
                        .limit(SHOWN)
                        .map(dossier -> DossierLine.of(dossier, turns, now))
                        .toList());
        model.addAttribute("dossiers", dossiers.size());
        model.addAttribute("mine", mine);
        model.addAttribute("asked", asked(round, campaign, mine));
        model.addAttribute("mayNominate", mayNominate(round, mine));
        model.addAttribute(
                "drafts",
                dossiers.stream().filter(dossier -> isDraftOf(dossier, mine)).count());
        model.addAttribute("mayAskLate", !mine.isEmpty() && mayAskLate(round));
        model.addAttribute(
                "mayAct",
                Actor.current().isIn(campaign.standingAgencyGroup())
                        && !round.state().isOver());
        model.addAttribute("kinds", NomineeKind.values());
        var works = sight.seesAll(campaign);
        model.addAttribute("works", works);
        model.addAttribute("sessions", works ? sessions.of(round.key()) : List.of());
        model.addAttribute(
                "decisions",
                decisions.of(round.key()).stream()
                        .filter(decision -> works || concerns(decision, mine))
                        .toList());
        model.addAttribute("submissions", works ? superior.of(round.key()) : List.of());
        model.addAttribute("tasks", Links.tasksOf(round.key()));
        return "award/round";
    }

    private static boolean isDraftOf(Dossier dossier, List<Unit> mine) {
        return dossier.state() == DossierState.DRAFT
                && mine.stream().anyMatch(unit -> unit.code().equals(dossier.unit()));
    }

    /** Does a unit of the person's draft it, or find its cases in it once it is issued? */
    private static boolean concerns(AwardDecision decision, List<Unit> mine) {
        return Actor.current().isIn(decision.draftingGroup())
                || decision.issuedAt() != null
                        && decision.standing().stream()
                                .anyMatch(item -> mine.stream()
                                        .anyMatch(unit -> unit.code().equals(item.unit())));
    }

    private List<Allocated> allocations(AwardRound round, Campaign campaign) {
        var named = units.of(campaign.code()).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return rounds.allocations(round.key()).stream()
                .map(each -> new Allocated(each, named.getOrDefault(each.unit(), each.unit())))
                .toList();
    }

    private List<LatePermission> asked(AwardRound round, Campaign campaign, List<Unit> mine) {
        return rounds.latePermissions(round.key()).stream()
                .filter(each -> sight.seesAll(campaign)
                        || mine.stream().anyMatch(unit -> unit.code().equals(each.unit())))
                .toList();
    }

    private boolean mayNominate(AwardRound round, List<Unit> mine) {
        if (mine.isEmpty()) return false;
        if (round.state() == AwardRound.State.OPEN) return true;
        return rounds.latePermissions(round.key()).stream()
                .anyMatch(each -> each.state() == LatePermission.State.GRANTED
                        && mine.stream().anyMatch(unit -> unit.code().equals(each.unit())));
    }

    private boolean mayAskLate(AwardRound round) {
        var takesMore = round.state() == AwardRound.State.CLOSED || round.state() == AwardRound.State.OPEN;
        return takesMore && !clock.instant().isBefore(round.closesAt());
    }
}
