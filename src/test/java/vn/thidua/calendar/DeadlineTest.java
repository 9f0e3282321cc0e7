package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.calendar.ShippedCalendar.CALENDAR;
import static vn.thidua.calendar.ShippedCalendar.day;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.calendar.Deadline.Kind;

/** Until when "trước ngày", "chậm nhất ngày" and "trong tháng" are on time, to the second. */
class DeadlineTest {

    private static final Deadline BEFORE_20_11 = new Deadline(Kind.BEFORE, day("20/11/2026"));

    @ParameterizedTest(name = "{0} {1}: on time until {2}")
    @CsvSource({
        "BEFORE, 20/11/2026, 2026-11-19T23:59:59+07:00",
        "BY, 20/11/2026, 2026-11-20T23:59:59+07:00",
        "WITHIN, 30/06/2025, 2025-06-30T23:59:59+07:00",
        "BEFORE, 01/01/2027, 2026-12-31T23:59:59+07:00",
        "BEFORE, 01/03/2028, 2028-02-29T23:59:59+07:00"
    })
    void the_last_second_is_on_time_and_the_next_one_late(Kind kind, String date, String lastMoment) {
        var deadline = new Deadline(kind, day(date));
        var last = OffsetDateTime.parse(lastMoment).toInstant();

        assertThat(deadline.lastMoment()).isEqualTo(last);
        assertThat(deadline.isPassedAt(last)).isFalse();
        assertThat(deadline.isPassedAt(last.plusMillis(999))).isFalse();
        assertThat(deadline.isPassedAt(last.plusSeconds(1))).isTrue();
        assertThat(deadline.instant()).isEqualTo(last.plusSeconds(1));
    }

    @Test
    void the_delay_is_exact_and_never_negative() {
        assertThat(BEFORE_20_11.delayAt(at("2026-11-19T23:59:59+07:00"))).isZero();
        assertThat(BEFORE_20_11.delayAt(at("2026-11-20T00:00:00+07:00"))).isZero();
        assertThat(BEFORE_20_11.delayAt(at("2026-11-22T03:05:01+07:00")))
                .isEqualTo(Duration.ofDays(2).plusHours(3).plusMinutes(5).plusSeconds(1));
    }

    @Test
    void midnight_is_that_of_vietnam_wherever_the_machine_stands() {
        assertThat(BEFORE_20_11.instant()).isEqualTo(Instant.parse("2026-11-19T17:00:00Z"));
    }

    @ParameterizedTest(name = "{0}: before {1} the last day is {2}, the last working day {3}")
    @CsvSource({
        "Sơn La, 30/06/2025, 29/06/2025, 27/06/2025",
        "Sơn La UBND cấp cơ sở, 30/07/2025, 29/07/2025, 29/07/2025",
        "Sơn La, 10/11/2025, 09/11/2025, 07/11/2025",
        "Bình Phước, 20/11/2028, 19/11/2028, 17/11/2028",
        "Quảng Trạch, 05/11/2028, 04/11/2028, 03/11/2028",
        "Quảng Trạch, 20/08/2025, 19/08/2025, 19/08/2025",
        "Bình Phước, 15/12/2025, 14/12/2025, 12/12/2025",
        "Bình Phước, 20/11/2026, 19/11/2026, 19/11/2026"
    })
    void a_deadline_on_a_day_off_does_not_move_but_has_a_last_working_day(
            String plan, String date, String lastDay, String lastWorkingDay) {
        var deadline = new Deadline(Kind.BEFORE, day(date));

        assertThat(deadline.lastDay()).isEqualTo(day(lastDay));
        assertThat(CALENDAR.lastWorkingDayUpTo(deadline.lastDay())).isEqualTo(day(lastWorkingDay));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BEFORE | 20/11/2026 | trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11",
                "BEFORE | 30/06/2025 | trước ngày 30/06/2025, tức chậm nhất hết Chủ nhật 29/06",
                "BEFORE | 05/11/2028 | trước ngày 05/11/2028, tức chậm nhất hết thứ Bảy 04/11",
                "BEFORE | 01/01/2027 | trước ngày 01/01/2027, tức chậm nhất hết thứ Năm 31/12",
                "BY | 20/11/2026 | chậm nhất hết thứ Sáu 20/11/2026",
                "WITHIN | 30/06/2025 | trong tháng 6/2025, tức chậm nhất hết thứ Hai 30/06"
            })
    void a_deadline_is_said_as_an_official_reads_it(Kind kind, String date, String words) {
        assertThat(new Deadline(kind, day(date)).inWords()).isEqualTo(words);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
