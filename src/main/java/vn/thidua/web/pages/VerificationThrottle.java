package vn.thidua.web.pages;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often one address may look up a certificate; kept in memory and bounded, so that a flood costs neither writes nor space. */
@Component
class VerificationThrottle {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED = 60;
    private static final int REMEMBERED = 10_000;

    private record Asked(long since, int times) {}

    private final LongSupplier nanos;
    private final Map<String, Asked> addresses = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Asked> eldest) {
            return size() > REMEMBERED;
        }
    };

    VerificationThrottle() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only runs forward */
    VerificationThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean admits(String address) {
        var now = nanos.getAsLong();
        var asked = addresses.get(address);
        var counted = asked == null || now - asked.since() >= WINDOW.toNanos()
                ? new Asked(now, 1)
                : new Asked(asked.since(), asked.times() + 1);
        addresses.put(address, counted);
        return counted.times() <= ALLOWED;
    }
}
