package vn.thidua.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;

/** Completes a person's task by a program's call; the engine and the task's own listener check all that a form's answer is checked for. */
@Component
public class TaskAnswers {

    private static final Set<String> WITH_ONE_ANSWER = Set.of(
            "AwardRound",
            "NominationDossier",
            "CouncilSession",
            "AwardDecision",
            "SuperiorSubmission",
            "AwardRevocation");

    private final TaskService tasks;
    private final TaskLocator locator;

    TaskAnswers(TaskService tasks, TaskLocator locator) {
        this.tasks = tasks;
        this.locator = locator;
    }

    /**
     * @param answer for an award task the answer as a whole, for any other task its fields; empty where nothing is to be answered
     * @throws Refusal NOT_FOUND when the task isn't the actor's to see; whatever the task's step refuses
     */
    public void complete(String taskId, JsonNode answer) {
        locator.locate(taskId);
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var process = task.getProcessDefinitionId().split(":")[0];
        var whole = WITH_ONE_ANSWER.contains(process) && !answer.isEmpty();
        tasks.complete(taskId, whole ? Map.of("answer", answer.toString()) : fields(answer));
    }

    private static Map<String, Object> fields(JsonNode answer) {
        var fields = new HashMap<String, Object>();
        answer.properties().forEach(field -> {
            var value = field.getValue();
            if (!value.isNull()) fields.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
        });
        return fields;
    }
}
