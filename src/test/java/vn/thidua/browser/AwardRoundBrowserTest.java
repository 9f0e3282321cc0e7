package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.council.Vote;
import vn.thidua.organisation.Groups;
import vn.thidua.support.Office;
import vn.thidua.support.Pdfs;

/** One round on the plan of Bình Phước, from its preparation to a printed Bằng khen, each person at a browser of their own. */
class AwardRoundBrowserTest extends InBrowser {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String ROUND = CAMPAIGN + "/2026-ANNUAL";
    private static final String ROUND_NAME = "Khen thưởng năm 2026";
    private static final String DOSSIER = CAMPAIGN + "/HS-2026-00001";
    private static final String NAME = "Nguyễn Thị Ánh Tuyết";
    private static final String BK = "Bằng khen của Chủ tịch UBND tỉnh";
    private static final String PDF = "application/pdf";
    private static final List<String> COMPONENTS = List.of(
            "Tờ trình kèm danh sách đề nghị khen thưởng",
            "Báo cáo thành tích có xác nhận của cấp trình",
            "Biên bản xét khen thưởng");

    private static final String UNIT = "can-bo-y-te";
    private static final String LEAD = "can-bo-noi-vu";
    private static final String STANDING_BODY = "thuong-truc-hoi-dong";
    private static final String COORDINATOR = "can-bo-khcn";
    private static final String SECRETARY = "thu-ky-hoi-dong";
    private static final String COUNCIL_CHAIR = "hd-chu-tich";
    private static final String COUNCIL_MEMBER = "hd-uy-vien-2";
    private static final String CHAIRMAN = "chu-tich-ubnd";
    private static final String CLERK = "van-thu";

