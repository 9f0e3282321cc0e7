package vn.thidua.document;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.thidua.document.Samples.docx;
import static vn.thidua.document.Samples.pdf;
import static vn.thidua.document.Samples.text;
import static vn.thidua.document.Samples.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.thidua.act.Refusal;

/** What is read out of lists and archives, and which of them are refused. */
class BulkFilesTest {

    private final BulkFiles bulk = new BulkFiles(new FileSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(4)));

    @Test
    void cells_are_read_as_they_are_shown() {
        var list = workbook(sheet -> {
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue(Normalizer.normalize("  Nguyễn Thị Hoà\u00a0", Normalizer.Form.NFD));
            row.createCell(2).setCellValue(15);
            var date = row.createCell(3);
            date.setCellValue(LocalDate.of(1980, 9, 5));
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            date.setCellStyle(style);
            var formula = row.createCell(4);
            formula.setCellFormula("1+1");
            formula.setCellValue(2);
            sheet.createRow(2).createCell(0).setCellValue("cuối");
        });

        assertThat(bulk.table("a.xlsx", list, 10))
                .containsExactly(List.of("Nguyễn Thị Hoà", "", "15", "05/09/1980", "2"), List.of(), List.of("cuối"));
    }

    @Test
    void a_list_with_too_many_rows_is_refused() {
        var list = Workbooks.write(List.of(new Workbooks.Sheet("a", List.of("a"), nCopies(3, List.of("b")))));

        assertThat(bulk.table("a.xlsx", list, 4)).hasSize(4);
        assertThat(refused(() -> bulk.table("a.xlsx", list, 3)).code()).isEqualTo("list-too-long");
    }

    @Test
    void what_is_no_excel_file_is_no_list() {
        assertThat(refused(() -> bulk.table("a.xlsx", docx(), 9)).code()).isEqualTo("list-not-excel");
        assertThat(refused(() -> bulk.table("a.xlsx", text("a;b"), 9)).code()).isEqualTo("file-type");
    }

    @Test
    void the_files_of_an_archive_come_by_their_own_names() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("001_bao-cao-thanh-tich.pdf", pdf());
        files.put("hồ sơ/002_bien-ban.pdf", pdf());
        files.put("__MACOSX/._001_bao-cao-thanh-tich.pdf", text("x"));
        files.put("hồ sơ/.DS_Store", text("x"));

        assertThat(bulk.unpack("a.zip", zip(files)))
                .extracting(BulkFiles.Packed::name)
                .containsExactly("001_bao-cao-thanh-tich.pdf", "002_bien-ban.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.pdf", "a/../../b.pdf", "/etc/passwd", "C:\\a.pdf", "a\\b.pdf", "C:a.pdf", "a\nb.pdf"})
    void odd_paths_are_refused(String path) {
        assertThat(refused(() -> bulk.unpack("a.zip", zip(Map.of(path, pdf())))).code())
                .isEqualTo("archive-odd-path");
    }

    @Test
    void two_files_of_one_name_are_refused() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a/1.pdf", pdf());
        files.put("b/1.PDF", pdf());

        assertThat(refused(() -> bulk.unpack("a.zip", zip(files))).code()).isEqualTo("archive-name-twice");
    }

    @Test
    void an_archive_that_unpacks_to_too_much_is_refused_before_it_fills_the_memory() {
        assertThat(refused(() -> bulk.unpack("a.zip", zip(Map.of("a.pdf", new byte[5 << 20]))))
                        .code())
                .isEqualTo("file-unpacks-too-large");
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertThat(refused(() -> bulk.unpack("a.zip", pdf())).code()).isEqualTo("archive-not-zip");
    }

    @Test
    void a_file_of_an_archive_has_to_be_one_that_could_be_attached() {
        bulk.mustBeAcceptable(new BulkFiles.Packed("a.pdf", pdf()));

        assertThat(refused(() -> bulk.mustBeAcceptable(new BulkFiles.Packed("a.pdf", text("MZ"))))
                        .code())
                .isEqualTo("file-type");
        assertThat(refused(() -> bulk.mustBeAcceptable(new BulkFiles.Packed("a.pdf", new byte[2 << 20])))
                        .code())
                .isEqualTo("file-too-large");
    }

    private static Refusal refused(Runnable deed) {
        return catchThrowableOfType(Refusal.class, deed::run);
    }

    private static byte[] workbook(Consumer<XSSFSheet> content) {
        try (var workbook = new XSSFWorkbook();
                var file = new ByteArrayOutputStream()) {
            content.accept(workbook.createSheet("a"));
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
