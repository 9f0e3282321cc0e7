package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.council.Vote;
import vn.thidua.decision.DecisionItem;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.QuotaStanding;
import vn.thidua.decision.QuotaUse;
import vn.thidua.nomination.DossierState;
import vn.thidua.support.AwardOffice;

/** Scenario 8: the interim review of 2027 beside the annual awards, after Decree 152/2025 has expired. */
class InterimReviewTest extends AwardScenario {

    private static final String CAMPAIGN = "binh-phuoc";

    @Autowired
    private QuotaUse quotas;

    private void adopt(String day) {
        office.adopt(CAMPAIGN, day, unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        awards.council(CAMPAIGN, 3);
    }

    private String open(Occasion occasion) {
        return awards.open(CAMPAIGN, occasion, 2027, date("20/12/2027"), BK_TINH)
                .key();
    }

    private List<Integer> used(Occasion occasion) {
        return quotas.standing(CAMPAIGN, occasion, BK_TINH, 2027).stream()
                .map(QuotaStanding::used)
                .toList();
    }

    private List<Integer> limits(Occasion occasion) {
        return quotas.standing(CAMPAIGN, occasion, BK_TINH, 2027).stream()
                .map(line -> line.gate().limit())
                .limit(2)
                .toList();
    }

    @Test
    void the_expired_decree_is_not_applied_silently_and_a_ruling_opens_the_way() {
        adopt("01/12/2027");
        var round = open(INTERIM_REVIEW);
        var dossier = awards.nominate(round, "so-y-te", BK_TINH, COLLECTIVE, "Phòng Nghiệp vụ Y")
                .number();

        refused(() -> awards.receive(dossier))
                .hasMessageContaining("Không có bộ quy định cho hồ sơ tiếp nhận ngày 01/12/2027")
                .hasMessageContaining("Cơ quan thường trực phải ra quyết định áp dụng");
        assertThat(open(dossier)).containsExactly("Task_ReceiveDossier");
        ruleOnTheLaw(CAMPAIGN, date("01/12/2027"), date("31/12/2027"));
        awards.receive(dossier);

        assertThat(awards.dossier(dossier).rulePack()).isEqualTo("luat-06-2026");
    }

    @Test
    void until_the_last_midnight_of_february_2027_the_decree_still_applies() {
        adopt("22/02/2027");
        var round = awards.open(CAMPAIGN, INTERIM_REVIEW, 2027, date("05/03/2027"), BK_TINH)
                .key();
        var first = awards.nominate(round, "so-y-te", BK_TINH, COLLECTIVE, "Phòng A")
                .number();
        var second = awards.nominate(round, "so-y-te", BK_TINH, COLLECTIVE, "Phòng B")
                .number();

        office.travelTo("28/02/2027 23:59:59");
        awards.receive(first);
        office.travelTo("01/03/2027 00:00:00");
        refused(() -> awards.receive(second)).hasMessageContaining("ngày 01/03/2027");

        assertThat(awards.dossier(first).rulePack()).isEqualTo("luat-06-2026");
        assertThat(state(second)).isEqualTo(DossierState.SUBMITTED);
    }

    @Test
    void fifteen_and_twenty_are_counted_apart_from_the_annual_ten_and_fifteen() {
        adopt("01/12/2027");
        ruleOnTheLaw(CAMPAIGN, date("01/12/2027"), date("31/12/2027"));
        var annual = open(ANNUAL);
        var interim = open(INTERIM_REVIEW);
        awards.appraised(annual, "so-y-te", BK_TINH, COLLECTIVE, "Phòng A");
        awards.appraised(interim, "so-y-te", BK_TINH, COLLECTIVE, "Phòng B");
        awards.appraised(interim, "so-y-te", BK_TINH, INDIVIDUAL, "Trần Thị Bình");
        awards.closeWindow(annual);

        for (var round : List.of(annual, interim)) {
            awards.concludeAppraisal(round);
            awards.sit(round, each -> Vote.YES);
            awards.sign(awards.decisions(round).get(0).key());
        }

        assertThat(limits(ANNUAL)).containsExactly(10, 15);
        assertThat(limits(INTERIM_REVIEW)).containsExactly(15, 20);
        assertThat(used(ANNUAL)).containsExactly(1, 0, 0);
        assertThat(used(INTERIM_REVIEW)).containsExactly(1, 1, 0);
        var decision = awards.decisions(interim).get(0).key();
        awards.complete(decision, "Task_NumberDecision", NumberAnswer.on(null));
        assertThat(awards.decision(decision).items())
                .as("by the law that was ruled to apply")
                .extracting(DecisionItem::prize)
                .containsExactlyInAnyOrder(7_590_000L, 3_800_000L);
    }

    @Test
    void a_ruling_that_the_annual_quota_does_not_apply_in_2027_closes_it_and_leaves_the_interim_one() {
        adopt("01/12/2027");
        ruleOnTheLaw(CAMPAIGN, date("01/12/2027"), date("31/12/2027"));
        var annual = open(ANNUAL);
        var interim = open(INTERIM_REVIEW);
        var year = awards.appraised(annual, "so-y-te", BK_TINH, COLLECTIVE, "Phòng A")
                .number();
        awards.appraised(interim, "so-y-te", BK_TINH, COLLECTIVE, "Phòng B");
        awards.closeWindow(annual);
        for (var round : List.of(annual, interim)) {
            awards.concludeAppraisal(round);
            awards.sit(round, each -> Vote.YES);
        }

        awards.asStanding(
                CAMPAIGN,
                () -> changes.rule(CAMPAIGN, "annual-quota-in-2027", byDocument(quota(ANNUAL, BK_TINH, 0, 0, 2027))));

        var refusedOne = drafted(annual);
        refused(() -> awards.complete(refusedOne.key(), "Task_SignDecision", AwardOffice.sign()))
                .hasMessageContaining("cho tập thể là 0");
        awards.sign(awards.decisions(interim).get(0).key());
        assertThat(used(INTERIM_REVIEW)).containsExactly(1, 0, 0);
        assertThat(state(year)).isEqualTo(DossierState.TO_SIGN);
    }
}
