package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.unit;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.appraisal.ReconcileAnswer;
import vn.thidua.appraisal.ReplyAnswer;
import vn.thidua.appraisal.Verdict;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.council.Vote;
import vn.thidua.decision.OutcomeAnswer;
import vn.thidua.decision.OutcomeAnswer.CaseOutcome;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.SendAnswer;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.LiftAnswer;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.support.AwardOffice;

/** Scenario 11: a case opened against a nominee pauses the dossier wherever it is; cleared, it goes on from there. */
class HoldTest extends AwardScenario {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String LEAD = "binh-phuoc.so-noi-vu";

    @Autowired
    private Holds holds;

    @Autowired
    private SuperiorSubmissions submissions;

    @BeforeEach
    void adopt() {
        office.adopt(CAMPAIGN, "02/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        awards.council(CAMPAIGN, 3);
    }

    private String round(AwardForm form) {
        return awards.open(
                        CAMPAIGN, Occasion.INTERIM_REVIEW, 2026, awards.today().plusDays(5), form)
                .key();
    }

    private String nominated(String round, AwardForm form, String name) {
        return awards.nominate(round, "so-y-te", form, COLLECTIVE, name).number();
    }

    private String appraised(String round, AwardForm form, String name) {
        return awards.appraised(round, "so-y-te", form, COLLECTIVE, name).number();
    }

    private void hold(String dossier) {
        awards.asOfficer(LEAD, () -> holds.hold(dossier, Hold.Kind.DISCIPLINE, "Đang xem xét kỷ luật", "07/QĐ-SYT"));
    }

    private void lift(String dossier) {
        awards.complete(dossier, "Task_LiftHold", new LiftAnswer("Không có vi phạm", "15/KL-SYT"));
    }

    /** Paused for two days, the step is refused; cleared, everything is as it was, its limit two days later. */
    private void pauses(String dossier, Runnable step) {
        var before = awards.dossier(dossier);
        var waiting = open(dossier);
        hold(dossier);
        assertThat(open(dossier)).containsAll(waiting).contains("Task_LiftHold");
        refused(step).hasMessageContaining("tạm dừng");
        awards.travelTo(office.now().plus(Duration.ofDays(2)));
        refused(step).hasMessageContaining("tạm dừng");
        lift(dossier);

        var after = awards.dossier(dossier);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.held()).isFalse();
        assertThat(open(dossier)).isEqualTo(waiting);
        if (before.limitAt() == null) assertThat(after.limitAt()).isNull();
        else assertThat(after.limitAt()).isEqualTo(before.limitAt().plus(Duration.ofDays(2)));
        step.run();
        assertThat(awards.dossier(dossier)).isNotEqualTo(after);
    }

    @Test
    void from_its_receipt_to_the_superiors_outcome_it_goes_on_where_it_was() {
        var round = round(BK_TTG);
        var dossier = nominated(round, BK_TTG, "Phòng Công nghệ thông tin");
        pauses(
                dossier,
                () -> awards.complete(
                        dossier,
                        "Task_ReceiveDossier",
                        new ReceiptAnswer(
                                ReceiptAnswer.Decision.SUPPLEMENT,
                                "Thiếu xác nhận",
                                "Điều 6 khoản 2",
                                text(awards.today().plusDays(9)),
                                List.of())));
        pauses(dossier, () -> awards.complete(dossier, "Task_SupplementDossier", null));
        awards.receive(dossier);
        awards.complete(awards.appraisal(dossier, "so-noi-vu"), awards.opinion(dossier, Verdict.FAVOUR));
        pauses(
                dossier,
                () -> awards.complete(awards.appraisal(dossier, "so-khcn"), awards.opinion(dossier, Verdict.OPPOSE)));
        pauses(
                dossier,
                () -> awards.complete(
                        dossier,
                        "Task_ReconcileOpinions",
                        new ReconcileAnswer(ReconcileAnswer.Decision.PROPOSE, "Đã thống nhất lại", null)));
        awards.concludeAppraisal(round);
        awards.sit(round, each -> Vote.YES);
        var letter = submissions.of(round).get(0).key();
        awards.complete(
                letter,
                "Task_PrepareSubmission",
                new PrepareAnswer(
                        "Về việc đề nghị tặng Bằng khen",
                        null,
                        List.of(new PrepareAnswer.Request(
                                dossier, "MINISTRY", "Bộ Khoa học và Công nghệ", today(), "45/UBND")),
                        List.of()));
        pausesItsLetter(
                dossier,
                () -> awards.complete(
                        letter, "Task_RecordReply", new ReplyAnswer(true, "77/BKHCN", today(), null, false)));
        pauses(dossier, () -> {
            awards.complete(letter, "Task_SignSubmission", AwardOffice.sign());
            awards.complete(letter, "Task_SendSubmission", new SendAnswer(null, "Thủ tướng Chính phủ"));
        });
        assertThat(state(dossier)).isEqualTo(DossierState.ESCALATED);
        pausesItsLetter(
                dossier,
                () -> awards.complete(
                        letter,
                        "Task_EnterOutcome",
                        new OutcomeAnswer(
                                List.of(new CaseOutcome(dossier, "APPROVED", "1234/QĐ-TTg", today(), null)))));

        assertThat(state(dossier)).isEqualTo(DossierState.AWARDED);
        assertThat(office.isRunning(dossier)).isFalse();
        assertThat(office.isRunning(round)).isFalse();
        assertThat(holds.of(dossier))
                .hasSize(7)
                .allSatisfy(hold -> assertThat(hold.endReason()).isEqualTo("Không có vi phạm"));
    }

