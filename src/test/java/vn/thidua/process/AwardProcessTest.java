package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;

/** A process of the award work on the plan of Bình Phước: Sở Nội vụ leads, Sở KH&CN gives its opinion too (mục VI.5.đ). */
abstract class AwardProcessTest extends ProcessTest {

    static final String CAMPAIGN = "binh-phuoc";
    static final String UNIT = "so-y-te";
    static final String LEAD = "binh-phuoc.so-noi-vu";
    static final String OTHER_AGENCY = "binh-phuoc.so-khcn";
    static final String CHAIR = "binh-phuoc.chu-tich-ubnd-tinh";
    static final String UNIT_GROUP = "binh-phuoc.unit.so-y-te";

    @Autowired
    AwardRounds rounds;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void adopt() {
        office.adopt(
                CAMPAIGN,
                "02/11/2026",
                unit(UNIT, "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
    }

    /** A round for Bằng khen, open until 22/11/2026. */
    String openRound() {
        return awards.open(CAMPAIGN, AwardForm.BK_TINH).key();
    }

    Dossier nominate(String round) {
        return awards.nominate(round, UNIT, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng Công nghệ thông tin");
    }

    Dossier appraised(String round, String name) {
        return awards.appraised(round, UNIT, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, name);
    }

    /** When the timers of the running process fire. */
    List<Instant> timers(String key) {
        return management.createJobQuery().processInstanceId(process(key).getId()).timers().list().stream()
                .map(Job::getDuedate)
                .map(date -> date.toInstant())
                .toList();
    }

    /** The task's last moment on time. */
    Instant due(String key, String definition) {
        return awards.task(key, definition).getDueDate().toInstant();
    }

    void thenLimitIs(String key, String definition, String firstLateMoment) {
        then(timers(key)).containsExactly(instant(firstLateMoment));
        then(due(key, definition)).isEqualTo(instant(firstLateMoment).minusSeconds(1));
    }
}
