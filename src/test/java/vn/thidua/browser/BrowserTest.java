package vn.thidua.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.organisation.Groups;
import vn.thidua.support.Office;

/**
 * What people see and do, in a real browser. Pictures of every step are kept in {@code target/screenshots}; every page looked at is
 * inspected too, and a test fails for anything that went wrong in its pages.
 */
class BrowserTest extends InBrowser {

    private static final String HEALTH = "can-bo-y-te";
    private static final String AGENCY = "can-bo-noi-vu";
    private static final String AGENCY_OF_BINH_DINH = "can-bo-noi-vu-binh-dinh";
    private static final String TASK = "Nộp báo cáo năm 2026 – Sở Y tế";
    private static final String NEW_UNITS = """
            code,name,group,level,parent,emails,founded,closed,successor
            so-cong-thuong,Sở Công Thương,so-ban-nganh,PROVINCE,,so-cong-thuong@unit.example,,,
            """;

    @BeforeEach
    void accounts() {
        account(HEALTH, "Nguyễn Thị An", Groups.ofUnit("binh-phuoc", "so-y-te"));
        account(AGENCY, "Trần Văn Bình", Groups.ofAgency("binh-phuoc", "so-noi-vu"));
        account(AGENCY_OF_BINH_DINH, "Lê Thị Cúc", Groups.ofAgency("binh-dinh", "so-noi-vu"));
    }

    @Test
    void a_unit_submits_the_agency_returns_the_unit_corrects_and_the_agency_accepts() {
        binhPhuoc("10/11/2026");
        var unit = somebody().goesTo("/dang-nhap").looks("01-sign-in").signsIn(HEALTH, PASSWORD);
        unit.sees(TASK).looks("02-unit-task-list");
        unit.opensTask(TASK)
                .sees("Mục VI.1")
                .sees("trước ngày 20/11 hàng năm")
                .sees("trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11")
                .doesNotSee("Thêm ý kiến")
                .doesNotSee("Lịch sử")
                .looks("03-unit-reads-the-clause");
        unit.turnsTo("Sơ đồ")
                .sees("Xem xét báo cáo")
                .looks("03-unit-sees-where-the-process-stands")
                .turnsTo("Biểu mẫu");
        unit.claims().sees("Nguyễn Thị An").looks("04-unit-claims");
        unit.fills("Số, ký hiệu văn bản", "12/BC-SYT")
                .fills("Ngày văn bản", "10/11/2026")
                .fills("Người ký", "Lê Văn Hùng, Giám đốc")
                .fills("Kết quả thực hiện", "Sở đã phát động tới 21 đơn vị trực thuộc.")
                .scrollsTo("Kết quả thực hiện")
                .looks("05-unit-fills-the-form");
        unit.choosesAt("Chọn tệp…", "bao-cao-2026.pdf", "application/pdf", Office.pdf())
                .sees("bao-cao-2026.pdf")
                .sees("Đã đủ để nộp")
                .scrollsToText("Tệp đính kèm")
                .looks("06-unit-attaches-the-signed-pdf");
        unit.completes().looks("07-unit-has-submitted");

        office.travelTo("12/11/2026 09:00:00");
        var agency = somebody().signsIn(AGENCY, PASSWORD);
        agency.opensTaskThatSays("Sở Y tế", "Báo cáo định kỳ năm 2026")
                .sees("Sở đã phát động tới 21 đơn vị trực thuộc.")
                .sees("bao-cao-2026.pdf")
                .looks("08-agency-reads-the-report");
        agency.claims()
                .marks("Trả lại để đơn vị sửa và nộp lại")
                .fills("Lý do trả lại", "Thiếu số liệu về tập thể được khen thưởng.")
                .fills("Hạn nộp lại", "25/11/2026")
                .scrollsTo("Hạn nộp lại")
                .looks("09-agency-returns-with-reason-and-deadline");
        agency.completes().looks("10-agency-has-returned");

        office.travelTo("24/11/2026 08:30:00");
        unit = somebody().signsIn(HEALTH, PASSWORD);
        unit.opensTask(TASK)
                .sees("Thiếu số liệu về tập thể được khen thưởng.")
                .sees("25/11/2026")
                .doesNotSee("quá hạn")
                .looks("11-unit-sees-reason-and-new-deadline");
        unit.claims()
                .fills("Kết quả thực hiện", "Sở đã phát động tới 21 đơn vị trực thuộc; bổ sung số liệu khen thưởng.")
                .fills("Giấy khen đã tặng cá nhân (người)", "14")
                .sees("Đã đủ để nộp")
                .scrollsTo("Giấy khen đã tặng cá nhân (người)")
                .looks("12-unit-corrects");
        unit.completes();

        var reviewer = somebody().signsIn(AGENCY, PASSWORD);
        reviewer.opensTaskThatSays("Sở Y tế", "Báo cáo định kỳ năm 2026")
                .sees("bổ sung số liệu khen thưởng")
                .claims()
                .marks("Tiếp nhận")
                .scrollsTo("Tiếp nhận")
                .looks("13-agency-accepts");
        reviewer.completes();

        unit.goesTo("/phong-trao/binh-phuoc/tinh-hinh").follows("Sở Y tế");
        unit.sees("Báo cáo định kỳ năm 2026")
                .sees("Bản 2")
                .sees("Bản 1")
                .sees("Đã tiếp nhận")
                .sees("Trả lại")
                .sees("Thiếu số liệu về tập thể được khen thưởng.")
                .looks("14-both-versions-on-the-page-of-the-duty");
    }

