package vn.thidua.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.Period;
import vn.thidua.calendar.WorkingCalendar;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Opens what has become due to open. Repeatable: an obligation is keyed by campaign, unit, duty and period, so nothing opens twice, and
 * whatever an outage left out opens at the next run.
 */
@Component
public class DutyOpening {

    /** How many obligations one transaction opens. */
    public static final int CHUNK = 100;

    private final Campaigns campaigns;
    private final Units units;
    private final Obligations obligations;
    private final Succession succession;
    private final Holidays holidays;
    private final SubmissionProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    DutyOpening(
            Campaigns campaigns,
            Units units,
            Obligations obligations,
            Succession succession,
            Holidays holidays,
            SubmissionProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.units = units;
        this.obligations = obligations;
        this.succession = succession;
        this.holidays = holidays;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** Opens at most {@link #CHUNK} obligations over all campaigns. @return whether there may be more */
    @Transactional
    public boolean openSome() {
        return campaigns.codes().stream().anyMatch(this::openSome);
    }

    /** Opens at most {@link #CHUNK} obligations of the campaign. @return whether there may be more */
    @Transactional
    public boolean openSome(String code) {
        var campaign = campaigns.get(code);
        var all = units.of(code);
        succession.passOn(campaign, all);
        var known = obligations.keys(code);
        var calendar = holidays.calendar();
        var missing = owed(campaign, all, known, calendar).limit(CHUNK + 1L).toList();
        if (missing.isEmpty()) return false;
        var opened = obligations.add(missing.subList(0, Math.min(CHUNK, missing.size())));
        var awaited = opened.stream()
                .filter(obligation -> obligation.parts().stream().anyMatch(Part::isAwaited))
                .toList();
        process.start(awaited);
        if (!opened.isEmpty()) record(campaign, opened);
        return missing.size() > CHUNK;
    }

    private void record(Campaign campaign, List<Obligation> opened) {
        events.publishEvent(Act.of(
                "obligations.opened",
                campaign.code(),
                null,
                campaign.code(),
                null,
                opened.stream().map(Obligation::key).toList()));
    }

    private Stream<Obligation> owed(Campaign campaign, List<Unit> all, Set<String> known, WorkingCalendar calendar) {
        return campaign.plan().duties().stream()
                .flatMap(duty -> duty.periods().stream()
                        .flatMap(period -> duty.type() == Duty.Type.CONSOLIDATED_REPORT
                                ? consolidated(campaign, duty, period, calendar).stream()
                                : all.stream()
                                        .map(unit -> ofUnit(campaign, duty, period, unit, calendar))
                                        .filter(Objects::nonNull)))
                .filter(obligation -> !known.contains(obligation.key()));
    }

    private @Nullable Obligation ofUnit(
            Campaign campaign, Duty duty, Period period, Unit unit, WorkingCalendar calendar) {
        if (!duty.isOwedBy(unit.group())) return null;
        var deadline = duty.deadline(unit.group(), period).orElse(null);
        var today = clock.today();
        if (duty.opensOn(unit.group(), period, campaign.plan().settings().openDaysBefore())
                .isAfter(today)) return null;
        if (!wasThere(unit, deadline, period, today)) return null;
        var history = isHistory(campaign, deadline, period);
        if (!history && unit.isClosedOn(today)) return null;
        var addressees = addressees(campaign, duty, unit.code());
        if (addressees.isEmpty()) return null;
        var key = period.code().isEmpty()
                ? campaign.code() + "/" + unit.code()
                : campaign.code() + "/" + unit.code() + "/" + period.code();
        return obligation(
                key,
                campaign,
                duty,
                period,
                unit.code(),
                unit.name(),
                Groups.ofUnit(campaign.code(), unit.code()),
                addressees,
                deadline,
                history,
                calendar);
    }

    /** A unit owes what was due while it existed: one founded after a deadline gets only the later duties. */
    private static boolean wasThere(Unit unit, @Nullable Deadline deadline, Period period, LocalDate today) {
        if (deadline != null) return unit.existsOn(deadline.lastDay());
        return unit.existsOn(
                period.frequency().isRecurring() && period.lastDay().isBefore(today) ? period.lastDay() : today);
    }

    private static boolean isHistory(Campaign campaign, @Nullable Deadline deadline, Period period) {
        if (deadline != null) return campaign.isHistory(deadline.instant());
        return period.frequency().isRecurring() && period.lastDay().isBefore(campaign.adoptedOn());
    }

    /** The addressees of the plan, or the standing agency where it names none; nobody hands in to themselves. */
    static List<String> addressees(Campaign campaign, Duty duty, String owner) {
        var named =
                duty.to().isEmpty() ? List.of(campaign.plan().standingAgency().id()) : duty.to();
        return named.stream().filter(addressee -> !addressee.equals(owner)).toList();
    }

    private Optional<Obligation> consolidated(Campaign campaign, Duty duty, Period period, WorkingCalendar calendar) {
        if (!period.frequency().isRecurring()) return Optional.empty();
        var source = campaign.plan().duty(String.valueOf(duty.consolidates())).orElseThrow();
        if (opensOn(campaign, source, period).isAfter(clock.today())) return Optional.empty();
        var deadline = duty.due().deadlineOf(period).orElse(null);
        var agency = duty.from().get(0);
        var addressee = duty.to().isEmpty()
                ? campaign.plan().standingAgency().id()
                : duty.to().get(0);
        return Optional.of(obligation(
                campaign.code() + "/" + period.code(),
                campaign,
                duty,
                period,
                agency,
                campaign.plan().agencyName(agency),
                campaign.groupOf(agency),
                List.of(addressee),
                deadline,
                isHistory(campaign, deadline, period),
                calendar));
    }

    /** A consolidated report opens once the last unit's deadline has passed; where there is none, when the period is over. */
    private static LocalDate opensOn(Campaign campaign, Duty source, Period period) {
        return campaign.plan().unitGroups().stream()
                .filter(group -> source.isOwedBy(group.id()))
                .map(group -> source.deadline(group.id(), period)
                        .map(Deadline::lastDay)
                        .orElse(period.lastDay()))
                .max(LocalDate::compareTo)
                .orElse(period.lastDay())
                .plusDays(1);
    }

    private Obligation obligation(
            String key,
            Campaign campaign,
            Duty duty,
            Period period,
            String owner,
            String ownerName,
            String ownerGroup,
            List<String> addressees,
            @Nullable Deadline deadline,
            boolean history,
            WorkingCalendar calendar) {
        var parts = new ArrayList<Part>();
        for (var addressee : addressees) {
            parts.add(part(campaign, addressee, deadline, history, calendar));
        }
        return new Obligation(
                0,
                key,
                campaign.code(),
                duty.id(),
                duty.type(),
                period,
                owner,
                ownerName,
                ownerGroup,
                clock.instant(),
                List.copyOf(parts));
    }

    private Part part(
            Campaign campaign,
            String addressee,
            @Nullable Deadline deadline,
            boolean history,
            WorkingCalendar calendar) {
        var state = history ? Part.State.HISTORY : Part.State.AWAITED;
        var reminder = history || deadline == null
                ? null
                : campaign.plan().settings().reminderRule().next(deadline, clock.today(), calendar);
        return new Part(
                addressee, campaign.groupOf(addressee), state, false, deadline, 0, null, null, null, null, reminder);
    }

    /** The parts an obligation gets when its addressees change. */
    Obligation readdressed(Campaign campaign, Duty duty, Obligation obligation) {
        var deadline = obligation.parts().get(0).deadline();
        var calendar = holidays.calendar();
        return obligation.withParts(addressees(campaign, duty, obligation.owner()).stream()
                .map(addressee -> part(campaign, addressee, deadline, false, calendar))
                .toList());
    }
}
