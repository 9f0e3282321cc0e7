package vn.thidua.web.security;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.organisation.Accounts;

/**
 * Form and Basic sign-in against the one store of accounts. The session holds the name alone; the groups are read anew for each
 * request, so that a right taken away is gone at once.
 */
@Component
class AccountSignIn implements AuthenticationProvider {

    private static final int LONGEST_PASSWORD = 256;

    private final Accounts accounts;
    private final LoginThrottle throttle;

    AccountSignIn(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        throttle.check(account, address);
        var actor = password.length() > LONGEST_PASSWORD
                ? Optional.<Actor>empty()
                : accounts.authenticate(account, password);
        if (actor.isEmpty()) {
            throttle.failed(account, address);
            throw new BadCredentialsException("Tên tài khoản hoặc mật khẩu không đúng.");
        }
        throttle.succeeded(account, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                actor.get().userId(), null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
