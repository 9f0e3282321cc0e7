package vn.thidua.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * Lịch làm việc: Monday to Friday, less the days off, plus the Saturdays worked in exchange. A snapshot of the holidays as they stood
 * when it was read; dates are in Asia/Ho_Chi_Minh.
 */
public record WorkingCalendar(Set<LocalDate> daysOff, Set<LocalDate> extraWorkingDays) {

    public WorkingCalendar {
        daysOff = Set.copyOf(daysOff);
        extraWorkingDays = Set.copyOf(extraWorkingDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return extraWorkingDays.contains(day) || (!VietnamTime.isWeekend(day) && !daysOff.contains(day));
    }

    /** The day that many working days after, the day itself not counted (Decree 152/2025 counts so). */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        var reached = day;
        for (int counted = 0; counted < workingDays; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) counted++;
        }
        return reached;
    }

    /** Working days after one day up to another, the first not counted; none when the other isn't later. */
    public int workingDaysBetween(LocalDate day, LocalDate until) {
        return (int) day.plusDays(1)
                .datesUntil(until.isBefore(day) ? day.plusDays(1) : until.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The day itself if it is worked, else the last working day before it. */
    public LocalDate lastWorkingDayUpTo(LocalDate day) {
        var reached = day;
        while (!isWorkingDay(reached)) reached = reached.minusDays(1);
        return reached;
    }
}
