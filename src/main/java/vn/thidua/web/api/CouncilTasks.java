package vn.thidua.web.api;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.CouncilSight;
import vn.thidua.council.SessionItem;
import vn.thidua.council.SessionMember;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.web.api.AwardTaskViews.AgendaForm;
import vn.thidua.web.api.AwardTaskViews.AgendaProposal;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.AwardTaskViews.BallotForm;
import vn.thidua.web.api.AwardTaskViews.MinutesForm;
import vn.thidua.web.api.AwardTaskViews.MinutesProposal;
import vn.thidua.web.api.AwardTaskViews.PostalForm;
import vn.thidua.web.api.AwardTaskViews.TiesForm;
import vn.thidua.web.api.SessionViews.AgendaItemView;
import vn.thidua.web.api.SessionViews.CalledMemberView;
import vn.thidua.web.api.SessionViews.MemberView;
import vn.thidua.web.api.SessionViews.TieView;

/** What the forms of a sitting need. */
@Component
class CouncilTasks {

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final CouncilSessions sessions;
    private final CouncilSight sight;
    private final CouncilMembers members;
    private final SessionViewer viewer;
    private final MovableClock clock;

    CouncilTasks(
            Campaigns campaigns,
            AwardRounds rounds,
            CouncilSessions sessions,
            CouncilSight sight,
            CouncilMembers members,
            SessionViewer viewer,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.sessions = sessions;
        this.sight = sight;
        this.members = members;
        this.viewer = viewer;
        this.clock = clock;
    }

    AwardTask of(Located located, String asks) {
        var session = sight.see(located.businessKey());
        return switch (located.definition()) {
            case "Task_PrepareAgenda" -> agenda(session, asks);
            case "Task_CastBallot" -> ballot(session, asks, Objects.requireNonNull(located.member()));
            case "Task_EnterPostalBallots" -> postal(session, asks);
            case "Task_SettleTies" ->
                page(session, "Chọn giữa các trường hợp ngang nhau", asks)
                        .with(
                                null,
                                new TiesForm(sessions.ties(session.key()).stream()
                                        .map(TieView::of)
                                        .toList()));
            case "Task_CheckMinutes" -> minutes(session, asks);
            default -> page(session, "Ký biên bản", asks).plain(null);
        };
    }

    private TaskPage page(CouncilSession session, String heading, String asks) {
        var round = rounds.get(session.round());
        var campaign = campaigns.get(session.campaign());
        var page = new TaskPage(campaign, heading + ": " + round.name(), asks, clock.instant())
                .fact("Phiên họp", session.key())
                .fact("Thời gian", when(session))
                .fact("Nơi họp", session.place())
                .fact("Cách biểu quyết", session.modeInWords())
                .by(AwardRole.COUNCIL)
                .link("Trang phiên họp", "/phien-hop/" + session.key())
                .link("Trang đợt xét", "/dot-xet/" + round.key());
        if (session.state() == CouncilSession.State.VOTING)
            page.fact("Khóa phiếu lúc", VietnamTime.dateTime(session.voteUntil()));
        return session.sitting() > 1
                ? page.warning("Họp lần %d: lần trước không đủ số thành viên tham gia.".formatted(session.sitting()))
                : page;
    }

    private static String when(CouncilSession session) {
        if (session.heldOn() == null) return "";
        var day = VietnamTime.date(session.heldOn());
        return session.heldAt() == null ? day : "%s ngày %s".formatted(session.heldAt(), day);
    }

    private AwardTask agenda(CouncilSession session, String asks) {
        var round = rounds.get(session.round());
        var council = members.of(session.campaign());
        return page(session, "Chuẩn bị phiên họp", asks)
                .warning(
                        council.isEmpty()
                                ? "Hội đồng chưa có thành viên nào trong hệ thống. Cơ quan thường trực ghi danh sách ở trang Hội đồng trước."
                                : null)
                .link("Danh sách Hội đồng", "/phong-trao/%s/hoi-dong".formatted(session.campaign()))
                .with(
                        null,
                        new AgendaForm(
                                proposal(session, round),
                                council.stream().map(CalledMemberView::of).toList(),
                                viewer.counted(session),
                                viewer.foreseenConflicts(session)));
    }

    private static AgendaProposal proposal(CouncilSession session, AwardRound round) {
        return new AgendaProposal(
                VietnamTime.date(round.terms().councilOn()), session.secret(), session.quorumPercent());
    }

    private AwardTask ballot(CouncilSession session, String asks, String userId) {
        var mine = sessions.ballot(session.key(), userId).stream()
                .map(SessionItem::dossier)
                .toList();
        var member = sessions.members(session.key()).stream()
                .filter(each -> userId.equals(each.userId()))
                .map(SessionMember::id)
                .findFirst();
        var conflicts = sessions.conflicts(session.key());
        var items = sessions.items(session.key()).stream()
                .filter(item -> item.dropped() == null)
                .map(item -> AgendaItemView.of(
                        item,
                        mine.contains(item.dossier())
                                ? null
                                : conflicts.stream()
                                        .filter(conflict -> conflict.dossier().equals(item.dossier())
                                                && member.filter(id -> id == conflict.member())
                                                        .isPresent())
                                        .map(conflict -> "Ông/bà không bỏ phiếu hồ sơ này: " + conflict.reason())
                                        .findFirst()
                                        .orElse("Ông/bà không bỏ phiếu hồ sơ này."),
                        null))
                .toList();
        return page(session, "Bỏ phiếu", asks).with(null, new BallotForm(session.secret(), items));
    }

    private AwardTask postal(CouncilSession session, String asks) {
        var voters = sessions.members(session.key()).stream()
                .filter(SessionMember::votes)
                .toList();
        var cast = (int) voters.stream().filter(SessionMember::hasVoted).count();
        var missing = sessions.members(session.key()).stream()
                .filter(member -> !member.hasVoted())
                .map(MemberView::of)
                .toList();
        return page(session, "Phiếu giấy và kiểm phiếu", asks)
                .download("Giấy mời (Word)", paper(session, "giay-moi.docx"))
                .download("Phiếu biểu quyết (PDF)", paper(session, "phieu-bieu-quyet.pdf"))
                .with(
                        null,
                        new PostalForm(
                                session.secret(),
                                voters.size(),
                                cast,
                                missing,
                                toVoteOn(session),
                                viewer.conflicts(session)));
    }

    private List<AgendaItemView> toVoteOn(CouncilSession session) {
        return viewer.counted(session).stream()
                .filter(item -> item.dropped() == null)
                .toList();
    }

    private static String paper(CouncilSession session, String name) {
        return "/api/council-sessions/%s/documents/%s".formatted(session.key(), name);
    }

    private AwardTask minutes(CouncilSession session, String asks) {
        var minutes = sessions.minutes(session.key());
        return page(session, "Kiểm tra biên bản", asks)
                .download("Biên bản (Word)", paper(session, "bien-ban.docx"))
                .download("Biên bản (PDF)", paper(session, "bien-ban.pdf"))
                .with(
                        null,
                        new MinutesForm(
                                new MinutesProposal(
                                        minutes.startedAt(),
                                        minutes.endedAt(),
                                        minutes.discussion(),
                                        minutes.conclusion()),
                                minutes.quorumSentence(),
                                minutes.sentBackFor(),
                                viewer.counted(session)));
    }
}
