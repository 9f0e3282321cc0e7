package vn.thidua.web.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came from this address; the password was not looked at. */
final class TooManyAttempts extends AuthenticationException {

    private final long seconds;

    /** @param seconds how long to wait before trying again */
    TooManyAttempts(long seconds) {
        super("Quá nhiều lần nhập sai mật khẩu. Hãy thử lại sau %d giây.".formatted(seconds));
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
