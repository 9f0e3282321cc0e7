package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.support.ThiDuaTest;

class LimitsTest extends ThiDuaTest {

    @Autowired
    private Limits limits;

    @ParameterizedTest
    @CsvSource({"18/11/2026, 10, 03/12/2026", "02/02/2026, 20, 09/03/2026", "13/08/2026, 20, 14/09/2026"})
    void a_limit_in_working_days_ends_at_the_last_moment_of_its_day(String day0, int workingDays, String last) {
        var limit = limits.endOf(date(day0), workingDays);

        assertThat(limit.lastDay()).isEqualTo(date(last));
        assertThat(limit.isPassedAt(instant(last + " 23:59:59"))).isFalse();
        assertThat(limit.instant()).isEqualTo(instant(last + " 23:59:59").plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "18/12/2026, 01/12/2026, 07/12/2026, 24/12/2026", // four working days
        "18/12/2026, 04/12/2026, 06/12/2026, 18/12/2026", // a weekend
        "18/12/2026, 01/12/2026, 01/12/2026, 18/12/2026",
        "20/11/2026, 23/11/2026, 25/11/2026, 23/11/2026" // 24/11/2026 is a day off
    })
    void a_limit_that_rests_goes_on_with_the_working_days_it_had_left(
            String last, String restedFrom, String restedTo, String moved) {
        var limit = instant(last + " 23:59:59").plusSeconds(1);

        assertThat(limits.afterRest(limit, date(restedFrom), date(restedTo)))
                .isEqualTo(instant(moved + " 23:59:59").plusSeconds(1));
    }
}
