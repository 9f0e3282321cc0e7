package vn.thidua.web.api;

import java.time.Instant;
import vn.thidua.submission.Part;

/** What one can ask a list of obligations for: where a part stands, or that it is late. */
enum ObligationStatus {
    AWAITED,
    RETURNED,
    SUBMITTED,
    ACCEPTED,
    CLOSED,
    ENDED,
    HISTORY,
    LATE;

    boolean holdsFor(Part part, Instant now) {
        return switch (this) {
            case LATE -> part.isLateAt(now);
            case RETURNED -> part.isAwaited() && part.returned();
            default -> part.state().name().equals(name());
        };
    }
}
