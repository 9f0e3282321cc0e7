package vn.thidua.scenarios;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;

/** The engine's timers, as an administrator sees them in Cockpit. */
final class Timers {

    private Timers() {}

    /** When the timers of the business key are due, earliest first. */
    static List<Instant> of(ProcessEngine engine, String key) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .timers()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(job -> job.getDuedate().toInstant())
                .sorted()
                .toList();
    }
}
