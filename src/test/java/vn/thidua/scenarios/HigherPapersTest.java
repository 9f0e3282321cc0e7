package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.CertificatePrints;
import vn.thidua.decision.CertificatePrints.Kind;
import vn.thidua.decision.DecisionDocuments;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.PrepareAnswer.Request;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.RevocationAnswers.Issue;
import vn.thidua.decision.RevocationAnswers.Proposal;
import vn.thidua.decision.RevocationAnswers.Signing;
import vn.thidua.decision.Revocations;
import vn.thidua.decision.SendAnswer;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.PdfPrinter;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.Pdfs;

/** What goes on paper when a case goes up, when an award is taken back and when a certificate is issued again. */
class HigherPapersTest extends AwardScenario {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String CLERK = "binh-phuoc.clerk";
    private static final String PLAN_CITED =
            "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh Bình Phước về Phong trào thi đua “Bình Phước thi đua đột phá phát triển";

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Revocations revocations;

    @Autowired
    private AwardRegister register;

    @Autowired
    private CertificatePrints prints;

    @Autowired
    private DecisionDocuments papers;

    @Autowired
    private PdfPrinter printer;

    private void adopt() {
        office.adopt(
                CAMPAIGN,
                "02/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        awards.council(CAMPAIGN, 3);
    }

    /** The same words in Word and in PDF, on upright A4 with every font in the file. */
    private String read(byte[] word, String picture) {
        var pdf = printer.pdf(word);
        Pdfs.picture(pdf, picture);
        assertThat(Pdfs.sizes(pdf)).containsOnly("210 × 297");
        assertThat(Pdfs.fonts(pdf)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
        assertThat(textOf(word)).doesNotContain("{{", "[name]", "null");
        return Pdfs.text(pdf);
    }

    private static String textOf(byte[] word) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void a_case_goes_to_the_prime_minister_with_a_numbered_letter_and_its_list() {
        adopt();
        var round = awards.open(CAMPAIGN, INTERIM_REVIEW, 2026, awards.today().plusDays(15), BK_TTG)
                .key();
        var cases = List.of(
                awards.appraised(round, "so-y-te", BK_TTG, INDIVIDUAL, "Nguyễn Thị Ánh Tuyết")
                        .number(),
                awards.appraised(round, "so-xay-dung", BK_TTG, COLLECTIVE, "Phòng Quy hoạch")
                        .number());
        toDecisions(round);
        var key = submissions.of(round).get(0).key();
        awards.complete(
                key,
                "Task_PrepareSubmission",
                new PrepareAnswer(
                        submissions.get(key).title(),
                        "Các trường hợp đã được Hội đồng Thi đua - Khen thưởng tỉnh bỏ phiếu thông qua.",
                        cases.stream()
                                .map(each -> new Request(each, "MINISTRY", "Bộ Nội vụ", today(), "11/UBND-SNV"))
                                .toList(),
                        null));
        for (var asked :
                cases.stream().flatMap(each -> consultations.of(each).stream()).toList()) {
            awards.complete(
                    awards.task(key, "Task_RecordReply", "consultation", asked.id()),
                    new ReplyAnswer(true, "20/BNV-TĐKT", today(), null, false));
        }
        var draft = read(papers.superiorSubmissionLetter(submissions.get(key)), "to-trinh-cap-tren-du-thao");
        assertThat(draft).contains("/TTr-UBND", "ngày tháng năm 2026", "CHỦ TỊCH");
        awards.complete(key, "Task_SignSubmission", AwardOffice.sign());
        awards.complete(key, "Task_SendSubmission", new SendAnswer(null, "Bộ Nội vụ"));
        var sent = submissions.get(key);
        var day = OfficeLetter.inWords(awards.today());
        var dated = "Bình Phước, " + day;

        assertThat(read(papers.superiorSubmissionLetter(sent), "to-trinh-cap-tren"))
                .contains("ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", "Số: 01/TTr-UBND", dated, "TỜ TRÌNH")
                .contains("Về việc đề nghị Thủ tướng Chính phủ khen thưởng", "sơ kết năm 2026")
                .contains("Kính gửi: Thủ tướng Chính phủ", PLAN_CITED)
                .contains("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 đã được sửa đổi, bổ sung;")
                .contains("Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ;")
                .contains("1 tập thể, 1 cá nhân", "Hội đồng Thi đua - Khen thưởng tỉnh bỏ phiếu thông qua")
                .contains("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "Phòng Quy hoạch", "Nguyễn Thị Ánh Tuyết")
                .contains("Kèm theo Tờ trình số 01/TTr-UBND", "Danh sách này có 2 trường hợp")
                .doesNotContain("16/QH", "(không ghi", "QH15");
        assertThat(read(papers.superiorLetter(sent), "cong-van-cap-tren"))
                .contains("Số: /UBND-SNV", dated, "V/v đề nghị Thủ tướng Chính phủ khen thưởng")
                .contains("Kính gửi: Bộ Nội vụ")
                .contains("gửi Bộ Nội vụ Tờ trình số 01/TTr-UBND " + day + " và hồ sơ")
                .contains("Kèm theo Công văn số ……", "Phòng Quy hoạch")
                .doesNotContain("/CV-", "Số: 01/TTr");
    }

    @Test
    void an_award_of_the_chairman_is_taken_back_on_paper() {
        adopt();
        var revocation = revocation(BK_TINH, "Phòng Nghiệp vụ Y");
        var draft = read(papers.revocation(revocation), "huy-bo-du-thao");
        assertThat(draft).contains("/QĐ-UBND", "ngày tháng năm 2026", "Lý do: Khai man thành tích.");
        propose(revocation);
        awards.complete(revocation.key(), "Task_SignRevocation", new Signing("SIGN", null));

        assertThat(read(papers.revocation(revocations.get(revocation.key())), "huy-bo"))
                .contains(
                        "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC",
                        "Số: 02/QĐ-UBND",
                        "QUYẾT ĐỊNH Về việc hủy bỏ quyết định tặng")
                .contains("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 đã được sửa đổi, bổ sung;")
                .contains("Căn cứ Điều 58 Nghị định 152/2025/NĐ-CP;")
                .contains("Căn cứ Quyết định số 01/QĐ-UBND ngày 23 tháng 11 năm 2026 về việc tặng Bằng khen")
                .contains("Căn cứ Kết luận số 31/KL-TTr ngày 23 tháng 11 năm 2026;", "Theo đề nghị của Sở Nội vụ.")
                .contains("Điều 1. Hủy bỏ việc tặng Bằng khen", "cho Phòng Nghiệp vụ Y, Sở Y tế tại Quyết định số 01")
                .contains("Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận, 7.590.000 đồng.")
                .contains("kể từ ngày ký./.", "DANH SÁCH HỦY BỎ KHEN THƯỞNG", "CHỦ TỊCH");
    }

    @Test
    void what_the_head_of_a_unit_gave_is_taken_back_in_the_units_name() {
        adopt();
        var revocation = revocation(GK, "Phòng Nghiệp vụ Y");
        propose(revocation);

        assertThat(read(papers.revocation(revocations.get(revocation.key())), "huy-bo-giay-khen"))
                .contains("SỞ Y TẾ", "/QĐ-SYT", "Theo đề nghị của Sở Y tế.")
                .doesNotContain("TM. ỦY BAN NHÂN DÂN");
    }

    private Revocation revocation(AwardForm form, String name) {
        var round = awards.open(CAMPAIGN, form).key();
        var dossier = awards.appraised(round, "so-y-te", form, COLLECTIVE, name).number();
        awards.award(round);
        var award = register.ofDossier(dossier).orElseThrow().key();
        var started = new Revocation[1];
        awards.asStanding(CAMPAIGN, () -> started[0] = revocations.start(award, "Khai man thành tích"));
        return started[0];
    }

    private void propose(Revocation revocation) {
        awards.complete(
                revocation.key(),
                "Task_ProposeRevocation",
                new Proposal(
                        "Khai man thành tích", "Điều 58 Nghị định 152/2025/NĐ-CP", "Kết luận số 31/KL-TTr", today()));
    }

    @Test
    void a_certificate_with_a_wrong_name_is_printed_again_with_the_right_one_and_a_number_of_its_own() {
        adopt();
        var round = awards.open(CAMPAIGN, BK_TINH).key();
        awards.appraised(round, "so-y-te", BK_TINH, COLLECTIVE, "Phòng Nghiệp vụ Y");
        var decision = awards.award(round).get(0);
        var entry = register.ofDecision(decision.id()).get(0).key();
        var started = new Revocation[1];
        awards.asStanding(
                CAMPAIGN, () -> started[0] = revocations.startReissue(entry, Revocation.Kind.EXCHANGE, "In thiếu chữ"));
        awards.complete(started[0].key(), "Task_IssueReissue", new Issue(null, "Phòng Nghiệp vụ Y và Dược"));

        var clerk = new Actor("clerk", Set.of(CLERK));
        var pdf = clerk.act(() -> prints.one(decision.id(), entry, Kind.PDF)).content();
        var word = clerk.act(() -> prints.one(decision.id(), entry, Kind.WORD)).content();
        Pdfs.picture(pdf, "bang-khen-cap-doi");
        assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210");
        assertThat(Pdfs.fonts(pdf)).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
        assertThat(Pdfs.text(pdf))
                .contains("BẰNG KHEN", "Phòng Nghiệp vụ Y và Dược", "Số bằng 00002/2026", "01/QĐ-UBND");
        assertThat(textOf(word)).contains("Phòng Nghiệp vụ Y và Dược");
        var code = revocations.get(started[0].key()).newCertificate();
        assertThat(Pdfs.qrCodes(pdf))
                .singleElement()
                .satisfies(url -> assertThat(url).endsWith("/" + code));
    }
}
