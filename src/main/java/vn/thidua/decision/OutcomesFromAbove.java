package vn.thidua.decision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.decision.SubmissionItem.Outcome;
import vn.thidua.nomination.DossierHappened;

/** What becomes of a dossier at the superior's comes back down by itself, in the same transaction. */
@Component
class OutcomesFromAbove {

    private final SuperiorSubmissions submissions;

    OutcomesFromAbove(SuperiorSubmissions submissions) {
        this.submissions = submissions;
    }

    @EventListener
    void comeDown(DossierHappened happened) {
        if (happened.dossier().superiorOf() == null) return;
        switch (happened.kind()) {
            case AWARDED -> submissions.outcomeFromAbove(happened.dossier(), Outcome.APPROVED, null);
            case NOT_AWARDED -> submissions.outcomeFromAbove(happened.dossier(), Outcome.REFUSED, happened.reason());
            case RETURNED, LAPSED, WITHDRAWN ->
                submissions.outcomeFromAbove(happened.dossier(), Outcome.RETURNED, happened.reason());
            default -> {}
        }
    }
}
