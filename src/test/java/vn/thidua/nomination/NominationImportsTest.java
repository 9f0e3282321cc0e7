package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.nomination.ImportColumn.ACHIEVEMENT;
import static vn.thidua.nomination.ImportColumn.BORN;
import static vn.thidua.nomination.ImportColumn.CODE;
import static vn.thidua.nomination.ImportColumn.FORM;
import static vn.thidua.nomination.ImportColumn.FROM;
import static vn.thidua.nomination.ImportColumn.GENDER;
import static vn.thidua.nomination.ImportColumn.GRADE;
import static vn.thidua.nomination.ImportColumn.KIND;
import static vn.thidua.nomination.ImportColumn.KNOWN;
import static vn.thidua.nomination.ImportColumn.NAME;
import static vn.thidua.nomination.ImportColumn.PARTY;
import static vn.thidua.nomination.ImportColumn.TO;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.document.Attachments;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.nomination.ImportPreview.Fault;
import vn.thidua.nomination.NominationImports.Files;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.Office;
import vn.thidua.support.ThiDuaTest;

/** Lists of nominees from real Excel and ZIP files: looked at, then taken over whole or not at all. */
class NominationImportsTest extends ThiDuaTest {

    private static final String HERE = "son-la";
    private static final String UNIT = "so-y-te";

    @Autowired
    private AwardOffice awards;

    @Autowired
    private NominationImports imports;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Nominees nominees;

    @Autowired
    private Attachments attachments;

    private String round;

