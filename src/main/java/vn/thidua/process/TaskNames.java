package vn.thidua.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Names every task after what it is about, so that a list of tasks can be read. Not a listener in the models: an expression there makes
 * the engine look for variables of each new task, one statement a task.
 */
@Component
class TaskNames extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskNaming> naming;

    TaskNames(ObjectProvider<TaskNaming> naming) {
        this.naming = naming;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        engine.getCustomPostBPMNParseListeners().add(new EachUserTask());
    }

    private void describe(DelegateTask task) {
        naming.getObject().describe(task);
    }

    private final class EachUserTask extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_CREATE, TaskNames.this::describe);
        }
    }
}
