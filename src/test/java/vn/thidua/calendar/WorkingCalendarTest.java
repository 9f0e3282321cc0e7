package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.calendar.ShippedCalendar.CALENDAR;
import static vn.thidua.calendar.ShippedCalendar.day;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped calendar: 2025 and 2026 as published, 2027 to 2030 as expected. */
class WorkingCalendarTest {

    @ParameterizedTest(name = "{0} working days from {1}: {2}")
    @CsvSource({"10, 18/11/2026, 03/12/2026", "20, 02/02/2026, 09/03/2026", "20, 13/08/2026, 14/09/2026"})
    void working_days_are_counted_from_the_day_after(int workingDays, String from, String to) {
        assertThat(CALENDAR.plusWorkingDays(day(from), workingDays)).isEqualTo(day(to));
    }

    @Test
    void no_working_days_lead_nowhere() {
        assertThat(CALENDAR.plusWorkingDays(day("14/02/2026"), 0)).isEqualTo(day("14/02/2026"));
    }

    @ParameterizedTest(name = "off from {0} to {1}, worked around it")
    @CsvSource({
        "25/01/2025, 02/02/2025",
        "07/04/2025, 07/04/2025",
        "30/04/2025, 04/05/2025",
        "30/08/2025, 02/09/2025",
        "01/01/2026, 04/01/2026",
        "14/02/2026, 22/02/2026",
        "25/04/2026, 27/04/2026",
        "30/04/2026, 03/05/2026",
        "29/08/2026, 02/09/2026",
        "24/11/2026, 24/11/2026"
    })
    void the_published_days_off_are_off(String first, String last) {
        for (var day = day(first); !day.isAfter(day(last)); day = day.plusDays(1)) {
            assertThat(CALENDAR.isWorkingDay(day)).as("%s", day).isFalse();
        }
        assertThat(CALENDAR.isWorkingDay(workedBefore(day(first)))).isTrue();
        assertThat(CALENDAR.isWorkingDay(workedAfter(day(last)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26/04/2025", "10/01/2026", "22/08/2026"})
    void the_saturdays_swapped_for_a_day_off_are_worked(String saturday) {
        assertThat(CALENDAR.isWorkingDay(day(saturday))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/05/2025", "17/01/2026", "29/08/2026", "04/11/2028", "19/11/2028"})
    void any_other_weekend_is_off(String weekend) {
        assertThat(CALENDAR.isWorkingDay(day(weekend))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06/02/2027",
                "26/01/2028",
                "13/02/2029",
                "02/02/2030",
                "16/04/2027",
                "04/04/2028",
                "23/04/2029",
                "12/04/2030"
            })
    void the_computed_first_days_of_tet_and_the_kings_commemoration_are_expected_days_off(String day) {
        assertThat(ShippedCalendar.holidays())
                .filteredOn(holiday -> holiday.get("day").asText().equals(day))
                .singleElement()
                .satisfies(holiday -> {
                    assertThat(holiday.get("name").asText()).containsAnyOf("Tết Nguyên đán", "Giỗ Tổ");
                    assertThat(holiday.get("kind").asText()).isEqualTo("OFF");
                    assertThat(holiday.get("state").asText()).isEqualTo("EXPECTED");
                });
    }

    @Test
    void a_chinese_calendar_would_begin_tet_2030_a_day_later() {
        assertThat(CALENDAR.isWorkingDay(day("01/02/2030")))
                .as("Tết's eve, a Friday")
                .isFalse();
        assertThat(CALENDAR.isWorkingDay(day("08/02/2030"))).isTrue();
    }

    @Test
    void a_holiday_on_the_weekly_rest_day_moves_to_the_next_working_day() {
        assertThat(CALENDAR.isWorkingDay(day("27/04/2026"))).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("03/01/2028"))).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("26/11/2029"))).isFalse();
    }

    @Test
    void the_24th_of_november_is_off_from_2026_on_only() {
        assertThat(CALENDAR.isWorkingDay(day("24/11/2025"))).isTrue();
        for (int year = 2026; year <= 2030; year++) {
            assertThat(CALENDAR.isWorkingDay(LocalDate.of(year, 11, 24))).isFalse();
        }
    }

    @Test
    void what_is_published_is_official_and_what_is_computed_only_expected() {
        assertThat(ShippedCalendar.holidays()).allSatisfy(holiday -> {
            var year = day(holiday.get("day").asText()).getYear();
            assertThat(holiday.get("state").asText()).isEqualTo(year <= 2026 ? "OFFICIAL" : "EXPECTED");
            assertThat(holiday.get("source").asText()).isNotBlank();
        });
    }

    @Test
    void the_last_working_day_up_to_a_day_is_the_day_itself_where_it_is_worked() {
        assertThat(CALENDAR.lastWorkingDayUpTo(day("13/02/2026"))).isEqualTo(day("13/02/2026"));
        assertThat(CALENDAR.lastWorkingDayUpTo(day("22/02/2026"))).isEqualTo(day("13/02/2026"));
    }

    private static LocalDate workedBefore(LocalDate day) {
        var before = day.minusDays(1);
        return VietnamTime.isWeekend(before) ? workedBefore(before) : before;
    }

    private static LocalDate workedAfter(LocalDate day) {
        var after = day.plusDays(1);
        return VietnamTime.isWeekend(after) ? workedAfter(after) : after;
    }
}
