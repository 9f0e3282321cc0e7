package vn.thidua.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thidua.act.Act;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierHappened;

/**
 * What the models ask about in this transaction, so that five questions about one matter read it once. Forgotten as soon as anything is
 * done, for every change is on record as an {@link Act}; who tells what became of a dossier is believed.
 */
@Component
class InHand {

    private record Key(Class<?> type, String key) {}

    /** @param read how it is found where it is not in hand */
    <T> T get(Class<T> type, String key, Function<String, T> read) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? type.cast(held().computeIfAbsent(new Key(type, key), asked -> read.apply(key)))
                : read.apply(key);
    }

    /** These are as they stand now; starting or ending the processes of a hundred reads none of them back. */
    void take(Collection<Dossier> known) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        known.forEach(dossier -> held().put(new Key(Dossier.class, dossier.number()), dossier));
    }

    @EventListener
    void somethingWasDone(Act act) {
        forget();
    }

    @EventListener
    void somethingBecameOf(DossierHappened told) {
        take(List.of(told.dossier()));
    }

    void forget() {
        if (TransactionSynchronizationManager.hasResource(this)) held().clear();
    }

    @SuppressWarnings("unchecked")
    private Map<Key, Object> held() {
        var held = (Map<Key, Object>) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        var fresh = new HashMap<Key, Object>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(InHand.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(InHand.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(InHand.this);
            }
        });
        return fresh;
    }
}
