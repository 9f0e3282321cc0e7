package vn.thidua.process;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.process.engine.Trees;

/** Tells running processes, by their business keys, that something happened; what waits for it goes on, in the caller's transaction. */
@Component
class Messages {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final EngineIdentity identity;
    private final Trees trees;

    Messages(RuntimeService runtime, ProcessEngineConfigurationImpl engine, EngineIdentity identity, Trees trees) {
        this.trees = trees;
        this.runtime = runtime;
        this.engine = engine;
        this.identity = identity;
    }

    /** @return whether anything waited for it */
    boolean send(String message, String key) {
        return send(message, List.of(key)) > 0;
    }

    /** To many in one command: one search for all of them, and their rows are written in batches. @return how many waited for it */
    int send(String message, Collection<String> keys) {
        if (keys.isEmpty()) return 0;
        return inOneFlush(() -> {
            var waiting = waiting(message, keys);
            trees.read(waiting);
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
            return waiting.size();
        });
    }

    private List<Execution> waiting(String message, Collection<String> keys) {
        return runtime.createNativeExecutionQuery()
                .sql("""
                        select e.* from act_ru_execution p
                        join act_ru_event_subscr s on s.proc_inst_id_ = p.id_ and s.event_type_ = 'message' and s.event_name_ = #{message}
                        join act_ru_execution e on e.id_ = s.execution_id_
                        where p.business_key_ = any(string_to_array(#{keys}, chr(10))) and p.parent_id_ is null
                        order by p.business_key_""")
                .parameter("message", message)
                .parameter("keys", String.join("\n", keys))
                .list();
    }

    /** Starts an event subprocess with a variable of its own. */
    void begin(String message, String key, String variable, Object value) {
        identity.doAsSystem(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(key)
                .setVariableToTriggeredScope(variable, value)
                .correlate());
    }

    /** Work of the system as one command, so that the engine writes all its rows at the end in batches. */
    <T> T inOneFlush(Supplier<T> work) {
        return identity.asSystem(() -> engine.getCommandExecutorTxRequired().execute(context -> work.get()));
    }
}
