package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.AwardForm.HCLD;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.FINAL_REVIEW;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.HOUSEHOLD;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.campaign.QuotaGate.State;
import vn.thidua.support.ThiDuaTest;

class QuotaGatesTest extends ThiDuaTest {

    @Autowired
    private QuotaGates gates;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanChanges changes;

    @Test
    void binh_phuoc_limits_its_annual_and_interim_awards_apart() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(gate(campaign, ANNUAL, BK_TINH, COLLECTIVE, 2026))
                .returns(State.LIMITED, QuotaGate::state)
                .returns(10, QuotaGate::limit)
                .returns("IV.2.c", QuotaGate::clause)
                .returns(true, QuotaGate::perYear);
        assertThat(gate(campaign, ANNUAL, BK_TINH, INDIVIDUAL, 2026).limit()).isEqualTo(15);
        assertThat(gate(campaign, INTERIM_REVIEW, BK_TINH, COLLECTIVE, 2027))
                .returns(15, QuotaGate::limit)
                .returns(false, QuotaGate::perYear);
        assertThat(gate(campaign, INTERIM_REVIEW, BK_TINH, INDIVIDUAL, 2027).limit())
                .isEqualTo(20);
        assertThat(gate(campaign, ANNUAL, BK_TINH, COLLECTIVE, 2027).limit())
                .as("beside the interim review, until somebody rules otherwise")
                .isEqualTo(10);
    }

    @Test
    void not_yet_allocated_is_neither_zero_nor_unlimited() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(gate(campaign, FINAL_REVIEW, BK_TINH, COLLECTIVE, 2030)).satisfies(gate -> {
            assertThat(gate.state()).isEqualTo(State.BLOCKED);
            assertThat(gate.limit()).isNull();
            assertThat(gate.reason()).contains("chưa được phân bổ");
        });
        amend(campaign, new Quota(FINAL_REVIEW, BK_TINH, Quota.State.LIMITED, 30, 40, null, null, "x", "x", null));

        assertThat(gate(campaigns.get("binh-phuoc"), FINAL_REVIEW, BK_TINH, INDIVIDUAL, 2030))
                .returns(State.LIMITED, QuotaGate::state)
                .returns(40, QuotaGate::limit);
    }

    @Test
    void what_heads_or_the_centre_decide_has_no_gate_here() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(gate(campaign, ANNUAL, GK, COLLECTIVE, 2026).state()).isEqualTo(State.NONE);
        assertThat(gate(campaign, INTERIM_REVIEW, HCLD, INDIVIDUAL, 2027).state())
                .isEqualTo(State.NONE);
        assertThat(gate(campaign, INTERIM_REVIEW, BK_TTG, COLLECTIVE, 2027).state())
                .isEqualTo(State.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binh-dinh", "son-la", "quang-trach", "binh-chuong"})
    void the_four_plans_without_numbers_have_no_gate_for_any_form_on_any_occasion(String code) {
        var campaign = office.adopt(code, "01/03/2026");

        for (var occasion : Occasion.values()) {
            for (var form : AwardForm.values()) {
                for (var kind : NomineeKind.values()) {
                    assertThat(gate(campaign, occasion, form, kind, 2027).state())
                            .as("%s %s %s", occasion, form, kind)
                            .isEqualTo(State.NONE);
                }
            }
        }
    }

    @Test
    void a_household_counts_nowhere_until_an_amendment_says_how_many() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(gate(campaign, ANNUAL, BK_TINH, HOUSEHOLD, 2026)).satisfies(gate -> {
            assertThat(gate.state()).isEqualTo(State.BLOCKED);
            assertThat(gate.reason()).contains("không nêu hộ gia đình", "cơ quan thường trực phải quyết định");
        });
        amend(campaign, new Quota(ANNUAL, BK_TINH, Quota.State.LIMITED, 10, 15, 3, null, "x", "x", null));

        assertThat(gate(campaigns.get("binh-phuoc"), ANNUAL, BK_TINH, HOUSEHOLD, 2026)
                        .limit())
                .isEqualTo(3);
    }

    @Test
    void a_ruling_on_one_year_leaves_the_other_years_as_the_plan_has_them() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");
        office.asStandingAgency(
                campaign,
                () -> changes.rule(
                        "binh-phuoc",
                        "annual-quota-in-2027",
                        decision(new Quota(ANNUAL, BK_TINH, Quota.State.LIMITED, 0, 0, 0, 2027, "x", "x", null))));
        var ruled = campaigns.get("binh-phuoc");

        assertThat(gate(ruled, ANNUAL, BK_TINH, COLLECTIVE, 2026).limit()).isEqualTo(10);
        assertThat(gate(ruled, ANNUAL, BK_TINH, COLLECTIVE, 2027).limit()).isZero();
        assertThat(gate(ruled, ANNUAL, BK_TINH, COLLECTIVE, 2028).limit()).isEqualTo(10);
        assertThat(gate(ruled, INTERIM_REVIEW, BK_TINH, COLLECTIVE, 2027).limit())
                .isEqualTo(15);
    }

    private QuotaGate gate(Campaign campaign, Occasion occasion, AwardForm form, NomineeKind kind, int year) {
        return gates.of(campaign, occasion, form, kind, year);
    }

    private void amend(Campaign campaign, Quota quota) {
        office.asStandingAgency(campaign, () -> changes.amend(campaign.code(), null, Aspect.QUOTA, decision(quota)));
    }

    private static Decision decision(Quota quota) {
        return new Decision(
                "12/KH-UBND", "01/03/2026", "Phân bổ bổ sung", null, null, null, null, List.of(), List.of(), quota);
    }
}
