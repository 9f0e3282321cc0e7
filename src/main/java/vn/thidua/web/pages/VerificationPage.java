package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thidua.decision.Certificates;

/**
 * Where the QR code of a certificate leads: anybody learns whether it is valid, revoked or reissued, with name, unit and award and nothing
 * else. A code has 128 random bits; who asks for many in a minute waits.
 */
@Controller
class VerificationPage {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final Certificates certificates;
    private final VerificationThrottle throttle;

    VerificationPage(Certificates certificates, VerificationThrottle throttle) {
        this.certificates = certificates;
        this.throttle = throttle;
    }

    @GetMapping("/xac-minh")
    String explain(Model model, HttpServletResponse response) {
        notForSearchEngines(response);
        model.addAttribute("asked", false);
        return "verification";
    }

    @GetMapping("/xac-minh/{code}")
    String check(@PathVariable String code, HttpServletRequest request, Model model, HttpServletResponse response) {
        notForSearchEngines(response);
        model.addAttribute("asked", false);
        if (!throttle.admits(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", String.valueOf(VerificationThrottle.WINDOW.toSeconds()));
            model.addAttribute("waiting", true);
            return "verification";
        }
        var award = CODE.matcher(code).matches() ? certificates.find(code) : Optional.empty();
        if (award.isEmpty()) response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("asked", true);
        model.addAttribute("award", award.orElse(null));
        return "verification";
    }

    private static void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
