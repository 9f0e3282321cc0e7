package vn.thidua.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/**
 * Numbers without gaps or repeats: each series is one row that is counted up in the transaction that uses the number. Who comes second
 * waits until the first has committed, or gets the same number when it was rolled back.
 */
@Component
class DocumentNumbers {

    static final String DECISION = "QĐ";
    static final String LETTER = "TTr";
    static final String REGISTER = "SV";
    static final String CERTIFICATE = "BANG";

    private final JdbcClient sql;

    DocumentNumbers(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next number of a dated series. Refused when the date lies before that of the last number given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String issuer, String kind, LocalDate date) {
        return count(issuer, kind, date.getYear(), 1, date);
    }

    /** The first of so many numbers in a row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int block(String issuer, String kind, int year, int size) {
        return count(issuer, kind, year, size, null) - size + 1;
    }

    /** The next of a series that has neither date nor year: what a key ends in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int ordinal(String issuer, String kind) {
        return count(issuer, kind, 0, 1, null);
    }

    private int count(String issuer, String kind, int year, int size, @Nullable LocalDate date) {
        return sql.sql("""
                insert into document_counter(issuer, kind, year, last_number, last_date) values (:issuer, :kind, :year, :size, :date)
                on conflict (issuer, kind, year) do update
                    set last_number = document_counter.last_number + excluded.last_number, last_date = excluded.last_date
                    where excluded.last_date is null or document_counter.last_date is null
                        or document_counter.last_date <= excluded.last_date
                returning last_number""")
                .param("issuer", issuer)
                .param("kind", kind)
                .param("year", year)
                .param("size", size)
                .param("date", date)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> tooEarly(issuer, kind, year));
    }

    /**
     * The series goes on after this number, which was given outside.
     *
     * @return the last number until now; empty where none had been given in that year
     * @throws Refusal INVALID for a number not above it or a date before its date; CONFLICT when the first number is given at this moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> advance(String issuer, String kind, LocalDate date, int number) {
        var last = sql.sql("""
                select last_number, last_date from document_counter where issuer = ? and kind = ? and year = ? for update""")
                .params(issuer, kind, date.getYear())
                .query((row, i) -> new Last(row.getInt("last_number"), row.getObject("last_date", LocalDate.class)))
                .optional();
        last.ifPresent(each -> mustFollow(each, issuer, number, date));
        var advanced = sql.sql(
                        last.isPresent()
                                ? "update document_counter set last_number = :number, last_date = :date where issuer = :issuer and kind = :kind and year = :year"
                                : "insert into document_counter(issuer, kind, year, last_number, last_date) values (:issuer, :kind, :year, :number, :date) on conflict do nothing")
                .param("issuer", issuer)
                .param("kind", kind)
                .param("year", date.getYear())
                .param("number", number)
                .param("date", date)
                .update();
        if (advanced == 0) {
            throw Refusal.conflict(
                    "number-taken", "Hệ thống vừa cấp số cho %s. Hãy tải lại trang và ghi lại.".formatted(issuer));
        }
        return last.map(Last::number);
    }

    private record Last(int number, @Nullable LocalDate date) {}

    private static void mustFollow(Last last, String issuer, int number, LocalDate date) {
        if (number <= last.number()) {
            throw Refusal.invalid(
                    "number-not-above",
                    "number",
                    "Số cuối của %s năm %d đã là %02d. Chỉ ghi được số lớn hơn; số đã cấp không lùi lại được."
                            .formatted(issuer, date.getYear(), last.number()));
        }
        if (last.date() != null && date.isBefore(last.date())) {
            throw Refusal.invalid(
                    "number-date",
                    "date",
                    "Số lớn hơn không thể có ngày trước ngày %s của số %02d đã cấp. Hãy kiểm tra lại sổ văn bản."
                            .formatted(VietnamTime.date(last.date()), last.number()));
        }
    }

    private Refusal tooEarly(String issuer, String kind, int year) {
        var last = sql.sql(
                        "select last_number, last_date from document_counter where issuer = ? and kind = ? and year = ?")
                .params(issuer, kind, year)
                .query((row, i) -> "%02d ngày %s"
                        .formatted(
                                row.getInt("last_number"),
                                VietnamTime.date(row.getObject("last_date", LocalDate.class))))
                .single();
        return Refusal.invalid(
                "number-date",
                "date",
                "Ngày văn bản không được trước ngày của số đã cấp gần nhất (số %s, %s). Hãy ghi ngày bằng hoặc sau ngày đó."
                        .formatted(last, issuer));
    }
}
