package vn.thidua.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signer's answer, for decisions and for letters to the superior.
 *
 * @param decision SIGN or SEND_BACK
 * @param reason needed to send back
 * @param struckOut the cases the signer doesn't agree to
 */
public record SignAnswer(
        String decision, @Nullable String reason, @Nullable List<StruckOut> struckOut) {

    /**
     * @param reason why, in the signer's words
     * @param waits true keeps the case for a later decision instead of refusing it, e.g. until the quota is raised
     */
    public record StruckOut(
            String dossier, String reason, @Nullable Boolean waits) {}

    public SignAnswer {
        struckOut = struckOut == null ? List.of() : List.copyOf(struckOut);
    }
}
