package vn.thidua.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.notification.DailyDigest;
import vn.thidua.submission.DutyOpening;

/** What the model of the daily run does. */
@Component("dailyFlow")
public class DailyFlow {

    private final DutyOpening opening;
    private final DailyDigest digest;
    private final MovableClock clock;

    DailyFlow(DutyOpening opening, DailyDigest digest, MovableClock clock) {
        this.opening = opening;
        this.digest = digest;
        this.clock = clock;
    }

    public void begin(DelegateExecution execution) {
        execution.setProcessBusinessKey(clock.today().toString());
    }

    public boolean openDueDuties(DelegateExecution execution) {
        return opening.openSome();
    }

    public void sendDigests(DelegateExecution execution) {
        digest.write();
    }
}
