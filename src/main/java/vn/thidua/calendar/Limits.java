package vn.thidua.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline.Kind;

/** Thời hạn tính bằng ngày làm việc, by the holidays as they stand now. */
@Component
public class Limits {

    private final Holidays holidays;

    Limits(Holidays holidays) {
        this.holidays = holidays;
    }

    /**
     * The limit that many working days after the day, the day itself not counted: on time until 24:00 of the day reached,
     * Asia/Ho_Chi_Minh.
     */
    public Deadline endOf(LocalDate day0, int workingDays) {
        return new Deadline(Kind.BY, holidays.calendar().plusWorkingDays(day0, workingDays));
    }

    /**
     * A limit that rested from one day to another goes on with the working days it had left.
     *
     * @param limit the first instant that is late
     * @return the limit later by the working days it rested, at 24:00 of the day reached
     */
    public Instant afterRest(Instant limit, LocalDate restedFrom, LocalDate restedTo) {
        var calendar = holidays.calendar();
        var rested = calendar.workingDaysBetween(restedFrom, restedTo);
        if (rested == 0) return limit;
        var lastDay = VietnamTime.dayOf(limit.minusSeconds(1));
        return new Deadline(Kind.BY, calendar.plusWorkingDays(lastDay, rested)).instant();
    }
}
