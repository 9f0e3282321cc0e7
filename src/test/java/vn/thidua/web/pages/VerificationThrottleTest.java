package vn.thidua.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerificationThrottleTest {

    private final AtomicLong now = new AtomicLong();
    private final VerificationThrottle throttle = new VerificationThrottle(now::get);

    @Test
    void one_address_may_look_sixty_times_a_minute_and_others_are_not_touched() {
        for (int i = 0; i < 60; i++) assertThat(throttle.admits("10.0.0.1")).isTrue();
        assertThat(throttle.admits("10.0.0.1")).isFalse();
        assertThat(throttle.admits("10.0.0.2")).isTrue();
        now.addAndGet(VerificationThrottle.WINDOW.toNanos());
        assertThat(throttle.admits("10.0.0.1")).isTrue();
    }

    @Test
    void what_it_remembers_is_bounded() {
        for (int i = 0; i < 60; i++) throttle.admits("10.0.0.1");
        for (int i = 0; i < 10_000; i++) throttle.admits("10.1.%d.%d".formatted(i / 256, i % 256));
        assertThat(throttle.admits("10.0.0.1")).isTrue();
    }
}
