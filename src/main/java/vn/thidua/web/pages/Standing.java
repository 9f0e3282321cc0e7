package vn.thidua.web.pages;

import java.time.Duration;
import java.time.Instant;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.submission.Part;

/** Where a part stands: one word and one colour. */
public enum Standing {
    AWAITED("Chờ nộp", "wait"),
    OVERDUE("Quá hạn", "late"),
    RETURNED("Đã trả lại", "warn"),
    SUBMITTED("Chờ tiếp nhận", "turn"),
    ACCEPTED("Đã tiếp nhận", "good"),
    CLOSED("Đã khóa nộp", "late"),
    ENDED("Chấm dứt", "quiet"),
    HISTORY("Trước khi áp dụng", "quiet");

    private final String label;
    private final String tone;

    Standing(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    public String label() {
        return label;
    }

    /** The style class that colours it. */
    public String tone() {
        return tone;
    }

    static Standing of(Part part, Instant now) {
        return switch (part.state()) {
            case AWAITED -> part.isLateAt(now) ? OVERDUE : part.returned() ? RETURNED : AWAITED;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED -> ACCEPTED;
            case CLOSED -> CLOSED;
            case ENDED -> ENDED;
            case HISTORY -> HISTORY;
        };
    }

    /** How late it came or has been missing so far; nothing where it is on time. */
    static String delay(Part part, Instant now) {
        if (part.lateSeconds() != null) return delay(part.lateSeconds());
        if (!part.isLateAt(now) || part.deadline() == null) return "";
        return VietnamTime.duration(part.deadline().delayAt(now));
    }

    static String delay(long seconds) {
        return VietnamTime.duration(Duration.ofSeconds(seconds));
    }
}
