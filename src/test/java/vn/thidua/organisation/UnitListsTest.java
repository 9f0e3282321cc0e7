package vn.thidua.organisation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.organisation.Unit.Level;
import vn.thidua.support.ThiDuaTest;

/** Unit lists from Excel and CSV: looked at first, then whole or not at all, and the same one twice changes nothing. */
class UnitListsTest extends ThiDuaTest {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final Set<String> GROUPS = Set.of("so-ban-nganh", "doanh-nghiep");
    private static final List<String> ENGLISH =
            List.of("code", "name", "group", "level", "parent", "emails", "founded", "closed", "successor");
    private static final List<String> VIETNAMESE = List.of(
            "Mã đơn vị",
            "Tên đơn vị",
            "Nhóm",
            "Cấp",
            "Đơn vị cấp trên",
            "E-mail",
            "Ngày thành lập",
            "Ngày giải thể",
            "Đơn vị kế thừa");

    @Autowired
    private UnitLists lists;

    @Autowired
    private Units units;

    @BeforeEach
    void adopt() {
        office.adopt(CAMPAIGN, "01/09/2026");
    }

    @Test
    void a_csv_list_is_taken_over_cell_by_cell() {
        take(csv(
                ENGLISH,
                "so-y-te,\"Sở Y tế, tỉnh\",so-ban-nganh,PROVINCE,,a@syt.example;b@syt.example,1/7/2025,,",
                "cty-a,Công ty A,doanh-nghiep,Doanh nghiệp,so-y-te,,,31/12/2026,so-y-te"));

        assertThat(units.of(CAMPAIGN))
                .containsExactlyInAnyOrder(
                        new Unit(
                                "so-y-te",
                                "Sở Y tế, tỉnh",
                                "so-ban-nganh",
                                Level.PROVINCE,
                                null,
                                List.of("a@syt.example", "b@syt.example"),
                                LocalDate.of(2025, 7, 1),
                                null,
                                null),
                        new Unit(
                                "cty-a",
                                "Công ty A",
                                "doanh-nghiep",
                                Level.ENTERPRISE,
                                "so-y-te",
                                List.of(),
                                null,
                                LocalDate.of(2026, 12, 31),
                                "so-y-te"));
    }

    @Test
    void an_excel_list_with_vietnamese_heads_and_real_dates_gives_the_same_units() {
        lists.take(
                CAMPAIGN,
                GROUPS,
                "Danh sách đơn vị.xlsx",
                new ByteArrayInputStream(excel(
                        VIETNAMESE,
                        List.of(
                                "so-y-te",
                                "Sở Y tế",
                                "so-ban-nganh",
                                "Tỉnh",
                                "",
                                "a@syt.example; b@syt.example",
                                LocalDate.of(2025, 7, 1),
                                "",
                                ""),
                        List.of("cty-a", "Công ty A", "doanh-nghiep", "Doanh nghiệp"))));

        assertThat(units.of(CAMPAIGN))
                .extracting(Unit::code, Unit::level, Unit::emails, Unit::founded)
                .containsExactlyInAnyOrder(
                        tuple(
                                "so-y-te",
                                Level.PROVINCE,
                                List.of("a@syt.example", "b@syt.example"),
                                LocalDate.of(2025, 7, 1)),
                        tuple("cty-a", Level.ENTERPRISE, List.of(), null));
    }

    @Test
    void vietnamese_heads_and_a_byte_order_mark_are_understood_in_csv_too() {
        take("\uFEFF" + csv(VIETNAMESE, "so-y-te,Sở Y tế,so-ban-nganh,Tỉnh,,,,,"));

        assertThat(units.of(CAMPAIGN)).extracting(Unit::name).containsExactly("Sở Y tế");
    }

