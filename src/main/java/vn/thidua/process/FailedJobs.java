package vn.thidua.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import vn.thidua.process.engine.EngineIdentity;

/** Engine jobs that were given up after their last retry: each is an incident to be looked at in Cockpit. */
@Component
public class FailedJobs {

    private final ManagementService management;
    private final EngineIdentity identity;

    FailedJobs(ManagementService management, EngineIdentity identity) {
        this.management = management;
        this.identity = identity;
    }

    public long count() {
        return identity.asSystem(
                () -> management.createJobQuery().noRetriesLeft().count());
    }
}
