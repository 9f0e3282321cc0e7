package vn.thidua.nomination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the officer answers who receives a dossier.
 *
 * @param reason needed to ask for a supplement or to return
 * @param article the legal ground; needed with the reason
 * @param newDeadline for the supplement, dd/MM/yyyy, inclusive
 * @param overrides objections the officer overrides, each with a reason that is signed by it
 */
public record ReceiptAnswer(
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String article,
        @Nullable String newDeadline,
        @Nullable List<OverrideAnswer> overrides) {

    public enum Decision {
        RECEIVE,
        SUPPLEMENT,
        RETURN
    }

    public record OverrideAnswer(
            @Nullable String rule, @Nullable String reason) {}

    public static ReceiptAnswer receive() {
        return new ReceiptAnswer(Decision.RECEIVE, null, null, null, List.of());
    }
}
