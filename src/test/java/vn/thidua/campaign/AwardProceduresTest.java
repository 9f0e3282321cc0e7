package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.AwardProcedure.Component;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.support.ThiDuaTest;

class AwardProceduresTest extends ThiDuaTest {

    @Autowired
    private AwardProcedures procedures;

    @ParameterizedTest
    @EnumSource(AwardForm.class)
    void every_form_has_components_each_with_its_basis(AwardForm form) {
        var procedure = procedures.of(office.adopt("binh-phuoc", "01/03/2026"), form);

        assertThat(procedure.fromPlan()).isFalse();
        assertThat(procedure.components())
                .extracting(Component::id)
                .contains(
                        AwardProcedure.LETTER, AwardProcedure.REPORT, AwardProcedure.MINUTES, AwardProcedure.EVIDENCE);
        assertThat(procedure.components())
                .allSatisfy(component -> assertThat(component.basis()).isNotBlank());
        assertThat(procedure.component(AwardProcedure.REPORT).orElseThrow().required())
                .isTrue();
        assertThat(procedure.council()).isEqualTo(procedure.thresholdPercent() != null);
        assertThat(procedure.statePartyOpinion()).isEqualTo(form.isOfState());
    }

    @Test
    void the_governments_flag_needs_eighty_percent_of_all_members() {
        var procedure = procedures.of(office.adopt("son-la", "01/03/2026"), CO_CP);

        assertThat(procedure.thresholdPercent()).isEqualTo(80);
        assertThat(procedure.thresholdBase()).isEqualTo(ThresholdBase.ALL_MEMBERS);
        assertThat(procedure.basis()).contains("Điều 37 Nghị định 152/2025/NĐ-CP");
    }

    @Test
    void what_the_decree_leaves_to_the_province_is_marked_as_a_default_to_be_confirmed() {
        var campaign = office.adopt("binh-phuoc", "01/03/2026");

        assertThat(procedures.of(campaign, BK_TINH).basis())
                .contains("mặc định của hệ thống, cơ quan thường trực quyết định");
        assertThat(procedures.of(campaign, GK).basis())
                .contains("mặc định của hệ thống, cơ quan thường trực quyết định");
        assertThat(procedures.of(campaign, GK).council()).isFalse();
        assertThat(procedures.of(campaign, BK_TTG).component(AwardProcedure.MINUTES))
                .get()
                .returns(Maker.COUNCIL, Component::maker);
    }
}
