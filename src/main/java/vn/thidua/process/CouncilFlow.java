package vn.thidua.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.AgendaAnswer;
import vn.thidua.council.BallotAnswer;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSession.State;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.MinutesAnswer;
import vn.thidua.council.PostalAnswer;
import vn.thidua.council.SignMinutesAnswer;
import vn.thidua.council.TieAnswer;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.organisation.Groups;

/** What the model of a sitting asks and does; each method translates and nothing else. */
@Component("councilFlow")
public class CouncilFlow {

    static final String MEMBER = "member";

    private final CouncilSessions sessions;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final Answers answers;
    private final Messages messages;
    private final InHand inHand;

    CouncilFlow(
            CouncilSessions sessions,
            AwardRounds rounds,
            Campaigns campaigns,
            Answers answers,
            Messages messages,
            InHand inHand) {
        this.sessions = sessions;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.answers = answers;
        this.messages = messages;
        this.inHand = inHand;
    }

    /** The council's secretary; the standing agency where a campaign names none. */
    public List<String> secretaryGroups(DelegateExecution execution) {
        var campaign = campaigns.get(session(execution).campaign());
        return List.of(Groups.ofSecretary(campaign.code()), campaign.standingAgencyGroup());
    }

    /** The council, of whom only who presides may act; the standing agency where that was done on paper. */
    public List<String> presidingGroups(DelegateExecution execution) {
        var campaign = campaigns.get(session(execution).campaign());
        return List.of(Groups.ofCouncil(campaign.code()), campaign.standingAgencyGroup());
    }

    public List<String> voters(DelegateExecution execution) {
        return sessions.voters(key(execution));
    }

    public Date votingClosesAt(DelegateExecution execution) {
        return Moments.timer(session(execution).voteUntil());
    }

    public @Nullable Date votingDueDate(DelegateExecution execution) {
        return Moments.due(session(execution).voteUntil());
    }

    public void closeVoting(DelegateExecution execution) {
        sessions.closeVoting(key(execution));
    }

    public boolean isCounted(DelegateExecution execution) {
        return session(execution).isCounted();
    }

    public boolean isQuorate(DelegateExecution execution) {
        return sessions.quorate(key(execution));
    }

    public boolean hasTies(DelegateExecution execution) {
        return sessions.hasTies(key(execution));
    }

    public boolean isSigned(DelegateExecution execution) {
        return session(execution).state() == State.SIGNED;
    }

    public void conclude(DelegateExecution execution) {
        sessions.conclude(key(execution));
    }

    /** The round goes on; where it has gone on already, this was a further sitting. */
    public void tellRound(DelegateExecution execution) {
        var round = session(execution).round();
        if (!messages.send("council.concluded", round)) messages.send("council.further-concluded", round);
    }

    public void prepare(DelegateTask task) {
        sessions.prepare(key(task.getExecution()), answers.take(task, AgendaAnswer.class));
    }

    public void castBallot(DelegateTask task) {
        var execution = task.getExecution();
        sessions.vote(
                key(execution), String.valueOf(execution.getVariable(MEMBER)), answers.take(task, BallotAnswer.class));
    }

    public void enterPostal(DelegateTask task) {
        sessions.enterPostal(key(task.getExecution()), answers.take(task, PostalAnswer.class));
    }

    public void settle(DelegateTask task) {
        sessions.settle(key(task.getExecution()), answers.take(task, TieAnswer.class));
    }

    public void checkMinutes(DelegateTask task) {
        sessions.check(key(task.getExecution()), answers.take(task, MinutesAnswer.class));
    }

    public void signMinutes(DelegateTask task) {
        sessions.sign(key(task.getExecution()), answers.form(task, SignMinutesAnswer.class));
    }

    void describe(DelegateTask task) {
        var session = session(task.getExecution());
        task.setName("%s %s – %s"
                .formatted(
                        task.getName(),
                        NominationFlow.shortNumber(session.key()),
                        inHand.get(AwardRound.class, session.round(), rounds::get)
                                .name()));
        var until = session.voteUntil();
        if (until != null) task.setDescription("bỏ phiếu đến " + VietnamTime.dateTime(until));
        FormTexts.show(
                task,
                "Phiên họp %s, họp ngày %s.".formatted(session.key(), VietnamTime.date(session.heldOn())),
                "/api/council-sessions/%s/documents/bien-ban.pdf".formatted(session.key()));
    }

    private CouncilSession session(DelegateExecution execution) {
        return inHand.get(CouncilSession.class, key(execution), sessions::get);
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
