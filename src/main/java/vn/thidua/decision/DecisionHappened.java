package vn.thidua.decision;

import org.jspecify.annotations.Nullable;

/** Something happened to a decision; published inside the transaction in which it did. */
public record DecisionHappened(
        Kind kind, AwardDecision decision, @Nullable String reason) {

    public enum Kind {
        OPENED,
        DRAFTED,
        SENT_BACK,
        SIGNED,
        NUMBERED,
        ISSUED,
        TOLD,
        HANDED_OVER
    }
}
