package vn.thidua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, which says what to do: {@code ?loi} try again, {@code ?cho=30} wait so many seconds first. */
final class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        var reason = thrown instanceof TooManyAttempts wait ? "?cho=" + wait.seconds() : "?loi";
        response.sendRedirect(request.getContextPath() + SecurityConfiguration.SIGN_IN + reason);
    }
}
