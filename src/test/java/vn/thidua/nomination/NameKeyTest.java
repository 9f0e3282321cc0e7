package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Nguyễn Thị Hoà", "Đặng Quốc Thuỷ", "Lường Văn Ưởng", "Sở Khoa học và Công nghệ", "Quàng Thị Ế"})
    void composed_and_decomposed_names_are_one(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(name);
        assertThat(NameKey.of(decomposed)).isEqualTo(NameKey.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Hoà, Hòa",
        "Thuỷ, Thủy",
        "Quý, Qúy",
        "Khoẻ, Khỏe",
        "Loé, Lóe",
        "Huỳnh, Hùynh",
        "Hoàng, Hòang",
        "Thuý, Thúy",
        "Luỹ, Lũy",
        "Toạ, Tọa"
    })
    void it_does_not_matter_on_which_vowel_the_tone_was_typed(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    }

    @Test
    void capitals_spaces_dashes_and_unseen_characters_do_not_matter() {
        var same = Stream.of(
                "Phòng Kế hoạch - Tài chính",
                "PHÒNG KẾ HOẠCH – TÀI CHÍNH",
                "  Phòng  Kế hoạch\u00a0-Tài chính ",
                "Phòng Kế\u200b hoạch — Tài chính");

        assertThat(same.map(NameKey::of)).containsOnly(NameKey.of("phòng kế hoạch tài chính"));
    }

    @Test
    void the_icelandic_letter_that_looks_like_it_is_taken_for_a_d_with_stroke() {
        assertThat(NameKey.of("\u00d0ặng Văn \u00d0ức")).isEqualTo(NameKey.of("Đặng Văn Đức"));
    }

    @Test
    void vowels_tones_and_numbers_keep_people_apart() {
        var different = List.of(
                "Hoa", "Hoà", "Hoá", "Hoả", "Hoã", "Hoạ", "Hòan", "Hùng", "Hưng", "Hừng", "Đức", "Dức", "Tổ 12",
                "Tổ 1 2", "Lan", "Lân", "Lăn");

        assertThat(different.stream().map(NameKey::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Quàng Thị Đức, quang thi, true",
        "Quàng Thị Đức, thi duc, true",
        "Quàng Thị Đức, QUÀNG, true",
        "Quàng Thị Đức, quảng, false",
        "Sở Nội vụ, noi vu, true",
        "Sở Nội vụ, noi vư, false"
    })
    void what_is_looked_for_without_accents_is_found_and_with_accents_only_exactly(
            String name, String part, boolean found) {
        assertThat(NameKey.holds(name, part)).isEqualTo(found);
    }

    @Test
    void a_name_without_a_letter_has_no_key() {
        assertThat(NameKey.of(" – ?")).isEmpty();
    }
}
