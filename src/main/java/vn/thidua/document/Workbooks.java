package vn.thidua.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes tables to Excel (.xlsx). A text stays a text, whatever it begins with. */
public final class Workbooks {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int NARROWEST = 6;
    private static final int WIDEST = 60;
    private static final int WIDTH_UNIT = 256;
    private static final int ROWS_MEASURED = 500;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\n].*");

    private Workbooks() {}

    /**
     * One table.
     *
     * @param rows cells are String, Number (shown with thousands set apart, so a year is better a String), LocalDate or null; others are
     *     written as their text
     */
    public record Sheet(String name, List<String> headers, List<? extends List<? extends @Nullable Object>> rows) {}

    /**
     * An .xlsx with the sheets in order, their headers frozen.
     *
     * @throws IllegalArgumentException when a sheet has more rows than Excel can hold
     */
    public static byte[] write(List<Sheet> sheets) {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                var file = new ByteArrayOutputStream()) {
            workbook.setCompressTempFiles(true);
            var styles = new Styles(workbook);
            for (var sheet : sheets) write(sheet, workbook, styles);
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Sheet sheet, SXSSFWorkbook workbook, Styles styles) {
        var page = workbook.createSheet(freeName(sheet.name(), workbook));
        page.createFreezePane(0, 1);
        var header = page.createRow(0);
        for (int column = 0; column < sheet.headers().size(); column++) {
            var cell = header.createCell(column);
            cell.setCellValue(clean(sheet.headers().get(column)));
            cell.setCellStyle(styles.header);
            page.setColumnWidth(column, width(sheet, column) * WIDTH_UNIT);
        }
        for (int i = 0; i < sheet.rows().size(); i++) {
            var row = page.createRow(i + 1);
            var values = sheet.rows().get(i);
            for (int column = 0; column < values.size(); column++) {
                var value = values.get(column);
                if (value != null) fill(row.createCell(column), value, styles);
            }
        }
    }

    private static void fill(Cell cell, Object value, Styles styles) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(isWhole(number) ? styles.whole : styles.decimal);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(styles.date);
        } else {
            var text = clean(value.toString());
            cell.setCellValue(text);
            cell.setCellStyle(LIKE_A_FORMULA.matcher(text).matches() ? styles.quoted : styles.text);
        }
    }

    private static boolean isWhole(Number number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }

    private static int width(Sheet sheet, int column) {
        var widest = sheet.rows().stream()
                .limit(ROWS_MEASURED)
                .filter(row -> column < row.size() && row.get(column) != null)
                .flatMap(row -> String.valueOf(row.get(column)).lines())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.min(
                WIDEST,
                Math.max(NARROWEST, Math.max(widest, sheet.headers().get(column).length()) + 2));
    }

    private static String freeName(String name, Workbook workbook) {
        var safe = WorkbookUtil.createSafeSheetName(clean(name));
        for (int i = 2; workbook.getSheet(safe) != null; i++) {
            var suffix = " (%d)".formatted(i);
            var base = WorkbookUtil.createSafeSheetName(clean(name));
            safe = base.substring(0, Math.min(base.length(), 31 - suffix.length())) + suffix;
        }
        return safe;
    }

    private static String clean(String text) {
        var cleaned = UNPRINTABLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        var longest = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        return cleaned.length() <= longest ? cleaned : cleaned.substring(0, longest - 1) + "…";
    }

    private static final class Styles {

        final CellStyle header;
        final CellStyle text;
        final CellStyle quoted;
        final CellStyle whole;
        final CellStyle decimal;
        final CellStyle date;

        Styles(Workbook workbook) {
            var font = workbook.createFont();
            font.setFontName("Times New Roman");
            font.setFontHeightInPoints((short) 12);
            var bold = workbook.createFont();
            bold.setFontName("Times New Roman");
            bold.setFontHeightInPoints((short) 12);
            bold.setBold(true);

            header = workbook.createCellStyle();
            header.setFont(bold);
            header.setAlignment(HorizontalAlignment.CENTER);
            header.setVerticalAlignment(VerticalAlignment.CENTER);
            header.setWrapText(true);
            header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            header.setBorderBottom(BorderStyle.THIN);

            text = workbook.createCellStyle();
            text.setFont(font);
            text.setWrapText(true);
            text.setVerticalAlignment(VerticalAlignment.TOP);

            quoted = workbook.createCellStyle();
            quoted.cloneStyleFrom(text);
            quoted.setQuotePrefixed(true); // stays a text even when someone edits the cell

            whole = formatted(workbook, "#,##0");
            decimal = formatted(workbook, "#,##0.##");
            date = formatted(workbook, "dd/mm/yyyy");
        }

        private CellStyle formatted(Workbook workbook, String format) {
            var style = workbook.createCellStyle();
            style.cloneStyleFrom(text);
            style.setWrapText(false);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        }
    }
}
