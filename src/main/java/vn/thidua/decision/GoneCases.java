package vn.thidua.decision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.DossierHappened;

/** A dossier that is withdrawn or lapses leaves the list it stands in, in the same transaction; a signed one keeps it there. */
@Component
class GoneCases {

    private final Decisions decisions;
    private final SuperiorSubmissions submissions;

    GoneCases(Decisions decisions, SuperiorSubmissions submissions) {
        this.decisions = decisions;
        this.submissions = submissions;
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
