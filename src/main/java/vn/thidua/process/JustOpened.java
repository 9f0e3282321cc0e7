package vn.thidua.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.submission.Obligation;

/** The obligations whose processes are being started on this thread, so that starting a hundred reads none of them back. */
@Component
class JustOpened {

    private final ThreadLocal<Map<String, Obligation>> opened = ThreadLocal.withInitial(HashMap::new);

    void during(List<Obligation> obligations, Runnable work) {
        obligations.forEach(obligation -> opened.get().put(obligation.key(), obligation));
        try {
            work.run();
        } finally {
            opened.remove();
        }
    }

    Optional<Obligation> find(String key) {
        return Optional.ofNullable(opened.get().get(key));
    }
}
