package vn.thidua.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thidua.act.Act;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;

/**
 * The dossiers that the model asks about in this transaction, so that five questions about one read it once. Forgotten as soon as
 * anything is done: every change is on record as an {@link Act}.
 */
@Component
class DossiersInHand {

    private final Dossiers dossiers;

    DossiersInHand(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    Dossier get(String number) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? held().computeIfAbsent(number, dossiers::get)
                : dossiers.get(number);
    }

    /** These are as they stand now; starting or ending the processes of a hundred reads none of them back. */
    void take(Collection<Dossier> known) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        known.forEach(dossier -> held().put(dossier.number(), dossier));
    }

    @EventListener
    void somethingWasDone(Act act) {
        forget();
    }

    void forget() {
        if (TransactionSynchronizationManager.hasResource(this)) held().clear();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Dossier> held() {
        var held = (Map<String, Dossier>) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        var fresh = new HashMap<String, Dossier>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(DossiersInHand.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(DossiersInHand.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(DossiersInHand.this);
            }
        });
        return fresh;
    }
}
