package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import vn.thidua.campaign.AwardRoles;
import vn.thidua.decision.GoneCases;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.Revocations;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeMatch;
import vn.thidua.nomination.Nominees;
import vn.thidua.web.api.AwardNames;

/** One dossier: what it holds, what the rules and the agencies say of it, its way so far, and the acts that are no task. */
@Controller
@RequestMapping("/ho-so/{campaign}/{no}")
class DossierPage {

    private static final String WITHDRAW = "withdraw";
    private static final String HOLD = "hold";
    private static final String CONFIRM = "confirm";
    private static final String MERGE = "merge";
    private static final String REVOKE = "revoke";

    private final DossierSight sight;
    private final Nominations nominations;
    private final Holds holds;
    private final Nominees nominees;
    private final Revocations revocations;
    private final GoneCases gone;
    private final AwardRoles roles;
    private final DossierSheet sheet;
    private final AwardNames names;
    private final MovableClock clock;

    DossierPage(
            DossierSight sight,
            Nominations nominations,
            Holds holds,
            Nominees nominees,
            Revocations revocations,
            GoneCases gone,
            AwardRoles roles,
            DossierSheet sheet,
            AwardNames names,
            MovableClock clock) {
        this.sight = sight;
        this.nominations = nominations;
        this.holds = holds;
        this.nominees = nominees;
        this.revocations = revocations;
        this.gone = gone;
        this.roles = roles;
        this.sheet = sheet;
        this.names = names;
        this.clock = clock;
    }

    /** What the person may do here. Whether it is done is decided where it is done. */
    record Acts(boolean withdraw, boolean hold, boolean merge, boolean revoke, boolean reissue) {

        boolean offers(String form) {
            return switch (form) {
                case WITHDRAW -> withdraw;
                case HOLD, CONFIRM -> hold;
                case MERGE -> merge;
                case REVOKE -> revoke || reissue;
                default -> false;
            };
        }
    }

    @GetMapping
    String show(@PathVariable String campaign, @PathVariable String no, Model model) {
        return show(sight.see(campaign + "/" + no), model);
    }

    @PostMapping("/rut")
    String withdraw(
            @PathVariable String campaign,
            @PathVariable String no,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var number = campaign + "/" + no;
        model.addAttribute("typed", Map.of("reason", reason));
        return act(
                number, WITHDRAW, "Đã rút hồ sơ.", model, after, response, () -> nominations.withdraw(number, reason));
    }

    @PostMapping("/tam-dung")
    String hold(
            @PathVariable String campaign,
            @PathVariable String no,
            @RequestParam("kind") Hold.Kind kind,
            @RequestParam("reason") String reason,
            @RequestParam(name = "document", defaultValue = "") String document,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var number = campaign + "/" + no;
        model.addAttribute("typed", Map.of("reason", reason, "document", document, "kind", kind.name()));
        return act(
                number,
                HOLD,
                "Đã tạm dừng xét. Các hạn ngừng chạy cho tới khi tiếp tục.",
                model,
                after,
                response,
                () -> holds.hold(number, kind, reason, document));
    }

    /** What was verified is confirmed: the dossier is considered no more. */
    @PostMapping("/tam-dung/{id}/ket-luan")
    String confirm(
            @PathVariable String campaign,
            @PathVariable String no,
            @PathVariable long id,
            @RequestParam("reason") String reason,
            @RequestParam("document") String document,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var number = campaign + "/" + no;
        model.addAttribute("typed", Map.of("reason", reason, "document", document));
        return act(number, CONFIRM, "Đã ghi kết luận. Hồ sơ không xét nữa.", model, after, response, () -> {
            if (!holds.get(id).dossier().equals(number)) {
                throw Refusal.notFound("Hồ sơ %s không có lần tạm dừng này.".formatted(number));
            }
            holds.confirm(id, reason, document);
        });
    }

