package vn.thidua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.thidua.process.engine.WebappCsrf;

/**
 * Which requests need Spring's own token. Those of the engine's webapps, and of forms inside them, prove themselves with the token of
 * the webapps; without a session there is nothing to misuse, except on the way to one.
 */
final class CsrfRule implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || WebappCsrf.proves(request)) return false;
        return request.getSession(false) != null || request.getServletPath().equals(SecurityConfiguration.SIGN_IN);
    }
}
