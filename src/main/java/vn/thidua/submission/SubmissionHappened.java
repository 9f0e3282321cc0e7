package vn.thidua.submission;

import org.jspecify.annotations.Nullable;

/** Something happened to a part of an obligation; published inside the transaction in which it did. */
public record SubmissionHappened(
        Kind kind,
        Obligation obligation,
        Part part,
        @Nullable String reason) {

    public enum Kind {
        HANDED_IN,
        ACCEPTED,
        RETURNED,
        WITHDRAWN,
        OVERDUE,
        DEADLINE_MOVED,
        ENDED
    }
}