    /** The nominee of this dossier turns out to be somebody already known. */
    @PostMapping("/gop")
    String merge(
            @PathVariable String campaign,
            @PathVariable String no,
            @RequestParam("kept") UUID kept,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var number = campaign + "/" + no;
        model.addAttribute("typed", Map.of("reason", reason));
        return act(
                number,
                MERGE,
                "Đã gộp. Khen thưởng của cả hai tên nay tìm thấy dưới một người, một tập thể.",
                model,
                after,
                response,
                () -> nominees.merge(sight.see(number).nominee(), kept, reason));
    }

    @PostMapping("/thu-hoi")
    String revoke(
            @PathVariable String campaign,
            @PathVariable String no,
            @RequestParam("kind") Revocation.Kind kind,
            @RequestParam("reason") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var number = campaign + "/" + no;
        model.addAttribute("typed", Map.of("reason", reason, "kind", kind.name()));
        return act(number, REVOKE, "Đã mở việc. Xem bước tiếp theo trong Tasklist.", model, after, response, () -> {
            var entry = sheet.entry(number)
                    .orElseThrow(() -> Refusal.conflict(
                            "not-in-register", "Hồ sơ này chưa có trong sổ vàng nên chưa thể hủy bỏ hay cấp lại."));
            if (kind == Revocation.Kind.REVOKE) revocations.start(entry.key(), reason);
            else revocations.startReissue(entry.key(), kind, reason);
        });
    }

    /** Does it and comes back to the page; refused, the page says why beside the form and keeps what was typed. */
    private String act(
            String number,
            String form,
            String done,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response,
            Runnable deed) {
        sight.see(number);
        try {
            deed.run();
        } catch (Refusal refusal) {
            Refused.beside(form, refusal, model, response);
            return show(sight.see(number), model);
        }
        after.addFlashAttribute("done", done);
        return "redirect:/ho-so/" + number;
    }

    private String show(Dossier dossier, Model model) {
        sheet.fill(dossier, model);
        var namesakes = namesakes(dossier);
        var acts = acts(dossier, namesakes);
        model.addAttribute("line", DossierLine.of(dossier, new Turns(names), clock.instant()));
        model.addAttribute("acts", acts);
        model.addAttribute("namesakes", namesakes);
        model.addAttribute("holdKinds", Hold.Kind.values());
        model.addAttribute("works", sight.seesAll(sheet.campaign(dossier)));
        model.addAttribute("agencies", roles.opinionAgencies(sheet.campaign(dossier), dossier.unit()));
        model.addAttribute("tasks", Links.tasksOf(dossier.number()));
        // the act may no longer be offered: somebody else was faster
        if (model.getAttribute("refused") instanceof Refused refused && !acts.offers(refused.form())) {
            model.addAttribute("unplaced", refused);
        }
        return "award/dossier";
    }

    private Acts acts(Dossier dossier, List<NomineeMatch> namesakes) {
        var actor = Actor.current();
        var isOpen = !dossier.state().isFinal();
        var leads = actor.isIn(dossier.leadGroup())
                || actor.isIn(sheet.campaign(dossier).standingAgencyGroup());
        var isAwarded = dossier.state() == DossierState.AWARDED
                && sheet.entry(dossier.number()).isPresent();
        return new Acts(
                actor.isIn(dossier.unitGroup())
                        && dossier.state().isWithdrawable()
                        && !dossier.held()
                        && gone.mayLeave(dossier.number()),
                isOpen && dossier.state() != DossierState.DRAFT && actor.isIn(dossier.leadGroup()),
                !namesakes.isEmpty(),
                isAwarded && leads,
                isAwarded && leads);
    }

    /** Others known by the same name, for whoever may say that they are one. */
    private List<NomineeMatch> namesakes(Dossier dossier) {
        var actor = Actor.current();
        if (!actor.isAdministrator() && !actor.isIn(sheet.campaign(dossier).standingAgencyGroup())) return List.of();
        var family = nominees.family(dossier.nominee());
        return Optional.ofNullable(sheet.content(dossier).nominee()).stream()
                .flatMap(nominee -> nominees.match(dossier.campaign(), nominee).stream())
                .filter(match -> !family.contains(match.id()))
                .toList();
    }
}
