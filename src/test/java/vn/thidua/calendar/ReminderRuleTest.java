package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.calendar.ShippedCalendar.CALENDAR;
import static vn.thidua.calendar.ShippedCalendar.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.calendar.Deadline.Kind;

/** 30, 7 and 1 days before, on the last working day, and weekly after: never on a day off. */
class ReminderRuleTest {

    private static final ReminderRule RULE = new ReminderRule(List.of(30, 7, 1), true, 7);

    @Test
    void a_deadline_among_working_days_is_called_to_mind_on_the_very_days() {
        assertThat(days(RULE, before("20/11/2026"), "01/10/2026", "12/12/2026"))
                .containsExactly("21/10/2026", "13/11/2026", "19/11/2026", "27/11/2026", "04/12/2026", "11/12/2026");
    }

    @Test
    void before_sunday_30_06_2025_in_son_la_the_last_reminder_falls_on_friday_27_06() {
        assertThat(days(RULE, before("30/06/2025"), "21/06/2025", "30/06/2025"))
                .containsExactly("23/06/2025", "27/06/2025");
    }

    @Test
    void in_2028_nobody_is_reminded_on_sunday_19_11() {
        assertThat(days(RULE, before("20/11/2028"), "01/10/2028", "28/11/2028"))
                .containsExactly("20/10/2028", "13/11/2028", "17/11/2028", "27/11/2028");
    }

    @Test
    void in_2028_nobody_is_reminded_on_saturday_04_11() {
        assertThat(days(RULE, before("05/11/2028"), "01/10/2028", "20/11/2028"))
                .containsExactly("06/10/2028", "27/10/2028", "03/11/2028", "10/11/2028", "17/11/2028");
    }

    @Test
    void what_would_fall_into_tet_comes_on_the_last_working_day_before_it() {
        assertThat(days(RULE, before("20/02/2026"), "01/02/2026", "28/02/2026"))
                .containsExactly("13/02/2026", "27/02/2026");
    }

    @Test
    void a_weekly_reminder_that_tet_pushes_back_before_the_deadline_is_left_out() {
        assertThat(days(RULE, before("14/02/2026"), "10/02/2026", "07/03/2026"))
                .containsExactly("13/02/2026", "27/02/2026", "06/03/2026");
    }

    @Test
    void a_saturday_worked_in_exchange_is_a_day_to_remind_on() {
        assertThat(days(RULE, before("23/08/2026"), "17/08/2026", "23/08/2026")).containsExactly("22/08/2026");
    }

    @Test
    void an_inclusive_deadline_is_called_to_mind_on_its_last_day_too() {
        assertThat(days(RULE, new Deadline(Kind.WITHIN, day("30/06/2025")), "20/06/2025", "08/07/2025"))
                .containsExactly("23/06/2025", "27/06/2025", "30/06/2025", "08/07/2025");
    }

    @Test
    void asked_on_a_day_of_the_weekly_reminder_it_is_that_day() {
        var deadline = new Deadline(Kind.BY, day("30/11/2026"));

        assertThat(RULE.next(deadline, day("07/12/2026"), CALENDAR)).isEqualTo(day("08/12/2026"));
        assertThat(RULE.next(deadline, day("08/12/2026"), CALENDAR)).isEqualTo(day("08/12/2026"));
        assertThat(RULE.next(deadline, day("09/12/2026"), CALENDAR)).isEqualTo(day("15/12/2026"));
    }

    @Test
    void a_campaign_may_remind_on_other_days_and_not_on_the_last_working_day() {
        var rule = new ReminderRule(List.of(14), false, 10);

        assertThat(days(rule, before("20/11/2026"), "01/10/2026", "12/12/2026"))
                .containsExactly("06/11/2026", "30/11/2026", "10/12/2026");
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030})
    void whatever_the_deadline_nobody_is_reminded_on_a_day_off_and_everybody_in_the_week_before(int year) {
        for (var date = LocalDate.of(year, 3, 1); date.getYear() == year; date = date.plusDays(1)) {
            var deadline = new Deadline(Kind.BEFORE, date);
            var last = CALENDAR.lastWorkingDayUpTo(deadline.lastDay());
            var reached = date.minusDays(40);
            var reminded = new ArrayList<LocalDate>();
            while (reached.isBefore(date.plusDays(40))) {
                var next = RULE.next(deadline, reached, CALENDAR);
                assertThat(CALENDAR.isWorkingDay(next))
                        .as("%s for %s", next, date)
                        .isTrue();
                assertThat(next).isAfterOrEqualTo(reached);
                reminded.add(next);
                reached = next.plusDays(1);
            }
            assertThat(reminded).as("for %s", date).contains(last).doesNotHaveDuplicates();
        }
    }

    private static Deadline before(String date) {
        return new Deadline(Kind.BEFORE, day(date));
    }

    /** All reminder days from the first day to the last. */
    private static List<String> days(ReminderRule rule, Deadline deadline, String from, String until) {
        var days = new ArrayList<String>();
        var next = rule.next(deadline, day(from), CALENDAR);
        while (!next.isAfter(day(until))) {
            days.add(VietnamTime.date(next));
            next = rule.next(deadline, next.plusDays(1), CALENDAR);
        }
        return days;
    }
}