    @BeforeEach
    void open() {
        office.adopt(
                HERE,
                "05/11/2026",
                unit(UNIT, "Sở Y tế", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        round = awards.open(HERE, AwardForm.GK).key();
    }

    @Test
    void every_row_becomes_a_draft_with_what_it_says() {
        var list = list(
                row(Map.of(
                        CODE,
                        "001",
                        NAME,
                        "Nguyễn Thị Hoà",
                        BORN,
                        "1/2/1980",
                        GENDER,
                        "Nữ",
                        PARTY,
                        "không",
                        ACHIEVEMENT,
                        "Số hóa hồ sơ",
                        FROM,
                        "01/01/2026",
                        TO,
                        "30/6/2026")),
                row(Map.of(CODE, "002", KIND, "TẬP THỂ", NAME, "Phòng Tổ chức – Cán bộ")),
                Map.of(CODE, "001", ACHIEVEMENT, "Đào tạo kỹ năng số", FROM, "01/02/2026", TO, "01/03/2026"));

        var progress = take(list, null);

        assertThat(progress.problem()).isNull();
        assertThat(progress.state()).isEqualTo(ImportProgress.State.DONE);
        assertThat(progress.done()).isEqualTo(2);
        var made = dossiers.of(round);
        assertThat(made).extracting(Dossier::nomineeName).containsExactly("Nguyễn Thị Hoà", "Phòng Tổ chức – Cán bộ");
        assertThat(made).allMatch(dossier -> dossier.state() == DossierState.DRAFT);
        assertThat(made).extracting(Dossier::kind).containsExactly(NomineeKind.INDIVIDUAL, NomineeKind.COLLECTIVE);
        assertThat(made).extracting(Dossier::criteriaGroup).containsExactly("d", "a");
        var content = dossiers.content(made.get(0).number());
        assertThat(content.achievements())
                .extracting(AchievementEntry::title, AchievementEntry::from, AchievementEntry::to)
                .containsExactly(
                        tuple("Số hóa hồ sơ", "01/01/2026", "30/06/2026"),
                        tuple("Đào tạo kỹ năng số", "01/02/2026", "01/03/2026"));
        assertThat(content.nominee().birthDate()).isEqualTo("01/02/1980");
        assertThat(content.nominee().gender()).isEqualTo("FEMALE");
        assertThat(awards.tasks(made.get(0).number(), "Task_ComposeDossier")).hasSize(1);
    }

    @Test
    void every_fault_is_told_with_its_row_its_column_and_the_way_out_and_nothing_is_taken_over() {
        var list = list(
                row(Map.of(CODE, "001", NAME, "Nguyễn Văn A", BORN, "31/02/1980")),
                row(Map.of(CODE, "002", NAME, "")),
                row(Map.of(CODE, "002", NAME, "Nguyễn Văn B", FORM, "Bằng khen của Chủ tịch UBND tỉnh")),
                row(Map.of(CODE, "mã 4", NAME, "Nguyễn Văn C")),
                row(Map.of(CODE, "005", NAME, "Nguyễn Văn D", KIND, "Người", GENDER, "nam giới")),
                row(Map.of(CODE, "006", NAME, "Nguyễn Văn E", GRADE, "Nhất", PARTY, "chắc có")),
                row(Map.of(CODE, "007", NAME, "Nguyễn Văn G", ACHIEVEMENT, "x", FROM, "02/02/2026", TO, "01/01/2026")),
                row(Map.of(CODE, "008", NAME, "Phòng A", KIND, "Tập thể", BORN, "01/01/1980")));

        var preview = preview(list, null);

        assertThat(preview.faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Dòng 2, cột Ngày sinh: \"31/02/1980\" không phải ngày dạng dd/MM/yyyy.",
                        "Dòng 3, cột Họ và tên, tên tập thể, hộ: không được để trống; hãy ghi đầy đủ như sẽ in trên bằng.",
                        "Dòng 4, cột Mã dòng: \"002\" trùng với dòng 3; mỗi hồ sơ một mã.",
                        "Dòng 5, cột Mã dòng: \"mã 4\" không dùng được; chỉ dùng tối đa 20 chữ không dấu, chữ số, dấu chấm, gạch nối.",
                        "Dòng 6, cột Loại: \"Người\" không hợp lệ; chọn một trong: Tập thể, Cá nhân hoặc Hộ gia đình.",
                        "Dòng 6, cột Giới tính: \"nam giới\" phải là Nam hoặc Nữ.",
                        "Dòng 7, cột Hạng: chỉ ghi cho Huân chương Lao động; hãy xóa.",
                        "Dòng 7, cột Cấp ủy quản lý: \"chắc có\" phải là Có hoặc Không.",
                        "Dòng 8, cột Đến ngày: phải từ ngày bắt đầu (02/02/2026) trở đi.",
                        "Dòng 9, cột Ngày sinh: chỉ ghi cho cá nhân; hãy xóa hoặc sửa cột Loại.");
        assertThat(refused(() -> keep(list, null)).sentence()).contains("10 lỗi", "chưa nạp hồ sơ nào");
        assertThat(dossiers.of(round)).isEmpty();
    }

    @Test
    void a_form_the_round_does_not_give_is_a_fault_that_names_those_it_gives() {
        var list = list(row(Map.of(CODE, "1", NAME, "Nguyễn Văn B", FORM, "BK_TINH")));

        assertThat(preview(list, null).faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Dòng 2, cột Hình thức đề nghị: \"Bằng khen của Chủ tịch UBND tỉnh\" không có trong đợt xét này; chọn một trong: Giấy khen.");
    }

    @Test
    void those_known_are_recognised_and_namesakes_have_to_be_told_apart() {
        var hoa = nominees.resolve(HERE, person("Nguyễn Thị Hoà", "01/02/1980"));
        var hung = nominees.resolve(HERE, person("Nguyễn Văn Hùng", "01/02/1970"));
        var unsure = row(Map.of(CODE, "002", NAME, "Nguyễn Văn Hùng"));
        var hoaAgain = row(Map.of(
                CODE, "001", NAME, Normalizer.normalize("NGUYỄN THỊ HÒA", Normalizer.Form.NFD), BORN, "01/02/1980"));

        var preview = preview(list(hoaAgain, unsure), null);

        assertThat(preview.recognised()).isEqualTo(1);
        var shortId = ImportCheck.shortId(hung);
        assertThat(preview.faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Dòng 3, cột Trùng tên: hệ thống đã có người, tập thể cùng tên; ghi %s nếu là Nguyễn Văn Hùng, sinh năm 1970, Sở Y tế; ghi Mới nếu là người, tập thể khác."
                                .formatted(shortId));
        take(list(hoaAgain, with(unsure, KNOWN, shortId)), null);
        take(list(with(unsure, KNOWN, "mới")), null);
        assertThat(dossiers.of(round))
                .extracting(Dossier::nominee)
                .startsWith(hoa, hung)
                .hasSize(3);
        assertThat(dossiers.of(round).get(2).nominee()).isNotEqualTo(hung);
    }

    @Test
    void the_same_person_twice_for_the_same_form_is_a_fault() {
        var list = list(
                row(Map.of(CODE, "1", NAME, "Lò Văn Pâng", BORN, "01/02/1980")),
                row(Map.of(CODE, "2", NAME, "LÒ VĂN PÂNG", BORN, "01/02/1980")));

        assertThat(preview(list, null).faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "Dòng 3, cột Họ và tên, tên tập thể, hộ: \"LÒ VĂN PÂNG\" đã có ở dòng 2 với cùng hình thức; nếu là hai người hãy ghi ngày sinh của cả hai.");
    }

    @Test
    void files_of_the_archive_are_attached_by_the_code_and_component_in_their_names() {
        var list = list(
                row(Map.of(CODE, "001", NAME, "Nguyễn Văn A", BORN, "01/01/1980")),
                row(Map.of(CODE, "002", NAME, "Nguyễn Văn B", BORN, "01/01/1980")));
        var archive = zip(
                "001_bao-cao-thanh-tich.pdf",
                "hồ sơ/002_bao-cao-thanh-tich.pdf",
                "002_minh-chung_2.pdf",
                "CHUNG_to-trinh.pdf");

        var preview = preview(list, archive);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.files()).isEqualTo(5);
        take(list, archive);

        var made = dossiers.of(round);
        assertThat(files(made.get(0)))
                .containsExactlyInAnyOrder(
                        "bao-cao-thanh-tich: 001_bao-cao-thanh-tich.pdf", "to-trinh: CHUNG_to-trinh.pdf");
        assertThat(files(made.get(1)))
                .containsExactlyInAnyOrder(
                        "bao-cao-thanh-tich: 002_bao-cao-thanh-tich.pdf",
                        "minh-chung: 002_minh-chung_2.pdf",
                        "to-trinh: CHUNG_to-trinh.pdf");
    }

    @Test
    void files_that_match_no_row_or_component_or_are_none_of_the_kinds_taken_are_faults() {
        var list = list(row(Map.of(CODE, "001", NAME, "Nguyễn Văn A", BORN, "01/01/1980")));
        var files = new LinkedHashMap<String, byte[]>();
        files.put("009_to-trinh.pdf", Office.pdf());
        files.put("001_don-xin.pdf", Office.pdf());
        files.put("báo cáo.pdf", Office.pdf());
        files.put("001_to-trinh.pdf", new byte[] {'M', 'Z'});

        assertThat(preview(list, zip(files)).faults())
                .extracting(Fault::column)
                .containsExactlyInAnyOrder("009_to-trinh.pdf", "001_don-xin.pdf", "báo cáo.pdf", "001_to-trinh.pdf");
    }

    @Test
    void an_archive_with_odd_paths_or_that_is_a_bomb_is_refused() {
        var list = list(row(Map.of(CODE, "001", NAME, "Nguyễn Văn A", BORN, "01/01/1980")));

        assertThat(refused(() -> preview(list, zip("../001_to-trinh.pdf"))).code())
                .isEqualTo("archive-odd-path");
        assertThat(refused(() -> preview(list, zip(Map.of("001_to-trinh.pdf", new byte[201 << 20]))))
                        .code())
                .isEqualTo("file-unpacks-too-large");
    }

    @Test
    void one_row_that_cannot_be_made_undoes_all_that_were_made_before_it() {
        var rows = rangeClosed(1, 150)
                .mapToObj(i -> row(Map.of(CODE, "" + i, NAME, "Người thứ " + i, BORN, "01/01/1980")))
                .toList();
        var id = keep(list(rows), null);
        awards.closeWindow(round);

        var progress = asUnit(() -> imports.take(id));

        assertThat(progress.state()).isEqualTo(ImportProgress.State.FAILED);
        assertThat(progress.problem()).contains("Đã hết hạn nhận hồ sơ");
        assertThat(progress.done()).isZero();
        assertThat(dossiers.of(round)).isEmpty();
        assertThat(nominees.called("Người thứ")).isEmpty();
    }

    @Test
    void two_thousand_nominees_come_in_and_the_progress_can_be_watched() throws Exception {
        var rows = rangeClosed(1, 2_000)
                .mapToObj(i -> row(Map.of(
                        CODE,
                        "" + i,
                        NAME,
                        "Người thứ " + i,
                        BORN,
                        "01/01/1980",
                        ACHIEVEMENT,
                        "Sáng kiến số " + i,
                        FROM,
                        "01/01/2026",
                        TO,
                        "30/06/2026")))
                .toList();
        var list = list(rows);
        var id = keep(list, null);
        asUnit(() -> {
            imports.start(id);
            return true;
        });
        var seen = new TreeSet<Integer>();
        ImportProgress progress;
        do {
            Thread.sleep(50);
            progress = asUnit(() -> imports.progress(id));
            seen.add(progress.done());
        } while (progress.state() == ImportProgress.State.RUNNING);

        assertThat(progress.problem()).isNull();
        assertThat(progress.state()).isEqualTo(ImportProgress.State.DONE);
        assertThat(dossiers.of(round)).hasSize(2_000);
        assertThat(seen)
                .as("progress in steps of a hundred")
                .hasSizeGreaterThan(3)
                .allMatch(done -> done % 100 == 0);
    }

    @Test
    void the_template_read_back_is_a_list_that_says_what_to_write_where() throws Exception {
        var template = asUnit(() -> imports.template(round, UNIT));

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Danh sách");
            var heads = workbook.getSheetAt(0).getRow(0);
            assertThat(rangeClosed(0, heads.getLastCellNum() - 1)
                            .mapToObj(i -> heads.getCell(i).getStringCellValue()))
                    .containsExactlyElementsOf(Arrays.stream(ImportColumn.values())
                            .map(ImportColumn::head)
                            .toList());
            assertThat(text(workbook, "Hướng dẫn")).contains("001_bao-cao-thanh-tich.pdf", "CHUNG_to-trinh.pdf");
            assertThat(text(workbook, "Danh mục")).contains("Giấy khen", "Tập thể", "Đối với cá nhân");
        }
        assertThat(refused(() -> preview(template, null)).code()).isEqualTo("list-empty");
    }

