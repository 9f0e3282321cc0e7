package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.nomination.DossierHappened.Kind;

/**
 * How a dossier comes from one state to the next, for this room and the later ones: one statement however many dossiers, refused while
 * paused and where the way doesn't lead there. Whose turn it is to call it is for the caller to check.
 */
@Component
public class Transitions {

    private static final Map<DossierState, Kind> HAPPENED = new EnumMap<>(Map.ofEntries(
            Map.entry(DossierState.OPINIONS_DIFFER, Kind.OPINIONS_DIFFER),
            Map.entry(DossierState.APPRAISED, Kind.APPRAISED),
            Map.entry(DossierState.IN_COUNCIL, Kind.IN_COUNCIL),
            Map.entry(DossierState.VOTED, Kind.VOTED),
            Map.entry(DossierState.TO_SIGN, Kind.TO_SIGN),
            Map.entry(DossierState.ESCALATED, Kind.ESCALATED),
            Map.entry(DossierState.AWARDED, Kind.AWARDED),
            Map.entry(DossierState.NOT_AWARDED, Kind.NOT_AWARDED),
            Map.entry(DossierState.RETURNED, Kind.RETURNED),
            Map.entry(DossierState.WITHDRAWN, Kind.WITHDRAWN),
            Map.entry(DossierState.LAPSED, Kind.LAPSED),
            Map.entry(DossierState.REVOKED, Kind.REVOKED),
            Map.entry(DossierState.SUPPLEMENT, Kind.SUPPLEMENT_REQUESTED)));

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Transitions(JdbcClient sql, Dossiers dossiers, MovableClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Moves one dossier on.
     *
     * @param turnGroup whose turn it then is; empty when nobody's or more than one group's
     * @param limitAt the first instant that is late; null where no limit runs
     * @param note kept in the history and told to those concerned
     * @throws Refusal NOT_FOUND; CONFLICT while it is paused, or when it doesn't stand where the way to the state begins
     */
    @Transactional
    public Dossier move(
            String number,
            DossierState to,
            String turnGroup,
            @Nullable Instant limitAt,
            @Nullable String limitBasis,
            @Nullable String note) {
        return moveAll(List.of(number), to, turnGroup, limitAt, limitBasis, note)
                .get(0);
    }

    /** As {@link #move} for many, in one statement, or none of them; in the order of their numbers. */
    @Transactional
    public List<Dossier> moveAll(
            Collection<String> numbers,
            DossierState to,
            String turnGroup,
            @Nullable Instant limitAt,
            @Nullable String limitBasis,
            @Nullable String note) {
        return moveAll(numbers, to, turnGroup, limitAt, limitBasis, note, false);
    }

    /**
     * Passes the turn on among those who work within one state. A dossier that has left the state, or that somebody is just moving, stays
     * as it is: nobody waits for a dossier while holding the decision it stands in.
     */
    @Transactional
    public void passTurn(Collection<String> numbers, DossierState within, String turnGroup) {
        sql.sql("""
                update dossier set turn_group = :turn where number in (
                    select number from dossier where number = any(:numbers) and state = :state for no key update skip locked)""")
                .param("turn", turnGroup)
                .param("numbers", numbers.toArray(String[]::new))
                .param("state", within.name())
                .update();
    }

    /** What is paused too comes to its end when its round does. */
    List<Dossier> endAll(Collection<String> numbers, DossierState to, @Nullable String note) {
        var ended = moveAll(numbers, to, "", null, null, note, true);
        sql.sql("""
                update eligibility_hold set ended_by = :by, ended_at = :now, end_reason = :note
                where dossier = any(:numbers) and ended_at is null""")
                .param("by", Actor.current().userId())
                .param("now", Row.timestamp(clock.instant()))
                .param("note", note)
                .param("numbers", numbers.toArray(String[]::new))
                .update();
        return ended;
    }

    private List<Dossier> moveAll(
            Collection<String> numbers,
            DossierState to,
            String turnGroup,
            @Nullable Instant limitAt,
            @Nullable String limitBasis,
            @Nullable String note,
            boolean heldToo) {
        var asked = new LinkedHashSet<>(numbers);
        if (asked.isEmpty()) return List.of();
        var moved = sql.sql("""
                with moved as (
                    update dossier set state = :to, since = :now, turn_group = :turn, limit_at = :limit, limit_basis = :basis,
                        resting_limit_at = null, resting_limit_basis = null, resting_since = null,
                        held_since = case when :final then null else held_since end
                    where number = any(:numbers) and state = any(:from) and (held_since is null or :heldToo) returning *),
                staged as (
                    insert into dossier_stage(dossier, state, at, by, turn_group, limit_at, limit_basis, note)
                    select number, state, since, :by, turn_group, limit_at, limit_basis, :note from moved order by number)
                select * from moved order by number""")
                .param("to", to.name())
                .param("now", Row.timestamp(clock.instant()))
                .param("turn", turnGroup)
                .param("limit", Row.timestamp(limitAt))
                .param("basis", limitBasis)
                .param("final", to.isFinal())
                .param("numbers", asked.toArray(String[]::new))
                .param("from", Dossiers.names(to.from()))
                .param("heldToo", heldToo)
                .param("by", Actor.current().userId())
                .param("note", note)
                .query(Dossiers::dossier)
                .list();
        if (moved.size() < asked.size()) throw notMoved(asked, moved, to);
        moved.forEach(dossier -> moved(dossier, note));
        return moved;
    }

    private void moved(Dossier dossier, @Nullable String note) {
        record("dossier." + code(dossier.state()), dossier, note);
        var kind = HAPPENED.get(dossier.state());
        if (kind != null) events.publishEvent(new DossierHappened(kind, dossier, note));
    }

    void record(String action, Dossier dossier, @Nullable Object detail) {
        events.publishEvent(Act.of(action, dossier.campaign(), dossier.unit(), dossier.number(), null, detail));
    }

    private static String code(DossierState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Refusal notMoved(Set<String> asked, List<Dossier> moved, DossierState to) {
        var left = new LinkedHashSet<>(asked);
        moved.forEach(dossier -> left.remove(dossier.number()));
        var found = dossiers.all(left);
        if (found.size() < left.size()) {
            found.forEach(dossier -> left.remove(dossier.number()));
            return Dossiers.unknown(left.iterator().next());
        }
        var standing = found.stream()
                .filter(dossier -> to.from().contains(dossier.state()))
                .findFirst();
        return standing.map(Transitions::held).orElseGet(() -> wrongState(found));
    }

    static Refusal wrongState(List<Dossier> dossiers) {
        return Refusal.conflict(
                "dossier-state",
                "Không làm được bước này lúc này: %s. Hãy tải lại trang để xem hồ sơ đang ở đâu."
                        .formatted(dossiers.stream()
                                .limit(5)
                                .map(dossier -> "hồ sơ %s (%s) đang ở trạng thái \"%s\""
                                        .formatted(
                                                dossier.number(),
                                                dossier.nomineeName(),
                                                dossier.state().label()))
                                .collect(joining("; "))));
    }

    static Refusal held(Dossier dossier) {
        return Refusal.conflict(
                "dossier-held",
                "Hồ sơ %s (%s) đang tạm dừng xét từ %s. Cơ quan chủ trì phải kết thúc tạm dừng trước khi làm tiếp."
                        .formatted(dossier.number(), dossier.nomineeName(), VietnamTime.dateTime(dossier.heldSince())));
    }

    /**
     * Asks the unit for a supplement; meanwhile the agency's own limit rests, and goes on with the days it had left.
     *
     * @param newDeadline last day for the unit, inclusive
     * @throws Refusal as {@link #move}; INVALID when reason or article are missing, or the day has passed
     */
    @Transactional
    public Dossier askSupplement(
            String number, LocalDate newDeadline, @Nullable String reason, @Nullable String article) {
        var why = Required.text(reason, "reason", "Nội dung cần bổ sung");
        var ground = Required.text(article, "article", "Căn cứ (điều, khoản)");
        Required.dayFrom(clock.today(), VietnamTime.date(newDeadline), "newDeadline", "Hạn bổ sung");
        var before = dossiers.get(number);
        var deadline = new Deadline(Deadline.Kind.BY, newDeadline);
        var note = "%s (căn cứ: %s)".formatted(why, ground);
        var moved = move(
                number, DossierState.SUPPLEMENT, before.unitGroup(), deadline.instant(), "hạn bổ sung hồ sơ", note);
        sql.sql("""
                with rested as (update dossier set resting_limit_at = :limit, resting_limit_basis = :basis, resting_since = :now
                    where number = :number)
                update dossier_version set outcome = 'SUPPLEMENT', outcome_reason = :reason, outcome_article = :article,
                    outcome_by = :by, outcome_at = :now
                where dossier = :number and version = :version""")
                .param("limit", Row.timestamp(before.limitAt()))
                .param("basis", before.limitBasis())
                .param("now", Row.timestamp(clock.instant()))
                .param("number", number)
                .param("reason", why)
                .param("article", ground)
                .param("by", Actor.current().userId())
                .param("version", before.version())
                .update();
        return moved;
    }

    /** As {@link #actsInAll} for one. */
    @Transactional
    public void actsIn(Dossier dossier, Stage stage) {
        actsInAll(List.of(dossier.number()), stage);
    }

    /**
     * Records, in one statement, that the actor acts in this stage of the dossiers. What the actor acts in is locked before, by the dossier
     * or by the sitting or decision it stands in.
     *
     * @throws Refusal FORBIDDEN when the actor belongs to the nominating unit (but for its head who signs what is the unit's own to give),
     *     or has acted in another stage; CONFLICT while a dossier is paused
     */
    @Transactional
    public void actsInAll(Collection<String> numbers, Stage stage) {
        var actor = Actor.current();
        if (actor.isSystem()) return;
        sql.sql("""
                with asked as (select * from dossier where number = any(:numbers)),
                before as (
                    select dossier, stage from dossier_act where actor = :actor and dossier = any(:numbers)
                    union select dossier, stage from joint_act, unnest(dossiers) dossier where actor = :actor and dossier = any(:numbers)),
                fresh as (select number from asked where number not in (select dossier from before)),
                acted as (
                    insert into dossier_act(dossier, actor, stage, at) select number, :actor, :stage, :now from fresh
                    where (select count(*) from fresh) = 1),
                acted_jointly as (
                    insert into joint_act(actor, stage, dossiers, at) select :actor, :stage, array_agg(number), :now from fresh
                    having count(*) > 1)
                select asked.*, before.stage as stage_before from asked left join before on before.dossier = asked.number
                order by number""")
                .param("actor", actor.userId())
                .param("stage", stage.name())
                .param("now", Row.timestamp(clock.instant()))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, i) -> {
                    var before = row.getString("stage_before");
                    mustAllow(Dossiers.dossier(row, i), before == null ? stage : Stage.valueOf(before), stage);
                    return true;
                })
                .list();
    }

