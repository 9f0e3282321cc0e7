package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;

/** What has changed in a plan since it was published, and the form in which its standing agency enters the next amendment. */
@Controller
@RequestMapping("/phong-trao/{code}/sua-doi")
class AmendmentPage {

    /**
     * What is amended, chosen first: it decides what the form asks for.
     *
     * @param duty the duty's id; null for what concerns no single duty
     * @param every how often, where the plan leaves that open
     */
    record Choice(
            @Nullable Aspect aspect,
            @Nullable String duty,
            @Nullable Frequency every) {}

    /** Something to choose, with its name in Vietnamese. */
    record Named(String id, String name) {}

    /** The form as it was typed. */
    record Typed(
            @Nullable String documentNumber,
            @Nullable String documentDate,
            @Nullable String reason,
            Deadline.@Nullable Kind dueKind,
            @Nullable List<String> dates,
            @Nullable Boolean nextYear,
            @Nullable String first,
            @Nullable String last,
            @Nullable List<String> groups,
            @Nullable List<String> addressees,
            @Nullable Occasion occasion,
            @Nullable AwardForm form,
            Quota.@Nullable State state,
            @Nullable String collectives,
            @Nullable String individuals,
            @Nullable String households,
            @Nullable String quotaYear) {

        static final Typed NOTHING = new Typed(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        /** What was typed for the date at that place; nothing before the first try. */
        public String date(int index) {
            return dates == null || index >= dates.size() ? "" : dates.get(index);
        }

        public boolean hasGroup(String id) {
            return groups != null && groups.contains(id);
        }

        public boolean hasAddressee(String id) {
            return addressees != null && addressees.contains(id);
        }

        Decision decision(Choice choice) {
            return new Decision(
                    text(documentNumber),
                    text(documentDate),
                    text(reason),
                    due(),
                    choice.every(),
                    number(first, "first", "Năm đầu"),
                    number(last, "last", "Năm cuối"),
                    groups == null ? List.of() : groups,
                    addressees == null ? List.of() : addressees,
                    quota());
        }

        private @Nullable DueRule due() {
            if (dueKind == null || dates == null) return null;
            var given = dates.stream()
                    .map(String::strip)
                    .filter(date -> !date.isEmpty())
                    .toList();
            return new DueRule(dueKind, given, Boolean.TRUE.equals(nextYear));
        }

        private @Nullable Quota quota() {
            if (occasion == null || form == null || state == null) return null;
            var clause = "văn bản %s ngày %s".formatted(text(documentNumber), text(documentDate));
            var limited = state == Quota.State.LIMITED;
            return new Quota(
                    occasion,
                    form,
                    state,
                    limited ? number(collectives, "collectives", "Số tập thể") : null,
                    limited ? number(individuals, "individuals", "Số cá nhân") : null,
                    limited ? number(households, "households", "Số hộ gia đình") : null,
                    number(quotaYear, "quotaYear", "Năm áp dụng"),
                    clause,
                    text(reason),
                    null);
        }

        private static @Nullable Integer number(@Nullable String typed, String field, String name) {
            if (typed == null || typed.isBlank()) return null;
            try {
                return Integer.valueOf(typed.strip());
            } catch (NumberFormatException notANumber) {
                throw Refusal.invalid("number", field, "%s phải là số nguyên. Hãy ghi bằng chữ số.".formatted(name));
            }
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    private static final String FORM = "amend";
    private static final List<Named> FREQUENCIES = Stream.of(
                    Frequency.YEAR, Frequency.HALF_YEAR, Frequency.QUARTER, Frequency.MONTH)
            .map(every -> new Named(every.name(), DueWords.frequency(every, null, null)))
            .toList();
    private static final List<Named> DUE_KINDS = Stream.of(Deadline.Kind.values())
            .map(kind -> new Named(kind.name(), DueWords.words(kind)))
            .toList();

    private final Campaigns campaigns;
    private final PlanChanges changes;
    private final MovableClock clock;

    AmendmentPage(Campaigns campaigns, PlanChanges changes, MovableClock clock) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(name = "noi-dung", required = false) @Nullable Aspect aspect,
            @RequestParam(name = "nghia-vu", required = false) @Nullable String duty,
            @RequestParam(name = "ky", required = false) @Nullable Frequency every,
            Model model) {
        return show(campaigns.get(code), new Choice(aspect, blankToNull(duty), every), Typed.NOTHING, model);
    }

    @PostMapping
    String amend(
            @PathVariable String code,
            @RequestParam("noi-dung") Aspect aspect,
            @RequestParam(name = "nghia-vu", required = false) @Nullable String duty,
            @RequestParam(name = "ky", required = false) @Nullable Frequency every,
            @ModelAttribute("typed") Typed typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var choice = new Choice(aspect, blankToNull(duty), every);
        try {
            changes.amend(code, choice.duty(), aspect, typed.decision(choice));
        } catch (Refusal refusal) {
            Refused.beside(FORM, refusal, model, response);
            return show(campaigns.get(code), choice, typed, model);
        }
        after.addFlashAttribute("done", "Đã ghi nhận sửa đổi. Các nghĩa vụ đang mở, hẹn giờ và nhắc việc đã đi theo.");
        return "redirect:/phong-trao/" + code + "/sua-doi";
    }

    private String show(Campaign campaign, Choice choice, Typed typed, Model model) {
        var source = new SourceText(campaigns.sourceText(campaign.code()));
        var sections = new PlanSections(campaign, source, clock.instant());
        var duty = choice.duty() == null
                ? null
                : campaign.plan().duty(choice.duty()).orElse(null);
        var every = choice.every() != null ? choice.every() : duty == null ? null : duty.every();
        model.addAttribute("campaign", campaign);
        model.addAttribute("changes", sections.changes());
        model.addAttribute("choice", choice);
        model.addAttribute("typed", typed);
        model.addAttribute("duty", duty);
        model.addAttribute("every", every);
        model.addAttribute("asks", asks(choice.aspect(), duty, every));
        model.addAttribute("dateNames", every == null ? List.of() : DueWords.parts(every));
        model.addAttribute("dateExample", every == null ? "" : DueWords.example(every));
        model.addAttribute("dueKinds", DUE_KINDS);
        model.addAttribute("aspects", Aspect.values());
        model.addAttribute("frequencies", FREQUENCIES);
        model.addAttribute("occasions", Occasion.values());
        model.addAttribute("forms", AwardForm.values());
        model.addAttribute("states", Quota.State.values());
        return "campaign/amendments";
    }

    /** What the form still has to ask: aspect, duty, frequency, or the decision itself. */
    private static String asks(@Nullable Aspect aspect, @Nullable Duty duty, @Nullable Frequency every) {
        if (aspect == null) return "aspect";
        var aboutDuty = aspect == Aspect.DUE || aspect == Aspect.ADDRESSEE || aspect == Aspect.SUPERIOR_DUE;
        if (aboutDuty && duty == null) return "duty";
        if (aspect == Aspect.DUE && every == Frequency.UNSTATED) return "frequency";
        return "decision";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isBlank() ? null : text;
    }
}
