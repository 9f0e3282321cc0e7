package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;
import vn.thidua.organisation.People;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;
import vn.thidua.submission.AllowedActs;
import vn.thidua.submission.AllowedActs.PartAct;
import vn.thidua.submission.ConsolidatedReports;
import vn.thidua.submission.Deadlines;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;
import vn.thidua.submission.ReportFigures;
import vn.thidua.submission.Sight;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;
import vn.thidua.submission.Versions.Version;

/** One obligation: what is asked, what was handed in and when, how its deadline moved, and the acts that are no task. */
@Controller
@RequestMapping("/nghia-vu/{id}")
class ObligationPage {

    /**
     * One addressee's half, with the acts open to this person.
     *
     * @param words where it stands, with the exact delay
     */
    record Half(Part part, String addressee, Standing standing, String words, Set<PartAct> acts) {

        public boolean may(String act) {
            return acts.contains(PartAct.valueOf(act));
        }

        /** What the form of that act is called on the page. */
        public String form(String act) {
            return act + "/" + part.addressee();
        }

        boolean offers(String form) {
            return acts.contains(PartAct.WITHDRAW) && form.equals(form(WITHDRAW))
                    || acts.contains(PartAct.EXTEND) && form.equals(form(EXTEND))
                    || acts.contains(PartAct.FILL_IN) && form.equals(form(FILL_IN));
        }
    }

    /**
     * @param filledIn it was handed in before the system ran and entered afterwards: the day counts, not the hour
     * @param outcome what became of it
     */
    record Handed(
            Version version,
            boolean filledIn,
            String addressee,
            String delay,
            Outcome outcome,
            List<Attachment> files,
            List<Figure> figures) {}

    record Outcome(String label, String tone) {}

    record Figure(String name, String measure, long value) {}

    /** @param from the deadline in words before, to after the change */
    record Move(String addressee, String from, String to, String cause, Deadlines.Moved moved) {}

    private static final String WITHDRAW = "withdraw";
    private static final String EXTEND = "extend";
    private static final String FILL_IN = "fill-in";

    private static final Map<String, String> CAUSES = Map.of(
            "RULING", "Quyết định điểm bỏ ngỏ",
            "AMENDMENT", "Sửa đổi, bổ sung kế hoạch",
            "EXTENSION", "Gia hạn",
            "RETURN", "Trả lại, nộp lại");

    private final Sight sight;
    private final AllowedActs allowed;
    private final Submissions submissions;
    private final HistoryEntry history;
    private final Campaigns campaigns;
    private final Units units;
    private final Versions versions;
    private final People people;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ConsolidatedReports reports;
    private final MovableClock clock;

    ObligationPage(
            Sight sight,
            AllowedActs allowed,
            Submissions submissions,
            HistoryEntry history,
            Campaigns campaigns,
            Units units,
            Versions versions,
            People people,
            Attachments attachments,
            Deadlines deadlines,
            ConsolidatedReports reports,
            MovableClock clock) {
        this.sight = sight;
        this.allowed = allowed;
        this.submissions = submissions;
        this.history = history;
        this.campaigns = campaigns;
        this.units = units;
        this.versions = versions;
        this.people = people;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return show(sight.see(id), model);
    }

    @PostMapping("/rut-lai")
    String withdraw(
            @PathVariable long id,
            @RequestParam("addressee") String addressee,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return act(
                id,
                WITHDRAW + "/" + addressee,
                "Đã rút lại văn bản. Việc nộp được mở lại.",
                model,
                after,
                response,
                () -> submissions.withdraw(id, addressee));
    }

    @PostMapping("/gia-han")
    String extend(
            @PathVariable long id,
            @RequestParam("addressee") String addressee,
            @RequestParam("newDeadline") String newDeadline,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        model.addAttribute("typed", Map.of("newDeadline", newDeadline, "reason", reason));
        return act(
                id,
                EXTEND + "/" + addressee,
                "Đã gia hạn. Hạn mới có hiệu lực ngay.",
                model,
                after,
                response,
                () -> submissions.extend(id, addressee, newDeadline, reason));
    }

    @PostMapping("/ghi-bo-sung")
    String fillIn(
            @PathVariable long id,
            @RequestParam("addressee") String addressee,
            @RequestParam("submittedOn") String submittedOn,
            @RequestParam(name = "documentNumber", defaultValue = "") String documentNumber,
            @RequestParam(name = "documentDate", defaultValue = "") String documentDate,
            @RequestParam(name = "signer", defaultValue = "") String signer,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        model.addAttribute(
                "typed",
                Map.of(
                        "submittedOn", submittedOn,
                        "documentNumber", documentNumber,
                        "documentDate", documentDate,
                        "signer", signer));
        var typed = new HistoryEntry.Typed(submittedOn, documentNumber, documentDate, signer);
        return act(
                id,
                FILL_IN + "/" + addressee,
                "Đã ghi bổ sung.",
                model,
                after,
                response,
                () -> history.enter(id, addressee, typed, file));
    }

