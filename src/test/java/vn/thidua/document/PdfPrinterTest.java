package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.document.OfficeLetter.Issuer;
import vn.thidua.document.OfficeLetter.Signature;
import vn.thidua.support.Pdfs;

/** Word documents printed to PDF, opened again and read. */
class PdfPrinterTest {

    private static final String URL = "https://thi-dua.example/xac-minh/7kq3-8ZrT9_aVx2-LmN4pQ";

    private final WordTemplates templates = new WordTemplates(new TemplateSettings(null));
    private final PdfPrinter printer = new PdfPrinter();

    @Test
    void a_decision_is_on_a4_with_embedded_fonts_and_counts_its_pages_from_the_second_on() {
        var pdf = printer.pdf(templates.render("quyet-dinh", decision(30).model()));
        Pdfs.picture(pdf, "quyet-dinh");

        assertThat(Pdfs.pages(pdf)).isGreaterThan(2);
        assertThat(Pdfs.sizes(pdf)).containsOnly("210 × 297");
        assertThat(Pdfs.fonts(pdf))
                .isNotEmpty()
                .allMatch(font -> font.matches("[A-Z]{6}\\+LiberationSerif.* embedded"));
        assertThat(Pdfs.text(pdf, 1))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
                        "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC")
                .contains("Số: 05/QĐ-UBND", "Bình Phước, ngày 05 tháng 12 năm 2026")
                .contains("Căn cứ Luật Thi đua, khen thưởng; Theo đề nghị của Giám đốc Sở Nội vụ.")
                .contains("Điều 1. Tặng", "Nơi nhận: - Như Điều 3; - Lưu: VT.")
                .contains("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Nguyễn Thị Hồng Nhung")
                .doesNotContain("{{", "}}")
                .doesNotStartWith("1 ");
        assertThat(Pdfs.text(pdf, 2)).startsWith("2 DANH SÁCH KHEN THƯỞNG");
        assertThat(Pdfs.text(pdf, 3)).as("the head of the table again").startsWith("3 TT Họ và tên");
    }

    @Test
    void months_and_days_have_the_noughts_of_decree_30() {
        assertThat(OfficeLetter.inWords(LocalDate.of(2026, 2, 5))).isEqualTo("ngày 05 tháng 02 năm 2026");
        assertThat(OfficeLetter.inWords(LocalDate.of(2026, 3, 15))).isEqualTo("ngày 15 tháng 3 năm 2026");
    }

    @Test
    void a_certificate_is_one_landscape_page_whatever_the_name() {
        for (var template : List.of("bang-khen", "giay-khen")) {
            for (var name : List.of("Ông Nguyễn Văn Ánh", LONG_NAME, LONG_NAME + ", " + LONG_NAME)) {
                var pdf = printer.pdf(templates.render(template, certificate(name)));
                Pdfs.picture(pdf, template + "-" + name.length());
                assertThat(Pdfs.sizes(pdf)).as(name).containsExactly("297 × 210");
                assertThat(Pdfs.text(pdf))
                        .contains(name, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", "Nguyễn Thị Hồng Nhung");
                assertThat(Pdfs.fonts(pdf)).allMatch(font -> font.endsWith(" embedded"));
            }
        }
    }

    /** The seal and the signature need their room, however much is said above them. */
    @Test
    void place_and_date_stand_apart_from_the_text_above_and_always_in_the_same_place() {
        var places = new ArrayList<Double>();
        for (var words : List.of("Đã có thành tích xuất sắc, toàn diện", LONG_ACHIEVEMENT, TWICE_AS_LONG)) {
            for (var name : List.of("Ông Nguyễn Văn Ánh", LONG_NAME)) {
                var model = certificate(name);
                model.put("achievement", words);
                model.put("signerTitle", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
                var pdf = printer.pdf(templates.render("bang-khen", model));
                Pdfs.picture(pdf, "bang-khen-%d-%d".formatted(words.length(), name.length()));
                assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210");
                var place = Pdfs.below(pdf, "Bình Phước, ngày 05");
                assertThat(place - Pdfs.below(pdf, "toàn diện")).isGreaterThan(10);
                assertThat(Pdfs.below(pdf, "Nguyễn Thị Hồng Nhung")).isLessThan(188);
                places.add(place);
            }
        }
        assertThat(places).allSatisfy(place -> assertThat(place).isCloseTo(places.get(0), within(0.2)));
    }

    @Test
    void the_qr_code_on_paper_leads_to_the_verification_page() {
        var pdf = printer.pdf(templates.render("bang-khen", certificate("Ông Nguyễn Văn Ánh")));
        assertThat(Pdfs.qrCodes(pdf)).containsExactly(URL);
    }

    @Test
    void a_short_name_keeps_the_templates_size_and_a_long_one_becomes_smaller() throws IOException {
        assertThat(size("Ông Nguyễn Văn Ánh")).isEqualTo(28);
        assertThat(size(LONG_NAME)).isLessThan(24).isGreaterThan(12);
        assertThat(size(LONG_NAME + ", " + LONG_NAME)).isLessThan(18).isGreaterThanOrEqualTo(8);
    }

    private double size(String name) throws IOException {
        try (var certificate =
                new XWPFDocument(new ByteArrayInputStream(templates.render("bang-khen", certificate(name))))) {
            return certificate
                    .getTables()
                    .get(0)
                    .getRow(3)
                    .getCell(0)
                    .getParagraphs()
                    .get(0)
                    .getRuns()
                    .get(0)
                    .getFontSizeAsDouble();
        }
    }

    @Test
    void many_certificates_joined_in_one_word_file_are_as_many_pages_each_with_its_own_code() throws IOException {
        var joined = new JoinedWord();
        for (int i = 1; i <= 3; i++) {
            var model = certificate("Người thứ " + i);
            model.put("qr", Picture.qrCode(URL + i, 24));
            joined.add(templates.render("bang-khen", model));
        }
        try (var word = new XWPFDocument(new ByteArrayInputStream(joined.file()))) {
            assertThat(word.getAllPictures()).hasSize(3);
        }
        var pdf = printer.pdf(joined.file());
        assertThat(Pdfs.pages(pdf)).isEqualTo(3);
        for (int page = 1; page <= 3; page++) assertThat(Pdfs.text(pdf, page)).contains("Người thứ " + page);
        assertThat(Pdfs.qrCodes(pdf)).containsExactly(URL + 1);
    }

    @Test
    void many_documents_become_one_pdf_with_each_font_once() {
        var documents = new ArrayList<byte[]>();
        for (int i = 1; i <= 4; i++) documents.add(templates.render("giay-khen", certificate("Người thứ " + i)));
        var pdf = printer.pdf(documents);
        assertThat(Pdfs.sizes(pdf)).containsOnly("297 × 210").hasSize(4);
        assertThat(Pdfs.fonts(pdf).stream().distinct()).hasSizeLessThanOrEqualTo(4);
        var joined = PdfPrinter.joined(List.of(pdf, pdf));
        assertThat(Pdfs.pages(joined)).isEqualTo(8);
        assertThat(joined.length).isLessThan(3 * pdf.length);
    }

    @Test
    void an_offices_own_template_is_printed_as_the_office_made_it(@TempDir Path dir) throws IOException {
        try (var own = new XWPFDocument();
                var file = Files.newOutputStream(dir.resolve("quyet-dinh.docx"))) {
            var size = own.getDocument().getBody().addNewSectPr().addNewPgSz();
            size.setW(16838);
            size.setH(11906);
            var heading = own.createParagraph();
            heading.setAlignment(ParagraphAlignment.CENTER);
            heading.createRun().setText("MẪU CỦA VĂN PHÒNG: {{subject}}");
            var table = own.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Số {{number}}");
            table.getRow(0).getCell(1).setText("Người ký: {{signerName}}");
            own.write(file);
        }
        var pdf = printer.pdf(new WordTemplates(new TemplateSettings(dir))
                .render("quyet-dinh", decision(1).model()));

        assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210");
        assertThat(Pdfs.text(pdf))
                .isEqualTo("MẪU CỦA VĂN PHÒNG: Về việc tặng Bằng khen Số 05/QĐ-UBND Người ký: Nguyễn Thị Hồng Nhung");
    }

    @Test
    void what_looks_like_markup_is_printed_as_it_is() {
        var letter = decision(1).with("subject", "<script>alert(1)</script> & \"{{x}}\"");
        assertThat(Pdfs.text(printer.pdf(templates.render("quyet-dinh", letter.model()))))
                .contains("<script>alert(1)</script> & \"{{x}}\"");
    }

    @Test
    void our_font_has_every_vietnamese_letter() {
        var letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
        for (var face : SerifFont.values()) {
            assertThat((letters + letters.toUpperCase(Locale.ROOT) + "“”‘’–—…□■").codePoints())
                    .allMatch(face::canWrite);
        }
    }

    private static final String LONG_ACHIEVEMENT =
            "Đã có thành tích xuất sắc trong Phong trào thi đua “Bình Phước thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số, góp phần đưa đất nước vươn mình bước vào kỷ nguyên giàu mạnh và thịnh vượng” giai đoạn 2025 - 2030, năm 2026, toàn diện";
    private static final String TWICE_AS_LONG =
            LONG_ACHIEVEMENT.replace(", toàn diện", "; đồng thời ") + LONG_ACHIEVEMENT;

    private static final String LONG_NAME =
            "Trung tâm Nghiên cứu, Ứng dụng Công nghệ số và Đổi mới sáng tạo trực thuộc Sở Khoa học và Công nghệ tỉnh Bình Phước";

    private static Map<String, Object> certificate(String name) {
        var model = new LinkedHashMap<String, Object>();
        model.put("authority", "Chủ tịch Ủy ban nhân dân tỉnh Bình Phước");
        model.put("name", name);
        model.put("position", "Phó Trưởng phòng Chuyển đổi số, Sở Khoa học và Công nghệ");
        model.put(
                "achievement",
                "Đã có thành tích xuất sắc trong Phong trào thi đua “Đẩy mạnh phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số”, năm 2026");
        model.put("qr", Picture.qrCode(URL, 24));
        model.put("decision", "05/QĐ-UBND");
        model.put("decisionDate", "ngày 05 tháng 12 năm 2026");
        model.put("register", "00017/2026");
        model.put("certificate", "00012/2026");
        model.put("verification", "thi-dua.example/xac-minh");
        model.put("place", "Bình Phước");
        model.put("date", "ngày 05 tháng 12 năm 2026");
        model.put("signerTitle", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
        model.put("signerName", "Nguyễn Thị Hồng Nhung");
        return model;
    }

    private static OfficeLetter decision(int cases) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= cases; i++) {
            rows.add(Map.of(
                    "index", String.valueOf(i),
                    "name", "Nguyễn Văn " + i + ", Phó Trưởng phòng",
                    "unit", "Sở Khoa học và Công nghệ",
                    "achievement", "Xây dựng nền tảng dữ liệu dùng chung của tỉnh, năm 2026",
                    "prize", "3.800.000"));
        }
        var day = LocalDate.of(2026, 12, 5);
        return OfficeLetter.of(
                        new Issuer(null, "Ủy ban nhân dân\ntỉnh Bình Phước", "UBND", "Bình Phước"),
                        "QĐ",
                        "05/QĐ-UBND",
                        day,
                        day)
                .bases(List.of("Căn cứ Luật Thi đua, khen thưởng.", "Theo đề nghị của Giám đốc Sở Nội vụ;"))
                .recipients(List.of("Như Điều 3"), "VT")
                .signed(new Signature(
                        List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hồng Nhung"))
                .with("subject", "Về việc tặng Bằng khen")
                .with("authority", "Chủ tịch Ủy ban nhân dân tỉnh Bình Phước")
                .with(
                        "articles",
                        List.of(Map.of("label", "Điều 1.", "text", "Tặng Bằng khen cho %d cá nhân.".formatted(cases))))
                .with("listHeading", "DANH SÁCH KHEN THƯỞNG")
                .with("listTitle", "Bằng khen của Chủ tịch UBND tỉnh")
                .with("listSource", "Kèm theo Quyết định số 05/QĐ-UBND")
                .with("groups", List.of(Map.of("heading", "I. Cá nhân", "rows", rows)))
                .with("listEnd", "Danh sách này có %d trường hợp./.".formatted(cases));
    }
}
