package vn.thidua.web.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Wrong passwords are counted for an account from one address and for an address over all accounts; after a few
 * free ones each doubles the wait. An account is never locked as such: what others do elsewhere does not touch it, and from an address
 * where it signed in before, not even what others do there.
 *
 * <p>Kept in memory and bounded, not in the database: a flood of guesses must cost neither writes nor space, and an attacker cannot
 * restart the application to be forgotten.
 */
@Component
class LoginThrottle {

    private static final int FREE_FOR_ACCOUNT = 5;
    private static final int FREE_FOR_ADDRESS = 50;
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(15);
    private static final long FORGOTTEN_AFTER = TimeUnit.HOURS.toNanos(1);
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_KEY = 64;

    private final LongSupplier nanos;
    private final Map<String, Failures> ofAccount = new Recent<>();
    private final Map<String, Failures> ofAddress = new Recent<>();
    private final Map<String, Boolean> known = new Recent<>();

    LoginThrottle() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only runs forward; a wait must not depend on the time of day */
    LoginThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @throws TooManyAttempts when the address has to wait before it may try this account */
    synchronized void check(String account, String address) {
        var pair = pair(account, address);
        var now = nanos.getAsLong();
        var wait = wait(ofAccount.get(pair), FREE_FOR_ACCOUNT, now);
        if (!known.containsKey(pair)) {
            wait = Math.max(wait, wait(ofAddress.get(network(address)), FREE_FOR_ADDRESS, now));
        }
        if (wait > 0) throw new TooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(wait) + 1);
    }

    synchronized void failed(String account, String address) {
        var now = nanos.getAsLong();
        count(ofAccount, pair(account, address), now);
        count(ofAddress, network(address), now);
    }

    synchronized void succeeded(String account, String address) {
        var pair = pair(account, address);
        ofAccount.remove(pair);
        known.put(pair, true);
    }

    private static void count(Map<String, Failures> failures, String key, long now) {
        failures.merge(
                key,
                new Failures(1, now),
                (before, one) -> before.isForgottenAt(now) ? one : new Failures(before.count() + 1, now));
    }

    private static long wait(@Nullable Failures failures, int free, long now) {
        if (failures == null || failures.count() < free || failures.isForgottenAt(now)) return 0;
        var doublings = Math.min(failures.count() - free, 20);
        var wait = Math.min(TimeUnit.SECONDS.toNanos(1L << doublings), LONGEST_WAIT);
        return Math.max(0, wait - (now - failures.last()));
    }

    private static String pair(String account, String address) {
        var name = account.strip().toLowerCase(Locale.ROOT);
        return (name.length() > LONGEST_KEY ? name.substring(0, LONGEST_KEY) : name) + '\n' + network(address);
    }

    /** One subscriber holds a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (!address.contains(":")) return address;
        var groups = address.split(":");
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }

    private record Failures(int count, long last) {

        boolean isForgottenAt(long now) {
            return now - last > FORGOTTEN_AFTER;
        }
    }

    /** Forgets what was not used for longest. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
