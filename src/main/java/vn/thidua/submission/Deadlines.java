package vn.thidua.submission;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.campaign.PlanChange;
import vn.thidua.campaign.PlanChanges.PlanChanged;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.UnitLists.UnitsChanged;
import vn.thidua.organisation.Units;

/** The one place where deadlines move: row, reminder, timer and due date together, the old one kept on record. */
@Component
public class Deadlines {

    /** A deadline that was, and why it gave way. */
    public record Moved(
            String addressee,
            @Nullable Deadline from,
            @Nullable Deadline to,
            String cause,
            String reason,
            String changedBy,
            java.time.Instant changedAt) {}

    private final JdbcClient sql;
    private final Obligations obligations;
    private final Campaigns campaigns;
    private final Units units;
    private final Holidays holidays;
    private final DutyOpening opening;
    private final Succession succession;
    private final SubmissionProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Deadlines(
            JdbcClient sql,
            Obligations obligations,
            Campaigns campaigns,
            Units units,
            Holidays holidays,
            DutyOpening opening,
            Succession succession,
            SubmissionProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.obligations = obligations;
        this.campaigns = campaigns;
        this.units = units;
        this.holidays = holidays;
        this.opening = opening;
        this.succession = succession;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** Every deadline the obligation has had, newest change first. */
    public List<Moved> of(long obligation) {
        return sql.sql("select * from deadline_change where obligation = ? order by id desc")
                .param(obligation)
                .query((row, i) -> new Moved(
                        row.getString("addressee"),
                        deadline(row.getString("old_kind"), row.getObject("old_date", LocalDate.class)),
                        deadline(row.getString("new_kind"), row.getObject("new_date", LocalDate.class)),
                        row.getString("cause"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** A new deadline as typed: the last day, dd/MM/yyyy, today or later. @throws Refusal INVALID naming the field */
    Deadline read(@Nullable String lastDay, String field) {
        var day = VietnamTime.parse(lastDay)
                .orElseThrow(() ->
                        Refusal.invalid("new-deadline", field, "Hạn mới phải có dạng dd/MM/yyyy, ví dụ 30/11/2026."));
        if (day.isBefore(clock.today())) {
            throw Refusal.invalid(
                    "new-deadline",
                    field,
                    "Hạn mới không được trước ngày hôm nay (%s).".formatted(VietnamTime.date(clock.today())));
        }
        if (day.isAfter(clock.today().plusYears(5))) {
            throw Refusal.invalid("new-deadline", field, "Hạn mới quá xa. Hãy kiểm tra lại năm của hạn.");
        }
        return new Deadline(Deadline.Kind.BY, day);
    }

    @Nullable
    LocalDate nextReminder(Obligation obligation, @Nullable Deadline deadline) {
        if (deadline == null) return null;
        var rule = campaigns.get(obligation.campaign()).plan().settings().reminderRule();
        return rule.next(deadline, clock.today().plusDays(1), holidays.calendar());
    }

    void move(Obligation obligation, Part part, Deadline deadline, String cause, String reason) {
        var moved = part.awaiting(part.returned(), deadline, nextReminder(obligation, deadline));
        obligations.update(obligation.id(), moved);
        note(obligation, part, deadline, cause, reason);
        process.deadlineMoved(obligation, moved);
        events.publishEvent(new SubmissionHappened(SubmissionHappened.Kind.DEADLINE_MOVED, obligation, moved, reason));
        events.publishEvent(Act.of(
                "deadline.moved",
                obligation.campaign(),
                obligation.owner(),
                obligation.key(),
                part.deadlineInWords(),
                deadline.inWords()));
    }

    void note(Obligation obligation, Part part, Deadline deadline, String cause, String reason) {
        sql.sql("""
                insert into deadline_change(obligation, addressee, old_kind, old_date, new_kind, new_date, cause, reason, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        obligation.id(),
                        part.addressee(),
                        part.deadline() == null ? null : part.deadline().kind().name(),
                        part.deadline() == null ? null : part.deadline().date(),
                        deadline.kind().name(),
                        deadline.date(),
                        cause,
                        reason,
                        Actor.current().userId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** A ruling or an amendment: what is open follows it in the same transaction. */
    @EventListener
    void follow(PlanChanged changed) {
        var aspect = changed.change().aspect();
        if (aspect == Aspect.DUE) followDue(changed.campaign(), changed.change());
        if (aspect == Aspect.ADDRESSEE) followAddressees(changed.campaign(), changed.change());
        if (aspect == Aspect.DUE || aspect == Aspect.ADDRESSEE) process.lookForDuties();
    }

    @EventListener
    void follow(UnitsChanged changed) {
        process.lookForDuties();
    }

    private void followDue(Campaign campaign, PlanChange change) {
        var duty = campaign.plan().duty(String.valueOf(change.duty())).orElseThrow();
        var groupOf = units.of(campaign.code()).stream().collect(Collectors.toMap(Unit::code, Unit::group));
        for (var obligation : open(campaign, duty)) {
            if (obligation.period().frequency() != duty.every()) {
                succession.end(obligation, "Kỳ nộp đã được quy định theo " + change.documentInWords());
                continue;
            }
            var group = groupOf.getOrDefault(obligation.owner(), "");
            var deadline = duty.deadline(group, obligation.period()).orElse(null);
            for (var part : obligation.parts()) {
                if (!part.isAwaited() || part.returned() || deadline == null || deadline.equals(part.deadline()))
                    continue;
                if (keepsExtension(obligation, part, deadline)) continue;
                move(obligation, part, deadline, change.kind().name(), change.documentInWords());
            }
        }
    }

    /** More time given to one unit is not taken back by a date for all that comes earlier. */
    private boolean keepsExtension(Obligation obligation, Part part, Deadline deadline) {
        if (part.deadline() == null || !part.deadline().instant().isAfter(deadline.instant())) return false;
        return of(obligation.id()).stream()
                .filter(moved -> moved.addressee().equals(part.addressee()))
                .findFirst()
                .filter(moved -> moved.cause().equals("EXTENSION"))
                .isPresent();
    }

    private void followAddressees(Campaign campaign, PlanChange change) {
        var duty = campaign.plan().duty(String.valueOf(change.duty())).orElseThrow();
        for (var obligation : open(campaign, duty)) {
            if (!obligation.parts().stream().allMatch(Part::isAwaited)) continue;
            var wanted = new HashSet<>(DutyOpening.addressees(campaign, duty, obligation.owner()));
            var now = obligation.parts().stream().map(Part::addressee).collect(Collectors.toSet());
            if (!wanted.equals(now)) readdress(campaign, duty, obligation);
        }
    }

    /** The process begins again with the new addressees; the draft stays. */
    private void readdress(Campaign campaign, Duty duty, Obligation obligation) {
        var readdressed = opening.readdressed(campaign, duty, obligation);
        if (readdressed.parts().isEmpty()) {
            succession.end(obligation, "Đơn vị là nơi nhận, không nộp cho chính mình");
            return;
        }
        process.ended(obligation);
        obligations.removeAwaitedParts(obligation.id());
        obligations.addParts(List.of(readdressed));
        process.start(List.of(readdressed));
        events.publishEvent(Act.of(
                "obligation.readdressed",
                obligation.campaign(),
                obligation.owner(),
                obligation.key(),
                obligation.parts().stream().map(Part::addressee).toList(),
                readdressed.parts().stream().map(Part::addressee).toList()));
    }

    private List<Obligation> open(Campaign campaign, Duty duty) {
        return obligations.openOf(campaign.code()).stream()
                .filter(obligation -> obligation.duty().equals(duty.id()))
                .toList();
    }

    private static @Nullable Deadline deadline(@Nullable String kind, @Nullable LocalDate date) {
        return kind == null || date == null ? null : new Deadline(Deadline.Kind.valueOf(kind), date);
    }
}
