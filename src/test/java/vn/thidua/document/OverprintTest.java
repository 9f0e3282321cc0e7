package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.act.Refusal;
import vn.thidua.document.OverprintLayout.Align;
import vn.thidua.document.OverprintLayout.Field;
import vn.thidua.support.Pdfs;

class OverprintTest {

    private static final Map<String, String> TEXTS = Map.of(
            "name", "Ông Nguyễn Văn Ánh",
            "achievement",
                    "Đã có thành tích xuất sắc trong Phong trào thi đua “Đẩy mạnh phát triển khoa học, công nghệ”, năm 2026",
            "signerTitle", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            "qr", "https://thi-dua.example/xac-minh/abc");

    @Test
    void each_sheet_is_as_large_as_the_blank_and_carries_its_texts_in_embedded_fonts() {
        var pdf = Overprint.pdf(OverprintLayout.STANDARD, List.of(TEXTS, TEXTS));
        Pdfs.picture(pdf, "in-len-phoi");
        assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210", "297 × 210");
        assertThat(Pdfs.fonts(pdf)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
        assertThat(Pdfs.text(pdf, 2)).contains("Ông Nguyễn Văn Ánh", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "năm 2026");
    }

    @Test
    void the_test_sheet_shows_boxes_and_a_ruler() {
        var pdf = Overprint.test(OverprintLayout.STANDARD, TEXTS);
        Pdfs.picture(pdf, "in-thu-phoi");
        assertThat(Pdfs.pages(pdf)).isEqualTo(1);
    }

    @Test
    void a_shift_moves_everything_by_so_many_millimetres() {
        var here = top(OverprintLayout.STANDARD);
        var standard = OverprintLayout.STANDARD;
        var moved = top(new OverprintLayout(297, 210, 0, 5, standard.fields()));
        assertThat(moved - here).isBetween(4.7, 5.3);
    }

    /** How far down the first ink is, in millimetres. */
    private static double top(OverprintLayout layout) {
        var image = Pdfs.image(Overprint.pdf(layout, List.of(TEXTS)), 127);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 255) < 128) return y / 5.0;
        }
        throw new AssertionError("A blank sheet");
    }

    @Test
    void a_letter_no_font_has_does_not_stop_the_print() {
        assertThat(Pdfs.text(Overprint.pdf(OverprintLayout.STANDARD, List.of(Map.of("name", "Tên 漢 😀")))))
                .startsWith("Tên ?");
    }

    @Test
    void a_box_outside_of_the_sheet_is_refused_by_its_name() {
        var fields = new ArrayList<>(OverprintLayout.STANDARD.fields());
        fields.set(0, new Field("name", 100, 93, 223, 22, Align.CENTER, 28, true, false));
        assertThatThrownBy(() -> new OverprintLayout(297, 210, 0, 0, fields).sound())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Ô \"name\" nằm ngoài khổ giấy 297 × 210 mm");
        assertThatThrownBy(() -> new OverprintLayout(297, 210, 0, 0, List.of(fields.get(1), fields.get(1))).sound())
                .hasMessageContaining("bị lặp");
    }
}
