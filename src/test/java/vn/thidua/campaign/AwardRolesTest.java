package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.AwardForm.HCLD;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.support.ThiDuaTest;

/** Who does what when awards are considered, by the data of each plan alone. */
class AwardRolesTest extends ThiDuaTest {

    @Autowired
    private AwardRoles roles;

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-noi-vu, so-noi-vu LEAD;so-khcn COORDINATE, binh-phuoc.thuong-truc-hoi-dong",
        "binh-dinh, so-noi-vu, so-noi-vu LEAD;so-khcn COORDINATE, binh-dinh.council-secretary",
        "son-la, so-khcn, so-khcn LEAD;so-noi-vu APPRAISE, son-la.council-secretary",
        "quang-trach, phong-vhxh, phong-vhxh LEAD, quang-trach.council-secretary",
        "binh-chuong, phong-vhxh, phong-vhxh LEAD, binh-chuong.council-secretary"
    })
    void who_leads_gives_an_opinion_and_allocates_differs_by_plan(
            String code, String lead, String opinions, String allocating) {
        var campaign = office.adopt(code, "01/03/2026");

        assertThat(roles.leadGroup(campaign)).isEqualTo(code + "." + lead);
        assertThat(roles.opinionAgencies(campaign, "some-unit"))
                .extracting(agency -> agency.id() + " " + agency.role())
                .isEqualTo(List.of(opinions.split(";")));
        assertThat(roles.opinionAgencies(campaign, "some-unit"))
                .allSatisfy(agency -> assertThat(agency.group()).isEqualTo(code + "." + agency.id()));
        assertThat(roles.allocatingGroup(campaign)).contains(allocating);
    }

    @Test
    void an_agency_gives_no_opinion_on_its_own_dossier() {
        var binhPhuoc = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(roles.opinionAgencies(binhPhuoc, "so-khcn"))
                .extracting(AwardAgency::id)
                .containsExactly("so-noi-vu");
        assertThat(roles.opinionAgencies(binhPhuoc, "so-noi-vu"))
                .extracting(AwardAgency::id)
                .containsExactly("so-khcn");
    }

    @Test
    void where_that_leaves_nobody_the_councils_secretary_gives_it() {
        var quangTrach = office.adopt("quang-trach", "01/03/2026");

        assertThat(roles.opinionAgencies(quangTrach, "phong-vhxh"))
                .extracting(AwardAgency::group)
                .containsExactly("quang-trach.council-secretary");
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, chu-tich-ubnd-tinh, Chủ tịch Ủy ban nhân dân tỉnh Bình Phước",
        "binh-dinh, chu-tich-ubnd-tinh, Chủ tịch Ủy ban nhân dân tỉnh Bình Định",
        "son-la, chu-tich-ubnd-tinh, Chủ tịch UBND tỉnh Sơn La"
    })
    void in_a_province_the_chairman_gives_its_awards_and_the_head_of_the_unit_giay_khen(
            String code, String chairman, String name) {
        var plan = office.adopt(code, "01/03/2026");
        office.enlist(
                code,
                unit("don-vi-a", "Đơn vị A", plan.plan().unitGroups().get(0).id()));

        for (var form : List.of(BK_TINH, CO_TINH)) {
            assertThat(roles.authority(plan, form, "don-vi-a"))
                    .isEqualTo(
                            new DecisionAuthority(chairman, name, code + "." + chairman, "Chủ tịch", Level.PROVINCE));
        }
        assertThat(roles.authority(plan, GK, "don-vi-a"))
                .isEqualTo(new DecisionAuthority(
                        "unit.don-vi-a",
                        "Thủ trưởng Đơn vị A",
                        code + ".unit.don-vi-a",
                        "Thủ trưởng đơn vị",
                        Level.UNIT_HEAD));
        assertThat(above(plan)).containsExactly(BK_TTG, CO_CP, HCLD);
        assertThatThrownBy(() -> roles.authority(plan, GK, "khong-co")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"quang-trach, Quảng Trị", "binh-chuong, Quảng Ngãi"})
    void in_a_commune_all_but_giay_khen_goes_up(String code, String province) {
        var plan = office.adopt(code, "01/03/2026");

        assertThat(roles.authority(plan, GK, "any"))
                .returns("chu-tich-ubnd-xa", DecisionAuthority::id)
                .returns(code + ".chu-tich-ubnd-xa", DecisionAuthority::group)
                .returns(Level.COMMUNE, DecisionAuthority::level);
        assertThat(roles.authority(plan, BK_TINH, "any"))
                .isEqualTo(new DecisionAuthority(
                        "province", "Chủ tịch UBND tỉnh " + province, "", "Chủ tịch", Level.PROVINCE));
        assertThat(above(plan)).containsExactly(BK_TINH, BK_TTG, CO_TINH, CO_CP, HCLD);
    }

    @Test
    void state_awards_are_the_prime_ministers_and_the_presidents() {
        var sonLa = office.adopt("son-la", "01/03/2026");

        assertThat(roles.authority(sonLa, BK_TTG, "any").level()).isEqualTo(Level.PRIME_MINISTER);
        assertThat(roles.authority(sonLa, CO_CP, "any").level()).isEqualTo(Level.PRIME_MINISTER);
        assertThat(roles.authority(sonLa, HCLD, "any"))
                .returns(Level.PRESIDENT, DecisionAuthority::level)
                .returns(true, DecisionAuthority::isAbove);
    }

    /** In every plan an authority without a group here is one to escalate to, and the other way round. */
    private List<AwardForm> above(Campaign campaign) {
        return Stream.of(AwardForm.values())
                .filter(form -> roles.isAbove(campaign, form))
                .peek(form -> assertThat(roles.authority(campaign, form, "any").isAbove())
                        .isTrue())
                .toList();
    }
}
