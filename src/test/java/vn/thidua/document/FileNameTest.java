package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.act.Refusal;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "báo cáo.pdf, báo cáo.pdf",
        "báo cáo.PDF, báo cáo.PDF",
        "báo cáo, báo cáo.pdf",
        "báo cáo.docx, báo cáo.pdf",
        "báo cáo.pdf.exe, báo cáo.pdf",
        "báo cáo.docx.exe, báo cáo.pdf",
        "Số 05.UBND, Số 05.UBND.pdf",
        "Kỳ 2026.2027, Kỳ 2026.2027.pdf",
        ".exe, exe.pdf",
        "C:\\Users\\Lan\\a.pdf, a.pdf",
        "../../etc/passwd, passwd.pdf",
        "a:b?.pdf, a-b-.pdf",
        "..., tệp đính kèm.pdf",
        "a  .pdf.  , a .pdf",
    })
    void a_pdf_is_named_safely_and_by_its_real_type(String called, String named) {
        assertThat(FileName.of(FileName.clean(called), FileKind.PDF)).isEqualTo(named);
    }

    @Test
    void both_endings_of_a_photo_stay() {
        assertThat(FileName.of("a.jpeg", FileKind.JPEG)).isEqualTo("a.jpeg");
        assertThat(FileName.of("a.JPG", FileKind.JPEG)).isEqualTo("a.JPG");
        assertThat(FileName.of("a.png", FileKind.JPEG)).isEqualTo("a.jpg");
    }

    @Test
    void control_characters_and_hidden_turns_of_direction_go() {
        assertThat(FileName.clean("hóa\u202Efdp.exe\u200B\u0000\r\n\uFEFF.pdf")).isEqualTo("hóafdp.exe .pdf");
    }

    @Test
    void letters_are_composed() {
        var decomposed = Normalizer.normalize("Tổng hợp thi đua.pdf", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("Tổng hợp thi đua.pdf");
        assertThat(FileName.clean(decomposed)).isEqualTo("Tổng hợp thi đua.pdf");
    }

    @Test
    void a_name_of_more_than_200_letters_is_refused() {
        assertThat(FileName.clean("ệ".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> FileName.clean("ệ".repeat(201)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dài quá 200 ký tự")
                .hasMessageContaining("Hãy đặt lại tên");
    }
}
