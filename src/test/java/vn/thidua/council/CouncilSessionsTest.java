package vn.thidua.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.council.AgendaAnswer.MemberDossier;
import vn.thidua.council.Conflict.Ground;
import vn.thidua.council.CouncilSession.State;
import vn.thidua.council.PostalAnswer.PostalBallot;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierState;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.support.AwardScene;

/** A sitting from the call to its conclusion: who votes on what, once, and what comes of it. */
class CouncilSessionsTest extends CouncilScene {

    @Autowired
    private CouncilSight sight;

    @Autowired
    private AwardRounds rounds;

    @Test
    void a_sitting_takes_every_appraised_dossier_that_needs_a_council() {
        openRound(51);
        council(5);
        var ready = appraised(3);
        var held = scene.individual(round, 4, "so-y-te", "Người bị tạm dừng", DossierState.APPRAISED);
        scene.hold(held);
        scene.individual(round, 5, "so-y-te", "Người đang thẩm định", DossierState.IN_APPRAISAL);
        scene.dossier(
                round,
                6,
                "so-y-te",
                AwardForm.GK,
                NomineeKind.COLLECTIVE,
                "Phòng A",
                "a",
                null,
                DossierState.APPRAISED);

        var session = sessions.open(round);

        assertThat(session.key()).isEqualTo("binh-phuoc/PH-2026-1");
        assertThat(session.state()).isEqualTo(State.PREPARING);
        assertThat(sessions.items(session.key()))
                .extracting(SessionItem::dossier)
                .containsExactlyElementsOf(ready);
        assertThat(ready)
                .allSatisfy(number -> assertThat(dossier(number).state()).isEqualTo(DossierState.IN_COUNCIL));
        assertThat(dossier(ready.get(0)).turnGroup()).isEqualTo(SECRETARY);
        assertThat(dossier(held).state()).isEqualTo(DossierState.APPRAISED);
        assertThat(sessions.needed(round)).isFalse();
        assertThatThrownBy(() -> sessions.open(round)).isInstanceOf(Refusal.class);
    }

    @Test
    void higher_awards_come_first_and_collectives_before_individuals() {
        openRound(51);
        council(3);
        var individual = scene.individual(round, 1, "so-y-te", "Ân", DossierState.APPRAISED);
        var collective = scene.collective(round, 2, "so-y-te", "Phòng Z", DossierState.APPRAISED);
        var flag = scene.dossier(
                round,
                3,
                "so-y-te",
                AwardForm.CO_CP,
                NomineeKind.COLLECTIVE,
                "Sở Y tế",
                "a",
                null,
                DossierState.APPRAISED);

        var key = called();

        assertThat(sessions.items(key)).extracting(SessionItem::dossier).containsExactly(flag, collective, individual);
        assertThat(sessions.items(key).get(0).thresholdPercent()).isEqualTo(80);
        assertThat(sessions.items(key).get(0).thresholdBase()).isEqualTo(ThresholdBase.ALL_MEMBERS);
        assertThat(sessions.items(key).get(1).thresholdPercent()).isEqualTo(51);
    }

    @Test
    void of_fifteen_members_twelve_must_agree_to_a_flag_of_the_government() {
        openRound(51);
        council(15);
        var carried = flag(1, "Sở Y tế");
        var lost = flag(2, "Sở Tài chính");
        var key = called();
        for (int i = 1; i <= 12; i++) {
            var last = i == 12;
            vote(key, "m" + i, ballot(key, "m" + i, no -> last && no.equals(lost) ? Vote.ABSTAIN : Vote.YES));
        }

        count(key);

        assertThat(sessions.tally(key, carried)).isInstanceOf(Carried.class);
        assertThat(sessions.tally(key, carried).sentence())
                .isEqualTo("Đạt: 12 đồng ý, 0 không đồng ý, 0 không có ý kiến (cần 12/15)");
        assertThat(sessions.tally(key, lost).sentence())
                .isEqualTo("Không đạt: 11 đồng ý, 0 không đồng ý, 1 không có ý kiến (cần 12/15)");
    }

