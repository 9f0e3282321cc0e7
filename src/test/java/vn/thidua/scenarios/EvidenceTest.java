package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.EvidenceEntry;
import vn.thidua.nomination.Nominations;
import vn.thidua.support.Office;

/** Scenario 15: a person of "đối tượng khác" needs one of the documents the plan names; the machine cites the clause. */
class EvidenceTest extends AwardScenario {

    @Autowired
    private Nominations nominations;

    private String campaign;
    private String dossier;
    private DossierContent content;

    private void drafted(String campaign, String group) {
        this.campaign = campaign;
        office.adopt(campaign, "02/11/2026", unit("don-vi", "Đơn vị số một", group));
        var round = awards.open(campaign, GK).key();
        content = awards.content(campaign, GK, INDIVIDUAL, "Vũ Thị Sáng");
        dossier = awards.draft(round, "don-vi", ofOtherSubject(content)).number();
    }

    private void show(String document, boolean withFile) {
        awards.asUnit(campaign, "don-vi", () -> {
            var file = withFile
                    ? nominations
                            .attach(dossier, "minh-chung", "minh-chung.pdf", new ByteArrayInputStream(Office.pdf()))
                            .id()
                    : null;
            nominations.saveDraft(
                    dossier,
                    ofOtherSubject(
                            content, new EvidenceEntry(document, "12/QĐ", "Cục Sở hữu trí tuệ", "01/10/2026", file)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, doanh-nghiep, mục IV.1.d Kế hoạch, Bằng sáng chế",
        "binh-phuoc, to-chuc-xa-hoi, mục IV.1.d Kế hoạch, văn bản công nhận công trình nghiên cứu",
        "quang-trach, to-chuc, mục III.1.d Kế hoạch, Giải thưởng khoa học"
    })
    void without_a_document_the_plan_names_it_is_incomplete_with_the_clause_and_with_one_it_is_taken(
            String campaign, String group, String clause, String document) {
        drafted(campaign, group);
        refused(() -> awards.submit(dossier))
                .hasMessageContaining("Hồ sơ chưa đủ")
                .hasMessageContaining("Bằng sáng chế; Giải thưởng khoa học; Văn bản công nhận công trình nghiên cứu")
                .hasMessageContaining(clause);
        show("Giấy khen của xóm", true);
        refused(() -> awards.submit(dossier)).hasMessageContaining(clause);
        show(document, false);
        refused(() -> awards.submit(dossier)).as("the paper itself").hasMessageContaining(clause);
        assertThat(open(dossier)).containsExactly("Task_ComposeDossier");

        show(document, true);
        awards.submit(dossier);
        awards.receive(dossier);

        assertThat(state(dossier)).isEqualTo(DossierState.IN_APPRAISAL);
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-ban-nganh, false",
        "quang-trach, ban-nganh, false",
        "son-la, so-ban-nganh, true",
        "binh-dinh, doanh-nghiep, true",
        "binh-chuong, to-chuc-khac, true"
    })
    void nobody_else_and_no_plan_that_names_no_document_is_asked_for_one(
            String campaign, String group, boolean otherSubject) {
        drafted(campaign, group);
        if (!otherSubject) awards.asUnit(campaign, "don-vi", () -> nominations.saveDraft(dossier, content));
        awards.submit(dossier);

        assertThat(state(dossier)).isEqualTo(DossierState.SUBMITTED);
    }
}
