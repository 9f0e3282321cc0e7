package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.nomination.DossierHappened.Kind;
import vn.thidua.support.Office;

/** From state to state: where the way leads, for one and for many, and who may act in which stage. */
class TransitionsTest extends NominationTest {

    @ParameterizedTest
    @EnumSource(DossierState.class)
    void a_dossier_comes_into_a_state_only_from_those_that_lead_there(DossierState to) {
        open();
        var number = received(bkTinh()).number();

        for (var from : DossierState.values()) {
            sql.sql("update dossier set state = ? where number = ?")
                    .params(from.name(), number)
                    .update();
            if (to.from().contains(from)) {
                assertThat(transitions.move(number, to, "x", null, null, null).state())
                        .isEqualTo(to);
            } else {
                var refusal = refused(() -> transitions.move(number, to, "x", null, null, null));
                assertThat(refusal.code()).isEqualTo("dossier-state");
                assertThat(refusal.sentence()).contains(from.label());
            }
        }
    }

    @Test
    void final_states_but_an_award_lead_nowhere() {
        for (var over : List.of(
                DossierState.NOT_AWARDED,
                DossierState.RETURNED,
                DossierState.WITHDRAWN,
                DossierState.LAPSED,
                DossierState.REVOKED)) {
            assertThat(DossierState.values()).noneMatch(to -> to.from().contains(over));
        }
        assertThat(DossierState.values())
                .filteredOn(to -> to.from().contains(DossierState.AWARDED))
                .containsExactly(DossierState.REVOKED);
        assertThat(DossierState.values()).allSatisfy(state -> {
            assertThat(state.label()).isNotBlank();
            assertThat(state.turn().isEmpty()).isEqualTo(state.isFinal());
        });
    }

