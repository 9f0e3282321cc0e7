package vn.thidua.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.council.CouncilSessionsTest.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thidua.act.Refusal;
import vn.thidua.audit.AuditTrail;
import vn.thidua.council.PostalAnswer.PostalBallot;
import vn.thidua.nomination.DossierState;
import vn.thidua.organisation.CouncilMember.Seat;

/** Phiếu kín: nobody learns how a member voted, wherever they look. */
class SecretBallotTest extends CouncilScene {

    @Autowired
    private AuditTrail trail;

    @Test
    void a_secret_vote_leaves_sums_and_that_somebody_voted() {
        secretRound(51);
        council(3);
        var ready = appraised(2);
        var key = called();
        vote(key, "m1", ballot(key, "m1", no -> no.equals(ready.get(0)) ? Vote.NO : Vote.YES));
        voteAll(key, "m2", Vote.YES);
        voteAll(key, "m3", Vote.ABSTAIN);

        assertThat(rows("ballot_vote")).isEmpty();
        assertThat(rows("ballot_cast"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).containsOnlyKeys("session", "member", "postal", "cast_at"));
        assertThat(scene.sql()
                        .sql("select yes || '/' || no || '/' || abstain from session_item order by dossier")
                        .query(String.class)
                        .list())
                .containsExactly("1/1/1", "2/0/1");
    }

    @Test
    void the_last_transaction_that_wrote_a_sum_is_every_voters_in_turn() {
        secretRound(51);
        council(3);
        appraised(4);
        var key = called();
        votes(key, Vote.YES, 1, 3);

        assertThat(scene.sql()
                        .sql("select distinct xmin::text from session_item")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void the_database_itself_takes_no_vote_with_a_name() {
        secretRound(51);
        council(3);
        var ready = appraised(1);
        var key = called();
        voteAll(key, "m1", Vote.YES);
        var session = sessions.get(key).id();

        for (var secret : List.of(true, false)) {
            assertThatThrownBy(() -> scene.sql()
                            .sql(
                                    "insert into ballot_vote(session, secret, member, dossier, vote) values (?, ?, ?, ?, 'YES')")
                            .params(session, secret, members.get(0), ready.get(0))
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void the_record_says_only_that_a_member_voted() {
        secretRound(51);
        council(3);
        appraised(2);
        var key = called();
        voteAll(key, "m2", Vote.NO);

        var voted = trail.of(key).stream()
                .filter(entry -> entry.action().equals("council.voted"))
                .toList();
        assertThat(voted).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("m2");
            assertThat(entry.before()).isNull();
            assertThat(entry.after()).isNull();
        });
    }

    @Test
    void nobody_sees_sums_while_ballots_can_still_come_in() {
        secretRound(51);
        council(3);
        var ready = appraised(1);
        var key = called();
        votes(key, Vote.YES, 1, 2);

        refused("Chưa có kết quả", () -> sessions.tally(key, ready.get(0)));
        refused("Chưa có kết quả", () -> sessions.tallies(key));
        refused("Chưa có kết quả", () -> sessions.minutes(key));
        refused("Chưa có kết quả", () -> sessions.ties(key));
        voteAll(key, "m3", Vote.NO);
        sessions.closeVoting(key);
        refused("Chưa có kết quả", () -> sessions.tally(key, ready.get(0)));
        count(key);

        assertThat(sessions.tally(key, ready.get(0)).counts().yes()).isEqualTo(2);
        assertThat(sessions.minutes(key).lines().get(0).ballots()).isEmpty();
    }

    @Test
    void a_note_would_give_the_voter_away() {
        secretRound(51);
        council(3);
        var ready = appraised(1);
        var key = called();

        refused(
                "Phiếu kín không ghi ý kiến",
                () -> vote(
                        key, "m1", new BallotAnswer(List.of(new DossierVote(ready.get(0), Vote.NO, "Tôi phản đối")))));
    }

    @Test
    void a_ballot_and_its_refusals_do_not_print_the_choice() {
        var ballot = new BallotAnswer(List.of(new DossierVote("binh-phuoc/HS-2026-00001", Vote.NO, "vì …")));
        var postal = new PostalAnswer(List.of(), List.of(1L), List.of(new PostalBallot(null, ballot.votes())), true);

        assertThat(ballot + " " + postal).doesNotContain("NO").doesNotContain("vì …");
    }

    @Test
    void ballots_that_came_by_post_are_entered_apart_from_who_sent_them() {
        secretRound(51);
        council(4);
        var ofUnit = scene.member(CAMPAIGN, null, "Giám đốc Sở Y tế", Seat.MEMBER, "so-y-te");
        var own = appraised(1).get(0);
        var other = scene.individual(round, 2, "so-tai-chinh", "Lê Văn Bình", DossierState.APPRAISED);
        var key = called();
        votes(key, Vote.YES, 1, 3);
        office.travelTo("05/12/2026 17:00:00");
        var senders = List.of(members.get(3), ofUnit);
        var both = new PostalBallot(null, List.of(no(own), no(other)));
        var one = new PostalBallot(null, List.of(no(other)));

        refused("không ghi tên", () -> post(key, senders, List.of(new PostalBallot(ofUnit, one.votes()), both)));
        refused("có 2 ý kiến, phải có 1", () -> post(key, senders, List.of(both, both)));
        refused("2 người gửi phiếu nhưng 1 phiếu", () -> post(key, senders, List.of(both)));
        refused("đã bỏ phiếu", () -> post(key, List.of(members.get(0)), List.of(both)));
        post(key, senders, List.of(one, both));

        assertThat(rows("ballot_vote")).isEmpty();
        assertThat(sessions.tally(key, own).counts()).isEqualTo(new Tally.Counts(3, 1, 0, 4, 5, 3));
        assertThat(sessions.tally(key, other).counts()).isEqualTo(new Tally.Counts(3, 2, 0, 5, 5, 3));
    }

    private void post(String key, List<Long> senders, List<PostalBallot> ballots) {
        office.as(
                "secretary",
                SECRETARY,
                () -> sessions.enterPostal(key, new PostalAnswer(List.of(), senders, ballots, true)));
    }

    private static DossierVote no(String dossier) {
        return new DossierVote(dossier, Vote.NO, null);
    }

    @Test
    void a_refused_ballot_leaves_nothing() {
        secretRound(51);
        council(3);
        var ready = appraised(2);
        var key = called();

        assertThatThrownBy(() -> vote(key, "m1", new BallotAnswer(List.of(no(ready.get(0))))))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("NO");
        assertThat(rows("ballot_cast")).isEmpty();
        assertThat(scene.sql()
                        .sql("select sum(yes + no + abstain) from session_item")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Map<String, Object>> rows(String table) {
        return scene.sql().sql("select * from " + table).query().listOfRows();
    }
}
