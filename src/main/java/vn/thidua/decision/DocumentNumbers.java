package vn.thidua.decision;

import java.time.LocalDate;
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
