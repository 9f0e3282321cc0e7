package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.submission.Part;
import vn.thidua.submission.Part.State;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;
import vn.thidua.submission.Versions.Version;
import vn.thidua.support.ThiDuaTest;

/** A campaign taken over in the middle: what was due before is history, with no task and no mail, and can be filled in. */
class AdoptionTest extends ThiDuaTest {

    private static final String LAUNCH_PLAN = "binh-phuoc/so-y-te";
    private static final String REPORT_2025 = "binh-phuoc/so-y-te/2025";

    @Autowired
    private Submissions submissions;

    @Autowired
    private Versions versions;

    @Test
    void what_was_due_before_the_adoption_is_history_without_task_or_mail() {
        office.adopt("binh-phuoc", "03/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        office.travelTo("10/09/2026 12:00:00");

        for (var key : new String[] {LAUNCH_PLAN, REPORT_2025, "binh-phuoc/2025"}) {
            assertThat(office.part(key))
                    .as(key)
                    .returns(State.HISTORY, Part::state)
                    .returns(null, Part::nextReminderOn);
            assertThat(office.part(key).isLateAt(office.now())).as(key).isFalse();
            assertThat(office.tasks(key)).as(key).isEmpty();
            assertThat(office.isRunning(key)).as(key).isFalse();
        }
        assertThat(office.digestDays("so-y-te@unit.example")).isEmpty();
        assertThat(office.exists("binh-phuoc/so-y-te/2026"))
                .as("opens 60 days before")
                .isFalse();
    }

    @Test
    void what_is_due_from_the_day_of_adoption_on_is_open() {
        office.adopt("binh-phuoc", "19/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        assertThat(office.part("binh-phuoc/so-y-te/2026").state()).isEqualTo(State.AWAITED);
    }

    @Test
    void what_was_due_until_midnight_before_the_adoption_is_history() {
        office.adopt("binh-phuoc", "20/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        assertThat(office.part("binh-phuoc/so-y-te/2026").state()).isEqualTo(State.HISTORY);
        assertThat(office.part("binh-phuoc/2026").state()).isEqualTo(State.AWAITED);
    }

    @Test
    void a_unit_founded_after_a_deadline_has_no_history_of_it() {
        office.adopt("binh-phuoc", "03/09/2026", unit("so-moi", "Sở mới", "so-ban-nganh", "01/01/2026"));

        assertThat(office.exists("binh-phuoc/so-moi")).isFalse();
        assertThat(office.exists("binh-phuoc/so-moi/2025")).isFalse();
    }

    @Test
    void history_is_filled_in_later_by_the_unit_with_the_day_it_was_handed_in() {
        office.adopt("binh-phuoc", "03/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var report = office.obligation(REPORT_2025);

        office.asOwner(report, () -> {
            office.write(report);
            submissions.fillIn(report.id(), "so-noi-vu", "18/11/2025");
        });

        assertThat(office.part(REPORT_2025))
                .returns(State.HISTORY, Part::state)
                .returns(1, Part::version)
                .returns(instant("18/11/2025 23:59:59"), Part::submittedAt)
                .returns(null, Part::lateSeconds);
        assertThat(versions.of(report.id()))
                .singleElement()
                .returns("unit-officer", Version::submittedBy)
                .returns("12/BC", version -> version.content().documentNumber())
                .satisfies(version -> assertThat(version.attachments()).hasSize(1));
        office.travelTo("04/09/2026 12:00:00");
        assertThat(office.digestDays("so-y-te@unit.example")).isEmpty();
    }

    @Test
    void the_standing_agency_fills_in_too_and_what_was_late_is_late_by_whole_days() {
        var campaign = office.adopt("binh-phuoc", "03/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var report = office.obligation(REPORT_2025);

        office.asStandingAgency(campaign, () -> {
            office.write(report);
            submissions.fillIn(report.id(), "so-noi-vu", "21/11/2025");
        });

        assertThat(office.part(REPORT_2025).lateSeconds()).isEqualTo(2 * 24 * 3600 - 1);
    }

    @Test
    void history_is_not_filled_in_by_others_nor_with_a_day_after_the_adoption() {
        var campaign = office.adopt("binh-phuoc", "03/09/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var report = office.obligation(REPORT_2025);
        office.asOwner(report, () -> office.write(report));

        refused(
                Refusal.Kind.FORBIDDEN,
                () -> office.as(
                        "somebody",
                        "binh-phuoc.unit.so-khac",
                        () -> submissions.fillIn(report.id(), "so-noi-vu", "18/11/2025")));
        for (var day : new String[] {"03/09/2026", "31/11/2025", ""}) {
            refused(
                    Refusal.Kind.INVALID,
                    () -> office.asStandingAgency(campaign, () -> submissions.fillIn(report.id(), "so-noi-vu", day)));
        }
        assertThat(versions.of(report.id())).isEmpty();
    }

    @Test
    void what_is_awaited_is_handed_in_and_not_filled_in() {
        office.adopt("binh-phuoc", "10/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var report = office.obligation("binh-phuoc/so-y-te/2026");

        refused(
                Refusal.Kind.CONFLICT,
                () -> office.asOwner(report, () -> submissions.fillIn(report.id(), "so-noi-vu", "09/11/2026")));
        refused(Refusal.Kind.CONFLICT, () -> office.handIn(REPORT_2025));
    }

    private static void refused(Refusal.Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
