package vn.thidua.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Forms in HTML find what they show by themselves; small forms (.form) are handed it as variables of their task. */
public final class ScriptedForms {

    /** These had a small form in a released model: moved here from there, a task brings its variables along. */
    private static final Set<String> ONCE_SMALL = Set.of("Task_NumberDecision");

    private ScriptedForms() {}

    /** Whether the task can have no variables of its own. */
    static boolean haveAlwaysDone(DelegateTask task) {
        return has(task) && !ONCE_SMALL.contains(task.getTaskDefinitionKey());
    }

    /** Whether the task is done in such a form. */
    public static boolean has(DelegateTask task) {
        var definition = ((TaskEntity) task).getTaskDefinition();
        var form = definition == null ? null : definition.getFormKey();
        return form != null && form.getExpressionText().startsWith("embedded:");
    }
}
