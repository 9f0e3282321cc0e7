package vn.thidua.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/**
 * A unit list as it was typed, from Excel or CSV: rows of named cells, NFC and trimmed. Column heads may be English or Vietnamese.
 *
 * @param lines the cells by column, in the order of the file
 */
record UnitTable(List<Line> lines) {

    /** @param number the row as a spreadsheet numbers it, the head being row 1 */
    record Line(int number, Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static final Map<String, String> COLUMNS = Map.of(
            "code", "Mã đơn vị",
            "name", "Tên đơn vị",
            "group", "Nhóm",
            "level", "Cấp",
            "parent", "Đơn vị cấp trên",
            "emails", "E-mail",
            "founded", "Ngày thành lập",
            "closed", "Ngày giải thể",
            "successor", "Đơn vị kế thừa");

    private static final int MOST_ROWS = 20_000;

    static UnitTable read(String fileName, InputStream content) {
        try {
            var rows = fileName.toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(content) : excel(content);
            return named(rows);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) throw refusal;
            throw Refusal.invalid(
                    "unit-list-unreadable",
                    "file",
                    "Không đọc được tệp \"%s\". Danh sách đơn vị phải là tệp Excel (.xlsx) hoặc CSV mã UTF-8; hãy lưu lại đúng định dạng rồi tải lên."
                            .formatted(fileName));
        }
    }

    private static List<List<String>> csv(InputStream content) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(false)
                .get()
                .parse(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (CSVRecord csvRow : parser) rows.add(csvRow.toList());
        }
        return rows;
    }

    private static List<List<String>> excel(InputStream content) throws IOException {
        ZipSecureFile.setMinInflateRatio(0.005);
        var rows = new ArrayList<List<String>>();
        try (var workbook = new XSSFWorkbook(content)) {
            var sheet = workbook.getSheetAt(0);
            for (int i = 0; i <= sheet.getLastRowNum() && i <= MOST_ROWS + 1; i++) rows.add(cells(sheet.getRow(i)));
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        if (row == null) return cells;
        for (int i = 0; i < row.getLastCellNum(); i++) {
            cells.add(text(row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
        }
        return cells;
    }

    private static String text(Cell cell) {
        var isDate = cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell);
        return isDate
                ? VietnamTime.date(cell.getLocalDateTimeCellValue().toLocalDate())
                : new DataFormatter().formatCellValue(cell);
    }

    private static UnitTable named(List<List<String>> rows) {
        if (rows.isEmpty()) {
            throw Refusal.invalid(
                    "unit-list-empty",
                    "file",
                    "Tệp không có dòng nào. Dòng đầu phải là tên cột, các dòng sau là đơn vị.");
        }
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.invalid(
                    "unit-list-too-long",
                    "file",
                    "Tệp có hơn %d dòng. Hãy chia danh sách thành nhiều tệp.".formatted(MOST_ROWS));
        }
        var heads = rows.get(0).stream().map(UnitTable::column).toList();
        for (var needed : List.of("code", "name", "group")) {
            if (!heads.contains(needed)) {
                throw Refusal.invalid(
                        "unit-list-column",
                        "file",
                        "Thiếu cột \"%s\" ở dòng đầu của tệp. Hãy thêm cột này rồi tải lên lại."
                                .formatted(COLUMNS.get(needed)));
            }
        }
        var lines = new ArrayList<Line>();
        for (int i = 1; i < rows.size(); i++) {
            var cells = new LinkedHashMap<String, String>();
            for (int j = 0; j < Math.min(heads.size(), rows.get(i).size()); j++) {
                cells.put(heads.get(j), clean(rows.get(i).get(j)));
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) lines.add(new Line(i + 1, cells));
        }
        return new UnitTable(lines);
    }

    private static String column(String head) {
        var text = clean(head.replace("\uFEFF", ""));
        return COLUMNS.entrySet().stream()
                .filter(column -> column.getKey().equalsIgnoreCase(text)
                        || column.getValue().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .strip();
    }
}
