package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.act.Actor;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.nomination.DossierHappened.Kind;
import vn.thidua.support.Office;

/** A dossier is paused at any stage and goes on where it was (scenario 11). */
class HoldsTest extends NominationTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "SUBMITTED",
                "SUPPLEMENT",
                "IN_APPRAISAL",
                "OPINIONS_DIFFER",
                "APPRAISED",
                "IN_COUNCIL",
                "VOTED",
                "TO_SIGN",
                "ESCALATED"
            })
    void scenario_11_paused_at_any_stage_it_goes_on_where_it_was(DossierState stage) {
        open();
        var before = standingIn(stage);
        var hold = hold(before.number());

        var paused = dossiers.get(before.number());
        assertThat(paused.held()).isTrue();
        assertThat(paused.state()).isEqualTo(stage);
        at("12/11/2026 08:00:00");
        lift(hold);

        var after = dossiers.get(before.number());
        assertThat(after.held()).isFalse();
        assertThat(after.state()).isEqualTo(stage);
        assertThat(after.turnGroup()).isEqualTo(before.turnGroup());
        assertThat(process.told).containsSubsequence("held " + before.number(), "limit moved " + before.number());
        assertThat(happened()).endsWith(Kind.HELD, Kind.LIFTED);
    }

    private Dossier standingIn(DossierState stage) {
        var number = submitted(bkTinh()).number();
        if (stage == DossierState.SUPPLEMENT) {
            as("minh", LEAD, () -> nominations.receive(number, supplement("20/11/2026")));
        } else if (stage != DossierState.SUBMITTED) {
            receive(number);
            for (var next : way(stage)) transitions.move(number, next, LEAD, null, null, null);
        }
        return dossiers.get(number);
    }

    private static List<DossierState> way(DossierState stage) {
        return switch (stage) {
            case OPINIONS_DIFFER -> List.of(DossierState.OPINIONS_DIFFER);
            case APPRAISED -> List.of(DossierState.APPRAISED);
            case IN_COUNCIL -> List.of(DossierState.APPRAISED, DossierState.IN_COUNCIL);
            case VOTED -> List.of(DossierState.APPRAISED, DossierState.IN_COUNCIL, DossierState.VOTED);
            case TO_SIGN -> List.of(DossierState.APPRAISED, DossierState.TO_SIGN);
            case ESCALATED -> List.of(DossierState.APPRAISED, DossierState.ESCALATED);
            default -> List.of();
        };
    }

    private Hold hold(String number) {
        return as("minh", LEAD, () -> holds.hold(number, Hold.Kind.DISCIPLINE, "Đang xem xét kỷ luật", "11/TB"));
    }

    private void lift(Hold hold) {
        as("minh", LEAD, () -> holds.lift(hold.id(), new LiftAnswer("Không vi phạm", "12/KL")));
    }

    @Test
    void limits_move_by_the_time_it_was_paused() {
        open();
        var number = submitted(bkTinh()).number();
        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("20/11/2026"));

        var hold = hold(number);
        at("08/11/2026 09:30:00");
        lift(hold);

        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("23/11/2026 01:30:00"));
    }

    @Test
    void a_limit_that_rests_during_a_supplement_moves_only_once() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("20/11/2026")));
        at("06/11/2026 08:00:00");
        var hold = hold(number);
        at("08/11/2026 08:00:00");
        lift(hold);
        at("09/11/2026 08:00:00");
        as("lan", FINANCE, () -> nominations.submit(number));

        // two days the unit had it, two days nobody had
        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("24/11/2026"));
    }

    @Test
    void while_paused_every_act_is_refused() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("20/11/2026")));
        hold(number);

        for (var work : List.<Runnable>of(
                () -> nominations.saveDraft(number, bkTinh()),
                () -> nominations.attach(number, files("to-trinh")),
                () -> nominations.submit(number),
                () -> nominations.withdraw(number, "Thôi"))) {
            assertThat(refusedAs("lan", FINANCE, work).code()).isEqualTo("dossier-held");
        }
        for (var work : List.<Runnable>of(
                () -> nominations.endSupplement(number),
                () -> Transitions.mustNotBeHeld(dossiers.get(number)),
                () -> transitions.actsIn(dossiers.get(number), Stage.COUNCIL),
                () -> transitions.move(number, DossierState.SUBMITTED, LEAD, null, null, null))) {
            assertThat(refusedAs("tuan", "binh-phuoc.council", work).code()).isEqualTo("dossier-held");
        }
    }

    @Test
    void a_paused_dossier_is_not_received_with_a_sentence_that_says_since_when() {
        open();
        var number = submitted(bkTinh()).number();
        hold(number);

        var refusal = refused(() -> receive(number));

        assertThat(refusal.code()).isEqualTo("dossier-held");
        assertThat(refusal.sentence()).contains("08:00:00 ngày 05/11/2026");
    }

    @Test
    void two_holds_are_lifted_one_by_one() {
        open();
        var number = submitted(bkTinh()).number();
        var first = hold(number);
        at("06/11/2026 08:00:00");
        var second = as("minh", LEAD, () -> holds.hold(number, Hold.Kind.PRESS, "Báo nêu", null));

        lift(first);
        assertThat(dossiers.get(number).held()).isTrue();
        at("07/11/2026 08:00:00");
        lift(second);

        assertThat(dossiers.get(number).held()).isFalse();
        assertThat(dossiers.get(number).limitAt()).isEqualTo(Office.instant("22/11/2026"));
        assertThat(refused(() -> lift(first)).code()).isEqualTo("hold-ended");
    }

    @Test
    void what_is_confirmed_ends_the_dossier() {
        open();
        var number = received(bkTinh()).number();
        var hold = hold(number);
        as("minh", LEAD, () -> holds.hold(number, Hold.Kind.PRESS, "Báo nêu", null));

        assertThat(refusedAs("minh", LEAD, () -> holds.confirm(hold.id(), "Khiển trách", ""))
                        .field())
                .isEqualTo("document");
        as("minh", LEAD, () -> holds.confirm(hold.id(), "Khiển trách", "40/QĐ"));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.LAPSED);
        assertThat(dossiers.get(number).held()).isFalse();
        assertThat(holds.of(number)).noneMatch(Hold::isActive);
        assertThat(process.told).contains("ended " + number);
    }

    @Test
    void only_the_lead_agency_pauses_and_lifts_and_nobody_their_own_units_dossier() {
        open();
        var number = submitted(bkTinh()).number();

        for (var group : List.of(FINANCE, HEALTH, "binh-phuoc.council")) {
            assertThat(refusedAs("ai", group, () -> holds.hold(number, Hold.Kind.PRESS, "Báo nêu", null))
                            .kind()
                            .status())
                    .isEqualTo(403);
        }
        var hold = hold(number);
        assertThat(refusedAs("lan", FINANCE, () -> holds.lift(hold.id(), new LiftAnswer("Sạch", null)))
                        .kind()
                        .status())
                .isEqualTo(403);
        assertThat(refused(() -> new Actor("lan", Set.of(LEAD, FINANCE)).act(() -> {
                            holds.lift(hold.id(), new LiftAnswer("Sạch", null));
                            return true;
                        }))
                        .kind()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_hold_names_its_kind_and_reason_and_neither_drafts_nor_what_is_over_is_paused() {
        open();
        var draft = drafted(bkTinh()).number();
        var gone = submitted(content(AwardForm.GK, person("Hoa"))).number();
        as("lan", FINANCE, () -> nominations.withdraw(gone, "Thôi"));

        for (var number : List.of(draft, gone)) {
            assertThat(refused(() -> hold(number)).code()).isEqualTo("dossier-state");
        }
        assertThat(refusedAs("minh", LEAD, () -> holds.hold(gone, null, "Báo nêu", null))
                        .field())
                .isEqualTo("kind");
        assertThat(refusedAs("minh", LEAD, () -> holds.hold(gone, Hold.Kind.PRESS, " ", null))
                        .field())
                .isEqualTo("reason");
    }
}
