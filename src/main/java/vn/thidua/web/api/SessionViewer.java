package vn.thidua.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.council.Conflict;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.SessionItem;
import vn.thidua.web.api.SessionViews.AgendaItemView;
import vn.thidua.web.api.SessionViews.ConflictView;
import vn.thidua.web.api.SessionViews.MemberView;
import vn.thidua.web.api.SessionViews.SessionDetail;
import vn.thidua.web.api.SessionViews.SessionSummary;

/** Puts together what is shown of a sitting. Whether the actor may see it has been asked before. */
@Component
class SessionViewer {

    private final CouncilSessions sessions;

    SessionViewer(CouncilSessions sessions) {
        this.sessions = sessions;
    }

    SessionDetail detail(CouncilSession session) {
        return new SessionDetail(SessionSummary.of(session), members(session), counted(session), conflicts(session));
    }

    List<MemberView> members(CouncilSession session) {
        return sessions.members(session.key()).stream().map(MemberView::of).toList();
    }

    /** The agenda; with the counts once no more ballots can come in. */
    List<AgendaItemView> counted(CouncilSession session) {
        return sessions.items(session.key()).stream()
                .map(item -> AgendaItemView.of(item, null, sentence(session, item)))
                .toList();
    }

    List<ConflictView> conflicts(CouncilSession session) {
        return views(session, sessions.conflicts(session.key()));
    }

    /** Before the sitting is called. */
    List<ConflictView> foreseenConflicts(CouncilSession session) {
        return views(session, sessions.foreseenConflicts(session.key()));
    }

    private List<ConflictView> views(CouncilSession session, List<Conflict> conflicts) {
        var items = sessions.items(session.key());
        return conflicts.stream()
                .map(conflict -> ConflictView.of(conflict, items))
                .toList();
    }

    private @Nullable String sentence(CouncilSession session, SessionItem item) {
        if (item.dropped() != null) return "Không đưa ra biểu quyết: " + item.dropped();
        return session.isCounted()
                ? sessions.tally(session.key(), item.dossier()).sentence()
                : null;
    }
}
