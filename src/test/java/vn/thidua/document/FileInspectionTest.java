package vn.thidua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.thidua.document.Samples.docx;
import static vn.thidua.document.Samples.joined;
import static vn.thidua.document.Samples.pdf;
import static vn.thidua.document.Samples.picture;
import static vn.thidua.document.Samples.text;
import static vn.thidua.document.Samples.with;
import static vn.thidua.document.Samples.xlsx;
import static vn.thidua.document.Samples.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.thidua.act.Refusal;

class FileInspectionTest {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final FileInspection inspection = new FileInspection(20 << 20);

    @Test
    void the_five_kinds_are_told_by_content_whatever_the_name() {
        assertThat(inspection.kindOf("a.exe", pdf())).isEqualTo(FileKind.PDF);
        assertThat(inspection.kindOf("a.exe", docx())).isEqualTo(FileKind.DOCX);
        assertThat(inspection.kindOf("a.exe", xlsx())).isEqualTo(FileKind.XLSX);
        assertThat(inspection.kindOf("a.exe", picture("jpg"))).isEqualTo(FileKind.JPEG);
        assertThat(inspection.kindOf("a.exe", picture("png"))).isEqualTo(FileKind.PNG);
    }

    @Test
    void our_own_word_and_excel_files_are_accepted() {
        var workbook = Workbooks.write(List.of(new Workbooks.Sheet("a", List.of("a"), List.of(List.of("b")))));
        assertThat(inspection.kindOf("a", workbook)).isEqualTo(FileKind.XLSX);
    }

    @Test
    void a_refusal_names_the_file_the_rule_and_the_way_out() {
        assertThatThrownBy(() -> inspection.kindOf("kịch bản.pdf", text("#!/bin/sh")))
                .hasMessage(
                        "Tệp \"kịch bản.pdf\" không phải PDF, Word (.docx), Excel (.xlsx), ảnh JPEG hoặc PNG xét theo nội dung (đổi đuôi tệp không làm đổi nội dung). Hãy lưu tài liệu thành một trong các định dạng đó rồi tải lên.");
    }

    @Test
    void anything_else_is_refused() {
        for (var content : List.of(
                text("MZ\u0090"),
                text("<html><script>alert(1)</script>"),
                text("PK"),
                text("GIF89a"),
                text("{\\rtf1}"),
                text("%!PS"),
                text(" %PDF-1.4"),
                new byte[100])) {
            assertRefused(content, "file-type");
        }
        assertRefused(new byte[0], "file-empty");
        assertRefused(zip(Map.of("a.txt", text("a"))), "file-type");
        assertRefused(zip(Map.of("META-INF/MANIFEST.MF", text("a"), CONTENT_TYPES, text("<Types/>"))), "file-type");
    }

    @Test
    void macros_are_refused_by_content_type_and_by_part() {
        assertRefused(
                retyped(docx(), "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"), "file-macro");
        assertRefused(retyped(xlsx(), "spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"), "file-macro");
        assertRefused(with(docx(), "word/vbaProject.bin", text("x")), "file-macro");
        assertRefused(with(xlsx(), "xl/VBAPROJECT.BIN", text("x")), "file-macro");
        assertRefused(with(xlsx(), "xl/macrosheets/sheet1.xml", text("<x/>")), "file-macro");
        assertRefused(with(docx(), "word/activeX/activeX1.xml", text("<x/>")), "file-macro");
        assertRefused(withType(docx(), "application/vnd.ms-office.vbaProject"), "file-macro");
    }

    @Test
    void a_template_fetched_from_elsewhere_is_refused_and_one_on_the_senders_machine_is_not() {
        assertRefused(
                with(docx(), "word/_rels/settings.xml.rels", attachedTemplate("http://x.example/a.dotm")),
                "file-macro");
        assertRefused(
                with(docx(), "word/_rels/settings.xml.rels", attachedTemplate("\\\\x.example\\a.dotm")), "file-macro");
        assertRefused(
                with(docx(), "word/_rels/settings.xml.rels", attachedTemplate("file:///\\\\x\\a.dotm")), "file-macro");
        var local =
                with(docx(), "word/_rels/settings.xml.rels", attachedTemplate("file:///C:\\Users\\Lan\\Normal.dotm"));
        assertThat(inspection.kindOf("a", local)).isEqualTo(FileKind.DOCX);
    }

    @Test
    void a_pdf_that_runs_code_is_refused() {
        assertRefused(
                spliced(pdf(), "/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>"),
                "file-macro");
        assertRefused(spliced(pdf(), "/Type /Catalog", "/Type /Catalog /OpenAction << /S /Launch >>"), "file-macro");
    }

    @Test
    void locked_files_are_refused() {
        assertRefused(Samples.lockedDocx(), "file-locked");
        assertRefused(spliced(pdf(), "/Size 4", "/Size 4 /Encrypt 9 0 R"), "file-locked");
        var flagged = docx();
        flagEncrypted(flagged);
        assertRefused(flagged, "file-locked");
    }

    @Test
    void old_office_files_are_refused_with_how_to_save_them_anew() {
        assertThatThrownBy(() -> inspection.kindOf("cu.doc", Samples.oldDoc()))
                .hasMessageContaining("định dạng Office cũ")
                .hasMessageContaining("Lưu thành .docx");
    }

