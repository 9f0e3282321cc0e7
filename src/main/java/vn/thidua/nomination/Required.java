package vn.thidua.nomination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/** What an answer must hold, refused by field; for this room and those after it. */
public final class Required {

    private static final int LONGEST = 4_000;

    private Required() {}

    /** The text without the spaces around it. @throws Refusal INVALID when there is none, or too much */
    public static String text(@Nullable String text, String field, String name) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("required", field, "%s không được để trống. Hãy điền rồi gửi lại.".formatted(name));
        }
        return fitting(text.strip(), field, name, LONGEST);
    }

    public static @Nullable String textOrNull(@Nullable String text, String field, String name) {
        return text == null || text.isBlank() ? null : fitting(text.strip(), field, name, LONGEST);
    }

    public static String fitting(String text, String field, String name, int longest) {
        if (text.length() > longest) {
            throw Refusal.invalid("too-long", field, "%s dài quá %d ký tự. Hãy rút gọn.".formatted(name, longest));
        }
        return text;
    }

    /** @throws Refusal INVALID when it is no day dd/MM/yyyy */
    public static LocalDate day(@Nullable String text, String field, String name) {
        return VietnamTime.parse(text)
                .orElseThrow(() -> Refusal.invalid(
                        "date", field, "%s phải có dạng dd/MM/yyyy, ví dụ 18/11/2026.".formatted(name)));
    }

    /** @throws Refusal INVALID when it is no day, or before today */
    public static LocalDate dayFrom(LocalDate today, @Nullable String text, String field, String name) {
        var day = day(text, field, name);
        if (day.isBefore(today)) {
            throw Refusal.invalid(
                    "date-past",
                    field,
                    "%s không được trước ngày hôm nay (%s).".formatted(name, VietnamTime.date(today)));
        }
        return day;
    }

    public static <T> T choice(@Nullable T choice, String field, String sentence) {
        if (choice == null) throw Refusal.invalid(field, field, sentence);
        return choice;
    }
}
