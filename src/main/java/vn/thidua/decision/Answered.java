package vn.thidua.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/** Reads what people enter, or refuses it in a sentence that names the field. */
final class Answered {

    private Answered() {}

    /** The text without space around it. @param otherwise what is said when there is none */
    static String text(@Nullable String text, String field, String otherwise) {
        if (text == null || text.isBlank()) throw Refusal.invalid(field, field, otherwise);
        return text.strip();
    }

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** A date dd/MM/yyyy. */
    static LocalDate date(@Nullable String text, String field, String called) {
        return VietnamTime.parse(text)
                .orElseThrow(() -> Refusal.invalid(
                        field, field, "%s phải có dạng dd/MM/yyyy, ví dụ 05/12/2026.".formatted(called)));
    }

    /** A date that is not after today. */
    static LocalDate pastDate(@Nullable String text, String field, String called, LocalDate today) {
        var date = date(text, field, called);
        if (date.isAfter(today)) {
            throw Refusal.invalid(field, field, "%s không được sau ngày hôm nay.".formatted(called));
        }
        return date;
    }

    /** A date from the given day to today; today when nothing is entered. @param since what happened on that day, in words */
    static LocalDate dateSince(
            @Nullable String text, String field, String called, LocalDate from, String since, LocalDate today) {
        if (!isGiven(text)) return today;
        var date = pastDate(text, field, called, today);
        if (date.isBefore(from)) {
            throw Refusal.invalid(
                    field, field, "%s không được trước %s (%s).".formatted(called, since, VietnamTime.date(from)));
        }
        return date;
    }
}
