package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.nomination.Dossier;
import vn.thidua.organisation.Groups;
import vn.thidua.support.Office;

/** The pages of the award work as a unit and an agency see and use them; each is inspected, wide and narrow. */
class AwardPagesTest extends InBrowser {

    private static final String UNIT = "can-bo-y-te-son-la";
    private static final String AGENCY = "can-bo-noi-vu-son-la";
    private static final String LEAD = "can-bo-khcn-son-la";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADS =
            List.of("Mã dòng", "Loại", "Họ và tên, tên tập thể, hộ", "Ngày sinh", "Hình thức đề nghị");

    private String annual = "";
    private String interim = "";

    @BeforeEach
    void rounds() {
        office.adopt(
                "son-la",
                "05/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        account(UNIT, "Nguyễn Thị An", Groups.ofUnit("son-la", "so-y-te"));
        account(AGENCY, "Trần Văn Bình", Groups.ofAgency("son-la", "so-noi-vu"));
        account(LEAD, "Lê Thị Cúc", Groups.ofAgency("son-la", "so-khcn"));
        annual = awards.open("son-la", Occasion.ANNUAL, 2026, Office.date("06/11/2026"), AwardForm.GK)
                .key();
        awards.appraised(annual, "so-y-te", AwardForm.GK, NomineeKind.INDIVIDUAL, "Quàng Thị Thu");
        awards.appraised(annual, "so-tai-chinh", AwardForm.GK, NomineeKind.COLLECTIVE, "Phòng Ngân sách");
        awards.award(annual);
        office.travelTo("09/11/2026 09:00:00");
        interim = awards.open("son-la", Occasion.INTERIM_REVIEW, 2027, Office.date("30/11/2026"), AwardForm.BK_TINH)
                .key();
    }

    @Test
    void a_unit_finds_its_dossiers_and_what_it_may_do_with_them() {
        var dossier = submitted("Lò Văn Pâng");
        var unit = somebody().signsIn(UNIT, PASSWORD);
        unit.goesTo("/ho-so")
                .sees("Hồ sơ ở đâu?")
                .sees("Lò Văn Pâng")
                .sees("Đã nộp, chờ tiếp nhận")
                .sees("Sở Khoa học và Công nghệ")
                .doesNotSee("Phòng Ngân sách")
                .looks("70-dossiers-of-a-unit");
        unit.fills("Tên hoặc số hồ sơ", "quảng thị").presses("Lọc").sees("Không có hồ sơ nào khớp");
        unit.fills("Tên hoặc số hồ sơ", "QUANG thi")
                .presses("Lọc")
                .sees("Quàng Thị Thu")
                .sees("Đã được khen thưởng")
                .doesNotSee("Lò Văn Pâng");
        unit.goesTo("/ho-so/" + dossier.number())
                .sees("Thành phần hồ sơ")
                .sees("to-trinh.pdf")
                .sees("Kiểm tra điều kiện")
                .looks("71-dossier-of-the-unit");
        unit.turnsTo("Rút hồ sơ")
                .fills("Lý do rút", "Nộp nhầm đợt")
                .presses("Rút hồ sơ")
                .sees("Đã rút hồ sơ.")
                .sees("Đơn vị đã rút")
                .looks("72-dossier-withdrawn");
    }

    @Test
    void a_unit_nominates_somebody_whose_name_is_known_and_says_who_is_meant() {
        submitted("Lò Văn Pâng");
        var unit = somebody(new Observer()).signsIn(UNIT, PASSWORD);
        unit.goesTo("/dot-xet/" + interim)
                .sees("Đề nghị khen thưởng")
                .sees("Hạn đang chạy")
                .looks("73-round-of-a-unit");
        unit.picks("Loại", "Cá nhân")
                .fills("Họ và tên, tên tập thể hoặc tên hộ", "LÒ VĂN PÂNG")
                .presses("Lập hồ sơ")
                .sees("Hệ thống đã có")
                .sees("Trùng tên với ai?")
                .looks("74-namesake");
        unit.marks("Lập mới: người, tập thể khác, chỉ trùng tên")
                .presses("Lập hồ sơ")
                .sees("Đã lập hồ sơ.")
                .sees("Đang soạn")
                .looks("75-new-dossier");
    }

    @Test
    void a_unit_takes_a_list_over_after_having_looked_at_it() {
        var unit = somebody().signsIn(UNIT, PASSWORD);
        unit.goesTo("/dot-xet/" + interim + "/nhap").sees("Tải tệp mẫu");
        unit.attaches("Danh sách (.xlsx)", "danh-sach.xlsx", XLSX, list("31/02/1980"))
                .presses("Xem trước")
                .sees("Dòng 2, cột Ngày sinh: \"31/02/1980\" không phải ngày dạng dd/MM/yyyy.")
                .looks("76-list-with-faults");
        unit.attaches("Danh sách (.xlsx)", "danh-sach.xlsx", XLSX, list("28/02/1980"))
                .presses("Xem trước")
                .sees("Hồ sơ sẽ lập")
                .looks("77-list-to-be-taken-over");
        unit.presses("Xác nhận lập 1 hồ sơ")
                .sees("Đã nạp xong")
                .sees("1/1 hồ sơ")
                .looks("78-list-taken-over");
        unit.follows("Xem các hồ sơ đã lập").sees("Lò Thị Ủng");
    }

    @Test
    void the_agencies_follow_rounds_dossiers_register_and_decisions() {
        var dossier = submitted("Lò Văn Pâng");
        var lead = somebody().signsIn(LEAD, PASSWORD);
        lead.goesTo("/ho-so?giai-doan=LUOT_TOI").sees("Lò Văn Pâng").looks("80-dossiers-of-the-lead");
        lead.follows("Lò Văn Pâng").turnsTo("Tạm dừng xét");
        lead.picks("Vì", "Đang giải quyết khiếu nại, tố cáo")
                .fills("Nội dung đang xác minh", "Đơn khiếu nại ngày 08/11/2026")
                .presses("Tạm dừng xét")
                .sees("Đã tạm dừng xét.")
                .looks("81-dossier-paused");

        var agency = somebody().signsIn(AGENCY, PASSWORD);
        agency.goesTo("/").sees("Hồ sơ ở đâu?").looks("82-start-of-the-agency");
        agency.goesTo("/phong-trao/son-la/dot-xet").sees("Lập đợt xét mới").looks("83-rounds");
        agency.goesTo("/dot-xet/" + interim).sees("Tạm dừng xét").looks("84-round-of-the-agency");
        agency.goesTo("/dot-xet/" + annual).sees("Đã kết thúc").follows("Quyết định số");
        agency.sees("Sổ vàng").looks("85-decision");
        agency.goesTo("/so-vang/son-la?tim=ng%C3%A3n%20sach").sees("Không tìm thấy mục nào.");
        agency.goesTo("/so-vang/son-la?tim=ngan%20sach").sees("Phòng Ngân sách").doesNotSee("Quàng Thị Thu");
        agency.goesTo("/so-vang/son-la?tim=NG%C3%82N%20s%C3%A1ch")
                .sees("Phòng Ngân sách")
                .doesNotSee("Quàng Thị Thu");
        agency.goesTo("/so-vang/son-la").sees("Quàng Thị Thu").looks("86-register");
        agency.follows("Quàng Thị Thu").sees("Có hiệu lực").looks("87-awarded-dossier");
        agency.goesTo("/ho-so/" + dossier.number()).sees("Đang giải quyết khiếu nại, tố cáo");
    }

    @Test
    void who_numbers_decisions_enters_the_last_number_given_outside() {
        var observer = new Observer();
        var agency = somebody(observer).signsIn(AGENCY, PASSWORD);
        agency.goesTo("/phong-trao/son-la").follows("Số văn bản").sees("Chưa cấp số nào");
        agency.fills("Số cuối", "127").fills("Ngày của số đó", "01/02/2099").presses("Ghi");
        agency.sees("Ngày của số cuối không được sau ngày hôm nay.").looks("88-numbers-refused");
        agency.fills("Ngày của số đó", "02/11/2026").presses("Ghi");
        agency.sees("Quyết định năm 2026 sẽ đánh số tiếp từ 128.").looks("89-numbers");
        assertThat(observer.troubles()).as("nothing but the refusal").allMatch(trouble -> trouble.contains("422"));
    }

    private Dossier submitted(String name) {
        return awards.nominate(interim, "so-y-te", AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, name);
    }

    private static byte[] list(String born) {
        var row = List.of("001", "Cá nhân", "Lò Thị Ủng", born, "Bằng khen của Chủ tịch UBND tỉnh");
        return Workbooks.write(List.of(new Sheet("Danh sách", HEADS, List.of(row))));
    }
}
