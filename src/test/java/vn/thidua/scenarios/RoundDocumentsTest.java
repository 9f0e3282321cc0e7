package vn.thidua.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.AppraisalDocuments;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.CouncilDocuments;
import vn.thidua.council.Vote;
import vn.thidua.decision.RoundArchive;
import vn.thidua.document.PdfPrinter;
import vn.thidua.nomination.DossierWorkbook;
import vn.thidua.support.Pdfs;
import vn.thidua.support.ThiDuaTest;

/** The papers of a round that went its whole way, and its electronic dossier as one ZIP. */
class RoundDocumentsTest extends ThiDuaTest {

    private static final String LEAD = "binh-phuoc.so-noi-vu";

    @Autowired
    private AppraisalDocuments appraisal;

    @Autowired
    private CouncilDocuments council;

    @Autowired
    private RoundArchive archive;

    @Autowired
    private DossierWorkbook workbook;

    @Autowired
    private PdfPrinter printer;

    private String dossier;
    private String round;

    private void begin() {
        office.adopt(
                "binh-phuoc",
                "02/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        awards.council("binh-phuoc", 5);
        round = awards.open("binh-phuoc", AwardForm.BK_TINH).key();
        dossier = awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, "Nguyễn Văn An")
                .number();
        awards.appraised(round, "so-xay-dung", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Quy hoạch");
    }

    private static <T> T lead(Supplier<T> work) {
        return new Actor("can-bo", Set.of(LEAD)).act(work);
    }

    @Test
    void what_was_thought_of_a_dossier_is_on_paper() {
        begin();
        var sheet = printer.pdf(lead(() -> appraisal.opinionSheet(dossier, "so-khcn")));
        Pdfs.picture(sheet, "phieu-lay-y-kien");
        assertThat(Pdfs.text(sheet))
                .contains(
                        "PHIẾU LẤY Ý KIẾN",
                        "Nguyễn Văn An",
                        "Sở Y tế",
                        "■ Đề nghị khen thưởng",
                        "□ Không đề nghị khen thưởng")
                .doesNotContain("{{", "[index]");

        var report = printer.pdf(lead(() -> appraisal.roundReport(round)));
        Pdfs.picture(report, "bao-cao-tham-dinh");
        assertThat(Pdfs.text(report))
                .contains(
                        "BÁO CÁO Kết quả thẩm định", "2 hồ sơ được tiếp nhận", "Phòng Quy hoạch", "điểm bình quân 90,0")
                .contains("Các cơ quan thống nhất đề nghị khen thưởng.");
        assertThatThrownBy(
                        () -> office.as("unit-officer", "binh-phuoc.unit.so-y-te", () -> appraisal.roundReport(round)))
                .isInstanceOf(Refusal.class);
        assertThat(lead(() -> workbook.of(round))).startsWith('P', 'K');
    }

    @Test
    void invitation_ballot_and_minutes_of_a_sitting() {
        begin();
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        var session = awards.session(round).key();
        awards.callCouncil(session);

        var invitation = printer.pdf(lead(() -> council.invitation(session)));
        Pdfs.picture(invitation, "giay-moi");
        assertThat(Pdfs.text(invitation)).contains("GIẤY MỜI", "Phòng họp số 1", "Bằng khen của Chủ tịch UBND tỉnh: 2");
        var ballot = printer.pdf(lead(() -> council.ballot(session)));
        Pdfs.picture(ballot, "phieu-bieu-quyet");
        assertThat(Pdfs.text(ballot)).contains("PHIẾU BIỂU QUYẾT", "Nguyễn Văn An", "□ □");
        assertThatThrownBy(() -> lead(() -> council.minutes(session))).hasMessageContaining("chưa kiểm phiếu");

        awards.castBallots(session, each -> Vote.YES);
        awards.enterNoPostalBallots(session);
        awards.checkMinutes(session);
        awards.signMinutes(session, true);
        var minutes = printer.pdf(lead(() -> council.minutes(session)));
        Pdfs.picture(minutes, "bien-ban");
        assertThat(Pdfs.text(minutes))
                .contains("BIÊN BẢN", "Nguyễn Chủ Tịch", "Trần Ủy Viên 5", "Đạt: 5 đồng ý", "5/5 100,0%")
                .doesNotContain("{{", "[name]");
    }

    @Test
    void the_rounds_electronic_dossier_is_one_zip_with_a_table_of_contents() {
        begin();
        awards.award(round);
        var files = unzipped(lead(() -> {
            var zip = new ByteArrayOutputStream();
            try {
                archive.write(round, zip);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return zip.toByteArray();
        }));

        assertThat(files.keySet())
                .contains("00 Mục lục.html", "00 Mục lục.xlsx", "01 Danh sách hồ sơ.xlsx")
                .contains("02 Thẩm định/Báo cáo thẩm định.docx", "02 Thẩm định/Báo cáo thẩm định.pdf")
                .anyMatch(name ->
                        name.matches("03 Hồ sơ/HS-2026-\\d{5} Nguyễn Văn An/to-trinh .*") && name.endsWith(".pdf"))
                .anyMatch(name -> name.matches("04 Hội đồng/PH-2026-1 Biên bản.pdf"))
                .anyMatch(name -> name.matches("05 Quyết định/QD-1 Quyết định.pdf"))
                .anyMatch(name -> name.matches("05 Quyết định/QD-1 Sổ vàng.xlsx"));
        var contents = new String(files.get("00 Mục lục.html"), UTF_8);
        files.keySet().stream()
                .filter(name -> !name.startsWith("00 "))
                .forEach(name -> assertThat(contents).contains(">" + name + "<"));
        assertThatThrownBy(() -> office.as("unit-officer", "binh-phuoc.unit.so-y-te", () -> archive.open(round)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("được tải toàn bộ hồ sơ của đợt xét");
    }

    private static Map<String, byte[]> unzipped(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }
}
