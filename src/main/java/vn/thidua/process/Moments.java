package vn.thidua.process;

import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A limit, given as the first instant that is late, as the engine wants it. */
final class Moments {

    private Moments() {}

    /** When the timer fires; where no limit runs it waits out of the way. */
    static Date timer(@Nullable Instant limit) {
        return limit == null ? SubmissionFlow.UNDATED : Date.from(limit);
    }

    /** The last moment on time, for the list of tasks; null where no limit runs. */
    static @Nullable Date due(@Nullable Instant limit) {
        return limit == null ? null : Date.from(limit.minusSeconds(1));
    }
}
