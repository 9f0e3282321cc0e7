package vn.thidua.nomination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.nomination.DossierHappened.Kind;

/**
 * Tạm dừng xét (Art. 4.4 of Decree 152/2025): pauses a dossier at any stage after its submission; when the last hold is lifted it goes on
 * where it was, its limits moved by the time it was paused.
 */
@Component
public class Holds {

    private final JdbcClient sql;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final NominationProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Holds(
            JdbcClient sql,
            Dossiers dossiers,
            Transitions transitions,
            NominationProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The lead agency pauses a dossier.
     *
     * @param document what the pause rests on, null where there is none yet
     * @throws Refusal NOT_FOUND; FORBIDDEN for all but the lead agency; CONFLICT for a draft or what is over; INVALID without kind or reason
     */
    @Transactional
    public Hold hold(String number, Hold.@Nullable Kind kind, @Nullable String reason, @Nullable String document) {
        var dossier = locked(number);
        mustLead(dossier);
        var why = Required.choice(
                kind, "kind", "Chưa chọn lý do tạm dừng. Hãy chọn kỷ luật, thanh tra, khiếu nại hoặc báo chí.");
        var text = Required.text(reason, "reason", "Nội dung đang xác minh");
        if (dossier.state() == DossierState.DRAFT || dossier.state().isFinal()) {
            throw Transitions.wrongState(List.of(dossier));
        }
        var hold = sql.sql("""
                with held as (update dossier set held_since = coalesce(held_since, :now) where number = :number),
                staged as (insert into dossier_stage(dossier, state, at, by, turn_group, limit_at, limit_basis, note)
                    values (:number, :state, :now, :by, :turn, null, null, :note))
                insert into eligibility_hold(dossier, kind, reason, document, held_by, held_at)
                values (:number, :kind, :reason, :document, :by, :now) returning *""")
                .param("now", Row.timestamp(clock.instant()))
                .param("number", number)
                .param("state", dossier.state().name())
                .param("by", Actor.current().userId())
                .param("turn", dossier.turnGroup())
                .param("note", "Tạm dừng xét: %s. %s".formatted(why.label(), text))
                .param("kind", why.name())
                .param("reason", text)
                .param("document", Required.textOrNull(document, "document", "Số văn bản"))
                .query(Holds::hold)
                .single();
        process.held(number, hold.id());
        happened(Kind.HELD, number, why.label());
        transitions.record("dossier.held", dossier, hold);
        return hold;
    }

    /**
     * The lead agency lifts a hold. The dossier goes on when it was the last.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for all but the lead agency; CONFLICT when it is ended; INVALID without a reason
     */
    @Transactional
    public void lift(long id, LiftAnswer answer) {
        var dossier = locked(get(id).dossier());
        mustLead(dossier);
        end(id, Required.text(answer.reason(), "reason", "Kết quả xác minh"), answer.document());
        var resumed = resume(dossier);
        transitions.record("dossier.lifted", dossier, get(id));
        if (resumed) {
            process.limitMoved(dossier.number());
            happened(Kind.LIFTED, dossier.number(), answer.reason());
        }
    }

    /**
     * What was verified is confirmed: the dossier is not considered any more.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for all but the lead agency; CONFLICT when the hold is ended, or the award is decided; INVALID
     *     without reason or document
     */
    @Transactional
    public void confirm(long id, @Nullable String reason, @Nullable String document) {
        var dossier = locked(get(id).dossier());
        mustLead(dossier);
        var why = Required.text(reason, "reason", "Kết luận");
        var basis = Required.text(document, "document", "Số văn bản kết luận");
        end(id, why, basis);
        transitions.endAll(List.of(dossier.number()), DossierState.LAPSED, "%s (%s)".formatted(why, basis));
        process.ended(List.of(dossier.number()));
    }

    /** @throws Refusal NOT_FOUND */
    public Hold get(long id) {
        return sql.sql("select * from eligibility_hold where id = ?")
                .param(id)
                .query(Holds::hold)
                .optional()
                .orElseThrow(() -> Refusal.notFound("Không có lần tạm dừng số %d.".formatted(id)));
    }

    /** All holds of the dossier, oldest first. */
    public List<Hold> of(String number) {
        return sql.sql("select * from eligibility_hold where dossier = ? order by id")
                .param(number)
                .query(Holds::hold)
                .list();
    }

    private void end(long id, String reason, @Nullable String document) {
        var ended = sql.sql("""
                update eligibility_hold set ended_by = ?, ended_at = ?, end_reason = ?, end_document = ?
                where id = ? and ended_at is null""")
                .params(
                        Actor.current().userId(),
                        Row.timestamp(clock.instant()),
                        reason,
                        Required.textOrNull(document, "document", "Số văn bản"),
                        id)
                .update();
        if (ended == 0) throw Refusal.conflict("hold-ended", "Lần tạm dừng này đã kết thúc. Hãy tải lại trang.");
    }

    /** @return whether no other hold keeps it paused */
    private boolean resume(Dossier dossier) {
        var paused = Optional.ofNullable(dossier.heldSince())
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        return sql.sql("""
                with moved as (
                    update dossier d set held_since = null, limit_at = limit_at + make_interval(secs => :paused),
                        resting_since = resting_since + make_interval(secs => :paused),
                        resting_limit_at = resting_limit_at + make_interval(secs => :paused)
                    where number = :number and not exists (
                        select from eligibility_hold h where h.dossier = d.number and h.ended_at is null)
                    returning *)
                insert into dossier_stage(dossier, state, at, by, turn_group, limit_at, limit_basis, note)
                select number, state, :now, :by, turn_group, limit_at, limit_basis, 'Hết tạm dừng, xét tiếp' from moved""")
                        .param("paused", paused.toMillis() / 1000.0)
                        .param("number", dossier.number())
                        .param("now", Row.timestamp(clock.instant()))
                        .param("by", Actor.current().userId())
                        .update()
                > 0;
    }

    private Dossier locked(String number) {
        return sql.sql("select * from dossier where number = ? for update")
                .param(number)
                .query(Dossiers::dossier)
                .optional()
                .orElseThrow(() -> Dossiers.unknown(number));
    }

    private static void mustLead(Dossier dossier) {
        Actor.current().mustBeIn(dossier.leadGroup(), "Chỉ cơ quan chủ trì được tạm dừng hoặc cho xét tiếp hồ sơ này.");
        Transitions.mustNotBeOwn(dossier, Stage.APPRAISAL);
    }

    private void happened(Kind kind, String number, @Nullable String reason) {
        events.publishEvent(new DossierHappened(kind, dossiers.get(number), reason));
    }

    private static Hold hold(ResultSet row, int i) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("dossier"),
                Hold.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("document"),
                row.getString("held_by"),
                Row.since(row, "held_at"),
                row.getString("ended_by"),
                Row.instant(row, "ended_at"),
                row.getString("end_reason"),
                row.getString("end_document"));
    }
}
