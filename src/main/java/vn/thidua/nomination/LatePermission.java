package vn.thidua.nomination;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;

/**
 * Asked for, and perhaps given: to nominate after the window has closed.
 *
 * @param until last day, inclusive, Asia/Ho_Chi_Minh; null unless granted
 */
public record LatePermission(
        long id,
        String round,
        String unit,
        String unitName,
        String reason,
        String requestedBy,
        Instant requestedAt,
        State state,
        @Nullable LocalDate until,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String document) {

    /** The first instant that is too late even with the permission. @throws IllegalStateException unless granted */
    public Instant endsAt() {
        if (until == null) throw new IllegalStateException("not granted");
        return new Deadline(Deadline.Kind.BY, until).instant();
    }

    public enum State {
        REQUESTED("Chờ quyết định"),
        GRANTED("Được nộp muộn"),
        REFUSED("Không được nộp muộn");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
