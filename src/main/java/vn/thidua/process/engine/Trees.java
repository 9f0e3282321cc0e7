package vn.thidua.process.engine;

import java.util.Collection;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Reads many processes at once, where the engine would read each by itself. */
@Component
public class Trees {

    private final RuntimeService runtime;

    Trees(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** All that belongs to the processes of these executions, for the command that is running. */
    public void read(Collection<Execution> executions) {
        if (executions.size() < 2) return;
        var processes = executions.stream().map(Execution::getProcessInstanceId).toList();
        var whole = runtime
                .createNativeExecutionQuery()
                .sql("select * from act_ru_execution where proc_inst_id_ = any(string_to_array(#{processes}, chr(10)))")
                .parameter("processes", String.join("\n", processes))
                .list()
                .stream()
                .map(ExecutionEntity.class::cast)
                .toList();
        Shortcuts.keep(whole);
    }
}