    @Test
    void a_visitor_signs_in_and_reads_the_plan_its_source_and_only_its_own_rows() {
        binhPhuoc("10/11/2026");
        var visitor =
                somebody().goesTo("/").sees("Bình Phước").sees("Đăng nhập").looks("20-start");
        visitor.follows("Đăng nhập").fills("Tên tài khoản", HEALTH).fills("Mật khẩu", "sai-mat-khau");
        visitor.presses("Đăng nhập")
                .sees("Tên tài khoản hoặc mật khẩu không đúng.")
                .looks("21-wrong-password");

        visitor.signsIn(HEALTH, PASSWORD).sees(TASK);
        visitor.goesTo("/").sees("Việc của tôi").looks("22-start-of-a-unit");
        visitor.goesTo("/phong-trao/binh-phuoc")
                .sees("Kế hoạch đang có hiệu lực")
                .looks("23-plan");
        visitor.followsTheSourceOf("Gửi văn bản phát động Phong trào thi đua");
        visitor.seesInView("mark#trich", "trước ngày 30/4/2025").looks("24-quotation-in-its-source");

        visitor.goesTo("/phong-trao/binh-phuoc/tinh-hinh").sees("Sở Y tế").doesNotSee("Sở Xây dựng");
        visitor.looks("25-progress-of-a-unit").follows("Sở Y tế");
        visitor.sees("Soạn và nộp trong Tasklist").looks("26-duty-of-the-unit");
        visitor.follows("Soạn và nộp trong Tasklist").sees(TASK);

        var foreign = office.obligation("binh-phuoc/so-xay-dung/2026").id();
        var refusals = new Observer();
        var curious = somebody(refusals).signsIn(HEALTH, PASSWORD).sees(TASK);
        curious.goesTo("/nghia-vu/" + foreign).doesNotSee("Sở Xây dựng").looks("27-duty-of-another-unit");
        curious.goesTo("/camunda/app/cockpit/default/").sees("Không được xem trang này");
        curious.goesTo("/khong-co-trang-nay").sees("Không có trang này").looks("28-no-such-page");
        assertThat(refusals.troubles())
                .isNotEmpty()
                .allMatch(trouble -> trouble.matches("(403|404): GET .*|console: .*status of (403|404) .*"));

        var agency = somebody().signsIn(AGENCY, PASSWORD).sees("Quyết định điểm bỏ ngỏ");
        agency.goesTo("/phong-trao/binh-phuoc/tinh-hinh")
                .sees("Sở Y tế")
                .sees("Sở Xây dựng")
                .looks("29-progress-of-the-agency");
    }

