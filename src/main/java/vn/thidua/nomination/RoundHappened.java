package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/** Something happened to a round; published inside the transaction in which it did. The round is as it stands afterwards. */
public record RoundHappened(
        Kind kind, AwardRound round, @Nullable String detail) {

    public enum Kind {
        PREPARED,
        OPENED,
        TO_ALLOCATE,
        ALLOCATED,
        WINDOW_MOVED,
        CLOSED,
        LATE_REQUESTED,
        LATE_GRANTED,
        LATE_REFUSED,
        APPRAISED,
        CONCLUDED,
        CANCELLED
    }
}
