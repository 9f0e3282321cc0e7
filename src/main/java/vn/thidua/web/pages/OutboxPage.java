package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;

/** The mails as they went or wait; administrators only. */
@Controller
@RequestMapping("/quan-tri/thu")
class OutboxPage {

    /** Mails bring styles of their own; nothing else of them is let in. */
    private static final String POLICY_OF_ONE_MAIL =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
                    + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int PAGE = 50;

    private final OutboxView outbox;

    OutboxPage(OutboxView outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    String list(
            @RequestParam(name = "trang-thai", required = false) @Nullable MailState state,
            @RequestParam(name = "tim", required = false) @Nullable String containing,
            @RequestParam(name = "truoc", required = false) @Nullable Long before,
            Model model) {
        Actor.current().mustBeAdministrator();
        var mails = outbox.newest(state, containing, before, PAGE);
        model.addAttribute("counts", outbox.counts());
        model.addAttribute("states", MailState.values());
        model.addAttribute("state", state);
        model.addAttribute("containing", containing);
        model.addAttribute("mails", mails);
        model.addAttribute("older", mails.size() == PAGE ? mails.get(PAGE - 1).id() : null);
        return "admin/outbox";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model, HttpServletResponse response) {
        Actor.current().mustBeAdministrator();
        response.setHeader("Content-Security-Policy", POLICY_OF_ONE_MAIL);
        model.addAttribute("mail", outbox.mail(id));
        return "admin/mail";
    }

    @PostMapping("/{id}/gui-lai")
    String retry(@PathVariable long id, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            outbox.retry(id);
        } catch (Refusal refusal) {
            Refused.beside("retry", refusal, model, response);
            return one(id, model, response);
        }
        after.addFlashAttribute("done", "Thư được xếp để gửi lại ngay.");
        return "redirect:/quan-tri/thu/" + id;
    }
}