    @Test
    void the_standing_agency_rules_on_an_open_point_and_the_plan_shows_it() {
        office.adopt("binh-dinh", "10/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var agency = somebody().signsIn(AGENCY_OF_BINH_DINH, PASSWORD);
        agency.opensTaskThatSays("Quyết định điểm bỏ ngỏ", "báo cáo theo kỳ nào")
                .looks("30-open-point");
        agency.claims()
                .fills("Số, ký hiệu văn bản làm căn cứ", "125/SNV-TĐKT")
                .fills("Ngày văn bản", "09/09/2026")
                .fills("Nội dung quyết định", "Báo cáo hằng năm trước ngày 15/11.")
                .picks("Kỳ nộp", "Hằng năm")
                .picks("Cách tính hạn", "trước ngày")
                .fills("Ngày", "15/11")
                .scrollsTo("Kỳ nộp")
                .looks("31-agency-rules");
        agency.completes();

        agency.goesTo("/phong-trao/binh-dinh")
                .sees("Đã quyết định")
                .sees("văn bản 125/SNV-TĐKT ngày 09/09/2026")
                .sees("trước ngày 15/11 hằng năm")
                .looks("32-plan-with-the-ruling");
        office.travelTo("16/09/2026 12:00:00");
        agency.goesTo("/phong-trao/binh-dinh/tinh-hinh")
                .sees("trước ngày 15/11/2026, tức chậm nhất hết thứ Bảy 14/11")
                .looks("33-duties-follow-the-ruling");
    }

    @Test
    void an_administrator_watches_campaigns_timers_and_mail() {
        binhPhuoc("10/11/2026");
        var report = office.obligation("binh-phuoc/so-y-te/2026");
        office.asOwner(report, () -> office.write(report));
        office.travelTo("13/11/2026 09:00:00");
        var administrator = somebody().signsIn(ADMINISTRATOR, PASSWORD).sees("Việc của tôi và đơn vị");
        administrator
                .goesTo("/camunda/app/cockpit/default/")
                .sees("Tình hình các phong trào thi đua")
                .sees("Bình Phước thi đua")
                .scrollsToText("Tình hình các phong trào thi đua")
                .looks("40-cockpit-panel");
        administrator.goesTo("/camunda/app/cockpit/default/#/processes").follows("Báo cáo định kỳ");
        administrator.sees("binh-phuoc/so-y-te/2026").looks("41-cockpit-process");
        administrator.followsInstanceOf("binh-phuoc/so-y-te/2026").turnsTo("Hẹn giờ");
        administrator.sees("20/11/2026 00:00:00").looks("42-cockpit-timers-of-an-instance");
        administrator
                .turnsTo("Lịch sử xử lý")
                .sees("Việc đã làm với binh-phuoc/so-y-te/2026")
                .sees("Đính kèm tệp vào bản nháp")
                .looks("43-cockpit-history-of-an-instance");

        administrator.goesTo("/quan-tri/thu").sees("so-y-te@unit.example").looks("44-outbox");
        administrator
                .follows("1 việc sắp đến hạn")
                .sees("Báo cáo định kỳ năm 2026")
                .sees("trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11")
                .looks("45-mail");
    }

    @Test
    void every_other_page_is_in_order_too() {
        binhPhuoc("10/11/2026");
        var agency = somebody().signsIn(AGENCY, PASSWORD).sees("Quyết định điểm bỏ ngỏ");
        agency.goesTo("/").looks("50-start-of-the-agency");
        agency.goesTo("/phong-trao/binh-phuoc/don-vi").sees("Sở Xây dựng").looks("51-units");
        agency.attaches("Tệp danh sách", "don-vi.csv", "text/csv", NEW_UNITS.getBytes(StandardCharsets.UTF_8))
                .presses("Xem trước")
                .turnsTo("Các đơn vị đọc được trong tệp (1)")
                .sees("Sở Công Thương")
                .looks("52-units-to-be-imported");
        agency.goesTo("/phong-trao/binh-phuoc/sua-doi")
                .sees("Nhập văn bản sửa đổi")
                .looks("53-amendment");
        agency.goesTo("/phong-trao/binh-phuoc/nguon").sees("Văn bản gốc").looks("54-source");
        var administrator = somebody().signsIn(ADMINISTRATOR, PASSWORD).sees("Việc của tôi và đơn vị");
        administrator.goesTo("/").looks("55-start-of-the-administrator");
        administrator.goesTo("/quan-tri/ngay-nghi").sees("Ngày nghỉ").looks("56-holidays");
        administrator.goesTo("/quan-tri/nhat-ky").sees("Nhật ký").looks("57-record");
    }

    private void binhPhuoc(String adoptedOn) {
        office.adopt(
                "binh-phuoc",
                adoptedOn,
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
    }
}
