package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.act.Refusal;

class WordTemplatesTest {

    private static final String REPORT = "consolidated-report";

    private final WordTemplates templates = new WordTemplates(new TemplateSettings(null));

    @Test
    void the_consolidated_report_carries_every_text_and_leaves_no_mark_of_the_template() throws IOException {
        try (var report = opened(templates.render(REPORT, report()))) {
            var text = new XWPFWordExtractor(report).getText();

            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                    .contains("UBND tỉnh Bình Phước", "Sở Nội vụ", "Số: 05/BC-SNV")
                    .contains("Bình Phước, ngày 20 tháng 11 năm 2026", "BÁO CÁO", "(Kỳ báo cáo: năm 2026)")
                    .contains("Căn cứ Kế hoạch số 11", "Sở Nội vụ báo cáo như sau:")
                    .contains("Nổi bật", "Khó khăn", "Đề xuất")
                    .contains("- Chủ tịch UBND tỉnh;", "- Hội đồng TĐKT tỉnh;", "- Lưu: VT.")
                    .contains("Giám đốc", "Nguyễn Thị Hồng")
                    .doesNotContain("{{", "}}", "[index]", "[name]", "{{?", "{{/");
        }
    }

    @Test
    void tables_have_a_row_for_each_unit_and_each_figure() throws IOException {
        try (var report = opened(templates.render(REPORT, report()))) {
            assertThat(cells(report.getTables().get(1)))
                    .containsExactly(
                            List.of("TT", "Đơn vị", "Thời điểm nộp", "Tình trạng", "Ghi chú"),
                            List.of("1", "Sở Tài chính", "08:00:00 ngày 19/11/2026", "Đúng hạn", ""),
                            List.of("2", "Sở Y tế", "", "Chưa nộp", "Đã nhắc"));
            assertThat(cells(report.getTables().get(2)))
                    .containsExactly(
                            List.of("Chỉ tiêu", "Đơn vị tính", "Tổng"),
                            List.of("Sáng kiến được công nhận", "sáng kiến", "12"));
        }
    }

