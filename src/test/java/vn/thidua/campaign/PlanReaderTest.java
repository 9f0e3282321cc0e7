package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.campaign.PlanCheck.Fault;
import vn.thidua.campaign.PlanFiles.PlanFile;

/** A faulty plan file is told all its faults at once, each with line, field and rule, on the spot and from the command line. */
class PlanReaderTest {

    private static final PlanFile SOUND = PlanFiles.shipped().stream()
            .filter(file -> file.code().equals("binh-phuoc"))
            .findFirst()
            .orElseThrow();

    private final StringBuilder yaml = new StringBuilder(SOUND.yaml());

    @TempDir
    private Path folder;

    @Test
    void a_file_spoilt_in_nine_ways_is_told_all_nine_at_once() {
        spoil("  level: PROVINCE", "  level: DISTRICT");
        spoil("  to: \"12/2030\"\n", "");
        spoil("quote: \"Hội đồng TĐKT TW\"", "quote: \"Hội đồng TĐKT quận\"");
        spoil("    to: [so-noi-vu]", "    to: [so-khong-co]");
        spoil("due: { before: \"20/11\" }", "due: { before: \"31/11\" }");
        spoil(
                "      - part: COORDINATE\n        task: \"Tham mưu triển khai",
                "      - part: STANDING\n        task: \"Tham mưu triển khai");
        spoil("  - id: superior-act\n", "  - id: duration-start\n");
        spoil(
                "  note: \"Gửi qua Sở Nội vụ.\"",
                Normalizer.normalize("  note: \"Gửi qua Sở Nội vụ.\"", Normalizer.Form.NFD));

        assertThat(faults("binh-phuoc-2"))
                .containsExactlyInAnyOrder(
                        tuple(line("code: binh-phuoc"), "code", "phải trùng với tên tệp (binh-phuoc-2.yaml)"),
                        tuple(
                                line("  level: DISTRICT"),
                                "authority.level",
                                "không có giá trị trong bảng liệt kê [\"PROVINCE\", \"COMMUNE\"]"),
                        tuple(line("duration:"), "duration.to", "thiếu, bắt buộc phải có"),
                        tuple(
                                line("Hội đồng TĐKT quận"),
                                "recipients[0].quote",
                                "trích dẫn không có nguyên văn trong tệp nguồn"),
                        tuple(
                                line("    to: [so-khong-co]"),
                                "duties[0].to",
                                "không có cơ quan \"so-khong-co\"; chọn một trong: " + agencies()),
                        tuple(
                                line("due: { before: \"31/11\" }"),
                                "duties[1].due",
                                "ngày hạn \"31/11\" không phải là ngày có thật hoặc không hợp với kỳ hằng năm"),
                        tuple(
                                line("agencies:"),
                                "agencies",
                                "phải có đúng một cơ quan thường trực (part: STANDING), đang có 2"),
                        tuple(
                                secondLine("  - id: duration-start"),
                                "openPoints[2].id",
                                "mã \"duration-start\" đã dùng"),
                        tuple(
                                line(Normalizer.normalize("Gửi qua Sở", Normalizer.Form.NFD)),
                                "changeRequests.note",
                                "phải viết bằng Unicode dựng sẵn (NFC)"));
    }