    private static void mustAllow(Dossier dossier, Stage before, Stage stage) {
        mustNotBeHeld(dossier);
        mustNotBeOwn(dossier, stage);
        if (before != stage) throw twoStages(dossier.number(), stage);
    }

    /** @throws Refusal FORBIDDEN when the actor belongs to the nominating unit, in every stage but composing */
    static void mustNotBeOwn(Dossier dossier, Stage stage) {
        var isHead = stage == Stage.DECIDE && dossier.authorityGroup().equals(dossier.unitGroup());
        if (stage == Stage.COMPOSE || isHead || !Actor.current().isIn(dossier.unitGroup())) return;
        throw Refusal.forbidden(
                "Hồ sơ %s là của %s, đơn vị của ông/bà, nên ông/bà không được %s hồ sơ này. Hãy để người khác làm."
                        .formatted(dossier.number(), dossier.unitName(), stage.label()));
    }

    static Refusal twoStages(String number, Stage stage) {
        return Refusal.forbidden(
                "Ông/bà đã làm một khâu khác của hồ sơ %s nên không được %s hồ sơ này. Hãy để người khác làm."
                        .formatted(number, stage.label()));
    }

    /** @throws Refusal CONFLICT while it is paused */
    public static void mustNotBeHeld(Dossier dossier) {
        if (dossier.held()) throw held(dossier);
    }
}
