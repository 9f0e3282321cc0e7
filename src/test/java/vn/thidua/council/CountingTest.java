package vn.thidua.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.organisation.CouncilMember.Seat;

/** What the votes of a sitting come to: shares, absentees, conflicts, quorum and ties. */
class CountingTest {

    private static final Instant CAST = Instant.parse("2026-12-25T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "15, 80, 12",
        "14, 80, 12",
        "13, 80, 11",
        "10, 80, 8",
        "15, 51, 8",
        "16, 51, 9",
        "1, 80, 1",
        "3, 67, 3",
        "15, 100, 15"
    })
    void a_share_is_rounded_up_to_whole_members(int members, int percent, int needed) {
        var counting = counting(members, members, false, Map.of());

        assertThat(counting.of(item(percent, ThresholdBase.ALL_MEMBERS, needed, members - needed, 0)))
                .isInstanceOf(Carried.class)
                .extracting(tally -> tally.counts().needed())
                .isEqualTo(needed);
        assertThat(counting.of(item(percent, ThresholdBase.ALL_MEMBERS, needed - 1, members - needed + 1, 0)))
                .isInstanceOf(Lost.class);
    }

    @Test
    void absent_members_count_where_the_share_is_of_all_members() {
        var twelveOfFifteen = counting(15, 12, false, Map.of());

        assertThat(twelveOfFifteen.of(item(80, ThresholdBase.ALL_MEMBERS, 12, 0, 0)))
                .isInstanceOf(Carried.class);
        assertThat(twelveOfFifteen.of(item(80, ThresholdBase.ALL_MEMBERS, 11, 1, 0)))
                .isInstanceOf(Lost.class);
        assertThat(twelveOfFifteen.of(item(80, ThresholdBase.PRESENT, 10, 2, 0)))
                .isInstanceOf(Carried.class);
        assertThat(twelveOfFifteen.of(item(80, ThresholdBase.PRESENT, 9, 3, 0))).isInstanceOf(Lost.class);
    }

    @Test
    void an_abstention_agrees_with_nothing() {
        assertThat(counting(15, 15, false, Map.of()).of(item(80, ThresholdBase.ALL_MEMBERS, 11, 0, 4)))
                .isInstanceOf(Lost.class);
    }

    @Test
    void a_member_in_conflict_leaves_the_base_only_where_the_terms_say_so() {
        var three = Map.of("d", Set.of(1L, 2L, 3L));

        var stays = counting(15, 15, false, three).of(item(80, ThresholdBase.ALL_MEMBERS, 11, 1, 0));
        var leaves = counting(15, 15, true, three).of(item(80, ThresholdBase.ALL_MEMBERS, 11, 1, 0));

        assertThat(stays).isInstanceOf(Lost.class);
        assertThat(stays.counts()).isEqualTo(new Tally.Counts(11, 1, 0, 12, 15, 12));
        assertThat(leaves).isInstanceOf(Carried.class);
        assertThat(leaves.counts()).isEqualTo(new Tally.Counts(11, 1, 0, 12, 12, 10));
    }

    @Test
    void nothing_is_carried_where_everybody_is_in_conflict() {
        var all = Map.of("d", Set.copyOf(LongStream.rangeClosed(1, 5).boxed().toList()));

        assertThat(counting(5, 5, true, all).of(item(51, ThresholdBase.ALL_MEMBERS, 0, 0, 0)))
                .isInstanceOf(Lost.class);
    }

    @Test
    void without_a_share_more_yes_than_no_is_enough_and_as_many_is_a_tie() {
        var counting = counting(9, 9, false, Map.of());

        assertThat(counting.of(item(null, ThresholdBase.PRESENT, 3, 2, 4))).isInstanceOf(Carried.class);
        assertThat(counting.of(item(null, ThresholdBase.PRESENT, 2, 3, 4))).isInstanceOf(Lost.class);
        assertThat(counting.of(item(null, ThresholdBase.PRESENT, 4, 4, 1)))
                .isInstanceOf(Tied.class)
                .extracting(Tally::sentence)
                .isEqualTo("Số phiếu ngang nhau: 4 đồng ý, 4 không đồng ý, 1 không có ý kiến");
    }

    @Test
    void a_quorum_counts_who_sat_and_not_who_sent_the_ballot_in() {
        var members = members(10, 6);
        var postal = members.stream()
                .map(member -> member.hasVoted() && member.id() > 3 ? sent(member) : member)
                .toList();
        var counting = new Counting(session(67, false), postal, Map.of());

        assertThat(counting.isQuorate()).isFalse();
        assertThat(counting.of(item(51, ThresholdBase.ALL_MEMBERS, 6, 0, 0)))
                .isInstanceOf(NoQuorum.class)
                .extracting(Tally::sentence)
                .isEqualTo("Không đủ thành viên: 3/10 thành viên dự họp, cần ít nhất 7");
    }

    @RepeatedTest(20)
    void a_tally_never_needs_more_than_there_are_and_more_yes_never_loses() {
        var random = new Random();
        var members = 1 + random.nextInt(30);
        var percent = 1 + random.nextInt(100);
        var out = new HashSet<Long>();
        for (long id = 1; id <= members; id++) if (random.nextInt(5) == 0) out.add(id);
        var counting = counting(members, members, random.nextBoolean(), Map.of("d", out));
        var voting = members - out.size();
        var before = false;
        for (int yes = 0; yes <= voting; yes++) {
            var tally = counting.of(item(percent, ThresholdBase.ALL_MEMBERS, yes, voting - yes, 0));
            assertThat(tally.counts().needed())
                    .isBetween(1, Math.max(1, tally.counts().base()));
            assertThat(tally.counts().cast()).isEqualTo(voting);
            if (before) assertThat(tally).isInstanceOf(Carried.class);
            before = tally instanceof Carried;
        }
    }

    private static Counting counting(
            int members, int voted, boolean conflictLeavesBase, Map<String, Set<Long>> conflicted) {
        return new Counting(session(50, conflictLeavesBase), members(members, voted), conflicted);
    }

    private static List<SessionMember> members(int members, int voted) {
        return LongStream.rangeClosed(1, members)
                .mapToObj(id -> new SessionMember(
                        id,
                        "m" + id,
                        "Thành viên " + id,
                        "Ủy viên",
                        Seat.MEMBER,
                        null,
                        true,
                        true,
                        false,
                        id <= voted ? CAST : null,
                        false))
                .toList();
    }

    private static SessionMember sent(SessionMember member) {
        return new SessionMember(
                member.id(),
                member.userId(),
                member.name(),
                member.position(),
                member.seat(),
                null,
                true,
                true,
                false,
                CAST,
                true);
    }

    private static CouncilSession session(int quorum, boolean conflictLeavesBase) {
        return new CouncilSession(
                1,
                "binh-phuoc/PH-2026-1",
                "binh-phuoc",
                "binh-phuoc/2026-ANNUAL",
                CouncilSession.State.COUNTED,
                null,
                null,
                null,
                null,
                null,
                true,
                quorum,
                conflictLeavesBase,
                1,
                CAST);
    }

    private static CountedItem item(@Nullable Integer percent, ThresholdBase base, int yes, int no, int abstain) {
        var item = new SessionItem(
                "d",
                1,
                AwardForm.CO_CP,
                null,
                NomineeKind.COLLECTIVE,
                UUID.randomUUID(),
                "Sở Y tế",
                "so-y-te",
                "Sở Y tế",
                percent,
                base,
                null,
                null,
                null);
        return new CountedItem(item, yes, no, abstain);
    }
}
