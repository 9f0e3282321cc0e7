package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.date;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.council.BallotAnswer;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.DossierVote;
import vn.thidua.council.PostalAnswer;
import vn.thidua.council.PostalAnswer.PostalBallot;
import vn.thidua.council.SessionMember;
import vn.thidua.council.TieAnswer;
import vn.thidua.council.Vote;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.TermsAnswer;
import vn.thidua.organisation.Groups;

/** Every flow of CouncilSession. */
class CouncilSessionTest extends AwardProcessTest {

    private static final String AGENDA = "Task_PrepareAgenda";
    private static final String BALLOT = "Task_CastBallot";
    private static final String POSTAL = "Task_EnterPostalBallots";
    private static final String TIES = "Task_SettleTies";
    private static final String CHECK = "Task_CheckMinutes";
    private static final String SIGN = "Task_SignMinutes";
    private static final String COUNCIL = Groups.ofCouncil(CAMPAIGN);

    @Autowired
    private CouncilSessions sessions;

    private String round;
    private String dossier;
    private String key;

    /** A sitting over one dossier, not yet called. */
    private void convene(int members) {
        convene(members, openRound());
    }

    private void convene(int members, String opened) {
        awards.council(CAMPAIGN, members);
        round = opened;
        dossier = appraised(round, "Phòng Công nghệ thông tin").number();
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        key = awards.session(round).key();
    }

