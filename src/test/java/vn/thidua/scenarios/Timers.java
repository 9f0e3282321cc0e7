package vn.thidua.scenarios;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's timers of one business key, as an administrator sees them in Cockpit. */
class Timers {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    /** When the timers of the business key are due, earliest first. */
    List<Instant> of(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().timers().processInstanceId(instance.getId()).list().stream())
                .map(job -> job.getDuedate().toInstant())
                .sorted()
                .toList();
    }
}
