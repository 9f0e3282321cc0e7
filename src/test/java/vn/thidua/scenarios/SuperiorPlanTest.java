package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.DueRule;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.submission.ConsolidatedReports;
import vn.thidua.support.ThiDuaTest;

/** Scenario 6, Quảng Trạch: the commune consolidates before 31/12 while its province may close earlier. */
class SuperiorPlanTest extends ThiDuaTest {

    @Autowired
    private PlanChanges changes;

    @Autowired
    private ConsolidatedReports reports;

    @Test
    void the_commune_is_warned_where_the_province_closes_before_its_own_deadline() {
        var campaign = office.adopt("quang-trach", "03/11/2028", unit("tram-y-te", "Trạm Y tế", "don-vi-cap-xa"));
        var beforeTwentieth = new DueRule(Kind.BEFORE, List.of("20/11"), false);
        office.asStandingAgency(
                campaign,
                () -> changes.rule(
                        "quang-trach",
                        "superior-closing-date",
                        new Decision(
                                "210/SNV",
                                "01/11/2028",
                                "Tỉnh khép báo cáo trước ngày 20/11",
                                beforeTwentieth,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                null)));
        office.travelTo("05/11/2028 08:00:00");

        assertThat(reports.of(office.obligation("quang-trach/2028")).conflict())
                .isEqualTo("Cấp trên khép kỳ năm 2028 (trước ngày 20/11/2028, tức chậm nhất hết Chủ nhật 19/11),"
                        + " sớm hơn hạn của kế hoạch này (trước ngày 31/12/2028, tức chậm nhất hết thứ Bảy 30/12).");
    }

    @Test
    void nothing_is_said_while_nobody_knows_when_the_province_closes() {
        office.adopt("quang-trach", "03/11/2028", unit("tram-y-te", "Trạm Y tế", "don-vi-cap-xa"));
        office.travelTo("05/11/2028 08:00:00");

        assertThat(reports.of(office.obligation("quang-trach/2028")).conflict()).isNull();
    }
}