    /** A round whose council decides by more yes than no. */
    private String openRoundByMajority() {
        var prepared = awards.prepare(CAMPAIGN, Occasion.ANNUAL, 2026).key();
        var terms = awards.terms(prepared, date("22/11/2026"), date("20/01/2027"), AwardForm.BK_TINH);
        awards.complete(
                prepared,
                "Task_SetTerms",
                new TermsAnswer(
                        terms.forms(),
                        terms.unitGroups(),
                        terms.opensOn(),
                        terms.closesOn(),
                        terms.appraisalDue(),
                        null,
                        true,
                        terms.quorumPercent(),
                        null,
                        terms.thresholdBase(),
                        false,
                        terms.conflictLeavesBase(),
                        terms.basis()));
        awards.complete(prepared, "Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung."));
        return prepared;
    }

    private void vote(Task ballot, Vote vote) {
        var member = ballot.getAssignee();
        var votes = sessions.ballot(key, member).stream()
                .map(item -> new DossierVote(item.dossier(), vote, null))
                .toList();
        awards.complete(ballot, member, COUNCIL, new BallotAnswer(votes));
    }

    private List<Long> absent() {
        return sessions.members(key).stream()
                .filter(member -> !member.hasVoted())
                .map(SessionMember::id)
                .toList();
    }

    @Test
    void every_member_has_a_ballot_and_when_all_have_voted_the_vote_closes() {
        convene(3);
        assertThat(process(key)).isWaitingAt(AGENDA).hasPassed("Event_SessionConvened");
        awards.callCouncil(key);
        then(awards.tasks(key, BALLOT))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("hd-chu-tich", "hd-uy-vien-2", "hd-uy-vien-3");
        thenLimitIsTheEndOfTheVote();
        awards.castBallots(key, each -> Vote.YES);

        assertThat(process(key))
                .isWaitingAt(POSTAL)
                .hasPassed("Task_CloseVoting")
                .hasNotPassed("Event_VotingClosed");
    }

    private void thenLimitIsTheEndOfTheVote() {
        var until = sessions.get(key).voteUntil();
        then(timers(key)).containsExactly(until);
        then(awards.tasks(key, BALLOT))
                .allSatisfy(ballot -> then(ballot.getDueDate().toInstant()).isEqualTo(until.minusSeconds(1)));
    }

    @Test
    void carried_and_signed_Yes_it_tells_the_round() {
        convene(3);
        var process = process(key);
        awards.sit(round, each -> Vote.YES);

        assertThat(process).isEnded().hasPassed("Task_ConcludeSession", "Event_SessionConcluded");
        then(answers(key))
                .containsExactly(
                        "Đã nhập hết phiếu? Có",
                        "Đủ thành viên tham gia? Có",
                        "Có trường hợp ngang nhau? Không",
                        "Ký biên bản? Có");
        then(awards.dossier(dossier).state()).isEqualTo(DossierState.TO_SIGN);
        assertThat(process(round)).isWaitingAt("Event_AwardsHandedOver");
    }

    @Test
    void when_the_time_is_up_ballots_are_taken_away_and_absent_members_send_theirs_by_post() {
        convene(4);
        awards.callCouncil(key);
        for (int i = 0; i < 3; i++) vote(awards.tasks(key, BALLOT).get(0), Vote.YES);
        awards.travelTo(sessions.get(key).voteUntil().plusSeconds(2));
        assertThat(process(key)).isWaitingAt(POSTAL).isNotWaitingAt(BALLOT).hasPassed("Event_VotingClosed");
        awards.complete(
                key,
                POSTAL,
                new PostalAnswer(
                        List.of(),
                        absent(),
                        List.of(new PostalBallot(null, List.of(new DossierVote(dossier, Vote.NO, null)))),
                        true));

        assertThat(process(key)).isWaitingAt(CHECK);
        then(sessions.tally(key, dossier).counts().cast()).isEqualTo(4);
    }

    @Test
    void all_ballots_in_No_goes_on_entering() {
        convene(3);
        awards.callCouncil(key);
        awards.castBallots(key, each -> Vote.YES);
        awards.complete(key, POSTAL, new PostalAnswer(List.of(), List.of(), List.of(), false));

        assertThat(process(key)).isWaitingAt(POSTAL);
        then(answers(key)).containsExactly("Đã nhập hết phiếu? Không");
    }

    @Test
    void quorate_No_calls_the_sitting_again() {
        convene(3);
        awards.callCouncil(key);
        vote(awards.tasks(key, BALLOT).get(0), Vote.YES);
        awards.travelTo(sessions.get(key).voteUntil().plusSeconds(2));
        awards.enterNoPostalBallots(key);

        assertThat(process(key)).isWaitingAt(AGENDA);
        then(answers(key)).containsExactly("Đã nhập hết phiếu? Có", "Đủ thành viên tham gia? Không");
        awards.callCouncil(key);
        then(sessions.get(key).sitting()).isEqualTo(2);
        then(awards.tasks(key, BALLOT)).hasSize(3);
    }

    @Test
    void ties_Yes_are_settled_by_who_presides_and_asked_about_again() {
        convene(2, openRoundByMajority());
        awards.callCouncil(key);
        vote(awards.tasks(key, BALLOT).get(0), Vote.YES);
        vote(awards.tasks(key, BALLOT).get(0), Vote.NO);
        awards.enterNoPostalBallots(key);
        assertThat(process(key)).isWaitingAt(TIES).isNotWaitingAt(CHECK);
        var task = awards.task(key, TIES);
        var answer = new TieAnswer(List.of(dossier), "Tập thể có trên 70 % nữ");
        thenThrownBy(() -> awards.complete(task, "hd-uy-vien-2", COUNCIL, answer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chỉ người chủ trì phiên họp");
        awards.complete(task, "hd-chu-tich", COUNCIL, answer);

        assertThat(process(key)).isWaitingAt(CHECK);
        then(answers(key)).endsWith("Có trường hợp ngang nhau? Có", "Có trường hợp ngang nhau? Không");
    }

    @Test
    void signed_No_goes_back_to_the_secretary() {
        convene(3);
        awards.callCouncil(key);
        awards.castBallots(key, each -> Vote.YES);
        awards.enterNoPostalBallots(key);
        awards.checkMinutes(key);
        assertThat(process(key)).isWaitingAt(SIGN);
        awards.signMinutes(key, false);

        assertThat(process(key)).isWaitingAt(CHECK);
        then(answers(key)).endsWith("Ký biên bản? Không");
        awards.checkMinutes(key);
        awards.complete(awards.task(key, SIGN), "hd-chu-tich", Set.of(COUNCIL), Map.of("approve", true));
        then(office.isRunning(key)).isFalse();
    }

    @Test
    void called_off_with_its_round_it_ends() {
        convene(3);
        awards.callCouncil(key);
        var process = process(key);
        awards.asStanding(CAMPAIGN, () -> rounds.cancel(round, "Có văn bản dừng", "20/SNV"));

        assertThat(process).isEnded().hasPassed("Event_RoundCancelled", "Event_SessionCancelled");
        then(sessions.get(key).state()).isEqualTo(CouncilSession.State.CANCELLED);
    }

    @Test
    void a_ballot_is_its_members_own() {
        convene(3);
        awards.callCouncil(key);
        var ballot = awards.tasks(key, BALLOT).get(0);
        var other = ballot.getAssignee().equals("hd-uy-vien-2") ? "hd-uy-vien-3" : "hd-uy-vien-2";
        var votes = new BallotAnswer(List.of(new DossierVote(dossier, Vote.YES, null)));

        thenThrownBy(() -> awards.complete(ballot, other, COUNCIL, votes)).isInstanceOf(AuthorizationException.class);
        then(sessions.members(key)).noneMatch(SessionMember::hasVoted);
    }
}
