package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.notification.DailyDigest;
import vn.thidua.submission.DutyOpening;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Submissions;
import vn.thidua.support.Office;
import vn.thidua.support.ThiDuaTest;

/** Nothing is opened twice and nothing skipped, nobody is told twice, whatever the restarts and outages. */
class RepeatTest extends ThiDuaTest {

    private static final String REPORT = "binh-phuoc/so-y-te/2026";
    private static final String ADDRESS = "so-y-te@unit.example";

    @Autowired
    private DutyOpening opening;

    @Autowired
    private DailyDigest digest;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Submissions submissions;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @AfterEach
    void mend() {
        sql.sql("drop function if exists out_of_order() cascade").update();
    }

    @Test
    void opening_twice_opens_nothing_twice() {
        office.adopt("binh-phuoc", "10/11/2026", healthOffice());
        var keys = keys();

        assertThat(opening.openSome()).isFalse();
        office.travelTo("11/11/2026 12:00:00");

        assertThat(keys()).isEqualTo(keys).doesNotHaveDuplicates().contains(REPORT);
        assertThat(instances()).isEqualTo(1);
        assertThat(office.tasks(REPORT)).hasSize(1);
    }

    @Test
    void a_crash_before_the_commit_leaves_nothing_and_the_next_run_opens_all() {
        loadWithoutOpening();

        transaction.executeWithoutResult(status -> {
            opening.openSome();
            assertThat(office.exists(REPORT)).isTrue();
            assertThat(office.isRunning(REPORT)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(keys()).isEmpty();
        assertThat(instances()).isZero();

        office.travelTo("10/11/2026 08:00:00");
        assertThat(office.tasks(REPORT)).hasSize(1);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void a_database_that_fails_half_way_leaves_nothing_and_the_retry_opens_all() {
        loadWithoutOpening();
        sql.sql("""
                create function out_of_order() returns trigger language plpgsql as $$
                begin raise exception 'out of order'; end $$""").update();
        sql.sql("create trigger out_of_order before insert on act_ru_task for each row execute function out_of_order()")
                .update();

        assertThatThrownBy(() -> office.travelTo("10/11/2026 08:00:00")).hasStackTraceContaining("out of order");
        assertThat(keys()).isEmpty();
        assertThat(instances()).isZero();

        mend();
        office.travelTo("10/11/2026 08:00:00");
        assertThat(office.tasks(REPORT)).hasSize(1);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void after_days_of_outage_every_duty_is_open_once_and_one_digest_is_written() {
        office.adopt("binh-phuoc", "18/09/2026", healthOffice());
        assertThat(office.exists(REPORT)).as("opens on 21/09").isFalse();

        clock.holdAt(instant("05/10/2026 09:00:00"));
        office.travelTo("05/10/2026 09:00:00");

        assertThat(office.tasks(REPORT)).hasSize(1);
        assertThat(instances()).isEqualTo(1);
        assertThat(office.digestDays(ADDRESS)).containsExactly("05/10/2026");
        office.travelTo("06/10/2026 12:00:00");
        assertThat(office.digestDays(ADDRESS)).containsExactly("05/10/2026");
    }

    @Test
    void a_reminder_missed_in_an_outage_comes_on_the_first_working_day_after_it() {
        office.adopt("binh-phuoc", "10/11/2026", healthOffice());

        clock.holdAt(instant("14/11/2026 09:00:00"));
        office.travelTo("14/11/2026 09:00:00");
        assertThat(office.digestDays(ADDRESS)).as("Saturday").containsExactly("10/11/2026");
        office.travelTo("17/11/2026 12:00:00");

        assertThat(office.digestDays(ADDRESS)).containsExactly("10/11/2026", "16/11/2026");
    }

    @Test
    void a_deadline_that_passed_during_an_outage_is_marked_and_told_once() {
        office.adopt("binh-phuoc", "18/11/2026", healthOffice());

        clock.holdAt(instant("23/11/2026 09:00:00"));
        office.travelTo("23/11/2026 09:00:00");

        assertThat(office.part(REPORT).overdueToldAt()).isNotNull();
        assertThat(office.digestDays(ADDRESS)).containsExactly("18/11/2026", "23/11/2026");
        assertThat(office.digest(ADDRESS, "23/11/2026")).contains("QUÁ HẠN (1)");
    }

    @Test
    void digests_are_written_once_a_day_however_often_they_are_asked_for() {
        office.adopt("binh-phuoc", "18/11/2026", healthOffice());
        office.travelTo("19/11/2026 12:00:00");
        assertThat(office.digestDays(ADDRESS)).containsExactly("18/11/2026", "19/11/2026");
        office.handIn(REPORT);
        office.accept(REPORT);

        assertThat(digest.write()).isZero();

        office.travelTo("20/11/2026 12:00:00");
        assertThat(office.digestDays(ADDRESS)).containsExactly("18/11/2026", "19/11/2026", "20/11/2026");
        assertThat(office.digest(ADDRESS, "20/11/2026")).contains("đã được tiếp nhận");
    }

    @Test
    void whoever_has_handed_in_is_never_reminded() {
        office.adopt("binh-phuoc", "10/11/2026", healthOffice());
        office.handIn(REPORT);

        office.travelTo("27/11/2026 12:00:00");

        assertThat(office.digestDays(ADDRESS)).as("told that it is open").containsExactly("10/11/2026");
    }

    @Test
    void whoever_takes_a_report_back_is_reminded_again() {
        office.adopt("binh-phuoc", "10/11/2026", healthOffice());
        office.handIn(REPORT);
        office.travelTo("16/11/2026 12:00:00");
        var report = office.obligation(REPORT);
        office.asOwner(report, () -> submissions.withdraw(report.id(), "so-noi-vu"));

        office.travelTo("19/11/2026 12:00:00");

        assertThat(office.digestDays(ADDRESS)).containsExactly("10/11/2026", "19/11/2026");
    }

    @Test
    void after_the_deadline_the_unit_is_told_at_once_and_then_weekly() {
        office.adopt("binh-phuoc", "18/11/2026", healthOffice());

        office.travelTo("12/12/2026 12:00:00");

        assertThat(office.digestDays(ADDRESS))
                .containsExactly("18/11/2026", "19/11/2026", "20/11/2026", "27/11/2026", "04/12/2026", "11/12/2026");
        assertThat(office.digest(ADDRESS, "27/11/2026")).contains("QUÁ HẠN (1)", "Quá hạn 7 ngày 7 giờ");
    }

    @Test
    void a_unit_without_an_address_is_shown_to_the_standing_agency_instead_of_being_dropped() {
        office.adopt(
                "binh-phuoc",
                "18/11/2026",
                unit("so-noi-vu", "Sở Nội vụ", "so-ban-nganh"),
                "so-y-te,Sở Y tế,so-ban-nganh,OTHER,,,,,");
        office.travelTo("20/11/2026 12:00:00");

        assertThat(office.digest("so-noi-vu@unit.example", "19/11/2026"))
                .contains("1 đơn vị chưa có e-mail", "Sở Y tế");
        assertThat(office.digest("so-noi-vu@unit.example", "20/11/2026"))
                .contains("Báo cáo định kỳ năm 2026: 1 đơn vị vừa quá hạn", "1 đơn vị chưa có e-mail");
    }

    @Test
    void one_person_gets_one_digest_a_day_over_two_campaigns_and_many_duties() {
        var day = "02/11/2026";
        office.adopt("binh-dinh", day);
        office.join(plan("binh-phuoc"), Office.date(day), "so-y-te,Sở Y tế,so-ban-nganh,OTHER,,chung@unit.example,,,");
        office.join(
                plan("son-la"), Office.date(day), "benh-vien,Bệnh viện,don-vi-su-nghiep,OTHER,,CHUNG@unit.example,,,");
        office.travelTo(day + " 12:00:00");

        assertThat(office.digestDays("chung@unit.example")).containsExactly(day);
        assertThat(office.digest("chung@unit.example", day))
                .contains(
                        "SẮP ĐẾN HẠN (3)",
                        "Sở Y tế",
                        "Bệnh viện",
                        "trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11",
                        "trước ngày 10/11/2026, tức chậm nhất hết thứ Hai 09/11",
                        "Sở Khoa học và Công nghệ");
        assertThat(sql.sql("select count(*) from outgoing_mail where lower(recipient) = 'chung@unit.example'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** The campaign is there and its first run waits, as between two steps of a start. */
    private void loadWithoutOpening() {
        office.adopt("son-la", "10/11/2026");
        office.join(plan("binh-phuoc"), Office.date("10/11/2026"), healthOffice());
        assertThat(office.exists(REPORT)).isFalse();
    }

    private static String healthOffice() {
        return unit("so-y-te", "Sở Y tế", "so-ban-nganh");
    }

    private static PlanFiles.PlanFile plan(String code) {
        return PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys() {
        return obligations.of("binh-phuoc").stream()
                .map(Obligation::key)
                .sorted()
                .toList();
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("PeriodicReport")
                .count();
    }
}
