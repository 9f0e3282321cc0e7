package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.Minutes.SettledTie;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.RevocationAnswers.Proposal;
import vn.thidua.decision.RevocationAnswers.Signing;
import vn.thidua.decision.Revocations;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.LatePermission;
import vn.thidua.organisation.Groups;
import vn.thidua.support.Office;
import vn.thidua.support.Pdfs;

/**
 * The forms that a smooth round never opens, each filled in wrongly first: the sentence is read, what was typed is still there, and put
 * right it is taken.
 */
class AwardFormsBrowserTest extends InBrowser {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String LEAD = "can-bo-noi-vu";
    private static final String UNIT = "can-bo-y-te";
    private static final String CLERK = "van-thu";
    private static final String COUNCIL_CHAIR = "hd-chu-tich";
    private static final List<String> OFFICES = List.of(
            "Ban Cơ yếu",
            "Ban Dân tộc",
            "Chi cục Biển",
            "Chi cục Dân số",
            "Phòng Điện tử",
            "Phòng Giám định",
            "Phòng Hộ tịch",
            "Phòng Kế toán",
            "Phòng Lưu trữ",
            "Phòng Nghiệp vụ Y",
            "Phòng Quản lý Dược");

    @Autowired
    private CouncilSessions sessions;

    @Autowired
    private AwardRounds rounds;

    @Autowired
    private Revocations revocations;

    @Autowired
    private AwardRegister register;

    @Autowired
    private SuperiorSubmissions submissions;

    private final Observer refusals = new Observer();

    @BeforeEach
    void people() {
        account(LEAD, "Trần Văn Bình", Groups.ofAgency(CAMPAIGN, "so-noi-vu"));
        account(UNIT, "Lê Thị Hạnh", Groups.ofUnit(CAMPAIGN, "so-y-te"));
        account(CLERK, "Bùi Thị Ngọc", Groups.ofClerk(CAMPAIGN));
        account(COUNCIL_CHAIR, "Vũ Đình Phúc");
    }

