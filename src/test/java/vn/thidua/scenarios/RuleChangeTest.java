package vn.thidua.scenarios;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.nomination.Dossier;

/** Scenario 13: the law of the day a dossier is received stays with it. */
class RuleChangeTest extends AwardScenario {

    @Autowired
    private AuditTrail audit;

    private String round;
    private String old;
    private String young;

    /** Both are submitted on the same day; one is received in the last second of the old law, the other in the first of the new one. */
    private void receivedAroundMidnight(String campaign, String group, String lastDay) {
        office.adopt(campaign, text(date(lastDay).minusDays(9)), unit("don-vi", "Đơn vị số một", group));
        round = awards.open(
                        campaign,
                        Occasion.ANNUAL,
                        date(lastDay).getYear(),
                        date(lastDay).plusDays(10),
                        BK_TINH)
                .key();
        old = awards.nominate(round, "don-vi", BK_TINH, COLLECTIVE, "Tổ Một").number();
        young = awards.nominate(round, "don-vi", BK_TINH, INDIVIDUAL, "Phạm Thị Hai")
                .number();
        office.travelTo(lastDay + " 23:59:59");
        awards.receive(old);
        office.travelTo(text(date(lastDay).plusDays(1)) + " 00:00:00");
        awards.receive(young);
    }

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-ban-nganh, 30/09/2026, nd-152-2025, luat-06-2026",
        "quang-trach, ban-nganh, 30/09/2026, nd-152-2025, luat-06-2026",
        "binh-phuoc, so-ban-nganh, 30/06/2025, nd-98-2023, nd-152-2025"
    })
    void the_second_of_its_receipt_decides_which_law_a_dossier_is_under(
            String campaign, String group, String lastDay, String before, String after) {
        receivedAroundMidnight(campaign, group, lastDay);

        assertThat(awards.dossier(old)).returns(before, Dossier::rulePack);
        assertThat(awards.dossier(young)).returns(after, Dossier::rulePack);
        assertThat(receipt(old)).contains(before);
        assertThat(receipt(young)).contains(after);
    }

    /** What the record says of the receipt. */
    private String receipt(String dossier) {
        return audit.of(dossier).stream()
                .filter(entry -> entry.action().equals("dossier.received"))
                .map(AuditEntry::after)
                .collect(joining());
    }

    @Test
    void a_supplement_after_the_change_is_received_again_under_the_old_law() {
        receivedAroundMidnight("binh-phuoc", "so-ban-nganh", "30/09/2026");
        awards.complete(awards.appraisal(old, "so-khcn"), awards.supplementRequest("09/10/2026"));
        office.travelTo("05/10/2026 10:00:00");
        awards.complete(old, "Task_SupplementDossier", null);
        awards.receive(old);

        assertThat(awards.dossier(old))
                .returns("nd-152-2025", Dossier::rulePack)
                .returns(2, Dossier::version);
    }

    @Test
    void one_decision_on_both_rests_on_both_laws_and_is_issued() {
        receivedAroundMidnight("binh-phuoc", "so-ban-nganh", "30/09/2026");
        awards.council("binh-phuoc", 3);
        awards.appraise(old);
        awards.appraise(young);
        toDecisions(round);
        var decision = awards.decisions(round).get(0);

        assertThat(decision.bases())
                .containsAll(Stream.of("nd-152-2025", "luat-06-2026")
                        .flatMap(code -> packs.get(code).bases().stream())
                        .map("Căn cứ "::concat)
                        .toList());
        assertThat(awards.issue(decision.key()).deliverBy()).isNotNull();
    }
}
