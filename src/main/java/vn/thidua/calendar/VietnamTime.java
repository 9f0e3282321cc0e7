package vn.thidua.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How dates and times are read and written: Asia/Ho_Chi_Minh, dd/MM/yyyy. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/uuuu");

    private VietnamTime() {}

    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    public static String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant.atZone(ZONE));
    }

    /** Reads d/M/yyyy; empty when the text is no date. */
    public static Optional<LocalDate> parse(@Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text.strip(), READ));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static String weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** A duration in words, to the second: "2 ngày 3 giờ 5 phút 1 giây"; zero is "0 giây". */
    public static String duration(Duration duration) {
        var words = new StringBuilder();
        append(words, duration.toDays(), "ngày");
        append(words, duration.toHoursPart(), "giờ");
        append(words, duration.toMinutesPart(), "phút");
        append(words, duration.toSecondsPart(), "giây");
        return words.isEmpty() ? "0 giây" : words.toString().strip();
    }

    private static void append(StringBuilder words, long amount, String unit) {
        if (amount > 0) words.append(amount).append(' ').append(unit).append(' ');
    }
}