    @Test
    void the_page_follows_decree_30() throws IOException {
        try (var report = opened(templates.render(REPORT, report()))) {
            var page = report.getDocument().getBody().getSectPr();
            assertThat(millimetres(page.getPgSz().getW())).isBetween(209.9, 210.1);
            assertThat(millimetres(page.getPgSz().getH())).isBetween(296.9, 297.1);
            assertThat(millimetres(page.getPgMar().getTop())).isBetween(20.0, 25.0);
            assertThat(millimetres(page.getPgMar().getBottom())).isBetween(20.0, 25.0);
            assertThat(millimetres(page.getPgMar().getLeft())).isBetween(30.0, 35.0);
            assertThat(millimetres(page.getPgMar().getRight())).isBetween(15.0, 20.0);
            assertThat(page.isSetTitlePg()).as("no page number on page 1").isTrue();

            var opening = paragraph(report, "Sở Nội vụ báo cáo như sau:");
            assertThat(opening.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            assertThat(opening.getRuns()).allSatisfy(run -> {
                assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
                assertThat(run.getFontSizeAsDouble()).isEqualTo(13.0);
            });
            assertThat(report.getTables()
                            .get(0)
                            .getRow(0)
                            .getCell(0)
                            .getParagraphs()
                            .subList(0, 2))
                    .as("both bodies in capitals")
                    .allMatch(body -> "InHoa".equals(body.getStyle()));
            assertThat(report.getStyles()
                            .getStyle("InHoa")
                            .getCTStyle()
                            .getRPr()
                            .getCapsArray())
                    .hasSize(1);
            assertThat(paragraph(report, "Căn cứ Kế hoạch số 11").getRuns()).allMatch(run -> run.isItalic());
        }
    }

    @Test
    void what_looks_like_a_tag_in_a_text_stays_a_text() throws IOException {
        var model = report();
        model.put("highlights", "{{signerName}} và [index] & <b>");
        model.put("rows", List.of(row("1", "{{title}} [unit]", "", "", "")));

        try (var report = opened(templates.render(REPORT, model))) {
            var text = new XWPFWordExtractor(report).getText();
            assertThat(text).contains("{{signerName}} và [index] & <b>", "{{title}} [unit]");
        }
    }

    @Test
    void line_breaks_stay_and_other_control_characters_go_and_letters_are_composed() throws IOException {
        var model = report();
        model.put("highlights", "Dòng mo\u0323\u0302t\r\nDòng\u0000 hai\u001f");

        try (var report = opened(templates.render(REPORT, model))) {
            assertThat(new XWPFWordExtractor(report).getText()).contains("Dòng một\nDòng hai");
        }
    }

    @Test
    void empty_lists_leave_the_heads_of_the_tables() throws IOException {
        var model = report();
        model.put("rows", List.of());
        model.put("figures", List.of());
        model.put("recipients", List.of());

        try (var report = opened(templates.render(REPORT, model))) {
            assertThat(cells(report.getTables().get(1))).hasSize(1);
            assertThat(new XWPFWordExtractor(report).getText()).doesNotContain("{{", "[");
        }
    }

    @Test
    void a_key_the_template_asks_for_and_nobody_gave_is_refused_by_name() {
        var model = report();
        model.remove("signerName");

        assertThatThrownBy(() -> templates.render(REPORT, model))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("consolidated-report.docx")
                .hasMessageContaining("signerName");
    }

    @Test
    void an_operators_template_of_the_same_name_goes_before_the_built_in_one(@TempDir Path dir) throws IOException {
        var overriding = new WordTemplates(new TemplateSettings(dir));
        assertThat(overriding.render(REPORT, report())).isNotEmpty();

        try (var own = new XWPFDocument();
                var file = Files.newOutputStream(dir.resolve(REPORT + ".docx"))) {
            own.createParagraph().createRun().setText("Mẫu riêng: {{title}}");
            own.write(file);
        }
        try (var report = opened(overriding.render(REPORT, report()))) {
            assertThat(new XWPFWordExtractor(report).getText().strip())
                    .isEqualTo("Mẫu riêng: Kết quả thực hiện phong trào thi đua");
        }
    }

    @Test
    void an_operators_template_that_is_no_word_file_is_refused(@TempDir Path dir) throws IOException {
        var overriding = new WordTemplates(new TemplateSettings(dir));
        for (var content : List.of("", "no word file")) {
            Files.writeString(dir.resolve(REPORT + ".docx"), content);
            assertThatThrownBy(() -> overriding.render(REPORT, report()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Hãy sửa mẫu");
        }
    }

    @Test
    void a_template_name_never_leads_out_of_the_folder() {
        for (var name : List.of("../secret", "a/b", "A", "", "x.docx", "no-such-template")) {
            assertThatThrownBy(() -> templates.render(name, Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, Object> report() {
        var model = new HashMap<String, Object>();
        model.put("superiorBody", "UBND tỉnh Bình Phước");
        model.put("issuingBody", "Sở Nội vụ");
        model.put("number", "05/BC-SNV");
        model.put("place", "Bình Phước");
        model.put("date", "ngày 20 tháng 11 năm 2026");
        model.put("title", "Kết quả thực hiện phong trào thi đua");
        model.put("period", "Kỳ báo cáo: năm 2026");
        model.put("basis", "Căn cứ Kế hoạch số 11");
        model.put("opening", "Sở Nội vụ báo cáo như sau:");
        model.put(
                "rows",
                List.of(
                        row("1", "Sở Tài chính", "08:00:00 ngày 19/11/2026", "Đúng hạn", ""),
                        row("2", "Sở Y tế", "", "Chưa nộp", "Đã nhắc")));
        model.put(
                "figures", List.of(Map.of("name", "Sáng kiến được công nhận", "measure", "sáng kiến", "total", "12")));
        model.put("highlights", "Nổi bật");
        model.put("difficulties", "Khó khăn");
        model.put("proposals", "Đề xuất");
        model.put("recipients", List.of(Map.of("name", "Chủ tịch UBND tỉnh"), Map.of("name", "Hội đồng TĐKT tỉnh")));
        model.put("signerTitle", "Giám đốc");
        model.put("signerName", "Nguyễn Thị Hồng");
        return model;
    }

    private static Map<String, Object> row(String index, String unit, String submitted, String status, String note) {
        return Map.of("index", index, "unit", unit, "submitted", submitted, "status", status, "note", note);
    }

    private static XWPFDocument opened(byte[] document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(document));
    }

    private static List<List<String>> cells(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(cell -> cell.getText()).toList())
                .toList();
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static double millimetres(Object twentieths) {
        return ((BigInteger) twentieths).doubleValue() / 1440 * 25.4;
    }
}