    @Test
    void one_file_that_is_two_is_refused() {
        var archive = zip(Map.of("a.jar", text("x")));
        assertRefused(joined(pdf(), archive), "file-disguised");
        assertRefused(joined(picture("jpg"), archive), "file-disguised");
        assertRefused(joined(picture("png"), archive), "file-broken");
        assertRefused(spliced(pdf(), "1 0 obj", "<script>alert(1)</script>\n1 0 obj"), "file-disguised");
        assertRefused(joined(docx(), archive), "file-disguised");
        assertRefused(joined(docx(), text("%PDF-1.4")), "file-broken");
        assertRefused(
                withType(docx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
                "file-disguised");
    }

    @Test
    void names_inside_that_lead_out_or_come_twice_are_refused() {
        assertRefused(with(docx(), "../../etc/passwd", text("x")), "file-disguised");
        assertRefused(with(docx(), "/etc/passwd", text("x")), "file-disguised");
        assertRefused(with(docx(), "word\\x.xml", text("x")), "file-disguised");
        assertRefused(with(docx(), "WORD/DOCUMENT.XML", text("x")), "file-disguised");
    }

    @Test
    void what_unpacks_to_too_much_is_refused() {
        assertRefused(with(docx(), "word/media/a.bin", new byte[5 << 20]), "file-unpacks-too-large");
        var half = new byte[11 << 20];
        new Random(1).nextBytes(half);
        assertRefused(with(with(docx(), "word/a.bin", half), "word/b.bin", half), "file-unpacks-too-large");
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5_001; i++) many.put("word/" + i, new byte[0]);
        assertRefused(zip(many), "file-unpacks-too-large");
    }

    @Test
    void a_sheet_of_like_rows_is_no_bomb() {
        var rows = Collections.nCopies(50_000, List.<Object>of("Sở Tài chính", 1, 2, 3));
        var workbook = Workbooks.write(List.of(new Workbooks.Sheet("a", List.of("a", "b", "c", "d"), rows)));
        assertThat(inspection.kindOf("a", workbook)).isEqualTo(FileKind.XLSX);
    }

    @Test
    void files_that_end_too_early_are_refused_as_broken() {
        for (var whole : List.of(pdf(), docx(), xlsx(), picture("jpg"), picture("png"))) {
            assertRefused(Arrays.copyOf(whole, whole.length * 2 / 3), "file-broken");
        }
    }

    @Test
    void a_picture_whose_header_lies_is_refused() {
        var png = picture("png");
        png[16] = 0x7f; // width, so that its checksum no longer holds
        assertRefused(png, "file-broken");

        var jpeg = picture("jpg");
        var frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        Arrays.fill(jpeg, frame + 5, frame + 7, (byte) 0);
        assertRefused(jpeg, "file-broken");
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
        assertRefused(jpeg, "file-broken");
    }

    @Test
    void what_a_camera_hangs_on_behind_a_photo_is_no_harm() {
        assertThat(inspection.kindOf("a", joined(picture("jpg"), text("SEFH trailer"))))
                .isEqualTo(FileKind.JPEG);
    }

    @Test
    void no_damage_leads_to_anything_but_a_refusal() {
        var random = new Random(42);
        for (var whole : List.of(pdf(), docx(), xlsx(), picture("jpg"), picture("png"))) {
            for (int i = 0; i < 2_000; i++) {
                var damaged = Arrays.copyOf(whole, whole.length - (i % 3 == 0 ? random.nextInt(whole.length) : 0));
                for (int hits = random.nextInt(8); hits >= 0 && damaged.length > 0; hits--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    inspection.kindOf("a", damaged);
                } catch (Refusal expected) {
                    assertThat(expected.kind()).isEqualTo(Refusal.Kind.INVALID);
                }
            }
        }
    }

    private void assertRefused(byte[] content, String code) {
        var refusal = catchThrowableOfType(Refusal.class, () -> inspection.kindOf("a.docx", content));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.sentence()).startsWith("Tệp \"a.docx\"").contains("Hãy ");
    }

    private static byte[] retyped(byte[] archive, String type, String other) {
        return with(archive, CONTENT_TYPES, text(contentTypes(archive).replace(type, other)));
    }

    private static byte[] withType(byte[] archive, String type) {
        var types = contentTypes(archive);
        return with(
                archive,
                CONTENT_TYPES,
                text(types.replace(
                        "</Types>", "<Override PartName=\"/x\" ContentType=\"%s\"/></Types>".formatted(type))));
    }

    private static String contentTypes(byte[] archive) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(CONTENT_TYPES))
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw new IllegalArgumentException();
    }

    private static byte[] attachedTemplate(String target) {
        return text("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Target="%s" TargetMode="External"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>""".formatted(target));
    }

    private static byte[] spliced(byte[] content, String text, String replacement) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .replaceFirst(text, replacement)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void flagEncrypted(byte[] archive) {
        for (int i = 0; i + 9 < archive.length; i++) {
            if (archive[i] != 'P' || archive[i + 1] != 'K') continue;
            if (archive[i + 2] == 1 && archive[i + 3] == 2) archive[i + 8] |= 1;
            if (archive[i + 2] == 3 && archive[i + 3] == 4) archive[i + 6] |= 1;
        }
    }
}
