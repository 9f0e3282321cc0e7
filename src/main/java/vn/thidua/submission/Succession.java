package vn.thidua.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;

/** Kế thừa đơn vị: what a closed unit still owes passes to its successor, or ends where there is none or it owes the same. */
@Component
class Succession {

    private final Obligations obligations;
    private final SubmissionProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Succession(
            Obligations obligations, SubmissionProcess process, MovableClock clock, ApplicationEventPublisher events) {
        this.obligations = obligations;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    void passOn(Campaign campaign, List<Unit> units) {
        var today = clock.today();
        for (var unit : units) {
            if (!unit.isClosedOn(today)) continue;
            var owed = obligations.ofOwner(campaign.code(), unit.code()).stream()
                    .filter(obligation -> obligation.parts().stream()
                            .anyMatch(part -> part.isAwaited() || part.state() == Part.State.SUBMITTED))
                    .toList();
            if (!owed.isEmpty()) pass(campaign, unit, successor(unit, units), owed);
        }
    }

    private void pass(Campaign campaign, Unit closed, Optional<Unit> successor, List<Obligation> owed) {
        var alreadyOwed = successor
                .map(unit -> obligations.ofOwner(campaign.code(), unit.code()))
                .orElse(List.of());
        for (var obligation : owed) {
            var owesTheSame = alreadyOwed.stream()
                    .anyMatch(other -> other.duty().equals(obligation.duty())
                            && other.period().equals(obligation.period()));
            if (successor.isPresent() && !owesTheSame) pass(obligation, successor.get());
            else end(obligation, "Đơn vị %s đã giải thể".formatted(closed.name()));
        }
    }

    private void pass(Obligation obligation, Unit successor) {
        var passed = new Obligation(
                obligation.id(),
                obligation.key(),
                obligation.campaign(),
                obligation.duty(),
                obligation.type(),
                obligation.period(),
                successor.code(),
                successor.name(),
                Groups.ofUnit(obligation.campaign(), successor.code()),
                obligation.openedAt(),
                obligation.parts());
        obligations.passTo(passed);
        process.ownerChanged(passed);
        events.publishEvent(Act.of(
                "obligation.passed-on",
                obligation.campaign(),
                successor.code(),
                obligation.key(),
                obligation.owner(),
                successor.code()));
    }

    /** Nothing is owed any more: what was not handed in ends, with the reason on record. */
    void end(Obligation obligation, String reason) {
        obligation.parts().stream()
                .filter(part -> part.isAwaited() || part.state() == Part.State.SUBMITTED)
                .forEach(part -> {
                    obligations.update(obligation.id(), part.ended());
                    events.publishEvent(
                            new SubmissionHappened(SubmissionHappened.Kind.ENDED, obligation, part.ended(), reason));
                });
        process.ended(obligation);
        events.publishEvent(
                Act.of("obligation.ended", obligation.campaign(), obligation.owner(), obligation.key(), null, reason));
    }

    /** The unit that stands in the closed one's place today, over any number of mergers. */
    private Optional<Unit> successor(Unit closed, List<Unit> units) {
        var next = Optional.of(closed);
        for (int steps = 0; steps < units.size() && next.isPresent(); steps++) {
            var code = next.get().successor();
            next = units.stream().filter(unit -> unit.code().equals(code)).findFirst();
            if (next.isPresent() && next.get().existsOn(clock.today())) return next;
        }
        return Optional.empty();
    }
}
