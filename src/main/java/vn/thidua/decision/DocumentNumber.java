package vn.thidua.decision;

import java.time.LocalDate;
import vn.thidua.calendar.VietnamTime;

/**
 * Số, ký hiệu văn bản with its date; numbered without gaps per issuer, kind and year.
 *
 * @param issuer whose series it is, e.g. "Chủ tịch UBND tỉnh Sơn La"
 * @param symbol what follows the number, e.g. "QĐ-UBND"
 */
public record DocumentNumber(String issuer, int number, String symbol, LocalDate date) {

    /** "05/QĐ-UBND": a leading zero below 10 (Decree 30/2020, Annex I). */
    public String text() {
        return "%02d/%s".formatted(number, symbol);
    }

    /** "05/QĐ-UBND ngày 05/12/2026". */
    public String inWords() {
        return "%s ngày %s".formatted(text(), VietnamTime.date(date));
    }
}
