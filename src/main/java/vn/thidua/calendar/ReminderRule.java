package vn.thidua.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a duty is called to mind. Before the deadline: so many days before the day the deadline names and, where set, on the last
 * working day that is on time; after it: every so many days. A reminder that would fall on a day off comes on the working day before.
 */
public record ReminderRule(List<Integer> daysBefore, boolean onLastWorkingDay, int everyDaysAfter) {

    /** Enough weeks to step over the longest holiday. */
    private static final int WEEKS_AHEAD = 5;

    /** The first reminder day from the given day on. */
    public LocalDate next(Deadline deadline, LocalDate from, WorkingCalendar calendar) {
        var before = before(deadline).map(calendar::lastWorkingDayUpTo);
        var after =
                after(deadline, from).map(calendar::lastWorkingDayUpTo).filter(day -> day.isAfter(deadline.lastDay()));
        return Stream.concat(before, after)
                .filter(day -> !day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private Stream<LocalDate> before(Deadline deadline) {
        var counted = daysBefore.stream().map(deadline.date()::minusDays);
        return onLastWorkingDay ? Stream.concat(counted, Stream.of(deadline.lastDay())) : counted;
    }

    private Stream<LocalDate> after(Deadline deadline, LocalDate from) {
        var firstLateDay = deadline.lastDay().plusDays(1);
        var passed = Math.max(0, (from.toEpochDay() - firstLateDay.toEpochDay()) / everyDaysAfter);
        return LongStream.rangeClosed(Math.max(1, passed), passed + WEEKS_AHEAD)
                .mapToObj(times -> firstLateDay.plusDays(times * everyDaysAfter));
    }
}
