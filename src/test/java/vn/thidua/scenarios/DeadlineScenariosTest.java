package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.thidua.submission.Part;
import vn.thidua.submission.Part.State;
import vn.thidua.support.ThiDuaTest;

/** Scenarios 1, 2, 3, 5 and 6 of the plans: until when, to whom, how late. */
class DeadlineScenariosTest extends ThiDuaTest {

    @Test
    void a_report_is_on_time_until_the_last_second_before_the_day_and_late_from_its_first() {
        office.adopt(
                "binh-phuoc",
                "01/09/2026",
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"),
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
        office.travelTo("19/11/2026 23:59:59");
        office.handIn("binh-phuoc/so-tai-chinh/2026");
        office.travelTo("20/11/2026 00:00:00");
        office.handIn("binh-phuoc/so-y-te/2026");

        var now = office.now();
        assertThat(office.part("binh-phuoc/so-tai-chinh/2026").isLateAt(now)).isFalse();
        assertThat(office.part("binh-phuoc/so-y-te/2026").lateSeconds()).isZero();
        assertThat(office.part("binh-phuoc/so-y-te/2026").isLateAt(now)).isTrue();
        assertThat(office.part("binh-phuoc/so-xay-dung/2026").isLateAt(now)).isTrue();
    }

    @Test
    void the_consolidated_report_opens_when_the_units_are_due_and_is_due_before_15_12() {
        office.adopt("binh-phuoc", "01/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("19/11/2026 08:00:00");
        assertThat(office.exists("binh-phuoc/2026")).isFalse();
        office.travelTo("20/11/2026 08:00:00");

        assertThat(office.part("binh-phuoc/2026").deadlineInWords())
                .isEqualTo("trước ngày 15/12/2026, tức chậm nhất hết thứ Hai 14/12");
        assertThat(office.tasks("binh-phuoc/2026"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_FinishConsolidatedReport");
    }

    @Test
    void in_son_la_a_department_is_late_on_30_06_2025_and_a_commune_on_time_until_29_07() {
        office.adopt(
                "son-la",
                "01/06/2025",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("xa-muong-la", "UBND xã Mường La", "ubnd-cap-co-so"),
                unit("xa-moi", "UBND xã mới", "ubnd-cap-co-so", "01/07/2025"),
                unit("so-moi", "Sở mới", "so-ban-nganh", "01/07/2025"));
        office.travelTo("30/06/2025 09:00:00");
        office.handIn("son-la/so-y-te");
        office.handIn("son-la/xa-muong-la");
        office.travelTo("29/07/2025 23:59:59");
        office.handIn("son-la/xa-moi");

        assertThat(office.part("son-la/so-y-te").lateSeconds()).isEqualTo(9 * 3600);
        assertThat(office.part("son-la/xa-muong-la").lateSeconds()).isNull();
        assertThat(office.part("son-la/xa-moi").lateSeconds()).isNull();
        assertThat(office.exists("son-la/so-moi")).isFalse();
    }

    @Test
    void the_last_reminder_before_a_deadline_on_a_sunday_falls_on_the_friday() {
        office.adopt("son-la", "01/06/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("29/06/2025 23:00:00");

        assertThat(office.digestDays("so-y-te@unit.example")).last().isEqualTo("27/06/2025");
        assertThat(office.digest("so-y-te@unit.example", "27/06/2025"))
                .contains("trước ngày 30/06/2025, tức chậm nhất hết Chủ nhật 29/06");
    }

    @Test
    void a_report_to_two_addressees_is_complete_only_when_both_have_it_each_by_its_own_time() {
        office.adopt("son-la", "01/09/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("05/11/2025 09:00:00");
        office.handIn("son-la/so-y-te/2025", "so-noi-vu");
        assertThat(office.obligation("son-la/so-y-te/2025").isPartlySubmitted()).isTrue();
        office.travelTo("10/11/2025 10:00:00");
        office.handIn("son-la/so-y-te/2025", "so-khcn");

        assertThat(office.part("son-la/so-y-te/2025", "so-noi-vu").lateSeconds())
                .isNull();
        assertThat(office.part("son-la/so-y-te/2025", "so-khcn").lateSeconds()).isEqualTo(10 * 3600);
        office.accept("son-la/so-y-te/2025", "so-khcn");
        assertThat(office.isRunning("son-la/so-y-te/2025")).isTrue();
        office.accept("son-la/so-y-te/2025", "so-noi-vu");
        assertThat(office.isRunning("son-la/so-y-te/2025")).isFalse();
    }

    @Test
    void one_hand_in_goes_to_both_addressees_where_the_unit_says_so() {
        office.adopt("son-la", "01/09/2025", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("05/11/2025 09:00:00");
        office.handInToAll("son-la/so-y-te/2025");

        assertThat(office.obligation("son-la/so-y-te/2025").parts())
                .extracting(Part::state)
                .containsExactly(State.SUBMITTED, State.SUBMITTED);
        assertThat(office.tasks("son-la/so-y-te/2025"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_ReviewReport", "Task_ReviewReport");
    }

    @Test
    void in_binh_chuong_a_unit_owes_two_reports_a_year() {
        office.adopt("binh-chuong", "01/01/2026", unit("tram-y-te", "Trạm Y tế", "co-quan-don-vi"));
        office.travelTo("31/12/2026 12:00:00");

        assertThat(office.part("binh-chuong/tram-y-te/2026-H1").deadlineInWords())
                .isEqualTo("chưa quy định");
        assertThat(office.part("binh-chuong/tram-y-te/2026-H2", "phong-vhxh").state())
                .isEqualTo(State.AWAITED);
        assertThat(office.exists("binh-chuong/tram-y-te/2026")).isFalse();
    }

    @Test
    void in_quang_trach_2028_a_report_on_saturday_is_on_time_and_nobody_is_mailed_on_a_day_off() {
        office.adopt("quang-trach", "01/09/2028", unit("tram-y-te", "Trạm Y tế", "don-vi-cap-xa"));
        office.travelTo("03/11/2028 12:00:00");
        assertThat(office.digestDays("tram-y-te@unit.example")).last().isEqualTo("03/11/2028");
        office.travelTo("04/11/2028 20:00:00");
        office.handIn("quang-trach/tram-y-te/2028");

        assertThat(office.part("quang-trach/tram-y-te/2028").lateSeconds()).isNull();
        office.travelTo("06/11/2028 08:00:00");
        assertThat(office.digestDays("tram-y-te@unit.example")).last().isEqualTo("03/11/2028");
        assertThat(office.part("quang-trach/2028").deadlineInWords()).startsWith("trước ngày 31/12/2028");
    }
}
