package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.calendar.ShippedCalendar.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.calendar.Period.Frequency;

/** The period's code is part of the business key; its words are part of every sentence about it. */
class PeriodTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026, YEAR, năm 2026, 01/01/2026, 31/12/2026",
        "2026-H1, HALF_YEAR, 6 tháng đầu năm 2026, 01/01/2026, 30/06/2026",
        "2026-H2, HALF_YEAR, 6 tháng cuối năm 2026, 01/07/2026, 31/12/2026",
        "2026-Q1, QUARTER, quý I năm 2026, 01/01/2026, 31/03/2026",
        "2026-Q4, QUARTER, quý IV năm 2026, 01/10/2026, 31/12/2026",
        "2028-02, MONTH, tháng 2 năm 2028, 01/02/2028, 29/02/2028",
        "2026-12, MONTH, tháng 12 năm 2026, 01/12/2026, 31/12/2026"
    })
    void a_period_has_a_code_words_and_days(
            String code, Frequency frequency, String words, String firstDay, String lastDay) {
        var period = Period.parse(code);

        assertThat(period.code()).isEqualTo(code);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.inWords()).isEqualTo(words);
        assertThat(period.firstDay()).isEqualTo(day(firstDay));
        assertThat(period.lastDay()).isEqualTo(day(lastDay));
    }

    @ParameterizedTest(name = "{0}: {1} periods from 2025 to 2030")
    @CsvSource({"ONCE, 1", "UNSTATED, 1", "YEAR, 6", "HALF_YEAR, 12", "QUARTER, 24", "MONTH, 72"})
    void every_period_of_the_years_is_named_once_and_read_back_from_its_code(Frequency frequency, int count) {
        var periods = Period.of(frequency, 2025, 2030);

        assertThat(periods).hasSize(count).doesNotHaveDuplicates();
        assertThat(periods)
                .allSatisfy(period -> assertThat(Period.parse(period.code())).isEqualTo(period));
    }

    @Test
    void what_happens_once_has_no_code_and_what_has_no_frequency_says_so() {
        assertThat(Period.ONCE.code()).isEmpty();
        assertThat(Period.UNSTATED.code()).isEqualTo("chua-quy-dinh");
        assertThat(Period.UNSTATED.inWords()).isEqualTo("chưa quy định kỳ");
        assertThat(Frequency.UNSTATED.isRecurring()).isFalse();
    }
}
