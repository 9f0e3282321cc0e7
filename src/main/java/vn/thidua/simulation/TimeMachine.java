package vn.thidua.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;

/** Moves the one clock forward and fires every job on its way, each at its own time and in order. The job executor must be at rest. */
@Component
public class TimeMachine {

    private static final LocalTime DAILY_RUN = LocalTime.of(7, 0);

    private final MovableClock clock;
    private final ManagementService management;

    TimeMachine(MovableClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
    }

    /** Stops the clock at the instant, without firing anything; the daily run comes round again next morning from there. */
    public void startAt(Instant instant) {
        clock.holdAt(instant);
        var today = VietnamTime.dayOf(instant);
        var next = morning(today).isAfter(instant) ? morning(today) : morning(today.plusDays(1));
        dailyRun().forEach(job -> management.setJobDuedate(job.getId(), Date.from(next)));
    }

    /** Lets the daily run rest until the morning of the day, when it makes up for what it left out. */
    public void restUntil(LocalDate day) {
        var morning = Date.from(morning(day));
        dailyRun()
                .filter(job -> job.getDuedate().before(morning))
                .forEach(job -> management.setJobDuedate(job.getId(), morning));
    }

    private Stream<Job> dailyRun() {
        return management.createJobQuery().timers().processDefinitionKey("DeadlineReminder").list().stream()
                .filter(job -> job.getProcessInstanceId() == null);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(DAILY_RUN).atZone(VietnamTime.ZONE).toInstant();
    }

    /** Fires what is due until the instant and stops there. */
    public void travelTo(Instant instant) {
        for (var job = next(instant); job.isPresent(); job = next(instant)) {
            var due = job.get().getDuedate();
            if (due != null && due.toInstant().isAfter(clock.instant())) {
                clock.holdAt(due.toInstant().plusSeconds(1));
            }
            management.executeJob(job.get().getId());
        }
        clock.holdAt(instant); // a job fires one second after its time, which may be one too late
    }

    /** Fires what is due now. */
    public void settle() {
        travelTo(clock.instant());
    }

    private Optional<Job> next(Instant until) {
        var asynchronous =
                management.createJobQuery().messages().withRetriesLeft().listPage(0, 1);
        if (!asynchronous.isEmpty()) return Optional.of(asynchronous.get(0));
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }
}
