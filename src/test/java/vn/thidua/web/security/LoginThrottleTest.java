package vn.thidua.web.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String OFFICE = "203.0.113.7";
    private static final String ATTACKER = "198.51.100.9";

    private final AtomicLong now = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    @Test
    void five_wrong_passwords_are_free_and_the_wait_then_doubles() {
        fail("an", OFFICE, 4);
        mayTry("an", OFFICE);
        fail("an", OFFICE, 1);
        mustWait("an", OFFICE);
        pass(1);
        mayTry("an", OFFICE);
        fail("an", OFFICE, 1);
        pass(1);
        mustWait("an", OFFICE);
        pass(1);
        mayTry("an", OFFICE);
    }

    @Test
    void what_happens_elsewhere_does_not_touch_the_account() {
        fail("quan-tri", ATTACKER, 1_000);
        mustWait("quan-tri", ATTACKER);
        mayTry("quan-tri", OFFICE);
    }

    @Test
    void an_address_that_guesses_over_many_accounts_has_to_wait_but_for_who_signed_in_there_before() {
        throttle.succeeded("quan-tri", OFFICE);
        for (int i = 0; i < 50; i++) fail("account-" + i, OFFICE, 1);
        mustWait("somebody-new", OFFICE);
        mayTry("quan-tri", OFFICE);
    }

    @Test
    void the_right_password_clears_the_account() {
        fail("an", OFFICE, 5);
        pass(1);
        throttle.succeeded("an", OFFICE);
        fail("an", OFFICE, 4);
        mayTry("an", OFFICE);
    }

    @Test
    void no_wait_is_longer_than_a_quarter_of_an_hour() {
        fail("an", OFFICE, 49);
        pass(TimeUnit.MINUTES.toSeconds(15));
        mayTry("an", OFFICE);
    }

    @Test
    void spelling_and_the_rest_of_an_IPv6_network_make_no_other_guesser() {
        fail("An ", "2001:db8:1:2:aaaa:0:0:1", 5);
        mustWait("an", "2001:db8:1:2:bbbb:0:0:2");
        mayTry("an", "2001:db8:1:3:bbbb:0:0:2");
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) throttle.failed(account, address);
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void mayTry(String account, String address) {
        assertThatCode(() -> throttle.check(account, address)).doesNotThrowAnyException();
    }

    private void mustWait(String account, String address) {
        assertThatThrownBy(() -> throttle.check(account, address)).isInstanceOf(TooManyAttempts.class);
    }
}
