package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.CertificatePrints;
import vn.thidua.decision.CertificatePrints.Kind;
import vn.thidua.decision.CertificatePrints.State;
import vn.thidua.decision.Decisions;

/** Printing all certificates of a decision: begin, watch, fetch. While it runs the page comes again by itself each second. */
@Controller
@RequestMapping("/quyet-dinh/{id}/in-bang")
class PrintPage {

    private final Decisions decisions;
    private final AwardRegister register;
    private final CertificatePrints prints;
    private final Campaigns campaigns;

    PrintPage(Decisions decisions, AwardRegister register, CertificatePrints prints, Campaigns campaigns) {
        this.decisions = decisions;
        this.register = register;
        this.prints = prints;
        this.campaigns = campaigns;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(name = "ban-in", required = false) @Nullable UUID print,
            Model model,
            HttpServletResponse response) {
        var decision = decisions.see(id);
        if (!prints.mayPrint(decision)) {
            throw Refusal.forbidden(
                    "Chỉ cơ quan soạn thảo, văn thư và cơ quan thường trực được in bằng của quyết định này.");
        }
        if (print != null) {
            var progress = prints.progress(print);
            if (progress.state() == State.RUNNING) response.setHeader("Refresh", "1");
            model.addAttribute("progress", progress);
        }
        model.addAttribute("campaign", campaigns.get(decision.campaign()));
        model.addAttribute("decision", decision);
        model.addAttribute("entries", register.ofDecision(id));
        return "award/print";
    }

    @PostMapping
    String start(
            @PathVariable long id, @RequestParam(name = "loai") Kind kind, Model model, HttpServletResponse response) {
        try {
            return "redirect:/quyet-dinh/%d/in-bang?ban-in=%s"
                    .formatted(id, prints.start(id, kind).id());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) throw refusal;
            Refused.beside("print", refusal, model, response);
            return show(id, null, model, response);
        }
    }
}
