package vn.thidua.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;

/** Tells the engine on whose behalf this thread works, so that its authorizations hold for that person. */
@Component
public class EngineIdentity {

    private final IdentityService identities;

    EngineIdentity(IdentityService identities) {
        this.identities = identities;
    }

    /** From here on this thread is the actor, until {@link #leave()}. */
    public void enter(Actor actor) {
        identities.setAuthentication(actor.userId(), List.copyOf(actor.groups()));
    }

    public void leave() {
        identities.clearAuthentication();
    }

    /** Work the system does in a person's thread: the engine's authorizations do not apply to it. */
    public <T> T asSystem(Supplier<T> work) {
        var person = identities.getCurrentAuthentication();
        if (person == null) return work.get();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            identities.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
        }
    }

    /** As {@link #asSystem}, for work that gives nothing back. */
    public void doAsSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return true;
        });
    }
}
