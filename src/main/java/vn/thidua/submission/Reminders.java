package vn.thidua.submission;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.Holidays.HolidaysChanged;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;

/** Which awaited parts are to be called to mind today; set-based, so that ten thousand cost a handful of statements. */
@Component
public class Reminders {

    private record Kind(String campaign, @Nullable Deadline deadline) {}

    private final Obligations obligations;
    private final Campaigns campaigns;
    private final Holidays holidays;
    private final MovableClock clock;

    Reminders(Obligations obligations, Campaigns campaigns, Holidays holidays, MovableClock clock) {
        this.obligations = obligations;
        this.campaigns = campaigns;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Takes what is to be called to mind today or was missed since, and sets each part's next reminder after today. */
    @Transactional
    public List<Obligation> take() {
        var today = clock.today();
        var due = obligations.toRemind(today);
        var calendar = holidays.calendar();
        var byCode = campaigns.all().stream().collect(Collectors.toMap(Campaign::code, Function.identity()));
        for (var kind : kinds(due)) {
            obligations.remindNext(kind.campaign(), kind.deadline(), today, next(byCode, kind, today, calendar));
        }
        return due;
    }

    /**
     * What is still to be called to mind is planned anew by the changed holidays, in the same transaction. A reminder that loses its day
     * and has no working day left before it keeps it, and so comes on the first working day after.
     */
    @EventListener
    void follow(HolidaysChanged changed) {
        var today = clock.today();
        var calendar = holidays.calendar();
        var byCode = campaigns.all().stream().collect(Collectors.toMap(Campaign::code, Function.identity()));
        for (var planned : obligations.plannedAfter(today)) {
            if (!calendar.lastWorkingDayUpTo(planned.on()).isAfter(today)) continue;
            var kind = new Kind(planned.campaign(), planned.deadline());
            obligations.replan(planned, next(byCode, kind, today, calendar));
        }
    }

    private static HashSet<Kind> kinds(List<Obligation> due) {
        return due.stream()
                .flatMap(obligation ->
                        obligation.parts().stream().map(part -> new Kind(obligation.campaign(), part.deadline())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable LocalDate next(
            Map<String, Campaign> campaigns, Kind kind, LocalDate today, vn.thidua.calendar.WorkingCalendar calendar) {
        if (kind.deadline() == null) return null;
        var rule = campaigns.get(kind.campaign()).plan().settings().reminderRule();
        return rule.next(kind.deadline(), today.plusDays(1), calendar);
    }
}