    @Test
    void decomposed_letters_are_kept_composed_so_that_they_are_found_again() {
        var decomposed =
                Normalizer.normalize(csv(VIETNAMESE, "so-y-te,Sở Y tế,so-ban-nganh,Tỉnh,,,,,"), Normalizer.Form.NFD);

        take(decomposed);

        assertThat(units.find(CAMPAIGN, "so-y-te").orElseThrow().name()).isEqualTo("Sở Y tế");
        assertThat(take(csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,")))
                .returns(0, UnitImport::changed);
    }

    @Test
    void every_fault_of_every_row_is_told_in_vietnamese_with_its_row_and_column() {
        var list = preview(csv(
                ENGLISH,
                "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,",
                "so-y-te,Sở Y tế hai,so-ban-nganh,PROVINCE,,,,,",
                ",Không mã,so-ban-nganh,PROVINCE,,,,,",
                "Sở-X,Mã có dấu,so-ban-nganh,PROVINCE,,,,,",
                "so-a,,truong-hoc,Huyện,,khong phai email,31/02/2025,32/13/2025,",
                "so-b,Sở B,so-ban-nganh,PROVINCE,khong-co,,02/01/2026,01/01/2026,",
                "so-c,Sở C,so-ban-nganh,PROVINCE,khong-co,,,01/01/2026,cung-khong",
                "so-d,Sở D,so-ban-nganh,PROVINCE,,,,,so-y-te"));

        assertThat(list.faults())
                .extracting(UnitImport.Fault::sentence)
                .containsExactlyInAnyOrder(
                        "Dòng 3, cột Mã đơn vị: \"so-y-te\" trùng với dòng 2; mỗi mã chỉ dùng một lần.",
                        "Dòng 4, cột Mã đơn vị: không được để trống; mỗi đơn vị cần một mã, ví dụ so-tai-chinh.",
                        "Dòng 5, cột Mã đơn vị: \"Sở-X\" chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối.",
                        "Dòng 6, cột Tên đơn vị: không được để trống; hãy ghi tên đầy đủ của đơn vị.",
                        "Dòng 6, cột Nhóm: \"truong-hoc\" không có trong kế hoạch; chọn một trong: doanh-nghiep, so-ban-nganh.",
                        "Dòng 6, cột Cấp: \"Huyện\" không hợp lệ; chọn Tỉnh, Xã, Doanh nghiệp hoặc Khác.",
                        "Dòng 6, cột E-mail: \"khong\" không phải địa chỉ e-mail; nhiều địa chỉ cách nhau bằng dấu ;.",
                        "Dòng 6, cột E-mail: \"phai\" không phải địa chỉ e-mail; nhiều địa chỉ cách nhau bằng dấu ;.",
                        "Dòng 6, cột E-mail: \"email\" không phải địa chỉ e-mail; nhiều địa chỉ cách nhau bằng dấu ;.",
                        "Dòng 6, cột Ngày thành lập: \"31/02/2025\" không phải ngày dạng dd/MM/yyyy.",
                        "Dòng 6, cột Ngày giải thể: \"32/13/2025\" không phải ngày dạng dd/MM/yyyy.",
                        "Dòng 7, cột Ngày giải thể: phải sau ngày thành lập.",
                        "Dòng 8, cột Đơn vị cấp trên: \"khong-co\" không có trong danh sách; hãy thêm đơn vị đó hoặc sửa mã.",
                        "Dòng 8, cột Đơn vị kế thừa: \"cung-khong\" không có trong danh sách; hãy thêm đơn vị đó hoặc sửa mã.",
                        "Dòng 9, cột Đơn vị kế thừa: chỉ ghi khi đơn vị đã có ngày giải thể.");
        assertThat(list.faults()).extracting(UnitImport.Fault::row).containsOnly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void units_that_succeed_each_other_in_a_circle_are_a_fault() {
        var list = preview(csv(
                ENGLISH,
                "so-a,Sở A,so-ban-nganh,PROVINCE,,,,01/01/2026,so-b",
                "so-b,Sở B,so-ban-nganh,PROVINCE,,,,01/01/2026,so-c",
                "so-c,Sở C,so-ban-nganh,PROVINCE,,,,01/01/2026,so-a"));

        assertThat(list.faults())
                .extracting(UnitImport.Fault::row, UnitImport.Fault::column)
                .containsExactlyInAnyOrder(tuple(2, "successor"), tuple(3, "successor"), tuple(4, "successor"));
    }

    @Test
    void a_circle_closed_over_a_unit_of_an_earlier_list_is_a_fault_too() {
        take(csv(ENGLISH, "so-b,Sở B,so-ban-nganh,,,,,,", "so-a,Sở A,so-ban-nganh,,,,,01/01/2026,so-b"));

        assertThat(preview(csv(ENGLISH, "so-b,Sở B,so-ban-nganh,,,,,02/01/2026,so-a"))
                        .isClean())
                .isFalse();
    }

    @Test
    void with_a_single_fault_nothing_is_imported() {
        var list = csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,", "so-a,,so-ban-nganh,PROVINCE,,,,,");

        assertThatThrownBy(() -> take(list)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.sentence())
                    .startsWith("Danh sách có 1 lỗi, chưa nạp đơn vị nào. Dòng 3, cột Tên đơn vị");
        });
        assertThat(units.of(CAMPAIGN)).isEmpty();
    }

    @Test
    void a_preview_changes_nothing() {
        assertThat(preview(csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,")))
                .returns(1, UnitImport::added);

        assertThat(units.of(CAMPAIGN)).isEmpty();
    }

    @Test
    void the_same_list_again_adds_and_changes_nothing() {
        var list = csv(
                ENGLISH,
                "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,a@syt.example;b@syt.example,01/07/2025,,",
                "cty-a,Công ty A,doanh-nghiep,ENTERPRISE,so-y-te,,,31/12/2026,so-y-te");

        assertThat(take(list)).returns(2, UnitImport::added).returns(0, UnitImport::changed);
        assertThat(take(list))
                .returns(0, UnitImport::added)
                .returns(0, UnitImport::changed)
                .returns(2, UnitImport::unchanged);
        assertThat(units.of(CAMPAIGN)).hasSize(2);
    }

    @Test
    void a_changed_unit_is_updated_and_one_the_list_does_not_name_stays() {
        take(csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,", "so-a,Sở A,so-ban-nganh,PROVINCE,,,,,"));

        assertThat(take(csv(ENGLISH, "so-y-te,Sở Y tế mới,so-ban-nganh,PROVINCE,,moi@syt.example,,,")))
                .returns(0, UnitImport::added)
                .returns(1, UnitImport::changed)
                .returns(1, UnitImport::notInFile);
        assertThat(units.of(CAMPAIGN))
                .extracting(Unit::name, Unit::emails)
                .containsExactlyInAnyOrder(tuple("Sở Y tế mới", List.of("moi@syt.example")), tuple("Sở A", List.of()));
    }

    @Test
    void a_name_that_begins_like_a_formula_is_a_name() {
        var name = "=HYPERLINK(\"http://evil.example\")";
        take(csv(ENGLISH, "so-x,\"=HYPERLINK(\"\"http://evil.example\"\")\",so-ban-nganh,,,,,,"));
        assertThat(units.find(CAMPAIGN, "so-x").orElseThrow().name()).isEqualTo(name);

        var again = lists.take(
                CAMPAIGN,
                GROUPS,
                "units.xlsx",
                new ByteArrayInputStream(excel(ENGLISH, List.of("so-x", name, "so-ban-nganh"))));
        assertThat(again).returns(0, UnitImport::changed);
    }

    @Test
    void a_list_without_a_needed_column_is_refused_with_the_columns_name() {
        assertThatThrownBy(() -> preview("code,name\nso-y-te,Sở Y tế\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.sentence()).contains("Thiếu cột \"Nhóm\""));
    }

    @Test
    void a_file_that_is_no_list_is_refused() {
        assertThatThrownBy(() ->
                        lists.preview(CAMPAIGN, GROUPS, "units.xlsx", new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence()).contains("Không đọc được tệp \"units.xlsx\""));
        assertThatThrownBy(() -> preview(""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unit-list-empty"));
    }

    @Test
    void only_administrators_and_the_standing_agency_take_a_list_over() {
        var list = csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,");

        for (var group : List.of("binh-phuoc.so-khcn", "binh-phuoc.unit.so-y-te", "son-la.so-noi-vu")) {
            assertThatThrownBy(() -> office.as("somebody", group, () -> take(list)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
        assertThat(units.of(CAMPAIGN)).isEmpty();
        office.as("standing-officer", "binh-phuoc.so-noi-vu", () -> take(list));
        assertThat(units.of(CAMPAIGN)).hasSize(1);
    }

    @Test
    void one_campaigns_units_are_not_anothers() {
        take(csv(ENGLISH, "so-y-te,Sở Y tế,so-ban-nganh,PROVINCE,,,,,"));

        assertThat(units.of("son-la")).isEmpty();
        assertThat(units.find("son-la", "so-y-te")).isEmpty();
    }

    private UnitImport take(String list) {
        return lists.take(CAMPAIGN, GROUPS, "units.csv", content(list));
    }

    private UnitImport preview(String list) {
        return lists.preview(CAMPAIGN, GROUPS, "units.csv", content(list));
    }

    private static ByteArrayInputStream content(String list) {
        return new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(List<String> heads, String... rows) {
        return String.join(",", heads) + "\n" + Arrays.stream(rows).collect(joining("\n"));
    }

    @SafeVarargs
    private static byte[] excel(List<String> heads, List<Object>... rows) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Đơn vị");
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("d-mmm-yy"));
            var head = sheet.createRow(0);
            for (int i = 0; i < heads.size(); i++) head.createCell(i).setCellValue(heads.get(i));
            for (int i = 0; i < rows.length; i++) {
                var row = sheet.createRow(i + 1);
                for (int j = 0; j < rows[i].size(); j++) {
                    var cell = row.createCell(j);
                    if (rows[i].get(j) instanceof LocalDate day) {
                        cell.setCellValue(day);
                        cell.setCellStyle(date);
                    } else cell.setCellValue(String.valueOf(rows[i].get(j)));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