    @BeforeEach
    void people() {
        office.adopt(
                CAMPAIGN,
                "02/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        account(UNIT, "Lê Thị Hạnh", Groups.ofUnit(CAMPAIGN, "so-y-te"));
        account(LEAD, "Trần Văn Bình", Groups.ofAgency(CAMPAIGN, "so-noi-vu"));
        account(STANDING_BODY, "Đỗ Văn Khang", Groups.ofAgency(CAMPAIGN, "thuong-truc-hoi-dong"));
        account(COORDINATOR, "Lê Thị Cúc", Groups.ofAgency(CAMPAIGN, "so-khcn"));
        account(SECRETARY, "Phan Thị Mai", Groups.ofSecretary(CAMPAIGN));
        account(COUNCIL_CHAIR, "Vũ Đình Phúc");
        account(COUNCIL_MEMBER, "Hoàng Thị Lan");
        account(CHAIRMAN, "Trần Quốc Hưng", Groups.ofAgency(CAMPAIGN, "chu-tich-ubnd-tinh"));
        account(CLERK, "Bùi Thị Ngọc", Groups.ofClerk(CAMPAIGN));
        awards.council(CAMPAIGN, 3);
    }

    @Test
    void from_a_nomination_to_a_printed_certificate_that_anybody_can_verify() {
        theRoundIsOpened();
        theUnitNominates();
        twoAgenciesGiveTheirOpinion();
        theCouncilVotes();
        theChairmanSigns();
        theClerkIssuesAndPrints();
    }

    private void theRoundIsOpened() {
        var lead = somebody().signsIn(LEAD, PASSWORD);
        lead.goesTo("/phong-trao/" + CAMPAIGN + "/dot-xet")
                .picks("Dịp xét", "Hằng năm")
                .fills("Tên đợt", ROUND_NAME)
                .looks("101-round-to-be-prepared")
                .presses("Lập đợt xét")
                .sees("cơ quan thường trực chưa xác nhận")
                .looks("102-round-prepared");
        lead.turnsToTasks()
                .opensTask("Quy định đợt xét – " + ROUND_NAME)
                .sees("Mục IV.2.c")
                .looksAtAllOfIt("103-terms-proposed");
        lead.claims()
                .fills("Nhận đến hết ngày", "12/11/2026")
                .fills("Thẩm định xong đến hết ngày", "16/11/2026")
                .fills("Ngày họp Hội đồng (dự kiến)", "18/11/2026")
                .looksAtAllOfIt("104-terms-confirmed")
                .completes();

        var standing = somebody().signsIn(STANDING_BODY, PASSWORD);
        standing.opensTask("Phân bổ chỉ tiêu – " + ROUND_NAME)
                .claims()
                .fills("Sở Y tế, " + BK + " – Cá nhân", "2")
                .fills("Sở Xây dựng, " + BK + " – Tập thể", "1")
                .sees("2/15")
                .sees("1/10")
                .looksAtAllOfIt("105-numbers-allocated")
                .completes();
    }

    private void theUnitNominates() {
        office.travelTo("04/11/2026 09:00:00");
        var unit = somebody().signsIn(UNIT, PASSWORD);
        unit.goesTo("/dot-xet/" + ROUND)
                .picks("Loại", "Cá nhân")
                .fills("Họ và tên, tên tập thể hoặc tên hộ", NAME)
                .fills("Ngày sinh (cá nhân)", "15/03/1985")
                .picks("Giới tính (cá nhân)", "Nữ")
                .fills("Chức vụ, nơi công tác", "Trưởng phòng Nghiệp vụ Y, Sở Y tế")
                .picks("Hình thức đề nghị", BK)
                .presses("Lập hồ sơ")
                .sees("Đã lập hồ sơ.")
                .looks("106-dossier-made");
        unit.follows("Mở việc trong Tasklist")
                .opensTask("Hoàn thiện hồ sơ HS-2026-00001 – " + NAME)
                .claims()
                .sees("Còn thiếu để nộp")
                .looksAtAllOfIt("107-dossier-to-be-composed");
        unit.picks("Nhóm tiêu chí", "Đối với cá nhân")
                .fills("Tóm tắt thành tích", "Chủ trì chuyển đổi số khám, chữa bệnh toàn tỉnh.")
                .presses("Thêm thành tích")
                .fills("Tên thành tích", "Bệnh án điện tử tại 11 bệnh viện")
                .fills("Từ ngày", "05/01/2026")
                .fills("Đến ngày", "15/10/2026")
                .fills("Mô tả", "11/11 bệnh viện công bố bệnh án điện tử, thay hoàn toàn bệnh án giấy.");
        COMPONENTS.forEach(each -> unit.choosesAt("Chọn tệp cho " + each, fileOf(each), PDF, Office.pdf())
                .sees("Đã đính kèm " + fileOf(each)));
        unit.sees("Đã đủ để nộp").looksAtAllOfIt("108-dossier-with-three-files").completes();
        unit.goesTo("/ho-so")
                .sees(NAME)
                .sees("Đã nộp, chờ tiếp nhận")
                .sees("Sở Nội vụ")
                .looks("109-where-is-my-dossier");
    }

    private static String fileOf(String component) {
        return "tep-%d.pdf".formatted(COMPONENTS.indexOf(component) + 1);
    }

    private void twoAgenciesGiveTheirOpinion() {
        office.travelTo("05/11/2026 08:30:00");
        var lead = somebody().signsIn(LEAD, PASSWORD);
        lead.opensTask("Tiếp nhận hồ sơ HS-2026-00001 – " + NAME)
                .sees("Đối chiếu quy định")
                .sees("tep-3.pdf")
                .looksAtAllOfIt("110-dossier-at-the-lead");
        lead.claims()
                .marks("Tiếp nhận, chuyển thẩm định")
                .scrollsTo("Tiếp nhận, chuyển thẩm định")
                .looks("111-lead-receives")
                .completes();
        appraises(lead, "Sở Nội vụ", "112-lead-appraises");
        somebody()
                .signsIn(UNIT, PASSWORD)
                .goesTo("/ho-so")
                .sees("Đang thẩm định")
                .looks("113-dossier-in-appraisal");
        appraises(somebody().signsIn(COORDINATOR, PASSWORD), "Sở Khoa học và Công nghệ", "114-coordinator-appraises");

        office.travelTo("13/11/2026 08:00:00");
        lead = somebody().signsIn(LEAD, PASSWORD);
        lead.opensTask("Kết luận thẩm định đợt xét – " + ROUND_NAME)
                .claims()
                .sees(NAME)
                .fills("Nhận xét chung (nếu có)", "Hồ sơ đủ điều kiện, đúng đối tượng.")
                .looksAtAllOfIt("115-appraisal-concluded")
                .completes();
    }

    private static void appraises(Person officer, String agency, String picture) {
        officer.opensTask("Thẩm định hồ sơ HS-2026-00001 – " + NAME)
                .claims()
                .sees("Ý kiến của " + agency)
                .fillsEach("0–100", "95")
                .marks("Đồng ý đề nghị khen thưởng")
                .fills("Nhận xét (nếu có)", "Thành tích rõ, có minh chứng.")
                .looksAtAllOfIt(picture)
                .completes();
    }

    private void theCouncilVotes() {
        office.travelTo("16/11/2026 08:00:00");
        var secretary = somebody().signsIn(SECRETARY, PASSWORD);
        secretary
                .opensTask("Chuẩn bị phiên họp PH-2026-1 – " + ROUND_NAME)
                .claims()
                .fills("Ngày họp", "18/11/2026")
                .fills("Giờ họp", "08:00")
                .fills("Nơi họp", "Phòng họp A, UBND tỉnh")
                .fills("Khóa phiếu lúc", "18/11/2026 17:00")
                .looksAtAllOfIt("116-agenda")
                .completes();

        var member = somebody().signsIn(COUNCIL_MEMBER, PASSWORD);
        member.opensTask("Bỏ phiếu PH-2026-1 – " + ROUND_NAME)
                .sees("Phiếu bầu kín của ông/bà")
                .marks("Đồng ý")
                .looksAtAllOfIt("117-ballot")
                .completes();
        var session = awards.session(ROUND).key();
        awards.castBallots(session, dossier -> Vote.YES);

        office.travelTo("18/11/2026 09:30:00");
        secretary = somebody().signsIn(SECRETARY, PASSWORD);
        secretary
                .opensTask("Nhập phiếu bằng văn bản PH-2026-1 – " + ROUND_NAME)
                .claims()
                .sees("3/3")
                .looksAtAllOfIt("118-ballots-on-paper")
                .completes();
        secretary
                .opensTask("Kiểm tra biên bản PH-2026-1 – " + ROUND_NAME)
                .claims()
                .sees("Đạt: 3 đồng ý")
                .fills("Bắt đầu lúc", "08:00")
                .fills("Kết thúc lúc", "09:15")
                .fills("Diễn biến, ý kiến tại phiên họp", "Các thành viên nhất trí với báo cáo thẩm định.")
                .fills("Kết luận của chủ tọa", "Trình Chủ tịch UBND tỉnh quyết định.")
                .looksAtAllOfIt("119-minutes")
                .completes();

        var chair = somebody().signsIn(COUNCIL_CHAIR, PASSWORD);
        chair.opensTask("Ký biên bản PH-2026-1 – " + ROUND_NAME).claims();
        var minutes = chair.downloads("Tải biên bản (PDF)");
        assertThat(Pdfs.text(minutes)).contains("BIÊN BẢN", NAME, "Đạt: 3 đồng ý");
        chair.marks("Ký biên bản").looksAtAllOfIt("120-minutes-signed").completes();
    }

    private void theChairmanSigns() {
        office.travelTo("19/11/2026 08:00:00");
        var lead = somebody().signsIn(LEAD, PASSWORD);
        lead.opensTask("Dự thảo quyết định – Về việc tặng " + BK)
                .claims()
                .sees("Căn cứ")
                .fills("Số, ký hiệu tờ trình", "361/TTr-SNV")
                .fills("Ngày tờ trình", "19/11/2026")
                .looksAtAllOfIt("121-decision-drafted")
                .completes();

        var chairman = somebody().signsIn(CHAIRMAN, PASSWORD);
        chairman.opensTask("Ký quyết định – Về việc tặng " + BK)
                .claims()
                .sees(NAME)
                .sees("Ông/bà ký theo thẩm quyền")
                .marks("Ký quyết định")
                .looksAtAllOfIt("122-decision-signed")
                .completes();
        somebody()
                .signsIn(UNIT, PASSWORD)
                .goesTo("/ho-so/" + DOSSIER)
                .sees("Chờ ký quyết định")
                .sees("Văn thư")
                .doesNotSee("Rút hồ sơ")
                .looks("123-dossier-before-issue");
    }

    private void theClerkIssuesAndPrints() {
        var clerk = somebody().signsIn(CLERK, PASSWORD);
        clerk.opensTask("Cấp số quyết định – Về việc tặng " + BK)
                .claims()
                .sees("Ngày của quyết định")
                .looksAtAllOfIt("124-decision-numbered")
                .completes();
        clerk.opensTask("Gửi kết quả khen thưởng – Về việc tặng " + BK)
                .claims()
                .fills("Ghi chú", "Công văn số 402/SNV-TĐKT")
                .looksAtAllOfIt("125-results-sent")
                .completes();
        clerk.opensTask("Trao bằng – Về việc tặng " + BK)
                .claims()
                .fills("Ghi chú", "Hội nghị tổng kết năm 2026")
                .looksAtAllOfIt("126-certificates-handed-over")
                .completes();

        clerk.goesTo("/so-vang/" + CAMPAIGN).sees(NAME).looks("127-register");
        clerk.goesTo("/dot-xet/" + ROUND).sees("Đã kết thúc").looks("128-round-concluded");
        clerk.follows("Quyết định số 01/QĐ-UBND")
                .sees("3.800.000")
                .sees("Không vượt quá")
                .doesNotSee("Hộ gia đình")
                .looks("129-decision");
        theDecisionIsInOrder(clerk.downloads("Quyết định (PDF)"), clerk.downloads("Quyết định (Word)"));

        clerk.follows("In Bằng khen, Giấy khen")
                .presses("Tệp PDF để in")
                .sees("1/1 bằng")
                .looks("130-printing");
        var certificate = clerk.downloads("Tải bản in");
        theCertificateIsInOrder(certificate);

        somebody()
                .goesTo(URI.create(Pdfs.qrCodes(certificate).get(0)).getPath())
                .sees("Bằng này có hiệu lực.")
                .sees(NAME)
                .sees("Sở Y tế")
                .sees(BK)
                .doesNotSee("15/03/1985")
                .looks("131-certificate-verified");
        somebody()
                .signsIn(UNIT, PASSWORD)
                .goesTo("/ho-so")
                .sees("Đã được khen thưởng")
                .looks("132-dossier-awarded");
    }

    private static void theDecisionIsInOrder(byte[] pdf, byte[] word) {
        Pdfs.picture(pdf, "dot-xet-quyet-dinh");
        assertThat(Pdfs.text(pdf))
                .contains("Số: 01/QĐ-UBND", "Bình Phước, ngày 19 tháng 11 năm 2026", "361/TTr-SNV", NAME);
        assertThat(Pdfs.sizes(pdf)).containsOnly("210 × 297");
        assertThat(Pdfs.fonts(pdf)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
        assertThat(textOf(word)).contains("01/QĐ-UBND", "361/TTr-SNV", NAME).doesNotContain("{{");
    }

    private static String textOf(byte[] word) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void theCertificateIsInOrder(byte[] pdf) {
        Pdfs.picture(pdf, "dot-xet-bang-khen");
        assertThat(Pdfs.text(pdf))
                .contains(
                        "BẰNG KHEN",
                        NAME,
                        "Trưởng phòng Nghiệp vụ Y, Sở Y tế",
                        "01/QĐ-UBND",
                        "CHỦ TỊCH",
                        "Trần Quốc Hưng")
                .doesNotContain("Sở Y tế, Sở Y tế");
        assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210");
        assertThat(Pdfs.fonts(pdf)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
        assertThat(Pdfs.qrCodes(pdf)).hasSize(1);
    }
}