    /** As {@link #pauses}, where the step is one of the letter the dossier stands in. */
    private void pausesItsLetter(String dossier, Runnable step) {
        hold(dossier);
        refused(step).hasMessageContaining("tạm dừng");
        lift(dossier);
        step.run();
    }

    @Test
    void paused_when_the_decision_is_signed_it_is_left_waiting_and_decided_when_it_is_cleared() {
        var round = round(BK_TINH);
        var first = appraised(round, BK_TINH, "Phòng A");
        var second = appraised(round, BK_TINH, "Phòng B");
        toDecisions(round);
        var decision = drafted(round).key();
        hold(second);

        refused(() -> awards.complete(decision, "Task_SignDecision", AwardOffice.sign()))
                .hasMessageContaining("đang tạm dừng xét Phòng B");
        lift(second);
        awards.complete(decision, "Task_SignDecision", AwardOffice.sign());

        assertThat(cases(awards.decision(decision))).containsExactlyInAnyOrder(first, second);
    }

    private void isAwardedByAFurtherDecision(String dossier, String round) {
        var further = awards.decisions(round).get(1).key();
        awards.issue(further);
        awards.carryOut(further);

        assertThat(state(dossier)).isEqualTo(DossierState.AWARDED);
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void paused_after_its_appraisal_the_round_does_not_end_without_it() {
        var round = round(BK_TINH);
        var others = appraised(round, BK_TINH, "Phòng A");
        var paused = appraised(round, BK_TINH, "Phòng B");
        hold(paused);
        awards.award(round);
        assertThat(state(others)).isEqualTo(DossierState.AWARDED);
        assertThat(state(paused)).isEqualTo(DossierState.APPRAISED);
        assertThat(office.isRunning(round)).as("one is still paused").isTrue();

        lift(paused);
        awards.asStanding(CAMPAIGN, () -> sessions.convene(round));
        awards.sit(round, each -> Vote.YES);

        isAwardedByAFurtherDecision(paused, round);
    }

    @Test
    void paused_before_a_unit_head_decides_it_holds_up_nobody_else_and_is_decided_when_it_is_cleared() {
        var round = round(GK);
        var others = appraised(round, GK, "Phòng A");
        var paused = appraised(round, GK, "Phòng B");
        hold(paused);
        awards.award(round);
        assertThat(state(others)).isEqualTo(DossierState.AWARDED);
        assertThat(office.isRunning(round)).as("one is still paused").isTrue();

        lift(paused);
        assertThat(state(paused)).isEqualTo(DossierState.TO_SIGN);

        isAwardedByAFurtherDecision(paused, round);
    }

    @Test
    void what_the_hold_was_for_is_confirmed_and_the_round_ends_without_the_dossier() {
        var round = round(BK_TINH);
        var paused = appraised(round, BK_TINH, "Phòng B");
        hold(paused);
        toDecisions(round);
        assertThat(office.isRunning(round)).isTrue();

        awards.asOfficer(LEAD, () -> holds.confirm(holds.of(paused).get(0).id(), "Đã bị khiển trách", "09/QĐ-SYT"));

        assertThat(state(paused)).isEqualTo(DossierState.LAPSED);
        assertThat(office.isRunning(paused)).isFalse();
        assertThat(office.isRunning(round)).isFalse();
    }
}