    private String flag(int no, String name) {
        return scene.dossier(
                round, no, "so-y-te", AwardForm.CO_CP, NomineeKind.COLLECTIVE, name, "a", null, DossierState.APPRAISED);
    }

    @Test
    void only_the_secretary_or_the_standing_agency_calls_a_sitting() {
        openRound(51);
        council(3);
        appraised(1);
        var key = sessions.open(round).key();

        refused("Chỉ thư ký", () -> office.as("m1", COUNCIL, () -> sessions.prepare(key, agenda())));
        office.as("standing-officer", "binh-phuoc.so-noi-vu", () -> sessions.prepare(key, agenda()));

        assertThat(sessions.get(key).state()).isEqualTo(State.VOTING);
        assertThat(sessions.voters(key)).containsExactly("m1", "m2", "m3");
        refused("Không lập chương trình được", () -> prepare(key));
    }

    @Test
    void an_agenda_that_cannot_be_is_refused_by_field() {
        openRound(51);
        council(3);
        appraised(1);
        var key = sessions.open(round).key();

        assertField(key, "place", with("05/12/2026", " ", "05/12/2026 17:00", null));
        assertField(key, "date", with("04/12/2026", "Phòng họp", "05/12/2026 17:00", null));
        assertField(key, "voteUntil", with("05/12/2026", "Phòng họp", "05/12/2026 07:00", null));
        assertField(key, "voteUntil", with("05/12/2026", "Phòng họp", "17 giờ", null));
        assertField(key, "quorumPercent", with("05/12/2026", "Phòng họp", "05/12/2026 17:00", 49));
    }

