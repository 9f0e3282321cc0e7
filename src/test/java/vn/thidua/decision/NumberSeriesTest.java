package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.audit.ActionNames;
import vn.thidua.audit.AuditTrail;
import vn.thidua.decision.NumberSeries.Issuer;
import vn.thidua.decision.NumberSeries.Kind;
import vn.thidua.decision.NumberSeries.Series;
import vn.thidua.organisation.Groups;

/** An office that numbers other documents outside enters its last number here. Bình Phước, on 18/11/2026. */
class NumberSeriesTest extends DecisionTest {

    private static final String UNIT = Groups.ofUnit("binh-phuoc", "so-tai-chinh");
    private static final String CHAIRMAN = "Chủ tịch Ủy ban nhân dân tỉnh Bình Phước";

    @Autowired
    private NumberSeries series;

    @Autowired
    private AuditTrail trail;

    @BeforeEach
    void adopt() {
        office.adopt("binh-phuoc", "18/11/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
    }

    private void enter(String group, @Nullable String issuer, Kind kind, int number, String day) {
        office.as("clerk", group, () -> series.enterLast("binh-phuoc", issuer, kind, number, day));
    }

    private AwardDecision awarded() {
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        return awarded(round);
    }

    @Test
    void the_next_decision_follows_the_last_number_given_outside() {
        enter(CLERK, null, Kind.DECISION, 127, "17/11/2026");

        assertThat(awarded().number().text()).isEqualTo("128/QĐ-UBND");
        office.as(
                "clerk",
                CLERK,
                () -> assertThat(series.see("binh-phuoc"))
                        .containsExactly(new Series(CHAIRMAN, Kind.DECISION, 2026, 128, date("18/11/2026"))));
    }

    @Test
    void each_kind_and_year_is_a_series_of_its_own() {
        enter(CLERK, null, Kind.DECISION, 127, "17/11/2026");
        enter(CLERK, null, Kind.LETTER, 40, "17/11/2026");
        enter(CLERK, null, Kind.DECISION, 990, "31/12/2025");

        office.as(
                "clerk",
                CLERK,
                () -> assertThat(series.see("binh-phuoc"))
                        .extracting(Series::kind, Series::year, Series::lastNumber)
                        .containsExactly(
                                tuple(Kind.DECISION, 2026, 127),
                                tuple(Kind.DECISION, 2025, 990),
                                tuple(Kind.LETTER, 2026, 40)));
    }

    @Test
    void a_series_only_goes_up_and_never_before_its_last_date() {
        awarded();

        refused("đã là 01. Chỉ ghi được số lớn hơn", () -> enter(CLERK, null, Kind.DECISION, 1, "18/11/2026"));
        refused("ngày trước ngày 18/11/2026", () -> enter(CLERK, null, Kind.DECISION, 9, "17/11/2026"));
        refused("không được sau ngày hôm nay", () -> enter(CLERK, null, Kind.DECISION, 9, "19/11/2026"));
        refused("của năm 2025 hoặc năm 2026", () -> enter(CLERK, null, Kind.DECISION, 9, "31/12/2024"));
        refused("từ 1 đến 99999", () -> enter(CLERK, null, Kind.DECISION, 100_000, "18/11/2026"));
        refused("từ 1 đến 99999", () -> enter(CLERK, null, Kind.DECISION, 0, "18/11/2026"));
    }

    @Test
    void who_numbers_documents_keeps_their_series_and_nobody_else() {
        office.as(
                "clerk",
                CLERK,
                () -> assertThat(series.kept("binh-phuoc"))
                        .containsExactly(new Issuer("chu-tich-ubnd-tinh", CHAIRMAN)));
        office.as(
                "unit",
                UNIT,
                () -> assertThat(series.kept("binh-phuoc"))
                        .containsExactly(new Issuer("unit.so-tai-chinh", "Thủ trưởng Sở Tài chính, Bình Phước")));
        enter(UNIT, null, Kind.DECISION, 30, "17/11/2026");

        refused("không giữ sổ văn bản này", () -> enter(UNIT, "chu-tich-ubnd-tinh", Kind.DECISION, 127, "17/11/2026"));
        refused("Chỉ văn thư", () -> enter(CHAIR, null, Kind.DECISION, 127, "17/11/2026"));
        refused("Chỉ văn thư", () -> office.as("chair", CHAIR, () -> series.see("binh-phuoc")));
    }

    @Test
    void it_stands_in_the_record() {
        enter(CLERK, null, Kind.DECISION, 127, "16/11/2026");
        enter(CLERK, null, Kind.DECISION, 130, "17/11/2026");

        assertThat(trail.of("binh-phuoc/QĐ/2026"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.action()).isEqualTo("numbers.advanced"))
                .anySatisfy(entry -> {
                    assertThat(entry.before()).contains("127");
                    assertThat(entry.after()).contains("130", "17/11/2026", CHAIRMAN);
                });
        assertThat(ActionNames.of("numbers.advanced")).isEqualTo("Ghi số văn bản cuối đã cấp ngoài hệ thống");
    }

    private static void refused(String part, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(part);
    }
}
