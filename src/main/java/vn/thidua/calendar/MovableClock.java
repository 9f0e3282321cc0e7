package vn.thidua.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one clock: the machine's time in Asia/Ho_Chi_Minh until someone holds it at an instant (rehearsal, tests). */
@Component
public class MovableClock extends Clock {

    private final List<Consumer<@Nullable Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant held;

    @Override
    public Instant instant() {
        var instant = held;
        return instant == null ? Instant.now() : instant;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), VietnamTime.ZONE);
    }

    /** Holds the clock at the instant; every follower is told. */
    public void holdAt(Instant instant) {
        held = instant;
        followers.forEach(follower -> follower.accept(instant));
    }

    /** Lets the machine's time run again. */
    public void release() {
        held = null;
        followers.forEach(follower -> follower.accept(null));
    }

    /** Another clock follows this one: it gets the instant held, or null when the machine's time runs again. */
    public void leads(Consumer<@Nullable Instant> follower) {
        followers.add(follower);
    }

    @Override
    public ZoneId getZone() {
        return VietnamTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(VietnamTime.ZONE)) return this;
        throw new UnsupportedOperationException("Thi Đua has one time zone: " + VietnamTime.ZONE);
    }
}