    private void assertField(String key, String field, AgendaAnswer answer) {
        assertThatThrownBy(() -> office.as("secretary", SECRETARY, () -> sessions.prepare(key, answer)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static AgendaAnswer with(String date, String place, String until, Integer quorum) {
        return new AgendaAnswer(
                date, null, place, null, until, null, List.of(), List.of(), quorum, List.of(), List.of());
    }

    @Test
    void everybody_votes_for_themselves_once_on_all_there_is_while_it_is_time() {
        openRound(51);
        council(3);
        var ready = appraised(2);
        var key = called();

        refused("tự bỏ phiếu", () -> as("m2", () -> sessions.vote(key, "m1", ballot(key, "m1", no -> Vote.YES))));
        refused("không phải thành viên", () -> vote(key, "stranger", new BallotAnswer(List.of())));
        refused("thiếu 1 hồ sơ", () -> vote(key, "m1", new BallotAnswer(List.of(yes(ready.get(0))))));
        refused("hai lựa chọn", () -> vote(key, "m1", new BallotAnswer(List.of(yes(ready.get(0)), yes(ready.get(0))))));
        refused(
                "không có trong phiếu",
                () -> vote(key, "m1", new BallotAnswer(List.of(yes(ready.get(0)), yes("binh-phuoc/HS-2026-00099")))));

        voteAll(key, "m1", Vote.YES);
        refused("đã bỏ phiếu", () -> voteAll(key, "m1", Vote.NO));

        office.travelTo("05/12/2026 17:00:00");
        refused("hết giờ bỏ phiếu", () -> voteAll(key, "m2", Vote.YES));
    }

    private static DossierVote yes(String dossier) {
        return new DossierVote(dossier, Vote.YES, null);
    }

    @RepeatedTest(20)
    void two_votes_of_one_member_at_once_are_one() throws Exception {
        secretRound(51);
        council(3);
        var ready = appraised(3);
        var key = called();
        var ballot = ballot(key, "m1", no -> Vote.YES);
        var start = new CyclicBarrier(2);
        Callable<Boolean> vote = () -> {
            start.await();
            try {
                vote(key, "m1", ballot);
                return true;
            } catch (Refusal refused) {
                assertThat(refused.code()).isEqualTo("has-voted");
                return false;
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = threads.invokeAll(List.of(vote, vote));
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(scene.sql()
                        .sql("select yes from session_item order by dossier")
                        .query(Integer.class)
                        .list())
                .hasSameSizeAs(ready)
                .containsOnly(1);
    }

    @Test
    void members_vote_at_once_without_waiting_for_ever() throws Exception {
        secretRound(51);
        council(8);
        appraised(20);
        var key = called();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(IntStream.rangeClosed(1, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        voteAll(key, "m" + i, i % 2 == 0 ? Vote.YES : Vote.NO);
                        return true;
                    })
                    .toList())) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(scene.sql()
                        .sql("select yes || '/' || no from session_item")
                        .query(String.class)
                        .list())
                .containsOnly("4/4");
    }

    @RepeatedTest(3)
    void yes_and_no_and_abstentions_are_the_ballots_cast() {
        openRound(51);
        council(7);
        var ready = appraised(4);
        var other = scene.individual(round, 9, "so-tai-chinh", "Người khác", DossierState.APPRAISED);
        members.add(scene.member(CAMPAIGN, "m8", "Người của Sở Tài chính", Seat.MEMBER, "so-tai-chinh"));
        var key = called();
        var random = new Random();
        var cast = 0;
        for (int i = 1; i <= 8; i++) {
            if (i > 1 && random.nextInt(3) == 0) continue;
            vote(key, "m" + i, ballot(key, "m" + i, no -> Vote.values()[random.nextInt(3)]));
            cast++;
        }

        count(key);

        var eighth = sessions.members(key).stream()
                .filter(member -> member.name().startsWith("Người của"))
                .anyMatch(SessionMember::hasVoted);
        for (var number : ready) assertThat(sum(key, number)).isEqualTo(cast);
        assertThat(sum(key, other)).isEqualTo(cast - (eighth ? 1 : 0));
    }

    private int sum(String key, String dossier) {
        var counts = sessions.tally(key, dossier).counts();
        assertThat(counts.cast()).isEqualTo(counts.yes() + counts.no() + counts.abstain());
        return counts.cast();
    }

    @Test
    void members_of_the_unit_the_nominee_and_who_worked_on_it_before_do_not_vote() {
        round(AwardScene.terms(51, ThresholdBase.ALL_MEMBERS, false, true));
        council(3);
        var ofUnit = scene.member(CAMPAIGN, "m4", "Giám đốc Sở Y tế", Seat.MEMBER, "so-y-te");
        var nominee = scene.member(CAMPAIGN, "m5", "Nguyễn Thị Hoà", Seat.MEMBER, null);
        var namesake = scene.member(CAMPAIGN, "m6", "NGUYỄN THỊ HÒA", Seat.MEMBER, null);
        var appraiser = scene.member(CAMPAIGN, "m7", "Chuyên viên thẩm định", Seat.MEMBER, null);
        var dossier = scene.individual(round, 1, "so-y-te", "Nguyễn Thị Hòa", DossierState.APPRAISED);
        var other = scene.individual(round, 2, "so-tai-chinh", "Lê Văn Bình", DossierState.APPRAISED);
        scene.sql()
                .sql("insert into dossier_act(dossier, actor, stage, at) values (?, 'm7', 'APPRAISAL', now())")
                .param(dossier)
                .update();
        var key = sessions.open(round).key();
        office.as(
                "secretary",
                SECRETARY,
                () -> sessions.prepare(
                        key,
                        agenda(
                                List.of(new MemberDossier(members.get(2), other, "Là người thân")),
                                List.of(new MemberDossier(namesake, dossier, "Khác ngày sinh")))));

        assertThat(sessions.conflicts(key))
                .extracting(Conflict::dossier, Conflict::member, Conflict::ground)
                .containsExactlyInAnyOrder(
                        tuple(dossier, ofUnit, Ground.OWN_UNIT),
                        tuple(dossier, nominee, Ground.NOMINEE),
                        tuple(dossier, appraiser, Ground.EARLIER_STAGE),
                        tuple(other, members.get(2), Ground.DECLARED));
        assertThat(sessions.ballot(key, "m6")).hasSize(2);
        refused("không có trong phiếu", () -> vote(key, "m4", new BallotAnswer(List.of(yes(dossier), yes(other)))));

        votes(key, Vote.YES, 1, 7);
        count(key);

        assertThat(sessions.tally(key, dossier).counts()).isEqualTo(new Tally.Counts(4, 0, 0, 4, 4, 3));
        assertThat(sessions.tally(key, other).counts()).isEqualTo(new Tally.Counts(6, 0, 0, 6, 6, 4));
        assertThat(sessions.minutes(key).lines().get(0).excluded()).hasSize(1);
        assertThat(sessions.minutes(key).baseSentence()).contains("không tính vào");
    }

    @Test
    void a_member_declares_a_conflict_before_voting() {
        openRound(51);
        council(3);
        var ready = appraised(2);
        var key = called();

        as("m3", () -> sessions.declareConflict(key, ready.get(0), "Là người thân"));

        assertThat(sessions.ballot(key, "m3")).extracting(SessionItem::dossier).containsExactly(ready.get(1));
        voteAll(key, "m3", Vote.YES);
        refused("đã bỏ phiếu", () -> as("m3", () -> sessions.declareConflict(key, ready.get(1), "Cũng vậy")));
    }

    @Test
    void a_sitting_without_a_quorum_decides_nothing_and_is_held_again_with_new_ballots() {
        openRound(51);
        council(6);
        var ready = appraised(1);
        var key = called();
        votes(key, Vote.YES, 1, 2);
        count(key);

        assertThat(sessions.quorate(key)).isFalse();
        assertThat(sessions.hasTies(key)).isFalse();
        assertThat(sessions.tally(key, ready.get(0)).sentence())
                .isEqualTo("Không đủ thành viên: 2/6 thành viên dự họp, cần ít nhất 3");
        refused("không đủ thành viên", () -> check(key));

        office.as(
                "secretary",
                SECRETARY,
                () -> sessions.prepare(key, with("06/12/2026", "Phòng họp", "06/12/2026 17:00", null)));

        assertThat(sessions.get(key).sitting()).isEqualTo(2);
        assertThat(sessions.members(key)).noneMatch(SessionMember::hasVoted);
        votes(key, Vote.YES, 1, 6);
        office.as(
                "secretary",
                SECRETARY,
                () -> sessions.enterPostal(key, new PostalAnswer(List.of(), List.of(), List.of(), true)));
        assertThat(sessions.tally(key, ready.get(0)).counts().yes()).isEqualTo(6);
    }

    @Test
    void members_who_sat_without_voting_count_toward_the_quorum() {
        openRound(51);
        council(6);
        appraised(1);
        var key = called();
        votes(key, Vote.YES, 1, 2);

        count(key, new PostalAnswer(List.of(members.get(5)), List.of(), List.of(), true));

        assertThat(sessions.quorate(key)).isTrue();
        assertThat(sessions.minutes(key).present()).isEqualTo(3);
    }

    @Test
    void the_secretary_enters_ballots_of_absent_members_once_and_only_after_the_voting() {
        openRound(51);
        council(4);
        var ready = appraised(1);
        var key = called();
        votes(key, Vote.YES, 1, 2);

        refused(
                "Chưa hết giờ bỏ phiếu",
                () -> office.as("secretary", SECRETARY, () -> sessions.enterPostal(key, sent(3, ready.get(0), false))));
        office.travelTo("05/12/2026 17:00:00");
        refused(
                "Chỉ thư ký",
                () -> office.as("m1", COUNCIL, () -> sessions.enterPostal(key, sent(3, ready.get(0), false))));
        refused("đã bỏ phiếu", () -> count(key, sent(1, ready.get(0), false)));
        count(key, sent(3, ready.get(0), false));
        refused("đã bỏ phiếu", () -> count(key, sent(3, ready.get(0), false)));
        refused(
                "có mặt tại phiên họp",
                () -> count(
                        key,
                        new PostalAnswer(
                                List.of(members.get(3)),
                                List.of(),
                                sent(4, ready.get(0), false).ballots(),
                                false)));
        count(key, sent(4, ready.get(0), true));

        assertThat(sessions.tally(key, ready.get(0)).counts()).isEqualTo(new Tally.Counts(2, 2, 0, 4, 4, 3));
        assertThat(sessions.minutes(key).postal()).isEqualTo(2);
        assertThat(sessions.minutes(key).present()).isEqualTo(2);
        refused("Không kết thúc bỏ phiếu được", () -> count(key, sent(4, ready.get(0), true)));
    }

    private PostalAnswer sent(int member, String dossier, boolean finish) {
        var ballot = new PostalBallot(members.get(member - 1), List.of(new DossierVote(dossier, Vote.NO, "Chưa rõ")));
        return new PostalAnswer(List.of(), List.of(), List.of(ballot), finish);
    }

    @Test
    void what_is_put_on_hold_or_withdrawn_is_dropped_and_waits_for_a_further_sitting() {
        openRound(51);
        council(3);
        var ready = appraised(3);
        var key = called();
        voteAll(key, "m1", Vote.YES);
        scene.hold(ready.get(0));
        scene.setState(ready.get(1), DossierState.WITHDRAWN);

        refused(
                "không có trong phiếu",
                () -> vote(
                        key,
                        "m2",
                        new BallotAnswer(
                                ready.stream().map(CouncilSessionsTest::yes).toList())));
        vote(key, "m2", new BallotAnswer(List.of(yes(ready.get(2)))));
        count(key);
        refused("tạm dừng", () -> sessions.tally(key, ready.get(0)));
        assertThat(sessions.minutes(key).lines().get(1).sentence()).contains("không còn trình Hội đồng");
        signed(key);
        sessions.conclude(key);

        assertThat(dossier(ready.get(0)).state()).isEqualTo(DossierState.IN_COUNCIL);
        assertThat(dossier(ready.get(2)).state()).isEqualTo(DossierState.VOTED);
        assertThat(sessions.needed(round)).isFalse();
        scene.sql().sql("update dossier set held_since = null").update();
        office.as("secretary", SECRETARY, () -> sessions.convene(round));
        assertThat(sessions.of(round)).hasSize(2);
        assertThat(sessions.items("binh-phuoc/PH-2026-2"))
                .extracting(SessionItem::dossier)
                .containsExactly(ready.get(0));
    }

    @Test
    void the_chair_signs_or_sends_back_and_then_the_dossiers_are_voted_or_not_awarded() {
        openRound(51);
        council(3);
        var ready = appraised(2);
        var key = called();
        for (var member : List.of("m1", "m2", "m3")) {
            vote(key, member, ballot(key, member, no -> no.equals(ready.get(0)) ? Vote.YES : Vote.NO));
        }
        sessions.closeVoting(key);
        count(key);

        refused("Không ký biên bản được", () -> as("m1", () -> sessions.sign(key, new SignMinutesAnswer(true, null))));
        check(key);
        refused("người chủ trì", () -> as("m2", () -> sessions.sign(key, new SignMinutesAnswer(true, null))));
        refused("Lý do", () -> as("m1", () -> sessions.sign(key, new SignMinutesAnswer(false, " "))));
        as("m1", () -> sessions.sign(key, new SignMinutesAnswer(false, "Thiếu ý kiến thảo luận")));
        assertThat(sessions.minutes(key).sentBackFor()).isEqualTo("Thiếu ý kiến thảo luận");
        refused("Không kết thúc phiên họp được", () -> sessions.conclude(key));
        signed(key);
        sessions.conclude(key);

        assertThat(dossier(ready.get(0)).state()).isEqualTo(DossierState.VOTED);
        assertThat(dossier(ready.get(0)).turnGroup()).isEqualTo("binh-phuoc.so-noi-vu");
        assertThat(dossier(ready.get(1)).state()).isEqualTo(DossierState.NOT_AWARDED);
        var minutes = sessions.minutes(key);
        assertThat(minutes.signedBy()).isEqualTo("Thành viên 1");
        assertThat(minutes.quorumSentence())
                .isEqualTo("3/3 thành viên dự họp (cần ít nhất 2), 0 thành viên vắng mặt gửi phiếu");
        assertThat(minutes.lines().get(0).ballots())
                .extracting(Minutes.OpenBallot::memberName, Minutes.OpenBallot::vote)
                .contains(tuple("Thành viên 2", Vote.YES));
    }

    @Test
    void the_deputy_presides_where_the_chair_took_no_part() {
        openRound(51);
        council(4);
        appraised(1);
        var key = called();
        votes(key, Vote.YES, 2, 4);
        count(key);
        check(key);

        as("m2", () -> sessions.sign(key, new SignMinutesAnswer(true, null)));

        assertThat(sessions.minutes(key).signedBy()).isEqualTo("Thành viên 2");
        assertThat(sessions.minutes(key).signedPosition()).isEqualTo("Phó Chủ tịch Hội đồng");
    }

    @Test
    void a_member_who_sent_the_ballot_in_has_acted_in_the_council_too() {
        openRound(51);
        council(3);
        var ready = appraised(1);
        var key = called();
        votes(key, Vote.YES, 1, 2);

        count(key, sent(3, ready.get(0), true));

        assertThat(scene.sql()
                        .sql("select actor from dossier_act where stage = 'COUNCIL' union"
                                + " select actor from joint_act where stage = 'COUNCIL' order by actor")
                        .query(String.class)
                        .list())
                .containsExactly("m1", "m2", "m3");
    }

    @Test
    void a_sitting_ends_with_its_round() {
        openRound(51);
        council(3);
        appraised(1);
        var key = called();

        office.as(
                "standing-officer", "binh-phuoc.so-noi-vu", () -> rounds.cancel(round, "Không tổ chức xét", "12/SNV"));

        assertThat(sessions.get(key).state()).isEqualTo(State.CANCELLED);
        refused("Không bỏ phiếu được", () -> voteAll(key, "m1", Vote.YES));
    }

    @Test
    void a_nominating_unit_never_sees_a_sitting() {
        openRound(51);
        council(3);
        appraised(1);
        var key = called();

        office.as("m1", COUNCIL, () -> assertThat(sight.see(key).key()).isEqualTo(key));
        office.as(
                "standing-officer",
                "binh-phuoc.so-noi-vu",
                () -> assertThat(sight.visible(CAMPAIGN)).hasSize(1));
        refused("chỉ dành cho", () -> office.as("unit-officer", "binh-phuoc.unit.so-y-te", () -> sight.see(key)));
        refused("chỉ dành cho", () -> office.as("visitor", "nobody", () -> sight.visible(CAMPAIGN)));
    }

    @Test
    void five_hundred_dossiers_and_fifteen_members_come_through_one_sitting() {
        secretRound(51);
        council(15);
        var ready = IntStream.rangeClosed(1, 500)
                // a form the plan sets no number for, so that nothing competes for places
                .mapToObj(i -> scene.dossier(
                        round,
                        i,
                        "so-y-te",
                        AwardForm.CO_TINH,
                        NomineeKind.COLLECTIVE,
                        "Phòng " + i,
                        "a",
                        null,
                        DossierState.APPRAISED))
                .toList();
        var key = called();
        votes(key, Vote.YES, 1, 15);
        count(key);
        signed(key);
        sessions.conclude(key);

        assertThat(dossiers.of(round, DossierState.VOTED)).hasSameSizeAs(ready);
    }

    static void refused(String part, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(part);
    }
}
