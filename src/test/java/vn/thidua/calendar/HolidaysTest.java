package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Holiday.Kind;
import vn.thidua.calendar.Holiday.State;
import vn.thidua.support.ThiDuaTest;

/** An administrator corrects the holidays, and the reminders already planned follow. */
class HolidaysTest extends ThiDuaTest {

    private static final String ADDRESS = "so-y-te@unit.example";

    @Autowired
    private Holidays holidays;

    private List<Holiday> before;

    @BeforeEach
    void remember() {
        before = holidays.all();
    }

    @AfterEach
    void restore() {
        office.asAdministrator(() -> {
            holidays.all().stream()
                    .filter(holiday -> !before.contains(holiday))
                    .forEach(holiday -> holidays.remove(holiday.day()));
            before.stream().filter(holiday -> !holidays.all().contains(holiday)).forEach(holidays::correct);
        });
    }

    @Test
    void the_shipped_holidays_are_in_an_empty_calendar() {
        assertThat(holidays.calendar()).isEqualTo(ShippedCalendar.CALENDAR);
    }

    @Test
    void a_reminder_planned_for_a_day_that_becomes_a_holiday_comes_on_the_working_day_before() {
        office.adopt("binh-phuoc", "16/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        assertThat(office.part("binh-phuoc/so-y-te/2026").nextReminderOn()).isEqualTo(date("19/11/2026"));

        office.asAdministrator(() -> holidays.correct(off("19/11/2026")));

        assertThat(office.part("binh-phuoc/so-y-te/2026").nextReminderOn()).isEqualTo(date("18/11/2026"));
        office.travelTo("19/11/2026 12:00:00");
        assertThat(office.digestDays(ADDRESS)).containsExactly("16/11/2026", "18/11/2026");
    }

    @Test
    void a_reminder_brought_forward_for_a_holiday_that_is_taken_back_comes_on_its_day_again() {
        office.asAdministrator(() -> holidays.correct(off("19/11/2026")));
        office.adopt("binh-phuoc", "16/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        assertThat(office.part("binh-phuoc/so-y-te/2026").nextReminderOn()).isEqualTo(date("18/11/2026"));

        office.asAdministrator(() -> holidays.remove(date("19/11/2026")));

        assertThat(office.part("binh-phuoc/so-y-te/2026").nextReminderOn()).isEqualTo(date("19/11/2026"));
    }

    @Test
    void a_reminder_with_no_working_day_left_before_it_comes_on_the_first_after() {
        office.adopt("binh-phuoc", "10/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("12/11/2026 09:00:00");

        office.asAdministrator(() -> holidays.correct(off("13/11/2026")));

        office.travelTo("16/11/2026 12:00:00");
        assertThat(office.digestDays(ADDRESS)).containsExactly("10/11/2026", "16/11/2026");
    }

    @Test
    void a_corrected_day_keeps_its_name_state_and_source() {
        var official =
                new Holiday(date("16/04/2027"), "Giỗ Tổ Hùng Vương", Kind.OFF, State.OFFICIAL, "Thông báo 1/TB-BNV");

        office.asAdministrator(() -> holidays.correct(official));

        assertThat(holidays.all()).contains(official);
        assertThat(holidays.all()).extracting(Holiday::day).doesNotHaveDuplicates();
    }

    @Test
    void a_swapped_saturday_becomes_a_working_day() {
        var saturday = date("21/11/2026");
        office.asAdministrator(() -> holidays.correct(
                new Holiday(saturday, "Làm bù", Kind.WORKING_DAY, State.OFFICIAL, "Thông báo 1/TB-BNV")));

        assertThat(holidays.calendar().isWorkingDay(saturday)).isTrue();
    }

    @Test
    void others_may_not_correct_nor_remove() {
        office.as("standing-officer", "binh-phuoc.so-noi-vu", () -> {
            refused(Refusal.Kind.FORBIDDEN, () -> holidays.correct(off("19/11/2026")));
            refused(Refusal.Kind.FORBIDDEN, () -> holidays.remove(date("24/11/2026")));
        });

        assertThat(holidays.all()).isEqualTo(before);
    }

    @Test
    void a_day_without_name_or_source_and_one_that_is_not_listed_are_refused() {
        office.asAdministrator(() -> {
            refused(
                    Refusal.Kind.INVALID,
                    () -> holidays.correct(new Holiday(date("19/11/2026"), " ", Kind.OFF, State.OFFICIAL, "x")));
            refused(
                    Refusal.Kind.INVALID,
                    () -> holidays.correct(new Holiday(date("19/11/2026"), "x", Kind.OFF, State.OFFICIAL, "")));
            refused(Refusal.Kind.NOT_FOUND, () -> holidays.remove(date("19/11/2026")));
        });
    }

    private static Holiday off(String day) {
        return new Holiday(date(day), "Nghỉ đột xuất", Kind.OFF, State.OFFICIAL, "Công điện 1/CĐ-TTg");
    }

    private static void refused(Refusal.Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
