package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.document.PdfPrinter;
import vn.thidua.support.Pdfs;

/** Tờ trình, quyết định and the register as files. */
class DecisionDocumentsTest extends DecisionTest {

    @Autowired
    private DecisionDocuments papers;

    @Autowired
    private RegisterWorkbook workbook;

    @Autowired
    private PdfPrinter printer;

    private String round() {
        office.adopt("binh-phuoc", "01/12/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        return round("binh-phuoc", ANNUAL, 2026, BK_TINH);
    }

    @Test
    void a_draft_has_room_for_number_and_date_and_the_issued_one_has_them() {
        var round = round();
        voted(round, "so-tai-chinh", "Nguyễn Thị Ánh", BK_TINH, INDIVIDUAL);
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        var draft = toSign(round);
        var open = Pdfs.text(printer.pdf(papers.decision(draft)));
        assertThat(open).contains("/QĐ-UBND Bình Phước, ngày tháng năm 2026", "QUYẾT ĐỊNH Về việc tặng Bằng khen");

        sign(draft);
        var decision = issue(draft);
        var pdf = printer.pdf(papers.decision(decision));
        Pdfs.picture(pdf, "quyet-dinh-that");
        var text = Pdfs.text(pdf);
        assertThat(text)
                .contains("ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", "Số: 01/QĐ-UBND", "Bình Phước, ngày 01 tháng 12 năm 2026")
                .contains("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC")
                .contains(
                        "Căn cứ Kế hoạch của UBND tỉnh; Theo đề nghị của Sở Nội vụ tại",
                        "Tờ trình số 125/TTr-SNV ngày 01 tháng 12 năm 2026.")
                .contains("cho 1 tập thể, 1 cá nhân", "tổng số tiền 11.390.000 đồng")
                .contains("Danh sách này có 2 trường hợp");
        assertThat(text.indexOf("Phòng Ngân sách"))
                .as("collectives before individuals")
                .isLessThan(text.indexOf("Nguyễn Thị Ánh"));
        assertThat(text)
                .contains(
                        "I. Bằng khen của Chủ tịch UBND tỉnh: 1 tập thể",
                        "II. Bằng khen của Chủ tịch UBND tỉnh: 1 cá nhân",
                        "7.590.000",
                        "3.800.000");
    }

    /** Laws without number, the plan without a word on what its text lacks; the drafter's form shows the same lines. */
    @Test
    void what_a_decision_rests_on_is_proposed_as_decree_30_has_it() {
        var round = round();
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        var opened = opened(round);
        assertThat(decisions.proposal(opened.key()).bases())
                .containsExactly(
                        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                        "Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ",
                        "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh Bình Phước về Phong trào thi đua “Bình Phước thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số, góp phần đưa đất nước vươn mình bước vào kỷ nguyên giàu mạnh và thịnh vượng” giai đoạn 2025 - 2030");
        assertThat(opened.title()).endsWith("cho tập thể có thành tích trong phong trào thi đua năm 2026");
    }

    @Test
    void the_letter_goes_from_the_lead_to_the_chairman_with_its_list() {
        var round = round();
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        var pdf = printer.pdf(papers.submissionLetter(toSign(round)));
        Pdfs.picture(pdf, "to-trinh-that");
        assertThat(Pdfs.text(pdf))
                .contains(
                        "SỞ NỘI VỤ",
                        "Số: 125/TTr-SNV",
                        "TỜ TRÌNH",
                        "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bình Phước")
                .contains("1 Bằng khen của Chủ tịch UBND tỉnh 1 0", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "Phòng Ngân sách");
    }

    @Test
    void a_name_that_looks_like_a_formula_stays_a_text_in_the_register() throws IOException {
        var round = round();
        voted(round, "so-tai-chinh", "=HYPERLINK(\"http://x\";\"Phòng\")", BK_TINH, COLLECTIVE);
        awarded(round);
        var file = new Actor("clerk", Set.of(CLERK)).act(() -> workbook.of("binh-phuoc", ""));
        try (var excel = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var row = excel.getSheetAt(0).getRow(1);
            assertThat(List.of(
                            row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue()))
                    .containsExactly("00001", "2026");
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(7_590_000);
        }
    }
}
