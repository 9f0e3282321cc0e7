package vn.thidua.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** The token by which the engine's webapps prove that a request comes from their own pages. */
public final class WebappCsrf {

    public static final String HEADER = CsrfConstants.CSRF_TOKEN_HEADER_NAME;

    private WebappCsrf() {}

    /** Does the request carry the token of its own session? */
    public static boolean proves(HttpServletRequest request) {
        var session = request.getSession(false);
        var sent = request.getHeader(HEADER);
        return session != null
                && sent != null
                && sent.equals(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }
}
