package vn.thidua.decision;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierHappened;

/**
 * A round waits for what is paused. Cleared, a dossier that needs no further vote is decided at once; one that ends may have been the last
 * the round was waiting for.
 */
@Component
class RoundEnds {

    private final Decisions decisions;
    private final SuperiorSubmissions submissions;
    private final AwardRounds rounds;

    RoundEnds(Decisions decisions, SuperiorSubmissions submissions, AwardRounds rounds) {
        this.decisions = decisions;
        this.submissions = submissions;
        this.rounds = rounds;
    }

    @EventListener
    void follow(DossierHappened happened) {
        var round = happened.dossier().round();
        switch (happened.kind()) {
            case LIFTED -> {
                if (!isBeingDecided(round)) return;
                decisions.open(round);
                submissions.open(round);
            }
            case WITHDRAWN, LAPSED, NOT_AWARDED -> lookBeforeCommit(round);
            default -> {}
        }
    }

    private boolean isBeingDecided(String round) {
        return rounds.get(round).state() == AwardRound.State.APPRAISED;
    }

    /** When everything else of the transaction is done, and once for all dossiers that end in it. */
    private void lookBeforeCommit(String round) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new Look(this, round));
    }

    /** Equal ones are registered once. */
    private record Look(RoundEnds ends, String round) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE; // what it does is still to be recorded and told
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (ends.isBeingDecided(round)) ends.decisions.checkRound(round);
        }
    }
}
