package vn.thidua.process;

import java.util.Collection;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.thidua.council.CouncilProcess;
import vn.thidua.council.CouncilSession;
import vn.thidua.process.engine.EngineIdentity;

/** Moves the processes of sittings and, where the council did not carry a dossier, that of the dossier. */
@Component
class EngineCouncilProcess implements CouncilProcess {

    private final RuntimeService runtime;
    private final EngineIdentity identity;
    private final ConcludedDossiers dossiers;
    private final Messages messages;

    EngineCouncilProcess(
            RuntimeService runtime, EngineIdentity identity, ConcludedDossiers dossiers, Messages messages) {
        this.runtime = runtime;
        this.identity = identity;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    @Override
    public void start(CouncilSession session) {
        identity.doAsSystem(() -> runtime.startProcessInstanceByKey("CouncilSession", session.key()));
    }

    @Override
    public void notCarried(Collection<String> numbers) {
        dossiers.tell(numbers);
    }

    @Override
    public void cancelled(CouncilSession session) {
        messages.send("session.cancelled", session.key());
    }
}
