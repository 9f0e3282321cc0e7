package vn.thidua.council;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.council.CouncilSessionsTest.refused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.DossierState;

/** Ngang phiếu: the machine proposes by Art. 4.6, who presides decides and says why. */
class TiesTest extends CouncilScene {

    @Test
    void as_many_yes_as_no_is_settled_by_who_presides() {
        openRound(null);
        council(4);
        var ready = appraised(2);
        var key = called();
        votes(key, Vote.YES, 1, 2);
        votes(key, Vote.NO, 3, 4);
        count(key);

        assertThat(sessions.hasTies(key)).isTrue();
        assertThat(sessions.ties(key)).extracting(Tie::kind).containsExactly(Tie.Kind.EVEN, Tie.Kind.EVEN);
        refused("ngang phiếu chưa được quyết định", () -> check(key));
        refused("Lý do", () -> as("m1", () -> sessions.settle(key, new TieAnswer(List.of(ready.get(0)), " "))));
        refused("người chủ trì", () -> as("m3", () -> sessions.settle(key, new TieAnswer(ready, "Vì thế"))));
        as("m1", () -> sessions.settle(key, new TieAnswer(List.of(ready.get(0)), "Thành tích nổi bật hơn")));

        assertThat(sessions.hasTies(key)).isFalse();
        assertThat(sessions.tally(key, ready.get(0))).isInstanceOf(Carried.class);
        assertThat(sessions.tally(key, ready.get(0)).sentence()).contains("ngang nhau");
        assertThat(sessions.tally(key, ready.get(1))).isInstanceOf(Lost.class);
        refused(
                "Không có hồ sơ nào ngang phiếu",
                () -> as("m1", () -> sessions.settle(key, new TieAnswer(ready, "Vì thế"))));
        assertThat(sessions.minutes(key).ties()).hasSize(2).allSatisfy(tie -> {
            assertThat(tie.reason()).isEqualTo("Thành tích nổi bật hơn");
            assertThat(tie.settledBy()).isEqualTo("m1");
        });
    }

    @Test
    void women_are_proposed_first_when_equal_votes_compete_for_the_last_places() {
        openRound(51);
        council(3);
        var men = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> individual(i, "Nguyễn Văn " + i, "MALE"))
                .toList();
        var women = IntStream.rangeClosed(14, 16)
                .mapToObj(i -> individual(i, "Trần Thị " + i, "FEMALE"))
                .toList();
        var key = called();
        votes(key, Vote.YES, 1, 3);
        count(key);

        assertThat(sessions.ties(key)).singleElement().satisfies(tie -> {
            assertThat(tie.kind()).isEqualTo(Tie.Kind.PLACES);
            assertThat(tie.places()).isEqualTo(15);
            assertThat(tie.candidates()).hasSize(16);
            assertThat(tie.dossiers().subList(0, 3)).containsExactlyElementsOf(women);
            assertThat(tie.candidates().get(0).why())
                    .contains("cá nhân nữ")
                    .contains("Điều 4")
                    .contains("152/2025");
        });
        var chosen = sessions.ties(key).get(0).dossiers().subList(0, 15);
        refused(
                "chọn đúng 15 hồ sơ",
                () -> as("m1", () -> sessions.settle(key, new TieAnswer(chosen.subList(0, 14), "Theo Điều 4.6"))));
        as("m1", () -> sessions.settle(key, new TieAnswer(chosen, "Theo Điều 4.6")));

        assertThat(sessions.hasTies(key)).isFalse();
        var places = sessions.settledPlaces(round);
        assertThat(places).hasSize(16);
        assertThat(women).extracting(places::get).containsExactly(1, 2, 3);
        assertThat(men).extracting(places::get).contains(16);
    }

    private String individual(int no, String name, String gender) {
        return scene.dossier(
                round,
                no,
                "so-y-te",
                AwardForm.BK_TINH,
                NomineeKind.INDIVIDUAL,
                name,
                "d",
                gender,
                DossierState.APPRAISED);
    }

    @Test
    void a_collective_with_seventy_percent_women_is_proposed_first() {
        openRound(51);
        council(3);
        var all = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> scene.collective(round, i, "so-y-te", "Phòng " + i, DossierState.APPRAISED))
                .toList();
        scene.women70(all.get(10));
        var key = called();
        votes(key, Vote.YES, 1, 3);
        count(key);

        var tie = sessions.ties(key).get(0);
        assertThat(tie.places()).isEqualTo(10);
        assertThat(tie.dossiers().get(0)).isEqualTo(all.get(10));
        assertThat(tie.candidates()).filteredOn(Tie.Candidate::preferred).hasSize(1);
    }

    @Test
    void more_votes_need_no_choice_and_only_those_at_the_last_place_are_tied() {
        openRound(51);
        council(5);
        var all = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> scene.collective(round, i, "so-y-te", "Phòng " + i, DossierState.APPRAISED))
                .toList();
        var key = called();
        votes(key, Vote.YES, 1, 4);
        vote(key, "m5", ballot(key, "m5", no -> all.indexOf(no) < 9 ? Vote.YES : Vote.NO));
        count(key);

        assertThat(sessions.ties(key)).singleElement().satisfies(tie -> {
            assertThat(tie.places()).isEqualTo(1);
            assertThat(tie.dossiers()).containsExactlyInAnyOrderElementsOf(all.subList(9, 12));
        });
        as("m1", () -> sessions.settle(key, new TieAnswer(List.of(all.get(11)), "Phòng này làm tốt hơn")));
        signed(key);
        sessions.conclude(key);

        assertThat(sessions.settledPlaces(round)).hasSize(3).containsEntry(all.get(11), 1);
        assertThat(dossiers.of(round, DossierState.VOTED)).hasSize(12);
    }

    @Test
    void places_taken_before_are_not_there_to_compete_for() {
        openRound(51);
        council(3);
        IntStream.rangeClosed(1, 9)
                .forEach(i -> scene.collective(round, i, "so-y-te", "Phòng " + i, DossierState.AWARDED));
        var two = IntStream.rangeClosed(10, 11)
                .mapToObj(i -> scene.collective(round, i, "so-y-te", "Phòng " + i, DossierState.APPRAISED))
                .toList();
        var key = called();
        votes(key, Vote.YES, 1, 3);
        count(key);

        assertThat(sessions.ties(key)).singleElement().satisfies(tie -> {
            assertThat(tie.places()).isEqualTo(1);
            assertThat(tie.dossiers()).containsExactlyInAnyOrderElementsOf(two);
        });
    }

    @Test
    void what_was_allocated_to_a_unit_can_be_competed_for_too() {
        openRound(51);
        council(3);
        scene.sql()
                .sql(
                        "insert into quota_allocation(round, form, kind, unit, number) values (?, 'BK_TINH', 'INDIVIDUAL', 'so-y-te', 1)")
                .param(round)
                .update();
        appraised(2);
        scene.individual(round, 3, "so-tai-chinh", "Người khác", DossierState.APPRAISED);
        var key = called();
        votes(key, Vote.YES, 1, 3);
        count(key);

        assertThat(sessions.ties(key)).singleElement().satisfies(tie -> {
            assertThat(tie.what()).contains("phân bổ cho Đơn vị so-y-te");
            assertThat(tie.places()).isEqualTo(1);
            assertThat(tie.candidates()).hasSize(2);
        });
    }
}
