package vn.thidua.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.process.engine.SystemVariables;

/** The fields a form may send with a task: nothing else is taken, and nothing stays behind in the engine. */
final class Declared {

    private Declared() {}

    static void none(DelegateTask task) {
        take(task);
    }

    /** The declared fields as text. @throws Refusal INVALID when the task carries any other */
    static Map<String, @Nullable String> take(DelegateTask task, String... names) {
        var declared = List.of(names);
        for (var name : task.getVariableNames()) {
            if (!SystemVariables.NAMES.contains(name) && !declared.contains(name)) {
                throw Refusal.invalid(
                        "undeclared-field",
                        name,
                        "Biểu mẫu này không có trường \"%s\". Hãy bỏ trường đó rồi gửi lại.".formatted(name));
            }
        }
        var taken = new HashMap<String, @Nullable String>();
        for (var name : declared) {
            var value = task.getVariable(name);
            taken.put(name, value == null ? null : value.toString());
            task.removeVariableLocal(name);
            task.getExecution().removeVariable(name);
        }
        return taken;
    }
}
