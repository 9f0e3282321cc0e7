package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.DossierVersion;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.support.Office;

/** Scenario 10: the confirmation is missing on the achievement report, so the dossier goes back to its unit. */
class SupplementTest extends AwardScenario {

    private static final String RECEIVE = "Task_ReceiveDossier";
    private static final String SUPPLEMENT = "Task_SupplementDossier";
    private static final String APPRAISE = "Task_AppraiseDossier";

    @Autowired
    private Nominations nominations;

    @Autowired
    private Dossiers dossiers;

    private String campaign;
    private String unit;

    private String nominated(String campaign, String group, AwardForm form) {
        this.campaign = campaign;
        unit = "don-vi";
        office.adopt(campaign, "02/11/2026", unit(unit, "Đơn vị số một", group));
        var round = awards.open(campaign, form).key();
        return awards.nominate(round, unit, form, COLLECTIVE, "Tổ Chuyển đổi số")
                .number();
    }

    private static ReceiptAnswer missing(String newDeadline) {
        return new ReceiptAnswer(
                ReceiptAnswer.Decision.SUPPLEMENT,
                "Báo cáo thành tích chưa có xác nhận",
                "khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP",
                newDeadline,
                List.of());
    }

    /** Writes it anew, and attaches the confirmed report. */
    private void rewrite(String dossier, String summary) {
        awards.asUnit(campaign, unit, () -> {
            nominations.saveDraft(dossier, saying(dossiers.draft(dossier), summary));
            nominations.attach(dossier, "bao-cao-thanh-tich", summary + ".pdf", new ByteArrayInputStream(Office.pdf()));
        });
    }

    @ParameterizedTest
    @CsvSource({"binh-phuoc, so-ban-nganh, BK_TINH", "son-la, ubnd-cap-co-so, GK", "quang-trach, ban-nganh, GK"})
    void it_goes_back_with_reason_and_article_and_both_versions_stay(String campaign, String group, AwardForm form) {
        var dossier = nominated(campaign, group, form);
        awards.complete(dossier, RECEIVE, missing("10/11/2026"));

        assertThat(candidates(dossier, SUPPLEMENT)).containsExactly(Office.unitGroup(campaign, unit));
        assertThat(dossiers.history(dossier))
                .last()
                .satisfies(stage -> assertThat(stage.note())
                        .contains("chưa có xác nhận", "khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP"));
        rewrite(dossier, "Bản đã xác nhận");
        awards.complete(dossier, SUPPLEMENT, null);

        var versions = dossiers.versions(dossier);
        assertThat(versions).extracting(DossierVersion::version).containsExactly(2, 1);
        assertThat(versions.get(0).content().summary()).isEqualTo("Bản đã xác nhận");
        assertThat(versions.get(1).content().summary()).isEqualTo("Hoàn thành xuất sắc nhiệm vụ chuyển đổi số.");
        assertThat(reports(versions.get(0))).hasSize(2);
        assertThat(reports(versions.get(1))).hasSize(1);
        assertThat(versions.get(1))
                .returns("SUPPLEMENT", DossierVersion::outcome)
                .returns("Báo cáo thành tích chưa có xác nhận", DossierVersion::outcomeReason)
                .returns("khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP", DossierVersion::outcomeArticle);
        awards.receive(dossier);
        assertThat(awards.dossier(dossier))
                .returns(DossierState.IN_APPRAISAL, Dossier::state)
                .returns(2, Dossier::version);
    }

    private static List<?> reports(DossierVersion version) {
        return version.content().components().get("bao-cao-thanh-tich");
    }

    @Test
    void while_the_units_deadline_runs_the_agencys_clock_rests_and_goes_on_with_the_days_it_had_left() {
        var dossier = nominated("binh-phuoc", "so-ban-nganh", BK_TINH);
        assertThat(timers(dossier)).as("10 working days from 02/11").containsExactly(instant("17/11/2026"));
        office.travelTo("04/11/2026 15:00:00");
        awards.complete(dossier, RECEIVE, missing("13/11/2026"));
        assertThat(timers(dossier)).containsExactly(instant("14/11/2026"));
        assertThat(awards.task(dossier, SUPPLEMENT).getDueDate().toInstant()).isEqualTo(instant("13/11/2026 23:59:59"));
        office.travelTo("11/11/2026 09:00:00");
        awards.complete(dossier, SUPPLEMENT, null);

        assertThat(timers(dossier)).as("16/11 and the 5 working days it rested").containsExactly(instant("24/11/2026"));
    }

    @Test
    void it_can_go_back_a_second_time_from_the_appraisal_and_the_law_of_its_receipt_stays() {
        var dossier = nominated("binh-phuoc", "so-ban-nganh", BK_TINH);
        awards.complete(dossier, RECEIVE, missing("10/11/2026"));
        awards.complete(dossier, SUPPLEMENT, null);
        awards.receive(dossier);
        var limit = awards.dossier(dossier).limitAt();
        awards.complete(awards.appraisal(dossier, "so-khcn"), awards.supplementRequest("12/11/2026"));

        assertThat(open(dossier)).containsExactly(SUPPLEMENT);
        assertThat(awards.dossier(dossier).limitAt()).isEqualTo(instant("13/11/2026"));
        rewrite(dossier, "Bản thứ ba");
        awards.complete(dossier, SUPPLEMENT, null);
        awards.receive(dossier);

        assertThat(dossiers.versions(dossier))
                .extracting(DossierVersion::outcome)
                .containsExactly("RECEIVED", "SUPPLEMENT", "SUPPLEMENT");
        assertThat(awards.dossier(dossier).limitAt())
                .as("it rested within a day")
                .isEqualTo(limit);
        awards.appraise(dossier);
        assertThat(state(dossier)).isEqualTo(DossierState.APPRAISED);
    }

    @ParameterizedTest
    @CsvSource({"binh-phuoc, so-ban-nganh, BK_TINH", "binh-chuong, doanh-nghiep, GK"})
    void until_the_last_second_of_its_day_it_is_on_time_and_a_second_later_the_first_version_stands(
            String campaign, String group, AwardForm form) {
        var dossier = nominated(campaign, group, form);
        awards.complete(dossier, RECEIVE, missing("10/11/2026"));
        office.travelTo("10/11/2026 23:59:59");
        rewrite(dossier, "Bản đúng hạn");
        awards.complete(dossier, SUPPLEMENT, null);
        assertThat(awards.dossier(dossier).version()).isEqualTo(2);
        awards.complete(dossier, RECEIVE, missing("12/11/2026"));
        rewrite(dossier, "Bản muộn");
        var task = awards.task(dossier, SUPPLEMENT);

        office.travelTo("13/11/2026 00:00:00");

        assertThat(open(dossier)).containsExactly(RECEIVE);
        assertThat(awards.dossier(dossier))
                .returns(2, Dossier::version)
                .returns(DossierState.SUBMITTED, Dossier::state);
        assertThat(dossiers.content(dossier).summary()).isEqualTo("Bản đúng hạn");
        assertThatThrownBy(() -> awards.complete(task, "can-bo", Office.unitGroup(campaign, unit), null))
                .isInstanceOf(RuntimeException.class);
        assertThat(awards.dossier(dossier).version()).isEqualTo(2);
    }
}
