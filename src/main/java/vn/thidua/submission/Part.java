package vn.thidua.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.VietnamTime;

/**
 * What is owed to one addressee, with its own deadline, receipt and time.
 *
 * @param deadline null while "chưa quy định"
 * @param lateSeconds how late the last version came in, zero in the first late second; null where it was on time or none came
 * @param nextReminderOn null where nobody is reminded
 */
public record Part(
        String addressee,
        String reviewerGroup,
        State state,
        boolean returned,
        @Nullable Deadline deadline,
        int version,
        @Nullable Instant submittedAt,
        @Nullable Long lateSeconds,
        @Nullable Instant acceptedAt,
        @Nullable Instant overdueToldAt,
        @Nullable LocalDate nextReminderOn) {

    public enum State {
        AWAITED("Chờ nộp"),
        SUBMITTED("Đã nộp, chờ tiếp nhận"),
        ACCEPTED("Đã tiếp nhận"),
        CLOSED("Đã khóa nộp"),
        ENDED("Chấm dứt"),
        HISTORY("Trước khi áp dụng hệ thống");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isAwaited() {
        return state == State.AWAITED;
    }

    public boolean isHandedIn() {
        return state == State.SUBMITTED || state == State.ACCEPTED;
    }

    /** Late: handed in after the deadline, or still awaited when it has passed. */
    public boolean isLateAt(Instant now) {
        if (isHandedIn()) return lateSeconds != null;
        return (isAwaited() || state == State.CLOSED) && deadline != null && deadline.isPassedAt(now);
    }

    /** Where it stands, in words an official uses. */
    public String statusAt(Instant now) {
        if (isHandedIn() && isLateAt(now)) return state.label() + ", muộn " + delayAt(now);
        if (isHandedIn() && deadline != null) return state.label() + ", đúng hạn";
        if (isAwaited() && isLateAt(now)) return "Quá hạn " + delayAt(now);
        if (isAwaited() && returned) return "Đã trả lại, chờ nộp lại";
        return state.label();
    }

    public String deadlineInWords() {
        return deadline == null ? "chưa quy định" : deadline.inWords();
    }

    private String delayAt(Instant now) {
        if (isHandedIn() && lateSeconds != null) return VietnamTime.duration(Duration.ofSeconds(lateSeconds));
        return deadline == null ? "" : VietnamTime.duration(deadline.delayAt(now));
    }

    /** Awaited again; by another deadline it can become late anew. */
    Part awaiting(boolean returned, @Nullable Deadline deadline, @Nullable LocalDate nextReminderOn) {
        var told = Objects.equals(deadline, this.deadline) ? overdueToldAt : null;
        return new Part(
                addressee,
                reviewerGroup,
                State.AWAITED,
                returned,
                deadline,
                version,
                submittedAt,
                null,
                null,
                told,
                nextReminderOn);
    }

    Part handedIn(Instant at) {
        var late = deadline != null && deadline.isPassedAt(at)
                ? deadline.delayAt(at).toSeconds()
                : null;
        return new Part(
                addressee,
                reviewerGroup,
                State.SUBMITTED,
                false,
                deadline,
                version + 1,
                at,
                late,
                null,
                overdueToldAt,
                null);
    }

    Part accepted(Instant at) {
        return new Part(
                addressee,
                reviewerGroup,
                State.ACCEPTED,
                false,
                deadline,
                version,
                submittedAt,
                lateSeconds,
                at,
                overdueToldAt,
                null);
    }

    Part overdueTold(Instant at, State state) {
        return new Part(
                addressee,
                reviewerGroup,
                state,
                returned,
                deadline,
                version,
                submittedAt,
                lateSeconds,
                acceptedAt,
                at,
                nextReminderOn);
    }

    Part ended() {
        return new Part(
                addressee,
                reviewerGroup,
                State.ENDED,
                returned,
                deadline,
                version,
                submittedAt,
                lateSeconds,
                acceptedAt,
                overdueToldAt,
                null);
    }

    /** Filled in afterwards: handed in before this system ran the campaign. */
    Part filledIn(Instant at) {
        return new Part(
                addressee,
                reviewerGroup,
                State.HISTORY,
                false,
                deadline,
                version + 1,
                at,
                handedIn(at).lateSeconds(),
                null,
                null,
                null);
    }
}
