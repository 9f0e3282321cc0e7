package vn.thidua.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/** Lists and archives that are read rather than kept; the limits of files handed in hold for them too. */
@Component
public class BulkFiles {

    /** A file out of an archive, by its own name without folders. */
    public record Packed(String name, byte[] content) {}

    /** What systems leave in archives on their own. */
    private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final FileInspection inspection;
    private final FileSettings settings;

    BulkFiles(FileSettings settings) {
        this.settings = settings;
        this.inspection = new FileInspection(settings.maxUnpackedSize().toBytes());
    }

    /**
     * The first sheet of an Excel file as it is shown: cells NFC and trimmed, dates dd/MM/yyyy, formulas as what they came to.
     *
     * @throws Refusal INVALID when it is no sound .xlsx or has more rows
     */
    public List<List<String>> table(String fileName, byte[] content, int mostRows) {
        var name = FileName.clean(fileName);
        if (inspection.kindOf(name, content) != FileKind.XLSX) {
            throw Refusal.invalid(
                    "list-not-excel",
                    FileInspection.FIELD,
                    "Tệp \"%s\" không phải Excel (.xlsx). Hãy điền vào tệp mẫu rồi tải lên.".formatted(name));
        }
        ZipSecureFile.setMinInflateRatio(0.003); // the inspection above has seen to bombs
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var sheet = workbook.getSheetAt(0);
            if (sheet.getPhysicalNumberOfRows() > mostRows) {
                throw Refusal.invalid(
                        "list-too-long",
                        FileInspection.FIELD,
                        "Tệp \"%s\" có hơn %d dòng. Hãy chia thành nhiều tệp.".formatted(name, mostRows));
            }
            var formatter = new DataFormatter();
            formatter.setUseCachedValuesForFormulaCells(true);
            var rows = new ArrayList<List<String>>();
            for (var row : sheet) {
                while (rows.size() < Math.min(row.getRowNum(), mostRows)) rows.add(List.of());
                rows.add(cells(row, formatter));
            }
            return rows;
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) throw refusal;
            throw FileInspection.broken(name);
        }
    }

    /**
     * The files in a ZIP, folders left out.
     *
     * @throws Refusal INVALID when it is no whole ZIP, is locked, unpacks to too much, or holds odd paths or two files of one name
     */
    public List<Packed> unpack(String fileName, byte[] content) {
        var name = FileName.clean(fileName);
        if (OfficePackages.endOfDirectory(content) < 0) throw noArchive(name);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return unpack(name, zip);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw FileInspection.broken(name);
        }
    }

    /** @throws Refusal INVALID or TOO_LARGE when the file could not be attached */
    public void mustBeAcceptable(Packed file) {
        if (file.content().length > settings.maxSize().toBytes()) throw Attachments.tooLarge(file.name(), settings);
        inspection.kindOf(file.name(), file.content());
    }

    private List<Packed> unpack(String name, ZipFile zip) throws IOException {
        var entries = Collections.list(zip.getEntriesInPhysicalOrder());
        if (entries.size() > OfficePackages.MAX_ENTRIES) throw FileInspection.bomb(name);
        var paths = new HashSet<String>();
        var names = new HashSet<String>();
        var files = new ArrayList<Packed>();
        var left = settings.maxUnpackedSize().toBytes();
        for (var entry : entries) {
            var path = Normalizer.normalize(path(entry), Normalizer.Form.NFC);
            if (isOdd(path) || entry.isUnixSymlink()) throw oddPath(name, path);
            OfficePackages.mustBeSafe(name, entry, path.toLowerCase(Locale.ROOT), paths);
            var unpacked = OfficePackages.unpack(name, zip, entry, left, Integer.MAX_VALUE);
            left -= unpacked.size();
            var called = path.substring(path.lastIndexOf('/') + 1);
            if (entry.isDirectory() || isLitter(path, called)) continue;
            if (!names.add(called.toLowerCase(Locale.ROOT))) throw twice(name, called);
            files.add(new Packed(called, unpacked.kept()));
        }
        return files;
    }

    /** As it stands in the archive: the library would turn some odd paths into ordinary ones. */
    private static String path(ZipArchiveEntry entry) {
        return new String(entry.getRawName(), StandardCharsets.UTF_8);
    }

    private static boolean isOdd(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || path.chars().anyMatch(Character::isISOControl)
                || List.of(path.split("/")).contains("..");
    }

    private static boolean isLitter(String path, String called) {
        return path.startsWith("__MACOSX/") || LITTER.contains(called.toLowerCase(Locale.ROOT));
    }

    private static List<String> cells(Row row, DataFormatter formatter) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            var cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
            cells.add(cell == null ? "" : clean(text(cell, formatter)));
        }
        return cells;
    }

    private static String text(Cell cell, DataFormatter formatter) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)
                ? VietnamTime.date(cell.getLocalDateTimeCellValue().toLocalDate())
                : formatter.formatCellValue(cell);
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .strip();
    }

    private static Refusal noArchive(String name) {
        return Refusal.invalid(
                "archive-not-zip",
                "archive",
                "Tệp \"%s\" không phải tệp nén ZIP hoặc bị hỏng. Hãy nén lại thành .zip rồi tải lên.".formatted(name));
    }

    private static Refusal oddPath(String name, String path) {
        return Refusal.invalid(
                "archive-odd-path",
                "archive",
                "Tệp nén \"%s\" có đường dẫn lạ bên trong (\"%s\"). Hãy nén lại, chỉ chọn các tệp cần đính kèm."
                        .formatted(name, FileName.clean(path)));
    }

    private static Refusal twice(String name, String called) {
        return Refusal.invalid(
                "archive-name-twice",
                "archive",
                "Tệp nén \"%s\" có hai tệp cùng tên \"%s\" ở hai thư mục. Hãy đổi tên hoặc bỏ bớt một tệp rồi nén lại."
                        .formatted(name, FileName.clean(called)));
    }
}
