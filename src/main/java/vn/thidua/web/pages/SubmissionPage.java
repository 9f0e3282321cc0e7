package vn.thidua.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.SubmissionItem;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.web.api.AwardNames;

/** One submission to a superior: where it stands, whom it is about and what came back, who was asked, its documents. */
@Controller
class SubmissionPage {

    /** A limit that runs, in words. */
    record Limit(String what, @Nullable String words, boolean late) {}

    /** Who was asked about a case. @param due until when the reply is awaited, in words */
    record Asked(
            Consultation consultation,
            String nomineeName,
            @Nullable String due) {}

    private final SuperiorSubmissions submissions;
    private final Consultations consultations;
    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final MovableClock clock;

    SubmissionPage(
            SuperiorSubmissions submissions,
            Consultations consultations,
            Campaigns campaigns,
            AwardRounds rounds,
            MovableClock clock) {
        this.submissions = submissions;
        this.consultations = consultations;
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping("/trinh-cap-tren/{id}")
    String show(@PathVariable long id, Model model) {
        var submission = submissions.see(id);
        model.addAttribute("campaign", campaigns.get(submission.campaign()));
        model.addAttribute("submission", submission);
        model.addAttribute("round", rounds.get(submission.round()));
        model.addAttribute("limits", limits(submission, clock.instant()));
        model.addAttribute(
                "asked",
                submission.items().stream()
                        .flatMap(item -> asked(item).stream())
                        .toList());
        model.addAttribute("tasks", Links.tasksOf(submission.key()));
        return "award/submission";
    }

    private List<Asked> asked(SubmissionItem item) {
        return consultations.of(item.dossier()).stream()
                .map(each -> new Asked(each, item.nomineeName(), AwardNames.limit(each.dueAt())))
                .toList();
    }

    private List<Limit> limits(SuperiorSubmission submission, Instant now) {
        var limits = new ArrayList<Limit>();
        if (submission.submitBy() != null && submission.number() == null && submission.state() != State.CONCLUDED) {
            limits.add(limit("Thẩm định và trình", submission.submitBy(), now));
        }
        if (submission.state() == State.SENT) {
            submissions.outcomeBy(submission).ifPresent(at -> limits.add(limit("Cấp trên trả kết quả", at, now)));
        }
        return limits;
    }

    private static Limit limit(String what, Instant at, Instant now) {
        return new Limit(what, AwardNames.limit(at), !now.isBefore(at));
    }
}
