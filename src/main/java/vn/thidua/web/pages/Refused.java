package vn.thidua.web.pages;

import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;

/**
 * A refusal to be shown beside the form that met it.
 *
 * @param form which form of the page
 * @param field the field it is about; null where it is about the whole
 */
public record Refused(String form, @Nullable String field, String sentence) {

    static Refused of(String form, Refusal refusal) {
        return new Refused(form, refusal.field(), refusal.sentence());
    }
}
