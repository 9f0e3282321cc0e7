package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import vn.thidua.act.Refusal;

/**
 * A refusal to be shown beside the form that met it.
 *
 * @param form which form of the page
 * @param field the field it is about; null where it is about the whole
 */
public record Refused(String form, @Nullable String field, String sentence) {

    /** Shows the refusal beside the form, with its status. */
    static void beside(String form, Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("refused", new Refused(form, refusal.field(), refusal.sentence()));
    }
}
