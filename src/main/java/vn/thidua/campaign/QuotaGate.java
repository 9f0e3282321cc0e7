package vn.thidua.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What the quota of a form says to a decision.
 *
 * @param limit how many at most; only where LIMITED
 * @param reason why, as a Vietnamese sentence
 * @param clause where it stands; empty where the plan says nothing
 * @param perYear counted anew each year; else once in the whole campaign
 */
public record QuotaGate(State state, @Nullable Integer limit, String reason, String clause, boolean perYear) {

    public enum State {
        /** no gate */
        NONE,
        LIMITED,
        /** nothing can be decided until a ruling or an amendment says how many */
        BLOCKED
    }
}
