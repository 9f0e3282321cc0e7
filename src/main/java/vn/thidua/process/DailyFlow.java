package vn.thidua.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.decision.DecisionSuccession;
import vn.thidua.nomination.DossierSuccession;
import vn.thidua.notification.DailyDigest;
import vn.thidua.submission.DutyOpening;

/** What the model of the daily run does. */
@Component("dailyFlow")
public class DailyFlow {

    private final DutyOpening opening;
    private final DossierSuccession dossiers;
    private final DecisionSuccession decisions;
    private final AbsentOfficers absent;
    private final DailyDigest digest;
    private final MovableClock clock;

    DailyFlow(
            DutyOpening opening,
            DossierSuccession dossiers,
            DecisionSuccession decisions,
            AbsentOfficers absent,
            DailyDigest digest,
            MovableClock clock) {
        this.opening = opening;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.absent = absent;
        this.digest = digest;
        this.clock = clock;
    }

    public void begin(DelegateExecution execution) {
        execution.setProcessBusinessKey(clock.today().toString());
        absent.handOver();
    }

    public boolean openDueDuties(DelegateExecution execution) {
        dossiers.passOn();
        decisions.passOn();
        return opening.openSome();
    }

    public void sendDigests(DelegateExecution execution) {
        digest.write();
    }
}
