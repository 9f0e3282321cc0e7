package vn.thidua.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a form without a script of its own shows of its task; the engine hands it over as variables of the task. */
final class FormTexts {

    static final String SUBJECT = "subject";
    static final String PAGE = "page";

    private static final Set<String> WITHOUT_SCRIPT = Set.of(
            "Task_SignMinutes",
            "Task_NumberDecision",
            "Task_SendResults",
            "Task_HandOverCertificates",
            "Task_SignRevocation",
            "Task_RecoverAward",
            "Task_IssueReissue");

    private FormTexts() {}

    /**
     * @param subject what the task is about, in a sentence or two
     * @param page where all of it can be read, as a path
     */
    static void show(DelegateTask task, String subject, String page) {
        if (!WITHOUT_SCRIPT.contains(task.getTaskDefinitionKey())) return;
        task.setVariableLocal(SUBJECT, subject);
        task.setVariableLocal(PAGE, page);
    }
}
