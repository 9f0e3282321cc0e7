package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.HOUSEHOLD;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Prizes.Collective;
import vn.thidua.support.ThiDuaTest;

class PrizesTest extends ThiDuaTest {

    @Autowired
    private Prizes prizes;

    @Autowired
    private RulePacks packs;

    @ParameterizedTest
    @CsvSource({
        "BK_TINH,, INDIVIDUAL, 1.5, 3510000, 3800000",
        "BK_TTG,, INDIVIDUAL, 3.5, 8190000, 8860000",
        "GK,, INDIVIDUAL, 0.3, 710000, 760000",
        "HCLD, 1, INDIVIDUAL, 9, 21060000, 22770000",
        "HCLD, 2, INDIVIDUAL, 7.5, 17550000, 18980000",
        "HCLD, 3, INDIVIDUAL, 4.5, 10530000, 11390000",
        "CO_CP,, COLLECTIVE, 12, 28080000, 30360000",
        "CO_TINH,, COLLECTIVE, 8, 18720000, 20240000",
        // a collective twice, a household one and a half times the individual's coefficient
        "BK_TINH,, COLLECTIVE, 3, 7020000, 7590000",
        "BK_TINH,, HOUSEHOLD, 2.25, 5270000, 5700000",
        "GK,, COLLECTIVE, 0.6, 1410000, 1520000",
        "GK,, HOUSEHOLD, 0.45, 1060000, 1140000"
    })
    void prizes_are_those_of_article_49(
            AwardForm form,
            @Nullable Integer grade,
            NomineeKind kind,
            BigDecimal coefficient,
            long before,
            long after) {
        assertThat(prizes.of(form, grade, kind, date("30/06/2026"))).get().satisfies(prize -> {
            assertThat(prize.amount()).isEqualTo(before);
            assertThat(prize.coefficient()).isEqualByComparingTo(coefficient);
            assertThat(prize.baseSalary()).isEqualTo(2_340_000);
            assertThat(prize.source()).contains("Điều 49 Nghị định 152/2025/NĐ-CP");
        });
        assertThat(prizes.of(form, grade, kind, date("01/07/2026"))).get().satisfies(prize -> {
            assertThat(prize.amount()).isEqualTo(after);
            assertThat(prize.baseSalary()).isEqualTo(2_530_000);
        });
    }

    @Test
    void a_collectives_sum_is_twice_the_rounded_one_where_the_setting_says_so() {
        var twice = new Prizes(new LawFiles("none"), new Prizes.Settings(Collective.TWICE_ROUNDED), packs);

        assertThat(twice.of(BK_TINH, null, COLLECTIVE, date("01/07/2026"))
                        .orElseThrow()
                        .amount())
                .isEqualTo(2 * 3_800_000);
        assertThat(twice.of(CO_CP, null, COLLECTIVE, date("01/07/2026"))
                        .orElseThrow()
                        .amount())
                .as("a flag's coefficient is the collective's own")
                .isEqualTo(30_360_000);
    }

    @Test
    void what_is_not_known_is_not_computed() {
        assertThat(prizes.of(BK_TINH, null, INDIVIDUAL, date("30/06/2024"))).isEmpty();
        assertThat(prizes.of(BK_TINH, null, INDIVIDUAL, date("30/06/2025")))
                .as("coefficients of Decree 98")
                .isEmpty();
        assertThat(prizes.of(BK_TINH, null, INDIVIDUAL, date("01/03/2027")))
                .as("Decree 152 has expired")
                .isEmpty();
        assertThat(prizes.of(AwardForm.HCLD, null, INDIVIDUAL, date("01/07/2026")))
                .as("which grade?")
                .isEmpty();
        assertThat(prizes.of(CO_CP, null, HOUSEHOLD, date("01/07/2026"))).isEmpty();
        assertThat(prizes.whyNone(BK_TINH, date("01/03/2027"))).contains("01/03/2027", "Hãy nhập số tiền");
    }

    @Test
    void a_ruling_makes_the_expired_coefficients_apply_in_its_campaign_alone() {
        var campaign = office.adopt("binh-phuoc", "01/03/2027");
        office.asStandingAgency(
                campaign,
                () -> packs.rule(
                        "binh-phuoc",
                        date("01/03/2027"),
                        date("31/12/2027"),
                        "nd-152-2025",
                        "99/UBND-NC",
                        date("02/03/2027"),
                        "Chờ nghị định mới"));

        assertThat(prizes.of("binh-phuoc", BK_TINH, null, INDIVIDUAL, date("20/12/2027")))
                .get()
                .returns(3_800_000L, Prize::amount);
        assertThat(prizes.of("son-la", BK_TINH, null, INDIVIDUAL, date("20/12/2027")))
                .isEmpty();
    }
}
