package vn.thidua.web.pages;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.VietnamTime;

/** How templates write dates, times, numbers and sizes. */
@Component("vi")
public class Vietnamese {

    private static final Locale LOCALE = Locale.forLanguageTag("vi-VN");

    /** dd/MM/yyyy; nothing for no date. */
    public String date(@Nullable LocalDate date) {
        return VietnamTime.date(date);
    }

    /** HH:mm:ss ngày dd/MM/yyyy, Asia/Ho_Chi_Minh; nothing for no time. */
    public String time(@Nullable Instant instant) {
        return VietnamTime.dateTime(instant);
    }

    /** dd/MM/yyyy of the day the moment lies in, Asia/Ho_Chi_Minh. */
    public String day(Instant instant) {
        return VietnamTime.date(VietnamTime.dayOf(instant));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(LOCALE).format(number);
    }

    public String size(long bytes) {
        if (bytes < 1_000) return bytes + " byte";
        if (bytes < 1_000_000) return number(Math.round(bytes / 1_000.0)) + " KB";
        return String.format(LOCALE, "%.1f MB", bytes / 1_000_000.0);
    }
}
