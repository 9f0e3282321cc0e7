package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.unit;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.campaign.CampaignPlan.Occasion;

/** Scenario 9: the same models with each plan's own agencies. */
class LeadAgencyTest extends AwardScenario {

    private String round(String campaign, String group) {
        office.adopt(campaign, "02/11/2026", unit("don-vi-moi", "Đơn vị mới", group));
        awards.council(campaign, 3);
        return awards.open(
                        campaign, Occasion.INTERIM_REVIEW, 2026, awards.today().plusDays(10), BK_TINH)
                .key();
    }

    @ParameterizedTest
    @CsvSource({
        "son-la, so-ban-nganh, so-khcn, so-khcn so-noi-vu, chu-tich-ubnd-tinh",
        "binh-phuoc, dia-phuong, so-noi-vu, so-khcn so-noi-vu, chu-tich-ubnd-tinh",
        "binh-dinh, doanh-nghiep, so-noi-vu, so-khcn so-noi-vu, chu-tich-ubnd-tinh"
    })
    void who_receives_appraises_concludes_drafts_and_signs_is_the_plans_data(
            String campaign, String unitGroup, String lead, String asked, String decider) {
        var round = round(campaign, unitGroup);
        var dossier = awards.nominate(round, "don-vi-moi", BK_TINH, COLLECTIVE, "Phòng Tổng hợp")
                .number();

        assertThat(candidates(dossier, "Task_ReceiveDossier")).containsExactly(group(campaign, lead));
        awards.receive(dossier);
        assertThat(awards.tasks(dossier, "Task_AppraiseDossier"))
                .extracting(awards::groupOf)
                .containsExactlyInAnyOrder(Arrays.stream(asked.split(" "))
                        .map(agency -> group(campaign, agency))
                        .toArray(String[]::new));
        awards.appraise(dossier);
        awards.closeWindow(round);
        assertThat(candidates(round, "Task_ConcludeAppraisal")).containsExactly(group(campaign, lead));
        toDecisions(round);
        var decision = awards.decisions(round).get(0).key();
        assertThat(candidates(decision, "Task_DraftDecision")).containsExactly(group(campaign, lead));
        awards.complete(decision, "Task_DraftDecision", awards.draft());
        assertThat(candidates(decision, "Task_SignDecision"))
                .containsExactlyInAnyOrder(group(campaign, decider), campaign + ".deputy");
    }

    @ParameterizedTest
    @CsvSource({"binh-chuong, co-quan-don-vi", "quang-trach, don-vi-cap-xa"})
    void in_a_commune_its_office_leads_and_appraises_alone_and_the_chairman_signs(String campaign, String unitGroup) {
        office.adopt(campaign, "02/11/2026", unit("tram-y-te", "Trạm Y tế", unitGroup));
        var round = awards.open(campaign, GK).key();
        var dossier =
                awards.nominate(round, "tram-y-te", GK, COLLECTIVE, "Tổ Dược").number();

        assertThat(candidates(dossier, "Task_ReceiveDossier")).containsExactly(group(campaign, "phong-vhxh"));
        awards.receive(dossier);
        assertThat(awards.tasks(dossier, "Task_AppraiseDossier"))
                .extracting(awards::groupOf)
                .containsExactly(group(campaign, "phong-vhxh"));
        awards.appraise(dossier);
        toDecisions(round);
        var decision = awards.decisions(round).get(0).key();
        awards.complete(decision, "Task_DraftDecision", awards.draft());
        assertThat(candidates(decision, "Task_SignDecision"))
                .containsExactlyInAnyOrder(group(campaign, "chu-tich-ubnd-xa"), campaign + ".deputy");
    }

    @ParameterizedTest
    @CsvSource({
        "son-la, so-khcn, so-noi-vu",
        "son-la, so-noi-vu, so-khcn",
        "binh-phuoc, so-noi-vu, so-khcn",
        "binh-dinh, so-khcn, so-noi-vu"
    })
    void an_agency_gives_no_opinion_on_its_own_dossier(String campaign, String nominating, String other) {
        office.adopt(campaign, "02/11/2026", unit(nominating, "Sở đề nghị", "so-ban-nganh"));
        var round = awards.open(campaign, GK).key();
        var dossier = awards.nominate(round, nominating, GK, COLLECTIVE, "Văn phòng Sở")
                .number();
        awards.receive(dossier);

        assertThat(awards.tasks(dossier, "Task_AppraiseDossier"))
                .extracting(awards::groupOf)
                .containsExactly(group(campaign, other));
    }

    @Test
    void both_plans_run_on_one_version_of_one_model() {
        var definitions = new HashSet<String>();
        var first = round("son-la", "so-ban-nganh");
        definitions.add(definition(awards.nominate(first, "don-vi-moi", BK_TINH, COLLECTIVE, "Phòng A")
                .number()));
        office.join(shipped("binh-phuoc"), awards.today(), unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var second = awards.open("binh-phuoc", BK_TINH).key();
        definitions.add(definition(awards.nominate(second, "so-y-te", BK_TINH, COLLECTIVE, "Phòng A")
                .number()));

        assertThat(definitions).hasSize(1);
    }

    private String definition(String dossier) {
        return awards.task(dossier, "Task_ReceiveDossier").getProcessDefinitionId();
    }

    private static String group(String campaign, String agency) {
        return campaign + "." + agency;
    }
}
