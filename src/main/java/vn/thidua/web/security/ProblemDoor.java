package vn.thidua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How programs are turned away: with a problem instead of a page. */
@Component
class ProblemDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ProblemDoor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        if (thrown instanceof TooManyAttempts wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
            problems.write(
                    Problems.of(429, "too-many-attempts", null, String.valueOf(wait.getMessage())), request, response);
            return;
        }
        // a page in a browser asks with its session; the browser must not open its own password dialog for it
        if (request.getRequestedSessionId() == null && request.getHeader("X-Requested-With") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Thi dua\", charset=\"UTF-8\"");
        }
        var problem = thrown instanceof BadCredentialsException
                ? Problems.of(401, "bad-credentials", null, "Tên tài khoản hoặc mật khẩu không đúng.")
                : Problems.of(
                        401,
                        "unauthenticated",
                        null,
                        "Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại.");
        problems.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var problem = denied instanceof CsrfException
                ? Problems.of(403, "csrf", null, "Trang đã cũ so với phiên làm việc. Hãy tải lại trang rồi thử lại.")
                : Problems.of(
                        403, "forbidden", null, "Bạn không có quyền làm việc này. Hãy liên hệ quản trị viên hệ thống.");
        problems.write(problem, request, response);
    }
}
