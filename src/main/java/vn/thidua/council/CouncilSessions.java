package vn.thidua.council;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilSession.State;
import vn.thidua.council.Minutes.SettledTie;
import vn.thidua.council.PostalAnswer.PostalBallot;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Required;
import vn.thidua.nomination.RoundHappened;
import vn.thidua.nomination.RoundTerms;
import vn.thidua.nomination.Stage;
import vn.thidua.nomination.Transitions;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Groups;

/**
 * The sittings of the councils, from the call to the signed minutes. Nobody, the secretary and administrators included, can learn how a
 * member voted in a secret vote; counts are told only once no more ballots come in.
 */
@Component
public class CouncilSessions {

    private final SessionTable sessions;
    private final Ballots ballots;
    private final MinutesTable minutes;
    private final ConflictFinder conflictFinder;
    private final TieFinder tieFinder;
    private final CouncilRoles roles;
    private final CouncilMembers council;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final Campaigns campaigns;
    private final AwardProcedures procedures;
    private final CouncilProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    CouncilSessions(
            SessionTable sessions,
            Ballots ballots,
            MinutesTable minutes,
            ConflictFinder conflictFinder,
            TieFinder tieFinder,
            CouncilRoles roles,
            CouncilMembers council,
            AwardRounds rounds,
            Dossiers dossiers,
            Transitions transitions,
            Campaigns campaigns,
            AwardProcedures procedures,
            CouncilProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.ballots = ballots;
        this.minutes = minutes;
        this.conflictFinder = conflictFinder;
        this.tieFinder = tieFinder;
        this.roles = roles;
        this.council = council;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.campaigns = campaigns;
        this.procedures = procedures;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** Does a dossier of the round that stands ready need the council? */
    public boolean needed(String round) {
        return !waiting(rounds.get(round)).isEmpty();
    }

    /**
     * Opens a sitting over all dossiers of the round that need one, and starts its process. A step of the round's process: no check of who
     * asks.
     *
     * @throws Refusal CONFLICT when no dossier waits for the council
     */
    @Transactional
    public CouncilSession open(String round) {
        var awardRound = rounds.get(round);
        var waiting = waiting(awardRound);
        if (waiting.isEmpty()) {
            throw Refusal.conflict("nothing-for-council", "Đợt xét không có hồ sơ nào chờ trình Hội đồng.");
        }
        var terms = awardRound.terms();
        var session = sessions.open(
                awardRound.campaign(),
                round,
                VietnamTime.dayOf(clock.instant()).getYear(),
                terms.secret(),
                terms.quorumPercent(),
                terms.conflictLeavesBase(),
                clock.instant());
        sessions.addItems(session.id(), items(awardRound, waiting));
        sendToCouncil(awardRound, waiting);
        record("council.opened", session, null, Map.of("dossiers", waiting.size()));
        process.start(session);
        return session;
    }

    /**
     * The secretary calls a further sitting, for dossiers that were on hold or not yet appraised at the last one.
     *
     * @throws Refusal FORBIDDEN for who isn't the secretary or of the standing agency; CONFLICT as {@link #open}, or when the round is over
     */
    @Transactional
    public CouncilSession convene(String round) {
        var awardRound = rounds.get(round);
        roles.mustBeSecretary(awardRound.campaign());
        if (awardRound.state() != AwardRound.State.APPRAISED) {
            throw Refusal.conflict(
                    "round-state",
                    "Đợt xét đang ở trạng thái \"%s\" nên không triệu tập Hội đồng được."
                            .formatted(awardRound.state().label()));
        }
        return open(round);
    }

    /** @throws Refusal NOT_FOUND */
    public CouncilSession get(String key) {
        return sessions.get(key);
    }

    /** @throws Refusal NOT_FOUND */
    public CouncilSession get(long id) {
        return sessions.get(id);
    }

    public Optional<CouncilSession> find(String key) {
        return sessions.find(key);
    }

    /** The sittings of a round, oldest first. */
    public List<CouncilSession> of(String round) {
        return sessions.of(round);
    }

    /** The agenda in its order, what was dropped from it included. */
    public List<SessionItem> items(String key) {
        return sessions.items(get(key).id()).stream().map(CountedItem::item).toList();
    }

    /** The members by seat; before the agenda is set, nobody. */
    public List<SessionMember> members(String key) {
        return sessions.members(get(key).id());
    }

    public List<Conflict> conflicts(String key) {
        return sessions.conflicts(get(key).id());
    }

    /** Who would not vote on what if the sitting were called now; for whoever prepares its agenda. */
    public List<Conflict> foreseenConflicts(String key) {
        var campaign = get(key).campaign();
        var nothingNamed =
                new AgendaAnswer(null, null, null, null, null, null, List.of(), List.of(), null, List.of(), List.of());
        return conflictFinder.find(campaign, council.of(campaign), items(key), nothingNamed);
    }

    /**
     * The secretary sets the agenda and the voting begins; also calls a sitting again that had no quorum.
     *
     * @throws Refusal FORBIDDEN for who isn't the secretary or of the standing agency; CONFLICT when the sitting is past that, or the
     *     council has no voting member; INVALID naming the field
     */
    @Transactional
    public void prepare(String key, AgendaAnswer answer) {
        var session = sessions.locked(key);
        roles.mustBeSecretary(session.campaign());
        var isAgain = mustBeToPrepare(session);
        var terms = rounds.get(session.round()).terms();
        var agenda = Agenda.of(answer, terms.secret(), terms.quorumPercent(), clock);
        var members = council.of(session.campaign());
        if (members.stream().noneMatch(CouncilMember::votes)) {
            throw Refusal.conflict(
                    "no-members", "Hội đồng chưa có thành viên biểu quyết. Hãy ghi thành viên Hội đồng trước.");
        }
        sessions.clear(session.id());
        minutes.clear(session.id());
        if (isAgain) sessions.nextSitting(session.id());
        sessions.dropHeldAndEnded(session.id());
        var live = live(session);
        sessions.reorder(session.id(), order(session, answer.dossiers()));
        var called = called(members, answer.memberIds());
        sessions.addMembers(session.id(), members, called);
        sessions.addConflicts(
                session.id(),
                conflictFinder.find(
                        session.campaign(),
                        members,
                        live.stream().map(CountedItem::item).toList(),
                        answer));
        sessions.call(session.id(), agenda);
        record("council.called", session, null, called(agenda, called.size(), live.size()));
    }

    /** Prepared for the first time, or again? @throws Refusal CONFLICT when neither */
    private boolean mustBeToPrepare(CouncilSession session) {
        if (session.state() == State.PREPARING) return false;
        if (session.state() == State.COUNTED && !counting(session).isQuorate()) return true;
        throw wrongState(session, "lập chương trình");
    }

    private List<String> order(CouncilSession session, List<String> first) {
        var all = sessions.items(session.id()).stream()
                .map(CountedItem::dossier)
                .collect(toCollection(LinkedHashSet::new));
        first.stream().filter(dossier -> !all.contains(dossier)).findFirst().ifPresent(strange -> {
            throw Refusal.invalid("dossier", "dossiers", "Hồ sơ \"%s\" không thuộc phiên họp này.".formatted(strange));
        });
        var order = new LinkedHashSet<>(first);
        order.addAll(all);
        return List.copyOf(order);
    }

    private static Set<Long> called(List<CouncilMember> members, List<Long> asked) {
        var ids = members.stream().map(CouncilMember::id).collect(toSet());
        asked.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(strange -> {
            throw Refusal.invalid("member", "memberIds", "Hội đồng không có thành viên số %s.".formatted(strange));
        });
        return asked.isEmpty() ? ids : Set.copyOf(asked);
    }

    private static Map<String, Object> called(Agenda agenda, int members, int dossiers) {
        var told = new LinkedHashMap<String, Object>();
        told.put("date", VietnamTime.date(agenda.heldOn()));
        told.put("place", agenda.place());
        told.put("voteUntil", VietnamTime.dateTime(agenda.voteUntil()));
        told.put("secret", agenda.secret());
        told.put("members", members);
        told.put("dossiers", dossiers);
        return told;
    }

    /** User ids of the members called who vote in the system: they have an account and at least one dossier to vote on. */
    public List<String> voters(String key) {
        var session = get(key);
        return voters(session, sessions.members(session.id()))
                .map(SessionMember::userId)
                .toList();
    }

    private Stream<SessionMember> voters(CouncilSession session, List<SessionMember> members) {
        var conflicted = sessions.conflicted(session.id());
        var live = live(session);
        return members.stream()
                .filter(member -> member.userId() != null && member.votes() && member.called())
                .filter(member -> live.stream().anyMatch(item -> mayVote(member, item, conflicted)));
    }

    /** The dossiers the member may vote on; empty for who isn't a voting member. */
    public List<SessionItem> ballot(String key, String userId) {
        var session = get(key);
        var conflicted = sessions.conflicted(session.id());
        return sessions.members(session.id()).stream()
                .filter(member -> userId.equals(member.userId()) && member.votes())
                .flatMap(member -> live(session).stream().filter(item -> mayVote(member, item, conflicted)))
                .map(CountedItem::item)
                .toList();
    }

    /**
     * A member who hasn't voted yet may not vote on a dossier, and says so.
     *
     * @throws Refusal FORBIDDEN for who isn't a voting member; CONFLICT when the member has voted or no ballots are taken; INVALID without
     *     a reason or for a dossier not on the agenda
     */
    @Transactional
    public void declareConflict(String key, String dossier, String reason) {
        var session = sessions.locked(key);
        mustBeVoting(session);
        var member = voter(session, Actor.current().userId());
        mustNotHaveVoted(member);
        if (live(session).stream().noneMatch(item -> item.dossier().equals(dossier))) {
            throw Refusal.invalid(
                    "dossier", "dossier", "Hồ sơ \"%s\" không có trong chương trình phiên họp này.".formatted(dossier));
        }
        var declared = new Conflict(
                dossier,
                member.id(),
                member.name(),
                Conflict.Ground.DECLARED,
                Required.text(reason, "reason", "Lý do không biểu quyết"));
        sessions.addConflicts(session.id(), List.of(declared));
        record("council.conflict-declared", session, null, Map.of("dossier", dossier, "reason", declared.reason()));
    }

    /**
     * A member votes, once and for all: one vote on each dossier the member may vote on.
     *
     * @param userId the member, who has to be the actor
     * @throws Refusal FORBIDDEN for anybody else's ballot; CONFLICT when the member has voted or no ballots are taken; INVALID for a
     *     ballot that isn't whole
     */
    @Transactional
    public void vote(String key, String userId, BallotAnswer answer) {
        if (!Actor.current().userId().equals(userId)) {
            throw Refusal.forbidden("Mỗi thành viên tự bỏ phiếu của mình; không ai bỏ phiếu thay được.");
        }
        var session = sessions.locked(key);
        mustBeVoting(session);
        var member = voter(session, userId);
        mustNotHaveVoted(member);
        sessions.dropHeldAndEnded(session.id());
        var votable = votable(session, member);
        BallotCheck.mustBeWhole(answer.votes(), votable, session.secret());
        transitions.actsInAll(votable, Stage.COUNCIL);
        take(session, member, false, answer.votes());
        ballots.count(session.id(), answer.votes());
        // that the member voted and nothing else, in an open vote too: the minutes tell
        record("council.voted", session, null, null);
    }

    private void take(CouncilSession session, SessionMember member, boolean postal, List<DossierVote> votes) {
        if (!ballots.cast(session.id(), member.id(), postal, clock.instant())) throw hasVoted(member);
        if (!session.secret()) ballots.keep(session.id(), member.id(), votes);
    }

    /**
     * The time to vote is over, or everybody who votes in the system has voted. Does nothing when it is closed already. A step of the
     * process: no check of who asks.
     *
     * @throws Refusal CONFLICT while ballots can still come in
     */
    @Transactional
    public void closeVoting(String key) {
        close(sessions.locked(key));
    }

    private void close(CouncilSession session) {
        if (session.state() == State.COUNTING) return;
        if (session.state() != State.VOTING) throw wrongState(session, "kết thúc bỏ phiếu");
        var isOver = !clock.instant().isBefore(session.voteUntil());
        if (!isOver && !voters(session, sessions.members(session.id())).allMatch(SessionMember::hasVoted)) {
            throw Refusal.conflict(
                    "voting-open",
                    "Chưa hết giờ bỏ phiếu (%s) và còn thành viên chưa bỏ phiếu."
                            .formatted(VietnamTime.dateTime(session.voteUntil())));
        }
        sessions.dropHeldAndEnded(session.id());
        sessions.setState(session.id(), State.COUNTING);
        record("council.voting-closed", session, null, null);
    }

    /**
     * The secretary enters who sat without voting in the system, and the ballots that absent members sent in. Can be entered in parts;
     * with {@code finish} the votes are counted.
     *
     * @throws Refusal FORBIDDEN for who isn't the secretary or of the standing agency; CONFLICT while the voting goes on or once it is
     *     counted, and for a member who has voted; INVALID for a member who sat, or ballots that aren't whole
     */
    @Transactional
    public void enterPostal(String key, PostalAnswer answer) {
        var session = sessions.locked(key);
        roles.mustBeSecretary(session.campaign());
        close(session);
        var members = sessions.members(session.id()).stream().collect(toMap(SessionMember::id, member -> member));
        answer.present().forEach(id -> member(members, id, "present"));
        sessions.setPresent(session.id(), answer.present());
        var senders = senders(session, members, answer);
        if (session.secret()) enterSecret(session, senders, answer.ballots());
        else enterOpen(session, senders, answer.ballots());
        if (answer.finish()) sessions.setState(session.id(), State.COUNTED);
        record("council.postal-entered", session, null, entered(senders, answer));
    }

    private List<SessionMember> senders(CouncilSession session, Map<Long, SessionMember> members, PostalAnswer answer) {
        var ids = session.secret()
                ? answer.members()
                : answer.ballots().stream().map(PostalBallot::member).toList();
        var senders = new ArrayList<SessionMember>();
        var seen = new HashSet<Long>();
        for (var id : ids) {
            var member = member(members, id, "ballots");
            if (!member.votes()) {
                throw Refusal.invalid("no-vote", "ballots", "%s không có quyền biểu quyết.".formatted(member.name()));
            }
            if (member.hasVoted() || !seen.add(member.id())) throw hasVoted(member);
            if (member.present() || answer.present().contains(member.id())) {
                throw Refusal.invalid(
                        "not-absent",
                        "ballots",
                        "%s có mặt tại phiên họp nên không nhập phiếu gửi về. Chỉ nhập phiếu của người vắng mặt."
                                .formatted(member.name()));
            }
            senders.add(member);
        }
        if (answer.ballots().size() != senders.size()) {
            throw Refusal.invalid(
                    "postal-count",
                    "ballots",
                    "Có %d người gửi phiếu nhưng %d phiếu. Mỗi người gửi đúng một phiếu."
                            .formatted(senders.size(), answer.ballots().size()));
        }
        return senders;
    }

    private void enterOpen(CouncilSession session, List<SessionMember> senders, List<PostalBallot> postal) {
        for (int i = 0; i < senders.size(); i++) {
            var votes = postal.get(i).votes();
            var votable = votable(session, senders.get(i));
            BallotCheck.mustBeWhole(votes, votable, false);
            takeSent(session, senders.get(i), votable, votes);
            ballots.count(session.id(), votes);
        }
    }

    /** Envelope and ballot are apart: who sent one is entered, and all ballots together without a name. */
    private void enterSecret(CouncilSession session, List<SessionMember> senders, List<PostalBallot> postal) {
        if (postal.stream().anyMatch(ballot -> ballot.member() != null)) {
            throw Refusal.invalid(
                    "ballot-names",
                    "ballots",
                    "Phiếu kín không ghi tên người gửi. Hãy ghi người gửi riêng, phiếu riêng.");
        }
        var votable = new LinkedHashMap<String, Integer>();
        var bySender = new LinkedHashMap<SessionMember, Set<String>>();
        for (var sender : senders) {
            bySender.put(sender, votable(session, sender));
            bySender.get(sender).forEach(dossier -> votable.merge(dossier, 1, Integer::sum));
        }
        var votes = postal.stream().map(PostalBallot::votes).toList();
        BallotCheck.mustBeOfThese(votes, votable);
        bySender.forEach((sender, own) -> takeSent(session, sender, own, List.of()));
        ballots.count(session.id(), votes.stream().flatMap(List::stream).toList());
    }

    /** Who sends the ballot in acts in the council like who casts it. */
    private void takeSent(CouncilSession session, SessionMember sender, Set<String> votable, List<DossierVote> votes) {
        if (sender.userId() != null) {
            new Actor(sender.userId(), Set.of()).act(() -> {
                transitions.actsInAll(votable, Stage.COUNCIL);
                return true;
            });
        }
        take(session, sender, true, votes);
    }

    private static SessionMember member(Map<Long, SessionMember> members, @Nullable Long id, String field) {
        var member = id == null ? null : members.get(id);
        if (member != null) return member;
        throw Refusal.invalid("member", field, "Phiên họp không có thành viên số %s.".formatted(id));
    }

    private static Map<String, Object> entered(List<SessionMember> senders, PostalAnswer answer) {
        return Map.of(
                "ballotsFrom", senders.stream().map(SessionMember::name).toList(),
                "present", answer.present().size(),
                "finish", answer.finish());
    }

    /**
     * The count of one dossier.
     *
     * @throws Refusal NOT_FOUND for a dossier not on the agenda; CONFLICT before the votes are counted or for a dossier that was dropped
     */
    public Tally tally(String key, String dossier) {
        var session = counted(key);
        var item = sessions.items(session.id()).stream()
                .filter(each -> each.dossier().equals(dossier))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không thuộc phiên họp này.".formatted(dossier)));
        if (item.item().dropped() != null) {
            throw Refusal.conflict(
                    "dropped",
                    "Hồ sơ %s không được biểu quyết: %s."
                            .formatted(dossier, item.item().dropped()));
        }
        return counting(session).of(item);
    }

    /** The counts of all dossiers voted on, in the order of the agenda. @throws Refusal CONFLICT before the votes are counted */
    public Map<String, Tally> tallies(String key) {
        var session = counted(key);
        return tallies(session, counting(session));
    }

    private Map<String, Tally> tallies(CouncilSession session, Counting counting) {
        var tallies = new LinkedHashMap<String, Tally>();
        live(session).forEach(item -> tallies.put(item.dossier(), counting.of(item)));
        return tallies;
    }

    /** Did enough members take part? @throws Refusal CONFLICT before the votes are counted */
    public boolean quorate(String key) {
        return counting(counted(key)).isQuorate();
    }

    /** Is there a tie nobody has settled? To be asked again after each settling: it may bring another. */
    public boolean hasTies(String key) {
        return !ties(key).isEmpty();
    }

    /** The ties nobody has settled, each with the order Art. 4.6 proposes. @throws Refusal CONFLICT before the votes are counted */
    public List<Tie> ties(String key) {
        return ties(counted(key));
    }

    private List<Tie> ties(CouncilSession session) {
        return tieFinder.unsettled(session, counting(session), sessions.items(session.id()));
    }

    /**
     * Who presides settles the ties: chooses among the candidates and says why. What isn't chosen isn't carried, or comes after those
     * chosen.
     *
     * @throws Refusal FORBIDDEN for who doesn't preside; CONFLICT when there is no tie; INVALID without a reason, for a dossier that isn't
     *     tied, or when the number chosen isn't the number of places
     */
    @Transactional
    public void settle(String key, TieAnswer answer) {
        var session = sessions.locked(key);
        roles.mustPreside(session, sessions.members(session.id()));
        if (session.state() != State.COUNTED) throw wrongState(session, "quyết định trường hợp ngang phiếu");
        var ties = ties(session);
        if (ties.isEmpty()) throw Refusal.conflict("no-tie", "Không có hồ sơ nào ngang phiếu cần quyết định.");
        var reason = Required.text(answer.reason(), "reason", "Lý do");
        mustBeTied(ties, answer.preferred());
        ties.forEach(tie -> settle(session, tie, answer.preferred(), reason));
    }

    private static void mustBeTied(List<Tie> ties, List<String> preferred) {
        var tied = ties.stream().flatMap(tie -> tie.dossiers().stream()).collect(toSet());
        preferred.stream()
                .filter(dossier -> !tied.contains(dossier))
                .findFirst()
                .ifPresent(strange -> {
                    throw Refusal.invalid(
                            "not-tied", "preferred", "Hồ sơ \"%s\" không ngang phiếu.".formatted(strange));
                });
    }

    private void settle(CouncilSession session, Tie tie, List<String> preferred, String reason) {
        var chosen =
                preferred.stream().filter(tie.dossiers()::contains).distinct().toList();
        if (tie.kind() == Tie.Kind.PLACES && chosen.size() != tie.places()) {
            throw Refusal.invalid(
                    "places",
                    "preferred",
                    "%s: còn %d suất cho %d hồ sơ ngang phiếu. Hãy chọn đúng %d hồ sơ."
                            .formatted(
                                    tie.what(), tie.places(), tie.candidates().size(), tie.places()));
        }
        var order = new LinkedHashSet<>(chosen);
        order.addAll(tie.dossiers());
        int place = 0;
        for (var dossier : order) {
            place++;
            if (tie.kind() == Tie.Kind.EVEN) sessions.settle(session.id(), dossier, chosen.contains(dossier), null);
            else sessions.settle(session.id(), dossier, null, place);
        }
        var settled = new SettledTie(
                tie.kind(), tie.dossiers(), chosen, reason, Actor.current().userId(), clock.instant());
        minutes.addTie(session.id(), settled);
        record("council.tie-settled", session, tie.dossiers(), Map.of("preferred", chosen, "reason", reason));
    }

    /** The minutes as they stand. @throws Refusal CONFLICT before the votes are counted */
    public Minutes minutes(String key) {
        var session = counted(key);
        var counting = counting(session);
        var written = minutes.find(session.id());
        return new Minutes(
                session,
                rounds.get(session.round()).name(),
                counting.members(),
                counting.voting(),
                counting.present(),
                counting.postal(),
                "%d/%d thành viên dự họp (cần ít nhất %d), %d thành viên vắng mặt gửi phiếu"
                        .formatted(counting.present(), counting.voting(), counting.quorum(), counting.postal()),
                session.conflictLeavesBase()
                        ? "Thành viên không được biểu quyết một hồ sơ thì không tính vào số thành viên khi tính tỷ lệ của hồ sơ đó"
                        : "Thành viên không được biểu quyết một hồ sơ vẫn tính vào số thành viên khi tính tỷ lệ của hồ sơ đó",
                lines(session, counting),
                minutes.ties(session.id()),
                written.map(MinutesTable.Written::startedAt).orElse(null),
                written.map(MinutesTable.Written::endedAt).orElse(null),
                written.map(MinutesTable.Written::discussion).orElse(null),
                written.map(MinutesTable.Written::conclusion).orElse(null),
                written.map(MinutesTable.Written::checkedBy).orElse(null),
                written.map(MinutesTable.Written::checkedAt).orElse(null),
                written.map(MinutesTable.Written::signedBy).orElse(null),
                written.map(MinutesTable.Written::signedPosition).orElse(null),
                written.map(MinutesTable.Written::signedAt).orElse(null),
                written.map(MinutesTable.Written::sentBackFor).orElse(null));
    }

    private List<Minutes.Line> lines(CouncilSession session, Counting counting) {
        var kept = ballots.kept(session.id());
        var conflicts = sessions.conflicts(session.id()).stream().collect(groupingBy(Conflict::dossier));
        return sessions.items(session.id()).stream()
                .map(item -> new Minutes.Line(
                        item.item(),
                        item.item().dropped() == null ? counting.of(item) : null,
                        conflicts.getOrDefault(item.dossier(), List.of()),
                        kept.getOrDefault(item.dossier(), List.of())))
                .toList();
    }

    /**
     * The secretary has checked the minutes: they go to who presided.
     *
     * @throws Refusal FORBIDDEN for who isn't the secretary or of the standing agency; CONFLICT without a quorum, with a tie nobody has
     *     settled, or when the minutes are signed; INVALID for a wrong time or no conclusion
     */
    @Transactional
    public void check(String key, MinutesAnswer answer) {
        var session = sessions.locked(key);
        roles.mustBeSecretary(session.campaign());
        if (session.state() != State.COUNTED) throw wrongState(session, "rà soát biên bản");
        mustBeDecided(session);
        minutes.check(
                session.id(),
                time(answer.startedAt(), "startedAt", "Giờ bắt đầu"),
                time(answer.endedAt(), "endedAt", "Giờ kết thúc"),
                Required.textOrNull(answer.discussion(), "discussion", "Diễn biến, ý kiến thảo luận"),
                Required.text(answer.conclusion(), "conclusion", "Kết luận"),
                Actor.current().userId(),
                clock.instant());
        sessions.setState(session.id(), State.MINUTES);
        record("council.minutes-checked", session, null, null);
    }

    private static @Nullable String time(@Nullable String text, String field, String name) {
        var time = Agenda.time(text, field, name);
        return time == null ? null : time.toString();
    }

    private void mustBeDecided(CouncilSession session) {
        if (!counting(session).isQuorate()) {
            throw Refusal.conflict(
                    "no-quorum", "Phiên họp không đủ thành viên nên không có biên bản kết quả. Hãy họp lại.");
        }
        if (!ties(session).isEmpty()) {
            throw Refusal.conflict(
                    "tie-open", "Còn hồ sơ ngang phiếu chưa được quyết định. Người chủ trì phải quyết định trước.");
        }
    }

    /**
     * Who presided signs the minutes or sends them back.
     *
     * @throws Refusal FORBIDDEN for who doesn't preside; CONFLICT when the minutes don't wait for it; INVALID to send back without a reason
     */
    @Transactional
    public void sign(String key, SignMinutesAnswer answer) {
        var session = sessions.locked(key);
        var presiding = roles.mustPreside(session, sessions.members(session.id()));
        if (session.state() != State.MINUTES) throw wrongState(session, "ký biên bản");
        if (answer.approve()) {
            minutes.sign(session.id(), presiding.name(), presiding.seat().label(), clock.instant());
            sessions.setState(session.id(), State.SIGNED);
            record("council.minutes-signed", session, null, Map.of("signer", presiding.name()));
        } else {
            var reason = Required.text(answer.reason(), "reason", "Lý do trả lại biên bản");
            minutes.sendBack(session.id(), reason);
            sessions.setState(session.id(), State.COUNTED);
            record("council.minutes-sent-back", session, null, Map.of("reason", reason));
        }
    }

    /**
     * The minutes are signed: the dossiers are voted, or not awarded. What was on hold waits for a further sitting. A step of the process:
     * no check of who asks.
     *
     * @throws Refusal CONFLICT when the minutes aren't signed
     */
    @Transactional
    public void conclude(String key) {
        var session = sessions.locked(key);
        if (session.state() != State.SIGNED) throw wrongState(session, "kết thúc phiên họp");
        var counting = counting(session);
        var results = tallies(session, counting);
        // what was put on hold or withdrawn since the count stays where it is
        var standing = dossiers.of(session.round(), DossierState.IN_COUNCIL).stream()
                .filter(dossier -> !dossier.held() && results.containsKey(dossier.number()))
                .toList();
        var carried = standing.stream()
                .filter(dossier -> results.get(dossier.number()) instanceof Carried)
                .toList();
        var lost = standing.stream()
                .filter(dossier -> !carried.contains(dossier))
                .map(Dossier::number)
                .toList();
        var note = "Phiên họp %s ngày %s".formatted(session.key(), VietnamTime.date(session.heldOn()));
        moveAll(carried, DossierState.VOTED, rounds.get(session.round()).leadGroup(), Running.NONE, note);
        transitions.moveAll(lost, DossierState.NOT_AWARDED, "", null, null, note + ": không đạt số phiếu cần thiết");
        if (!lost.isEmpty()) process.notCarried(lost);
        sessions.setState(session.id(), State.CONCLUDED);
        record("council.concluded", session, null, Map.of("carried", carried.size(), "notCarried", lost.size()));
    }

    /**
     * The dossiers of the round with equal votes whose order somebody settled (Decree 152/2025, Art. 4.6), each with its place among those
     * equal: who comes first takes the places of a quota first.
     */
    public Map<String, Integer> settledPlaces(String round) {
        var places = new HashMap<String, Integer>();
        sessions.of(round).stream()
                .filter(CouncilSession::isCounted)
                .flatMap(session -> sessions.items(session.id()).stream())
                .map(CountedItem::item)
                .filter(item -> item.place() != null)
                .forEach(item -> places.put(item.dossier(), item.place()));
        return places;
    }

    /** The round is called off: its sittings end without a result. */
    @EventListener
    void end(RoundHappened happened) {
        if (happened.kind() != RoundHappened.Kind.CANCELLED) return;
        for (var session : sessions.of(happened.round().key())) {
            if (session.state() == State.CONCLUDED || session.state() == State.CANCELLED) continue;
            sessions.setState(session.id(), State.CANCELLED);
            record("council.cancelled", session, null, null);
            process.cancelled(sessions.get(session.id()));
        }
    }

    private List<Dossier> waiting(AwardRound round) {
        var campaign = campaigns.get(round.campaign());
        var pending = sessions.pending(round.key());
        var collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        return dossiers.of(round.key(), DossierState.APPRAISED, DossierState.IN_COUNCIL).stream()
                .filter(dossier -> !dossier.held() && !pending.contains(dossier.number()))
                .filter(dossier -> needsCouncil(campaign, round.terms(), dossier.form()))
                .sorted(Comparator.comparing((Dossier dossier) -> dossier.form().rank())
                        .thenComparing(Dossier::grade, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Dossier::kind)
                        .thenComparing(Dossier::nomineeName, collator)
                        .thenComparing(Dossier::number))
                .toList();
    }

    /** The law itself asks for the council's vote on the flag of the Government; for all else the round's terms do. */
    private boolean needsCouncil(Campaign campaign, RoundTerms terms, AwardForm form) {
        return form == AwardForm.CO_CP
                || (terms.council() && procedures.of(campaign, form).council());
    }

    private List<SessionItem> items(AwardRound round, List<Dossier> waiting) {
        var campaign = campaigns.get(round.campaign());
        var terms = round.terms();
        var items = new ArrayList<SessionItem>();
        for (var dossier : waiting) {
            var procedure = procedures.of(campaign, dossier.form());
            // Art. 37 of Decree 152/2025 sets the share for this flag; no round's terms can lower it
            var byLaw = dossier.form() == AwardForm.CO_CP;
            items.add(SessionTable.item(
                    dossier,
                    items.size() + 1,
                    byLaw ? procedure.thresholdPercent() : terms.thresholdPercent(),
                    byLaw ? procedure.thresholdBase() : terms.thresholdBase()));
        }
        return items;
    }

    private void sendToCouncil(AwardRound round, List<Dossier> waiting) {
        var fresh = waiting.stream()
                .filter(dossier -> dossier.state() == DossierState.APPRAISED)
                .toList();
        var councilOn = round.terms().councilOn();
        var council = councilOn == null
                ? Running.NONE
                : new Running(new Deadline(Deadline.Kind.BY, councilOn).instant(), "ngày họp Hội đồng theo đợt xét");
        moveAll(fresh, DossierState.IN_COUNCIL, Groups.ofSecretary(round.campaign()), council, null);
    }

    /** A limit that runs for a dossier. */
    private record Running(@Nullable Instant at, @Nullable String basis) {

        static final Running NONE = new Running(null, null);
    }

    /** The limit to submit a State-level dossier goes on running through the council; for all others the step has its own. */
    private void moveAll(
            List<Dossier> moved, DossierState to, String turnGroup, Running otherwise, @Nullable String note) {
        moved.stream()
                .collect(groupingBy(
                        dossier -> dossier.form().isOfState()
                                ? new Running(dossier.limitAt(), dossier.limitBasis())
                                : otherwise,
                        LinkedHashMap::new,
                        mapping(Dossier::number, toList())))
                .forEach((limit, numbers) ->
                        transitions.moveAll(numbers, to, turnGroup, limit.at(), limit.basis(), note));
    }

    private List<CountedItem> live(CouncilSession session) {
        return sessions.items(session.id()).stream()
                .filter(item -> item.item().dropped() == null)
                .toList();
    }

    private Set<String> votable(CouncilSession session, SessionMember member) {
        var conflicted = sessions.conflicted(session.id());
        return live(session).stream()
                .filter(item -> mayVote(member, item, conflicted))
                .map(CountedItem::dossier)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static boolean mayVote(SessionMember member, CountedItem item, Map<String, Set<Long>> conflicted) {
        return !conflicted.getOrDefault(item.dossier(), Set.of()).contains(member.id());
    }

    private Counting counting(CouncilSession session) {
        return new Counting(session, sessions.members(session.id()), sessions.conflicted(session.id()));
    }

    private SessionMember voter(CouncilSession session, String userId) {
        return sessions.members(session.id()).stream()
                .filter(member -> Objects.equals(member.userId(), userId) && member.votes() && member.called())
                .findFirst()
                .orElseThrow(() ->
                        Refusal.forbidden("Ông/bà không phải thành viên biểu quyết được triệu tập của phiên họp này."));
    }

    private static void mustNotHaveVoted(SessionMember member) {
        if (member.hasVoted()) throw hasVoted(member);
    }

    private static Refusal hasVoted(SessionMember member) {
        return Refusal.conflict(
                "has-voted", "%s đã bỏ phiếu. Mỗi thành viên chỉ bỏ phiếu một lần.".formatted(member.name()));
    }

    private void mustBeVoting(CouncilSession session) {
        var now = clock.instant();
        if (session.state() != State.VOTING) throw wrongState(session, "bỏ phiếu");
        if (now.isBefore(session.voteFrom())) {
            throw Refusal.conflict(
                    "vote-too-early",
                    "Chưa đến giờ bỏ phiếu: bắt đầu lúc %s.".formatted(VietnamTime.dateTime(session.voteFrom())));
        }
        if (!now.isBefore(session.voteUntil())) {
            throw Refusal.conflict(
                    "vote-too-late",
                    "Đã hết giờ bỏ phiếu lúc %s. Thư ký Hội đồng nhập phiếu của người vắng mặt."
                            .formatted(VietnamTime.dateTime(session.voteUntil())));
        }
    }

    private CouncilSession counted(String key) {
        var session = get(key);
        if (session.isCounted()) return session;
        throw Refusal.conflict(
                "not-counted",
                "Chưa có kết quả: phiên họp đang ở bước \"%s\". Kết quả chỉ có sau khi kiểm phiếu."
                        .formatted(session.state().label()));
    }

    private static Refusal wrongState(CouncilSession session, String what) {
        return Refusal.conflict(
                "session-state",
                "Không %s được: phiên họp %s đang ở bước \"%s\"."
                        .formatted(what, session.key(), session.state().label()));
    }

    private void record(String action, CouncilSession session, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(Act.of(action, session.campaign(), null, session.key(), before, after));
    }
}
