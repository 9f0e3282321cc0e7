package vn.thidua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.calendar.ShippedCalendar.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.Period.Frequency;

/** How a plan says until when, turned into the deadline of a period; and what cannot be said. */
class DueRuleTest {

    @ParameterizedTest(name = "{0} {1} for {2}: {3}")
    @CsvSource({
        "BEFORE, 20/11, 2026, 20/11/2026",
        "BEFORE, 5/11, 2028, 05/11/2028",
        "BY, 31/12, 2030, 31/12/2030",
        "WITHIN, 11, 2026, 30/11/2026",
        "WITHIN, 2, 2028, 29/02/2028"
    })
    void a_yearly_rule_names_a_day_of_each_year(Kind kind, String date, String year, String expected) {
        assertThat(rule(kind, date).deadlineOf(Period.parse(year))).contains(new Deadline(kind, day(expected)));
    }

    @Test
    void what_happens_once_names_the_year_too() {
        assertThat(rule(Kind.BEFORE, "30/4/2025").deadlineOf(Period.ONCE))
                .contains(new Deadline(Kind.BEFORE, day("30/04/2025")));
        assertThat(rule(Kind.WITHIN, "06/2025").deadlineOf(Period.ONCE))
                .contains(new Deadline(Kind.WITHIN, day("30/06/2025")));
    }

    @Test
    void a_half_yearly_rule_names_a_day_of_each_half() {
        var rule = rule(Kind.BEFORE, "15/6", "15/12");

        assertThat(rule.deadlineOf(Period.parse("2026-H1"))).contains(before("15/06/2026"));
        assertThat(rule.deadlineOf(Period.parse("2026-H2"))).contains(before("15/12/2026"));
    }

    @Test
    void a_quarterly_rule_names_a_day_of_each_quarter() {
        var rule = rule(Kind.BEFORE, "25/3", "25/6", "25/9", "25/12");

        assertThat(rule.deadlineOf(Period.parse("2026-Q1"))).contains(before("25/03/2026"));
        assertThat(rule.deadlineOf(Period.parse("2026-Q4"))).contains(before("25/12/2026"));
    }

    @Test
    void the_last_quarter_may_be_due_in_the_year_after_it() {
        var rule = rule(Kind.BEFORE, "05/04", "05/07", "05/10", "05/01");

        assertThat(rule.faults(Frequency.QUARTER)).isEmpty();
        assertThat(rule.deadlineOf(Period.parse("2026-Q1"))).contains(before("05/04/2026"));
        assertThat(rule.deadlineOf(Period.parse("2026-Q3"))).contains(before("05/10/2026"));
        assertThat(rule.deadlineOf(Period.parse("2026-Q4"))).contains(before("05/01/2027"));
    }

    @Test
    void the_second_half_may_be_due_in_the_month_after_it() {
        var rule = rule(Kind.WITHIN, "7", "1");

        assertThat(rule.deadlineOf(Period.parse("2027-H1"))).contains(new Deadline(Kind.WITHIN, day("31/07/2027")));
        assertThat(rule.deadlineOf(Period.parse("2027-H2"))).contains(new Deadline(Kind.WITHIN, day("31/01/2028")));
    }

    @Test
    void a_monthly_rule_names_the_day_alone_in_the_month_or_the_one_after() {
        assertThat(rule(Kind.BEFORE, "25").deadlineOf(Period.parse("2026-12"))).contains(before("25/12/2026"));
        assertThat(new DueRule(Kind.BEFORE, List.of("5"), true).deadlineOf(Period.parse("2026-12")))
                .contains(before("05/01/2027"));
    }

    @Test
    void a_year_may_be_reported_in_the_year_after_it() {
        assertThat(new DueRule(Kind.BEFORE, List.of("15/01"), true).deadlineOf(Period.parse("2026")))
                .contains(before("15/01/2027"));
    }

    @Test
    void no_date_is_no_deadline_and_no_fault() {
        assertThat(DueRule.UNDATED.isUndated()).isTrue();
        assertThat(DueRule.UNDATED.deadlineOf(Period.parse("2026"))).isEmpty();
        for (var frequency : Frequency.values())
            assertThat(DueRule.UNDATED.faults(frequency)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} for {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BEFORE | 31/11         | YEAR      | ngày hạn \"31/11\" không phải là ngày có thật",
                "BEFORE | 29/02         | YEAR      | ngày hạn \"29/02\" không phải là ngày có thật",
                "BEFORE | 20/11/2026    | YEAR      | không hợp với kỳ hằng năm",
                "BEFORE | 20            | YEAR      | không hợp với kỳ hằng năm",
                "BEFORE | 20/11         | ONCE      | không hợp với kỳ một lần",
                "WITHIN | 13            | YEAR      | không phải là ngày có thật",
                "WITHIN | 6/2025        | YEAR      | không hợp với kỳ hằng năm",
                "BEFORE | 31            | MONTH     | không phải là ngày có thật",
                "BEFORE | 15/6          | HALF_YEAR | kỳ 6 tháng cần đúng 2 ngày hạn, đang có 1",
                "BEFORE | 15/6          | QUARTER   | kỳ hằng quý cần đúng 4 ngày hạn, đang có 1",
                "BEFORE | 20/11         | UNSTATED  | phải nêu kỳ (every)",
                "BEFORE | hai mươi/11   | YEAR      | không phải là ngày có thật"
            })
    void what_cannot_be_a_deadline_is_a_fault_in_vietnamese(Kind kind, String date, Frequency frequency, String fault) {
        assertThat(rule(kind, date).faults(frequency))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @ParameterizedTest(name = "{0} {1} for {2}")
    @CsvSource({
        "BEFORE, 20/11, YEAR",
        "WITHIN, 12, YEAR",
        "BY, 28, MONTH",
        "BEFORE, 30/4/2025, ONCE",
        "WITHIN, 6/2025, ONCE"
    })
    void what_can_be_a_deadline_is_none(Kind kind, String date, Frequency frequency) {
        assertThat(rule(kind, date).faults(frequency)).isEmpty();
    }

    private static DueRule rule(Kind kind, String... dates) {
        return new DueRule(kind, List.of(dates), false);
    }

    private static Deadline before(String date) {
        return new Deadline(Kind.BEFORE, day(date));
    }
}
