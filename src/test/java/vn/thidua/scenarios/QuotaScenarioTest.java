package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.AD_HOC;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.QuotaUse;
import vn.thidua.decision.SignAnswer;
import vn.thidua.decision.SignAnswer.StruckOut;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.support.AwardOffice;

/** Scenario 7: who is decided and who has to wait where the plan limits the number. */
class QuotaScenarioTest extends AwardScenario {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String SIGN = "Task_SignDecision";

    @Autowired
    private Nominations nominations;

    @Autowired
    private QuotaUse quotas;

    @BeforeEach
    void adopt() {
        office.adopt(
                CAMPAIGN,
                "02/11/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("xa-loc-ninh", "UBND xã Lộc Ninh", "dia-phuong"));
        awards.council(CAMPAIGN, 3);
    }

    private List<String> appraised(String round, int count, NomineeKind kind) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> awards.appraised(
                                round, i % 2 == 0 ? "so-y-te" : "xa-loc-ninh", BK_TINH, kind, name(kind, i))
                        .number())
                .toList();
    }

    private static String name(NomineeKind kind, int i) {
        var letters = "%c%c".formatted('A' + i % 26, 'a' + i / 26);
        return kind == COLLECTIVE ? "Phòng " + letters : "Nguyễn Văn " + letters;
    }

    private static SignAnswer without(boolean waits, String... dossiers) {
        return new SignAnswer(
                "SIGN",
                null,
                List.of(dossiers).stream()
                        .map(each -> new StruckOut(each, "Hết chỉ tiêu", waits))
                        .toList());
    }

    private void sign(AwardDecision decision) {
        awards.complete(decision.key(), SIGN, AwardOffice.sign());
    }

    private int used(Occasion occasion, NomineeKind kind) {
        return quotas.standing(CAMPAIGN, occasion, BK_TINH, 2026).stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow()
                .used();
    }

    @Test
    void the_eleventh_collective_of_the_year_is_not_decided_but_waits_until_the_plan_is_amended() {
        var round = awards.open(CAMPAIGN, BK_TINH).key();
        var collectives = appraised(round, 11, COLLECTIVE);
        var person = appraised(round, 1, INDIVIDUAL).get(0);
        toDecisions(round);
        var decision = drafted(round);

        refused(() -> sign(decision))
                .hasMessageContaining("cho tập thể là 10 (điểm IV.2.c), đã dùng 0, quyết định này cần 11");
        assertThat(open(decision.key())).containsExactly(SIGN);
        assertThat(used(ANNUAL, COLLECTIVE)).isZero();
        awards.complete(decision.key(), SIGN, without(true, collectives.get(10)));

        assertThat(cases(awards.decision(decision.key())))
                .hasSize(11)
                .contains(person)
                .doesNotContain(collectives.get(10));
        assertThat(List.of(used(ANNUAL, COLLECTIVE), used(ANNUAL, INDIVIDUAL))).containsExactly(10, 1);
        assertThat(state(collectives.get(10))).isEqualTo(DossierState.TO_SIGN);
        var waiting = drafted(round);
        assertThat(cases(waiting)).containsExactly(collectives.get(10));
        refused(() -> sign(waiting)).hasMessageContaining("đã dùng 10, quyết định này cần 1");
        awards.complete(decision.key(), "Task_NumberDecision", NumberAnswer.on(null));
        awards.carryOut(decision.key());
        assertThat(office.isRunning(round)).as("one still waits").isTrue();

        limit(CAMPAIGN, ANNUAL, BK_TINH, 11, 15);
        sign(waiting);
        awards.complete(waiting.key(), "Task_NumberDecision", NumberAnswer.on(null));
        awards.carryOut(waiting.key());

        stands(DossierState.AWARDED, collectives);
        assertThat(used(ANNUAL, COLLECTIVE)).isEqualTo(11);
        assertThat(office.isRunning(round)).isFalse();
    }

    @Test
    void a_withdrawal_before_the_signature_frees_the_place_for_the_others() {
        limit(CAMPAIGN, ANNUAL, BK_TINH, 15, 2);
        var round = awards.open(CAMPAIGN, BK_TINH).key();
        var people = appraised(round, 3, INDIVIDUAL);
        toDecisions(round);
        var decision = drafted(round);
        refused(() -> sign(decision)).hasMessageContaining("cho cá nhân là 2 (văn bản 12/KH-UBND ngày 02/11/2026)");

        awards.asUnit(CAMPAIGN, "so-y-te", () -> nominations.withdraw(people.get(1), "Đã được khen ở nơi khác"));
        sign(decision);

        assertThat(cases(awards.decision(decision.key()))).containsExactlyInAnyOrder(people.get(0), people.get(2));
        assertThat(state(people.get(1))).isEqualTo(DossierState.WITHDRAWN);
        assertThat(office.isRunning(people.get(1))).isFalse();
        assertThat(used(ANNUAL, INDIVIDUAL)).isEqualTo(2);
    }

    @Test
    void struck_out_for_good_a_case_frees_its_place_and_ends() {
        limit(CAMPAIGN, ANNUAL, BK_TINH, 1, 15);
        var round = awards.open(CAMPAIGN, BK_TINH).key();
        var two = appraised(round, 2, COLLECTIVE);
        toDecisions(round);
        var decision = drafted(round);
        refused(() -> sign(decision)).hasMessageContaining("quyết định này cần 2");

        awards.complete(decision.key(), SIGN, without(false, two.get(0)));

        assertThat(state(two.get(0))).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(office.isRunning(two.get(0))).isFalse();
        assertThat(cases(awards.decision(decision.key()))).containsExactly(two.get(1));
        assertThat(awards.decisions(round)).as("nothing waits").hasSize(1);
    }

    @Test
    void of_two_signatures_at_once_on_the_last_place_one_succeeds_and_the_other_is_told_why() throws Exception {
        limit(CAMPAIGN, AD_HOC, BK_TINH, 1, 1);
        var contest = new ArrayList<AwardDecision>();
        for (var unit : List.of("so-y-te", "xa-loc-ninh")) {
            var round = awards.open(CAMPAIGN, AD_HOC, 2026, awards.today().plusDays(5), BK_TINH)
                    .key();
            awards.appraised(round, unit, BK_TINH, COLLECTIVE, "Đội ứng cứu " + unit);
            toDecisions(round);
            contest.add(drafted(round));
        }

        var told = new ArrayList<Refusal>();
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var signing = contest.stream()
                    .map(decision -> pool.submit((Callable<Boolean>) () -> {
                        start.await(30, TimeUnit.SECONDS);
                        try {
                            sign(decision);
                            return true;
                        } catch (Refusal refusal) {
                            synchronized (told) {
                                told.add(refusal);
                            }
                            return false;
                        }
                    }))
                    .toList();
            var signed = new ArrayList<Boolean>();
            for (var each : signing) signed.add(each.get(60, TimeUnit.SECONDS));
            assertThat(signed).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdownNow();
        }

        var winner = contest.stream()
                .filter(decision -> awards.decision(decision.key()).signature() != null)
                .findFirst()
                .orElseThrow();
        var other = contest.get(1 - contest.indexOf(winner));
        assertThat(told)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessageContaining("đã dùng 1, quyết định này cần 1")
                        .hasMessageContaining("khi ký " + winner.key()));
        assertThat(used(AD_HOC, COLLECTIVE)).isEqualTo(1);
        assertThat(open(winner.key())).containsExactly("Task_NumberDecision");
        assertThat(open(other.key())).as("still to be signed").containsExactly(SIGN);
        assertThat(other.items().stream()
                        .map(item -> awards.dossier(item.dossier()))
                        .map(Dossier::state))
                .containsExactly(DossierState.TO_SIGN);
    }
}
