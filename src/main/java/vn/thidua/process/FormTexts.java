package vn.thidua.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.thidua.process.engine.ScriptedForms;

/** What a form without a script of its own shows of its task; the engine hands it over as variables of the task. */
final class FormTexts {

    static final String SUBJECT = "subject";
    static final String PAGE = "page";

    private FormTexts() {}

    /**
     * @param subject what the task is about, in a sentence or two
     * @param page where all of it can be read, as a path
     */
    static void show(DelegateTask task, String subject, String page) {
        if (ScriptedForms.has(task)) return;
        task.setVariableLocal(SUBJECT, subject);
        task.setVariableLocal(PAGE, page);
    }
}
