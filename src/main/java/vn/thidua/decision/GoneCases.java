package vn.thidua.decision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.DossierHappened;

/** A dossier that is withdrawn or lapses leaves the list it stands in, in the same transaction; a signed one keeps it there. */
@Component
public class GoneCases {

    private final Decisions decisions;
    private final DecisionTable decided;
    private final SuperiorSubmissions submissions;
    private final SubmissionTable submitted;

    GoneCases(Decisions decisions, DecisionTable decided, SuperiorSubmissions submissions, SubmissionTable submitted) {
        this.decisions = decisions;
        this.decided = decided;
        this.submissions = submissions;
        this.submitted = submitted;
    }

    /** May the dossier still leave the list it stands in, if it stands in one? Not once that is signed. */
    public boolean mayLeave(String dossier) {
        return decided.standingIn(dossier)
                        .map(list -> decisions.get(list).state().isOpenToChange())
                        .orElse(true)
                && submitted
                        .waitingIn(dossier)
                        .map(list -> submissions.get(list).state().isOpenToChange())
                        .orElse(true);
    }

    @EventListener
    void leave(DossierHappened happened) {
        switch (happened.kind()) {
            case WITHDRAWN, LAPSED -> {
                var dossier = happened.dossier();
                var reason = dossier.state().label() + (happened.reason() == null ? "" : ": " + happened.reason());
                decisions.gone(dossier.number(), reason);
                submissions.gone(dossier.number(), reason);
            }
            default -> {}
        }
    }
}