    /** Does it and comes back to the page; refused, the page says why beside the form and keeps what was typed. */
    private String act(
            long id,
            String form,
            String done,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response,
            Runnable deed) {
        sight.see(id);
        try {
            deed.run();
        } catch (Refusal refusal) {
            Refused.beside(form, refusal, model, response);
            return show(sight.see(id), model);
        }
        after.addFlashAttribute("done", done);
        return "redirect:/nghia-vu/" + id;
    }

    private String show(Obligation obligation, Model model) {
        var now = clock.instant();
        var campaign = campaigns.get(obligation.campaign());
        var duty = campaign.plan().duty(obligation.duty()).orElseThrow();
        var unit = units.find(campaign.code(), obligation.owner());
        var basis = duty.basis(unit.map(Unit::group).orElse(""));
        var source = new SourceText(campaigns.sourceText(campaign.code()));
        var isReport = obligation.type() == Duty.Type.CONSOLIDATED_REPORT;
        model.addAttribute("campaign", campaign);
        model.addAttribute("obligation", obligation);
        model.addAttribute("duty", duty);
        model.addAttribute("lines", lines(campaign, duty, basis, source));
        model.addAttribute(
                "withoutMail", unit.filter(each -> each.emails().isEmpty()).isPresent());
        var halves = halves(campaign, obligation, now);
        model.addAttribute("halves", halves);
        // the act may no longer be offered: somebody else was faster
        if (model.getAttribute("refused") instanceof Refused refused
                && halves.stream().noneMatch(half -> half.offers(refused.form()))) {
            model.addAttribute("unplaced", refused);
        }
        var handedIn = versions.of(obligation.id());
        model.addAttribute(
                "people",
                people.called(handedIn.stream()
                        .flatMap(each -> Stream.of(each.submittedBy(), each.outcomeBy()))
                        .toList()));
        model.addAttribute(
                "versions",
                handedIn.stream()
                        .map(each -> handed(campaign, obligation, each))
                        .toList());
        model.addAttribute(
                "moves",
                deadlines.of(obligation.id()).stream()
                        .map(each -> move(campaign, each))
                        .toList());
        model.addAttribute("tasks", Links.tasksOf(obligation.key()));
        model.addAttribute("report", isReport ? reports.of(obligation) : null);
        model.addAttribute(
                "reportIsOut",
                allowed.seesDraft(campaign, obligation)
                        || obligation.parts().stream().anyMatch(Part::isHandedIn));
        return "obligation";
    }

    /** What the plan says: the duty, and the line of its own that sets this unit group's deadline. */
    private static List<PlanLine.Quoted> lines(Campaign campaign, Duty duty, Line basis, SourceText source) {
        var lines = new ArrayList<PlanLine.Quoted>();
        lines.add(quoted(campaign, new Line(duty.clause(), duty.quote(), duty.note()), source));
        if (!basis.quote().equals(duty.quote())) lines.add(quoted(campaign, basis, source));
        return lines;
    }

    private static PlanLine.Quoted quoted(Campaign campaign, Line line, SourceText source) {
        var link = source.holds(line.quote()) ? Links.quotation(campaign.code(), line.quote()) : null;
        return new PlanLine.Quoted(line.clause(), line.quote(), line.note(), link);
    }

    private List<Half> halves(Campaign campaign, Obligation obligation, Instant now) {
        return obligation.parts().stream()
                .map(part -> new Half(
                        part,
                        campaign.plan().agencyName(part.addressee()),
                        Standing.of(part, now),
                        part.statusAt(now),
                        allowed.on(campaign, obligation, part)))
                .toList();
    }

    private Handed handed(Campaign campaign, Obligation obligation, Version version) {
        var values = version.content().figures();
        var part = obligation.part(version.addressee());
        return new Handed(
                version,
                part.state() == Part.State.HISTORY,
                campaign.plan().agencyName(version.addressee()),
                version.lateSeconds() == null ? "" : Standing.delay(version.lateSeconds()),
                outcome(part, version),
                attachments.describe(version.attachments()),
                ReportFigures.ALL.stream()
                        .filter(figure -> values.containsKey(figure.id()))
                        .map(figure -> new Figure(figure.name(), figure.measure(), values.get(figure.id())))
                        .toList());
    }

    private static Outcome outcome(Part part, Version version) {
        if (part.state() == Part.State.HISTORY) return new Outcome("Ghi bổ sung", "quiet");
        if (version.outcome() == null) return new Outcome("Chờ tiếp nhận", "turn");
        return switch (version.outcome()) {
            case "ACCEPTED" -> new Outcome("Đã tiếp nhận", "good");
            case "RETURNED" -> new Outcome("Đã trả lại", "warn");
            default -> new Outcome("Đơn vị đã rút lại", "quiet");
        };
    }

    private static Move move(Campaign campaign, Deadlines.Moved moved) {
        return new Move(
                campaign.plan().agencyName(moved.addressee()),
                words(moved.from()),
                words(moved.to()),
                CAUSES.getOrDefault(moved.cause(), moved.cause()),
                moved);
    }

    private static String words(@Nullable Deadline deadline) {
        return deadline == null ? "chưa quy định" : deadline.inWords();
    }
}
