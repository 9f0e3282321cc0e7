package vn.thidua.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.Period.Frequency;

/**
 * How a plan says until when: a kind and its dates (one, or one per sub-period), the year left out where it recurs. No kind means the
 * plan names no date: "chưa quy định". A date that lies before its sub-period begins is one of the year after: "trước ngày 05 tháng đầu
 * quý sau" is 05/01 of the next year for the last quarter.
 *
 * @param dates d/M/yyyy or d/M (for WITHIN M/yyyy or M; each month: the day alone)
 * @param nextYear the date lies in the year after the period's
 */
public record DueRule(@Nullable Kind kind, List<String> dates, boolean nextYear) {

    public static final DueRule UNDATED = new DueRule(null, List.of(), false);

    public DueRule {
        dates = List.copyOf(dates);
    }

    public boolean isUndated() {
        return kind == null;
    }

    /** The deadline for the period; empty where the plan names none. */
    public Optional<Deadline> deadlineOf(Period period) {
        return kind == null ? Optional.empty() : Optional.of(resolve(kind, period));
    }

    /** What is wrong with the rule for that frequency, in Vietnamese; empty when it can be used. */
    public List<String> faults(Frequency frequency) {
        var faults = new ArrayList<String>();
        if (kind == null) return faults;
        if (frequency == Frequency.UNSTATED) {
            faults.add("hạn có ngày thì phải nêu kỳ (every), không để UNSTATED");
            return faults;
        }
        var needed = frequency == Frequency.MONTH ? 1 : frequency.perYear();
        if (dates.size() != needed) {
            faults.add("kỳ %s cần đúng %d ngày hạn, đang có %d".formatted(frequency.label(), needed, dates.size()));
            return faults;
        }
        for (var period : Period.of(frequency, 2025, 2028)) {
            try {
                resolve(kind, period);
            } catch (DateTimeException | IllegalArgumentException wrong) {
                faults.add("ngày hạn \"%s\" không phải là ngày có thật hoặc không hợp với kỳ %s"
                        .formatted(String.join(", ", dates), frequency.label()));
                return faults;
            }
        }
        return faults;
    }

    private Deadline resolve(Kind kind, Period period) {
        var fields = dates.get(period.frequency() == Frequency.MONTH ? 0 : period.part() - 1)
                .split("/");
        var numbers = new int[fields.length];
        for (int i = 0; i < fields.length; i++) numbers[i] = Integer.parseInt(fields[i]);
        return new Deadline(kind, kind == Kind.WITHIN ? lastDayOfMonth(numbers, period) : day(numbers, period));
    }

    private LocalDate day(int[] numbers, Period period) {
        if (period.frequency() == Frequency.ONCE) {
            require(numbers.length == 3);
            return LocalDate.of(numbers[2], numbers[1], numbers[0]);
        }
        if (period.frequency() == Frequency.MONTH) {
            require(numbers.length == 1);
            var month = YearMonth.of(period.year(), period.part()).plusMonths(nextYear ? 1 : 0);
            return month.atDay(numbers[0]);
        }
        require(numbers.length == 2);
        return notBefore(period, LocalDate.of(period.year() + (nextYear ? 1 : 0), numbers[1], numbers[0]));
    }

    private LocalDate lastDayOfMonth(int[] numbers, Period period) {
        if (period.frequency() == Frequency.ONCE) {
            require(numbers.length == 2);
            return YearMonth.of(numbers[1], numbers[0]).atEndOfMonth();
        }
        require(numbers.length == 1 && period.frequency() != Frequency.MONTH);
        return notBefore(
                period,
                YearMonth.of(period.year() + (nextYear ? 1 : 0), numbers[0]).atEndOfMonth());
    }

    private static LocalDate notBefore(Period period, LocalDate date) {
        return date.isBefore(period.firstDay()) ? date.plusYears(1) : date;
    }

    private static void require(boolean condition) {
        if (!condition) throw new IllegalArgumentException("a date that does not fit its frequency");
    }
}
