package vn.thidua.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Hạn: an instant with the rule behind it. "Trước ngày D" ends at 24:00 of the day before D; "chậm nhất ngày D" and "trong tháng" end
 * at 24:00 of their last day, Asia/Ho_Chi_Minh. A deadline on a day off does not move by itself.
 *
 * @param date the day the rule names: D, or the last day of the month
 */
public record Deadline(Kind kind, LocalDate date) {

    public enum Kind {
        /** trước ngày: exclusive */
        BEFORE,
        /** chậm nhất ngày: inclusive */
        BY,
        /** trong tháng: inclusive, the month's last day */
        WITHIN
    }

    /** The first instant that is late. */
    public Instant instant() {
        return lastDay().plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** The last day on which one is on time. */
    public LocalDate lastDay() {
        return kind == Kind.BEFORE ? date.minusDays(1) : date;
    }

    /** The last second that is on time, for lists that show one moment. */
    public Instant lastMoment() {
        return instant().minusSeconds(1);
    }

    public boolean isPassedAt(Instant moment) {
        return !moment.isBefore(instant());
    }

    /** How late the moment is, zero at the first late instant; never negative. */
    public Duration delayAt(Instant moment) {
        return isPassedAt(moment) ? Duration.between(instant(), moment) : Duration.ZERO;
    }

    /** The deadline as an official reads it: "trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11". */
    public String inWords() {
        var last = lastDay();
        var lastInWords = "chậm nhất hết %s %02d/%02d"
                .formatted(VietnamTime.weekday(last), last.getDayOfMonth(), last.getMonthValue());
        return switch (kind) {
            case BEFORE -> "trước ngày %s, tức %s".formatted(VietnamTime.date(date), lastInWords);
            case BY -> "%s/%d".formatted(lastInWords, last.getYear());
            case WITHIN -> "trong tháng %d/%d, tức %s".formatted(date.getMonthValue(), date.getYear(), lastInWords);
        };
    }
}