    @Test
    void a_move_keeps_turn_limit_and_note_in_the_history_and_tells() {
        open();
        var number = received(bkTinh()).number();
        at("10/11/2026 09:00:00");

        as(
                "minh",
                LEAD,
                () -> transitions.move(
                        number,
                        DossierState.APPRAISED,
                        "binh-phuoc.council",
                        Office.instant("20/12/2026"),
                        "lịch họp Hội đồng",
                        "Hai cơ quan thống nhất"));

        assertThat(dossiers.history(number)).last().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(DossierState.APPRAISED);
            assertThat(entry.at()).isEqualTo(Office.instant("10/11/2026 09:00:00"));
            assertThat(entry.by()).isEqualTo("minh");
            assertThat(entry.turnGroup()).isEqualTo("binh-phuoc.council");
            assertThat(entry.limitAt()).isEqualTo(Office.instant("20/12/2026"));
            assertThat(entry.note()).isEqualTo("Hai cơ quan thống nhất");
        });
        assertThat(happened()).endsWith(Kind.APPRAISED);
        assertThat(audited()).contains("dossier.appraised");
    }

    @Test
    void many_move_together_or_not_at_all() {
        open();
        var one = received(bkTinh()).number();
        var two = received(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")))
                .number();
        var draft = drafted(content(GK, person("Hoa"))).number();

        assertThat(refused(() -> moveAll(one, two, draft)).sentence()).contains(draft);
        assertThat(refused(() -> moveAll(one, two, "binh-phuoc/HS-2026-99999"))
                        .kind()
                        .status())
                .isEqualTo(404);
        assertThat(dossiers.get(one).state()).isEqualTo(DossierState.IN_APPRAISAL);
        assertThat(moveAll(two, one, one)).extracting(Dossier::number).containsExactly(one, two);
        assertThat(transitions.moveAll(List.of(), DossierState.VOTED, "", null, null, null))
                .isEmpty();
    }

    private List<Dossier> moveAll(String... numbers) {
        return transitions.moveAll(List.of(numbers), DossierState.APPRAISED, "", null, null, null);
    }

    @Test
    void a_supplement_asked_for_in_the_appraisal_lets_the_agencies_limit_rest() {
        open();
        var number = received(bkTinh()).number();
        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("05/12/2026"));
        at("10/11/2026");
        as("minh", LEAD, () -> transitions.askSupplement(number, Office.date("16/11/2026"), "Thiếu số liệu", "VI.5.đ"));
        at("13/11/2026");
        as("lan", FINANCE, () -> nominations.submit(number));

        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("10/12/2026"));
        receive(number);

        var again = dossiers.get(number);
        assertThat(again.state()).isEqualTo(DossierState.IN_APPRAISAL);
        assertThat(again.limitAt()).isEqualTo(Office.instant("10/12/2026"));
        assertThat(again.limitBasis()).startsWith("thẩm định trong 20 ngày làm việc");
    }

    @Test
    void nobody_acts_in_two_stages_of_one_dossier() {
        open();
        var number = received(bkTinh()).number();

        assertThat(refusedAs(
                                "minh",
                                "binh-phuoc.council",
                                () -> transitions.actsIn(dossiers.get(number), Stage.COUNCIL))
                        .sentence())
                .contains("một khâu khác");
        assertThat(refusedAs("lan", "binh-phuoc.council", () -> transitions.actsIn(dossiers.get(number), Stage.COUNCIL))
                        .kind()
                        .status())
                .isEqualTo(403);
        as("minh", LEAD, () -> transitions.actsIn(dossiers.get(number), Stage.APPRAISAL));
        as("tuan", "binh-phuoc.council", () -> transitions.actsIn(dossiers.get(number), Stage.COUNCIL));
        as("tuan", "binh-phuoc.council", () -> transitions.actsIn(dossiers.get(number), Stage.COUNCIL));
        assertThat(refusedAs(
                                "tuan",
                                "binh-phuoc.chu-tich-ubnd-tinh",
                                () -> transitions.actsIn(dossiers.get(number), Stage.DECIDE))
                        .kind()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void acting_for_many_is_refused_for_all_when_it_is_for_one() {
        open();
        var one = received(bkTinh()).number();
        var two = submitted(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")))
                .number();

        assertThat(refusedAs("minh", "x", () -> transitions.actsInAll(List.of(two, one), Stage.DECIDE))
                        .sentence())
                .contains(one);
        as("minh", "x", () -> transitions.actsIn(dossiers.get(two), Stage.DECIDE));
    }

    @Test
    void nobody_acts_on_the_dossier_of_the_own_unit_but_its_head_who_signs_what_is_the_units_to_give() {
        open();
        var bk = received(bkTinh()).number();
        var gk = received(content(GK, person("Hoa"))).number();

        for (var stage : List.of(Stage.APPRAISAL, Stage.COUNCIL, Stage.DECIDE)) {
            assertThat(refusedAs("truong", FINANCE, () -> transitions.actsIn(dossiers.get(bk), stage))
                            .kind()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(refusedAs("truong", FINANCE, () -> transitions.actsIn(dossiers.get(gk), Stage.APPRAISAL))
                        .kind()
                        .status())
                .isEqualTo(403);
        as("truong", FINANCE, () -> transitions.actsIn(dossiers.get(gk), Stage.DECIDE));
        assertThat(refusedAs("lan", FINANCE, () -> transitions.actsIn(dossiers.get(gk), Stage.DECIDE))
                        .sentence())
                .contains("một khâu khác");
    }

    @Test
    void the_system_acts_in_no_stage() {
        open();
        var number = received(bkTinh()).number();

        transitions.actsIn(dossiers.get(number), Stage.DECIDE);
        transitions.actsIn(dossiers.get(number), Stage.COUNCIL);
    }

    @Test
    void of_two_officers_who_receive_at_once_one_is_told_it_is_done() throws Exception {
        open();
        for (int trial = 0; trial < 10; trial++) {
            var number = submitted(content(GK, person("Người " + trial))).number();
            var results = atOnce(List.of(
                    () -> outcome("minh", LEAD, () -> nominations.receive(number, ReceiptAnswer.receive())),
                    () -> outcome("nam", LEAD, () -> nominations.receive(number, ReceiptAnswer.receive()))));

            assertThat(results).containsExactlyInAnyOrder("done", "dossier-state");
            assertThat(dossiers.history(number))
                    .filteredOn(entry -> entry.state() == DossierState.IN_APPRAISAL)
                    .hasSize(1);
        }
    }

    @Test
    void a_dossier_taken_back_and_received_at_once_is_one_or_the_other_after_the_other() throws Exception {
        open();
        for (int trial = 0; trial < 10; trial++) {
            var number = submitted(content(GK, person("Người " + trial))).number();
            atOnce(List.of(
                    () -> outcome("minh", LEAD, () -> nominations.receive(number, ReceiptAnswer.receive())),
                    () -> outcome("lan", FINANCE, () -> nominations.withdraw(number, "Thôi"))));

            assertThat(dossiers.get(number).state()).isEqualTo(DossierState.WITHDRAWN);
        }
    }

    @Test
    void numbers_are_given_once_however_many_begin_at_once() throws Exception {
        open();
        var work = IntStream.range(0, 40)
                .mapToObj(i -> (Callable<String>) () -> new Actor("lan", Set.of(FINANCE))
                        .act(() -> nominations
                                .create(ROUND, "so-tai-chinh", content(GK, person("Người " + i)))
                                .number()))
                .toList();

        assertThat(atOnce(work))
                .doesNotHaveDuplicates()
                .contains("binh-phuoc/HS-2026-00001", "binh-phuoc/HS-2026-00040");
    }

    private static String outcome(String user, String group, Runnable work) {
        try {
            as(user, group, work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<String>();
            for (var result : pool.invokeAll(work)) results.add(result.get());
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