    private void adopt(String day) {
        office.adopt(
                CAMPAIGN,
                day,
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        awards.council(CAMPAIGN, 3);
    }

    private void onlyRefusedWith(int status) {
        assertThat(refusals.troubles())
                .isNotEmpty()
                .allMatch(trouble -> trouble.matches("(%1$d: POST .*|console: .*status of %1$d .*)".formatted(status)));
    }

    @Test
    void the_chair_chooses_among_equals_exactly_as_many_as_there_are_places() {
        adopt("02/11/2026");
        var round = awards.open(CAMPAIGN, AwardForm.BK_TINH).key();
        OFFICES.forEach(each -> awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, each));
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        var session = awards.session(round).key();
        awards.callCouncil(session);
        awards.castBallots(session, dossier -> Vote.YES);
        awards.enterNoPostalBallots(session);

        var chair = somebody(refusals).signsIn(COUNCIL_CHAIR, PASSWORD);
        chair.opensTask("Xét trường hợp ngang nhau").claims().sees("chọn đúng 10; đã chọn 0");
        OFFICES.subList(0, 9).forEach(chair::ticks);
        chair.fills("Lý do", "Ưu tiên đơn vị có thành tích nổi bật hơn")
                .looksAtAllOfIt("140-ties-to-be-settled")
                .isRefused("Hãy chọn đúng 10 hồ sơ")
                .looks("141-ties-refused")
                .finds("Lý do", "Ưu tiên đơn vị có thành tích nổi bật hơn")
                .sees("đã chọn 9");
        chair.ticks("Phòng Nghiệp vụ Y").sees("đã chọn 10").completes();

        assertThat(sessions.hasTies(session)).isFalse();
        assertThat(sessions.minutes(session).ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.reason()).isEqualTo("Ưu tiên đơn vị có thành tích nổi bật hơn"))
                .extracting(SettledTie::preferred)
                .satisfies(preferred -> assertThat(preferred).hasSize(10));
        assertThat(awards.tasks(session, "Task_CheckMinutes")).hasSize(1);
        onlyRefusedWith(422);
        somebody()
                .signsIn(LEAD, PASSWORD)
                .goesTo("/phien-hop/" + session)
                .sees("Đã kiểm phiếu")
                .sees("Bỏ phiếu kín")
                .sees("3/3")
                .sees("3 đồng ý")
                .sees("Biên bản (PDF)")
                .looks("151-sitting");
        somebody(new Observer())
                .signsIn(UNIT, PASSWORD)
                .goesTo("/phien-hop/" + session)
                .sees("Phiên họp Hội đồng chỉ dành cho thành viên");
    }

    @Test
    void whoever_opens_a_round_is_warned_of_an_award_that_no_council_would_vote_on() {
        office.adopt("quang-trach", "03/11/2026", unit("phong-kinh-te", "Phòng Kinh tế", "ban-nganh"));
        account("can-bo-vhxh", "Ngô Thị Lan", Groups.ofAgency("quang-trach", "phong-vhxh"));
        var round = awards.prepare("quang-trach", Occasion.ANNUAL, 2026).key();

        var standing = somebody().signsIn("can-bo-vhxh", PASSWORD);
        standing.opensTask("Quy định đợt xét")
                .claims()
                .sees("Giấy khen")
                .doesNotSee("Chưa chọn xét qua Hội đồng")
                .ticks("Bằng khen của Chủ tịch UBND tỉnh")
                .fills("Văn bản cho phép xét Bằng khen của Chủ tịch UBND tỉnh", "Công văn số 15/SNV-TĐKT")
                .sees("Chưa chọn xét qua Hội đồng.")
                .sees("khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP")
                .looksAtAllOfIt("152-no-council-for-a-bang-khen");
        standing.ticks("Xét qua Hội đồng thi đua, khen thưởng")
                .doesNotSee("Chưa chọn xét qua Hội đồng")
                .fills("Tỷ lệ phiếu đồng ý tối thiểu (%)", "51")
                .looksAtAllOfIt("153-council-for-a-bang-khen")
                .completes();
        assertThat(rounds.get(round).terms().council()).isTrue();
    }

    @Test
    void what_goes_to_the_prime_minister_has_a_page_with_its_papers() {
        adopt("02/11/2026");
        var round = awards.open(
                        CAMPAIGN, Occasion.INTERIM_REVIEW, 2026, awards.today().plusDays(15), AwardForm.BK_TTG)
                .key();
        awards.appraised(round, "so-y-te", AwardForm.BK_TTG, NomineeKind.COLLECTIVE, "Phòng Nghiệp vụ Y");
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, dossier -> Vote.YES);

        var lead = somebody().signsIn(LEAD, PASSWORD);
        lead.goesTo("/dot-xet/" + round).follows("Trình Thủ tướng Chính phủ");
        lead.sees("Dự thảo tờ trình cấp trên")
                .sees("Đang chuẩn bị")
                .sees("Thẩm định và trình: chậm nhất")
                .sees("Phòng Nghiệp vụ Y")
                .looks("154-submission");
        assertThat(Pdfs.text(lead.downloads("Tờ trình (PDF)"))).contains("TỜ TRÌNH", "Phòng Nghiệp vụ Y");
        assertThat(Pdfs.text(lead.downloads("Công văn (PDF)"))).contains("V/v đề nghị Thủ tướng Chính phủ");
        lead.goesTo("/dot-xet/" + round).follows("Phiên họp " + CAMPAIGN + "/PH-2026-1");
        lead.sees("Đã kết thúc").sees("Giấy mời (PDF)").looks("155-sitting-concluded");
        assertThat(Pdfs.text(lead.downloads("Biên bản (PDF)"))).contains("BIÊN BẢN", "Phòng Nghiệp vụ Y");
        somebody(new Observer())
                .signsIn(UNIT, PASSWORD)
                .goesTo("/trinh-cap-tren/" + submissions.of(round).get(0).id())
                .sees("Hồ sơ trình này không thuộc cơ quan, đơn vị của ông/bà.");
    }

    @Test
    void a_unit_asks_to_nominate_late_and_the_standing_agency_lets_it_until_a_day_to_come() {
        adopt("02/11/2026");
        var round = awards.open(CAMPAIGN, AwardForm.BK_TINH).key();
        awards.closeWindow(round);
        var unit = somebody().signsIn(UNIT, PASSWORD);
        unit.goesTo("/dot-xet/" + round)
                .turnsTo("Đề nghị được nộp muộn")
                .fills("Lý do", "Mưa lũ làm gián đoạn việc lấy xác nhận")
                .presses("Gửi đề nghị")
                .sees("Đã gửi đề nghị nộp muộn")
                .looks("142-late-asked");

        var lead = somebody(refusals).signsIn(LEAD, PASSWORD);
        lead.opensTask("Quyết định cho nộp muộn – Sở Y tế")
                .claims()
                .sees("Mưa lũ làm gián đoạn việc lấy xác nhận")
                .marks("Cho phép nộp sau hạn")
                .fills("Cho phép nộp đến hết ngày", "20/11/2026")
                .fills("Lý do", "Có xác nhận của địa phương về mưa lũ")
                .fills("Văn bản đồng ý (nếu có)", "415/SNV-TĐKT")
                .looksAtAllOfIt("143-late-to-be-decided")
                .isRefused("Ngày cuối được nộp muộn không được trước ngày hôm nay (23/11/2026)")
                .looks("144-late-refused")
                .finds("Lý do", "Có xác nhận của địa phương về mưa lũ")
                .finds("Văn bản đồng ý (nếu có)", "415/SNV-TĐKT");
        lead.fills("Cho phép nộp đến hết ngày", "26/11/2026").completes();

        assertThat(rounds.latePermissions(round)).singleElement().satisfies(permission -> {
            assertThat(permission.state()).isEqualTo(LatePermission.State.GRANTED);
            assertThat(permission.until()).isEqualTo(Office.date("26/11/2026"));
            assertThat(permission.document()).isEqualTo("415/SNV-TĐKT");
        });
        unit.goesTo("/dot-xet/" + round)
                .sees("đến hết 26/11/2026")
                .sees("Có xác nhận của địa phương về mưa lũ")
                .sees("Lập hồ sơ")
                .looks("145-late-granted");
        onlyRefusedWith(422);
    }

    @Test
    void the_clerk_enters_what_came_back_after_a_revocation() {
        adopt("02/11/2026");
        var round = awards.open(CAMPAIGN, AwardForm.BK_TINH).key();
        var dossier = awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Nghiệp vụ Y")
                .number();
        awards.award(round);
        var award = register.ofDossier(dossier).orElseThrow().key();
        var started = new Revocation[1];
        awards.asOfficer(
                Groups.ofAgency(CAMPAIGN, "so-noi-vu"),
                () -> started[0] = revocations.start(award, "Khai man thành tích"));
        var key = started[0].key();
        awards.complete(
                key,
                "Task_ProposeRevocation",
                new Proposal("Khai man thành tích", "Điều 58", "31/KL-TTr", VietnamTime.date(awards.today())));
        awards.complete(key, "Task_SignRevocation", new Signing("SIGN", null));

        var clerk = somebody(refusals).signsIn(CLERK, PASSWORD);
        clerk.opensTask("Thu hồi bằng, tiền thưởng – Phòng Nghiệp vụ Y")
                .claims()
                .sees("Khai man thành tích")
                .fills("Ngày thu hồi hiện vật (bằng)", "hôm nay")
                .fills("Ghi chú", "Đã nhận lại tại bộ phận một cửa")
                .sees("Chưa đúng dạng. Ngày ghi như 05/12/2026")
                .looks("146-recovery-wrongly-written");
        clerk.fills("Ngày thu hồi hiện vật (bằng)", "01/01/2026")
                .isRefused("Ngày nộp lại hiện vật không được trước ngày quyết định hủy bỏ")
                .looks("147-recovery-refused")
                .finds("Ngày thu hồi hiện vật (bằng)", "01/01/2026")
                .finds("Ghi chú", "Đã nhận lại tại bộ phận một cửa");
        clerk.fills("Ngày thu hồi hiện vật (bằng)", VietnamTime.date(awards.today()))
                .fills("Ngày thu hồi tiền thưởng", VietnamTime.date(awards.today()))
                .completes();

        assertThat(revocations.get(key)).satisfies(revocation -> {
            assertThat(revocation.state()).isEqualTo(Revocation.State.DONE);
            assertThat(revocation.certificateBackOn()).isEqualTo(awards.today());
            assertThat(revocation.moneyBackOn()).isEqualTo(awards.today());
        });
        assertThat(register.get(award).status()).isEqualTo(RegisterEntry.Status.REVOKED);
        assertThat(office.isRunning(key)).isFalse();
        clerk.goesTo("/so-vang/" + CAMPAIGN).sees("Phòng Nghiệp vụ Y").looks("148-register-with-a-revoked-award");
        onlyRefusedWith(422);
    }

    /** Decree 152/2025 expires on 01/03/2027, and nothing is known of what comes after it. */
    @Test
    void the_clerk_enters_a_sum_for_each_award_where_the_law_of_the_day_is_not_known() {
        adopt("15/02/2027");
        var round = awards.open(
                        CAMPAIGN,
                        Occasion.ANNUAL,
                        2027,
                        Office.date("18/02/2027"),
                        AwardForm.BK_TINH,
                        AwardForm.CO_TINH)
                .key();
        awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Nghiệp vụ Y");
        awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, "Nguyễn Thị Ánh Tuyết");
        awards.appraised(round, "so-xay-dung", AwardForm.CO_TINH, NomineeKind.COLLECTIVE, "Sở Xây dựng");
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        awards.sit(round, dossier -> Vote.YES);
        office.travelTo("26/02/2027 15:00:00");
        var decision = awards.decisions(round).get(0).key();
        awards.sign(decision);
        office.travelTo("02/03/2027 08:00:00");

        var clerk = somebody(refusals).signsIn(CLERK, PASSWORD);
        clerk.opensTask("Cấp số quyết định")
                .claims()
                .sees("Hệ thống không có mức thưởng cho ngày này")
                .fills("Ngày của quyết định", "28/02/2027")
                .sees("3.800.000 đồng")
                .looksAtAllOfIt("149-number-with-known-sums");
        clerk.fills("Ngày của quyết định", "25/02/2027")
                .isRefused("Ngày ban hành không được trước ngày ký (26/02/2027)")
                .finds("Ngày của quyết định", "25/02/2027");
        clerk.fills("Ngày của quyết định", "")
                .fills("Mức thưởng Cờ thi đua của UBND tỉnh – Tập thể (đồng)", "21.000.000")
                .fills("Mức thưởng Bằng khen của Chủ tịch UBND tỉnh – Tập thể (đồng)", "7.800.000")
                .fills("Mức thưởng Bằng khen của Chủ tịch UBND tỉnh – Cá nhân (đồng)", "3900000")
                .fills("Văn bản quy định mức thưởng", "Nghị quyết số 15/NQ-HĐND ngày 01/02/2027")
                .looksAtAllOfIt("150-number-with-entered-sums")
                .completes();

        assertThat(awards.decision(decision).items())
                .extracting(item -> item.form().name() + " " + item.kind() + " " + item.prize())
                .containsExactly(
                        "CO_TINH COLLECTIVE 21000000", "BK_TINH COLLECTIVE 7800000", "BK_TINH INDIVIDUAL 3900000");
        assertThat(awards.decision(decision).items())
                .allMatch(item -> "Nghị quyết số 15/NQ-HĐND ngày 01/02/2027".equals(item.prizeSource()));
        onlyRefusedWith(422);
    }
}
