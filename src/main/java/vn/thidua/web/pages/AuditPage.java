package vn.thidua.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.act.Actor;
import vn.thidua.audit.ActionNames;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.People;

/** The record of every act, and the proof that nobody has touched it; administrators only. */
@Controller
@RequestMapping("/quan-tri/nhat-ky")
class AuditPage {

    /**
     * @param actor who, by name and account
     * @param label what was done, in Vietnamese
     */
    record Entry(AuditEntry entry, String actor, String label) {}

    private static final int PAGE = 100;

    private final AuditTrail trail;
    private final Campaigns campaigns;
    private final People people;

    AuditPage(AuditTrail trail, Campaigns campaigns, People people) {
        this.trail = trail;
        this.campaigns = campaigns;
        this.people = people;
    }

    /** @param subject the business key of what was acted on; its whole history instead of a page of all */
    @GetMapping
    String show(
            @RequestParam(name = "phong-trao", required = false) @Nullable String campaign,
            @RequestParam(name = "doi-tuong", required = false) @Nullable String subject,
            @RequestParam(name = "truoc", required = false) @Nullable Long before,
            Model model) {
        Actor.current().mustBeAdministrator();
        var bySubject = subject != null && !subject.isBlank();
        var chosen = campaign == null || campaign.isBlank() ? null : campaign;
        var entries = bySubject ? trail.of(subject.strip()) : trail.newest(chosen, before, PAGE);
        return show(chosen, subject, entries, !bySubject && entries.size() == PAGE, model);
    }

    @PostMapping("/kiem-tra")
    String verify(Model model) {
        Actor.current().mustBeAdministrator();
        model.addAttribute("verification", trail.verify());
        return show(null, null, trail.newest(null, null, PAGE), true, model);
    }

    private String show(
            @Nullable String campaign, @Nullable String subject, List<AuditEntry> entries, boolean more, Model model) {
        var called = people.called(entries.stream().map(AuditEntry::actor).toList());
        model.addAttribute("codes", campaigns.codes());
        model.addAttribute("chosen", campaign);
        model.addAttribute("subject", subject);
        model.addAttribute(
                "entries",
                entries.stream()
                        .map(entry -> new Entry(entry, called.get(entry.actor()), ActionNames.of(entry.action())))
                        .toList());
        model.addAttribute(
                "older",
                more && !entries.isEmpty() ? entries.get(entries.size() - 1).seq() : null);
        return "admin/audit";
    }
}
