package vn.thidua.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.database.PerTransaction;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierHappened;

/**
 * What the models ask about in this transaction, so that five questions about one matter read it once. Forgotten as soon as anything is
 * done, for every change is on record as an {@link Act}; who tells what became of a dossier is believed.
 */
@Component
class InHand {

    private record Key(Class<?> type, String key) {}

    private final PerTransaction<Map<Key, Object>> held = new PerTransaction<>();

    /** @param read how it is found where it is not in hand */
    <T> T get(Class<T> type, String key, Function<String, T> read) {
        return type.cast(held().computeIfAbsent(new Key(type, key), asked -> read.apply(key)));
    }

    /** These are as they stand now; starting or ending the processes of a hundred reads none of them back. */
    void take(Collection<Dossier> known) {
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
        held.forget();
    }

    private Map<Key, Object> held() {
        return held.get(HashMap::new);
    }
}
