package vn.thidua.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import vn.thidua.process.engine.EngineIdentity;

/** What a model says of its own tasks. */
@Component
public class TaskTexts {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final EngineIdentity identity;

    TaskTexts(TaskService tasks, RepositoryService repository, EngineIdentity identity) {
        this.tasks = tasks;
        this.repository = repository;
        this.identity = identity;
    }

    /** What is asked, with the clause or article, as the task's documentation in its model says; empty where the task is gone. */
    public String asked(String taskId) {
        return identity.asSystem(() -> {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) return "";
            var model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
            UserTask asked = model.getModelElementById(task.getTaskDefinitionKey());
            return asked.getDocumentations().stream()
                    .findFirst()
                    .map(ModelElementInstance::getRawTextContent)
                    .orElse("")
                    .strip();
        });
    }
}
