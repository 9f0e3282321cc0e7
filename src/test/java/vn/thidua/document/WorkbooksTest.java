package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.thidua.document.Workbooks.Sheet;

class WorkbooksTest {

    @Test
    void texts_numbers_and_dates_keep_their_type() throws IOException {
        var sheet = new Sheet(
                "Tình hình nộp",
                List.of("Đơn vị", "Số sáng kiến", "Tỷ lệ", "Ngày nộp", "Ghi chú"),
                List.of(Arrays.asList("Sở Tài chính", 1234567, 0.5, LocalDate.of(2026, 11, 19), null)));
        try (var workbook = opened(sheet)) {
            var page = workbook.getSheet("Tình hình nộp");
            var row = page.getRow(1);
            assertThat(page.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Đơn vị");
            assertThat(page.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Sở Tài chính");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234567);
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.##");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-11-19");
            assertThat(row.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
            assertThat(row.getCell(4)).isNull();
        }
    }

    @Test
    void the_header_is_frozen_and_columns_are_as_wide_as_their_texts() throws IOException {
        var sheet = new Sheet(
                "a", List.of("TT", "Tên"), List.of(List.of("1", "x".repeat(30)), List.of("2", "y".repeat(500))));
        try (var workbook = opened(sheet)) {
            var page = workbook.getSheetAt(0);
            assertThat(page.getPaneInformation().isFreezePane()).isTrue();
            assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(page.getColumnWidth(0)).isEqualTo(6 * 256);
            assertThat(page.getColumnWidth(1)).isEqualTo(60 * 256);
        }
    }

    @Test
    void a_text_never_becomes_a_formula() throws IOException {
        var texts =
                List.of("=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0");
        var sheet = new Sheet("a", List.of("=A1"), texts.stream().map(List::of).toList());
        try (var workbook = opened(sheet)) {
            var page = workbook.getSheetAt(0);
            assertThat(page.getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            for (int i = 0; i < texts.size(); i++) {
                XSSFCell cell = page.getRow(i + 1).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(texts.get(i));
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Test
    void sheet_names_are_made_fit_for_excel_and_told_apart() throws IOException {
        var workbook = new XSSFWorkbook(new ByteArrayInputStream(Workbooks.write(List.of(
                new Sheet("Kỳ 2026/H1: [Sở] rất rất rất rất rất dài", List.of(), List.of()),
                new Sheet("Kỳ 2026/H1: [Sở] rất rất rất rất rất dài", List.of(), List.of()),
                new Sheet("a", List.of(), List.of()),
                new Sheet("A", List.of(), List.of())))));
        try (workbook) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(workbook.getSheetName(1)).endsWith(" (2)").hasSizeLessThanOrEqualTo(31);
            assertThat(workbook.getSheetName(3)).isEqualTo("A (2)");
        }
    }

    @Test
    void what_excel_cannot_hold_is_left_out() throws IOException {
        var sheet = new Sheet("a", List.of("a"), List.of(List.of("a\u0000b\u000b"), List.of("x".repeat(40_000))));
        try (var workbook = opened(sheet)) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("ab");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("…");
        }
    }

    @Test
    void ten_thousand_rows_are_written() throws IOException {
        var rows = Collections.nCopies(10_000, List.<Object>of("Sở Tài chính", 1, LocalDate.of(2026, 1, 1)));
        try (var workbook = opened(new Sheet("a", List.of("a", "b", "c"), rows))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(10_000);
        }
    }

    private static XSSFWorkbook opened(Sheet... sheets) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Workbooks.write(List.of(sheets))));
    }
}
