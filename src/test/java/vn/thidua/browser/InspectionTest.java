package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inspection finds what it is there for. */
class InspectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Loading…",
                "Due in 3 days",
                "Sở Y tế: not found",
                "null",
                "{{v.title}}",
                "??submit??",
                "PERIODIC_REPORT"
            })
    void english_and_unfinished_words_are_found(String text) {
        assertThat(Inspection.language(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đã nộp, chờ tiếp nhận, đúng hạn",
                "in báo cáo để đơn vị nộp, do cơ quan an ninh ban hành",
                "so-y-te@unit.example, /tasklist/forms.js, UBND tỉnh, 12/BC-SYT"
            })
    void vietnamese_words_addresses_and_numbers_are_not(String text) {
        assertThat(Inspection.language(text)).isEmpty();
    }
}