    @Test
    void other_units_and_agencies_neither_import_nor_watch() {
        var id = keep(list(row(Map.of(CODE, "1", NAME, "A", BORN, "01/01/1980"))), null);

        for (var group :
                Set.of(Office.unitGroup(HERE, "so-tai-chinh"), "son-la.so-noi-vu", "binh-phuoc.unit.so-y-te")) {
            office.as("stranger", group, () -> {
                assertThat(refused(() -> imports.progress(id)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
                assertThat(refused(() -> imports.start(id)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
                assertThat(refused(() -> imports.template(round, UNIT)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
            });
        }
    }

    @Test
    void what_was_taken_over_once_is_not_taken_over_again_and_its_files_are_gone() {
        var id = keep(list(row(Map.of(CODE, "1", NAME, "A", BORN, "01/01/1980"))), null);

        asUnit(() -> imports.take(id));

        assertThat(refused(() -> asUnit(() -> imports.take(id))).code()).isEqualTo("import-busy");
        assertThat(refused(() -> asUnit(() -> imports.files(id))).code()).isEqualTo("import-done");
        assertThat(dossiers.of(round)).hasSize(1);
    }

    private ImportPreview preview(byte[] list, byte @Nullable [] archive) {
        return asUnit(() -> imports.preview(round, UNIT, files(list, archive)));
    }

    private UUID keep(byte[] list, byte @Nullable [] archive) {
        return asUnit(() -> imports.keep(round, UNIT, files(list, archive)));
    }

    private ImportProgress take(byte[] list, byte @Nullable [] archive) {
        var id = keep(list, archive);
        return asUnit(() -> imports.take(id));
    }

    private <T> T asUnit(Supplier<T> work) {
        return new Actor("unit-officer", Set.of(Office.unitGroup(HERE, UNIT))).act(work);
    }

    private List<String> files(Dossier dossier) {
        return dossiers.draft(dossier.number()).components().entrySet().stream()
                .flatMap(component -> attachments.describe(component.getValue()).stream()
                        .map(file -> component.getKey() + ": " + file.name()))
                .toList();
    }

    private static Files files(byte[] list, byte @Nullable [] archive) {
        return new Files("danh-sach.xlsx", list, archive == null ? null : "tep.zip", archive);
    }

    /** A row that is complete but for what is given. */
    private static Map<ImportColumn, String> row(Map<ImportColumn, String> given) {
        var row = new EnumMap<ImportColumn, String>(ImportColumn.class);
        row.put(KIND, "Cá nhân");
        row.put(FORM, "Giấy khen");
        row.putAll(given);
        return row;
    }

    private static Map<ImportColumn, String> with(Map<ImportColumn, String> row, ImportColumn column, String text) {
        var changed = new EnumMap<>(row);
        changed.put(column, text);
        return changed;
    }

    @SafeVarargs
    private static byte[] list(Map<ImportColumn, String>... rows) {
        return list(List.of(rows));
    }

    private static byte[] list(List<Map<ImportColumn, String>> rows) {
        return Workbooks.write(List.of(new Sheet(
                "Danh sách",
                Arrays.stream(ImportColumn.values()).map(ImportColumn::head).toList(),
                rows.stream()
                        .map(row -> Arrays.stream(ImportColumn.values())
                                .map(row::get)
                                .toList())
                        .toList())));
    }

    private static byte[] zip(String... names) {
        var files = new LinkedHashMap<String, byte[]>();
        var number = new AtomicInteger();
        for (var name : names) {
            // comments make each file's content its own
            files.put(name, (new String(Office.pdf()) + "%" + number.incrementAndGet() + "\n%%EOF\n").getBytes());
        }
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        try (var archive = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(archive)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
            return archive.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(XSSFWorkbook workbook, String sheet) {
        var rows = workbook.getSheet(sheet);
        return rangeClosed(0, rows.getLastRowNum())
                .mapToObj(rows::getRow)
                .flatMap(row -> rangeClosed(0, row.getLastCellNum() - 1).mapToObj(row::getCell))
                .map(cell -> cell == null ? "" : cell.getStringCellValue())
                .collect(joining("\n"));
    }

    private static NomineeEntry person(String name, String born) {
        return new NomineeEntry(null, false, NomineeKind.INDIVIDUAL, name, born, null, null, UNIT, null);
    }

    private static Refusal refused(Runnable deed) {
        return catchThrowableOfType(Refusal.class, deed::run);
    }
}