    @Test
    void the_faults_come_in_the_order_of_the_lines() {
        spoil("  level: PROVINCE", "  level: DISTRICT");
        spoil("    to: [so-noi-vu]", "    to: [so-khong-co]");
        spoil("quote: \"Hội đồng TĐKT TW\"", "quote: \"Hội đồng TĐKT quận\"");

        assertThat(check("binh-phuoc").faults())
                .extracting(Fault::line)
                .isSorted()
                .hasSize(3);
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schema: 1 | schema: 2 | schema | ",
                "code: binh-phuoc | code: Bình Phước | code | ",
                "every: YEAR | every: DAY | duties[1].every | ",
                "first: 2025 | first: 2031 | duties[1].last | năm cuối phải không sớm hơn năm đầu",
                "consolidates: periodic-report | consolidates: launch-plan | duties[2].consolidates | phải là mã của một báo cáo định kỳ trong kế hoạch",
                "from: [so-noi-vu] | from: [so-noi-vu, so-khcn] | duties[2].from | báo cáo tổng hợp do đúng một cơ quan lập",
                "due: { before: \"30/04/2025\" } | due: { before: \"30/04\" } | duties[0].due | ngày hạn \"30/04\" không phải là ngày có thật hoặc không hợp với kỳ một lần",
                "due: { before: \"20/11\" } | due: { undated: true, before: \"20/11\" } | duties[1].due | ",
                "due: { before: \"15/12\" } | due: tháng 12 | duties[2].due | ",
                "by: [hoi-dong-tdkt] | by: [hoi-dong] | inspections[0].by | không có cơ quan",
                "to: ubnd-tinh | to: ubnd-huyen | changeRequests.to | không có cơ quan",
                "collectives: 10 | collectives: mười | quotas[0].collectives | ",
                "role: LEAD | role: CHAIR | awardWork[0].role | ",
                "role: COORDINATE | role: LEAD | awardWork | phải có đúng một dòng LEAD, đang có 2",
                "role: COUNCIL | role: ALLOCATE | awardWork | chỉ được một dòng ALLOCATE, đang có 2",
                "agency: thuong-truc-hoi-dong | agency: thuong-truc | awardWork[2].agency | không có cơ quan",
                "id: so-vhttdl | id: council | agencies[6].id | dành cho nhóm của hội đồng",
                "expected: \"12/2027\" | expected: \"cuối năm\" | reviews[0].expected | ",
                "nominee: INDIVIDUAL | nominees: INDIVIDUAL | criteria[3].nominees | không có trong định dạng"
            })
    void one_wrong_word_is_told_with_its_field(String sound, String spoilt, String field, String rule) {
        spoil(sound, spoilt);

        assertThat(check("binh-phuoc").faults())
                .filteredOn(fault -> fault.field().startsWith(field))
                .extracting(Fault::rule)
                .anySatisfy(told -> assertThat(told).contains(rule == null ? "" : rule));
        assertThat(check("binh-phuoc").usable()).isEmpty();
    }

    @Test
    void a_file_that_is_no_yaml_is_told_so_with_the_line() {
        spoil("duration:\n", "duration: [\n");

        assertThat(check("binh-phuoc").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isBetween(line("duration: ["), line("duration: [") + 2);
            assertThat(fault.sentence()).contains("tệp: không phải YAML hợp lệ");
        });
    }

    @Test
    void a_key_that_stands_twice_is_no_yaml_either() {
        spoil("  province: \"Bình Phước\"", "  province: \"Bình Phước\"\n  province: \"Bình Long\"");

        assertThat(check("binh-phuoc").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line("  province: \"Bình Long\""));
            assertThat(fault.rule()).contains("không phải YAML hợp lệ");
        });
    }

    @Test
    void an_empty_file_and_one_of_plain_text_are_faulty_and_no_crash() {
        for (var text :
                List.of("", "kế hoạch", "- a\n- b", "duties: none", "agencies: [1, 2]\nduties: [x]\nsource: y")) {
            assertThat(PlanReader.read("x", text, name -> null).faults())
                    .as(text)
                    .isNotEmpty();
        }
    }

    @Test
    void a_source_that_is_not_there_is_told() {
        assertThat(PlanReader.read("binh-phuoc", SOUND.yaml(), name -> null).faults())
                .extracting(Fault::field, Fault::rule)
                .containsExactly(
                        tuple("source.text", "không tìm thấy tệp \"sources/binh-phuoc.txt\" bên cạnh kế hoạch"));
    }

    @Test
    void a_sound_file_has_no_fault() {
        assertThat(check("binh-phuoc").faults()).isEmpty();
        assertThat(check("binh-phuoc").usable()).isPresent();
    }

    @Test
    void the_command_says_what_is_sound_and_answers_0() {
        assertThat(command(dropped("phuong-an-binh.yaml")))
                .isEqualTo("0\n" + dropped("phuong-an-binh.yaml") + ": hợp lệ\n");
    }

    @Test
    void the_command_prints_every_fault_of_every_file_and_answers_1() throws Exception {
        Files.createDirectories(folder.resolve("sources"));
        Files.copy(Path.of(dropped("sources/phuong-an-binh.txt")), folder.resolve("sources/phuong-an-binh.txt"));
        var faulty = folder.resolve("phuong-an-binh.yaml").toString();
        Files.writeString(
                Path.of(faulty),
                Files.readString(Path.of(dropped("phuong-an-binh.yaml")))
                        .replace("level: COMMUNE", "level: WARD")
                        .replace("to: [ubnd-phuong]", "to: [ubnd-quan]"));

        assertThat(command(faulty, dropped("phuong-an-binh.yaml")))
                .startsWith("1\n" + faulty + ": Dòng 8, authority.level: ")
                .contains(faulty + ": Dòng 79, duties[2].to: không có cơ quan \"ubnd-quan\"")
                .contains(faulty + ": 2 lỗi\n")
                .endsWith(dropped("phuong-an-binh.yaml") + ": hợp lệ\n");
    }

    @Test
    void the_command_answers_2_where_a_file_is_not_there_or_none_is_named() {
        assertThat(command(folder.resolve("khong-co.yaml").toString()))
                .startsWith("2\n")
                .contains("không tìm thấy tệp");
        assertThat(command()).startsWith("2\n").contains("Cách dùng: check-plan");
    }

    private static String command(String... files) {
        var out = new ByteArrayOutputStream();
        var answer = PlanCommand.check(files, new PrintStream(out, true, StandardCharsets.UTF_8));
        return answer + "\n" + out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String dropped(String name) {
        return Path.of("src/test/resources/dropped").resolve(name).toString();
    }

    private void spoil(String sound, String spoilt) {
        var at = yaml.indexOf(sound);
        assertThat(at).as(sound).isNotNegative();
        yaml.replace(at, at + sound.length(), spoilt);
    }

    private PlanCheck check(String name) {
        return PlanReader.read(name, yaml.toString(), SOUND.beside()::text);
    }

    private List<Tuple> faults(String name) {
        return check(name).faults().stream()
                .map(fault -> tuple(fault.line(), fault.field(), fault.rule()))
                .toList();
    }

    private int line(String text) {
        return lineAt(yaml.indexOf(text));
    }

    private int secondLine(String text) {
        return lineAt(yaml.indexOf(text, yaml.indexOf(text) + 1));
    }

    private int lineAt(int at) {
        assertThat(at).isNotNegative();
        return 1
                + (int) yaml.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static String agencies() {
        return String.join(
                ", ",
                SOUND.check().usable().orElseThrow().agencies().stream()
                        .map(CampaignPlan.Agency::id)
                        .sorted()
                        .toList());
    }
}
