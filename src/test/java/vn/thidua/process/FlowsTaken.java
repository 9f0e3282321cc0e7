package vn.thidua.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down every sequence flow that was taken and committed: over all tests of this JVM, and the answers of the diagram in the test at
 * hand. Found by the application's own scan, so that it takes no second context.
 */
@Component
class FlowsTaken extends AbstractProcessEnginePlugin {

    private static final Set<String> EVER = ConcurrentHashMap.newKeySet();
    private static final Map<String, List<String>> ANSWERS = new ConcurrentHashMap<>();

    /** Process id and flow id, as {@code PeriodicReport/Flow_Accepted_Yes}. */
    static boolean everTaken(String process, String flow) {
        return EVER.contains(process + "/" + flow);
    }

    /** The answers given under the business key since {@link #forgetAnswers}, as the diagram words them: "Chấp nhận? Có". */
    static List<String> answers(String businessKey) {
        return ANSWERS.getOrDefault(businessKey, List.of());
    }

    static void forgetAnswers() {
        ANSWERS.clear();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addExecutionListener(recording(element, flow));
            }
        });
    }

    private static ExecutionListener recording(Element element, TransitionImpl flow) {
        var taken = ((ProcessDefinitionEntity) flow.getProcessDefinition()).getKey() + "/" + flow.getId();
        var label = element.attribute("name");
        var question = ((ActivityImpl) flow.getSource()).getName();
        return execution -> afterCommit(() -> {
            EVER.add(taken);
            if (label != null) answered(execution, question + " " + label);
        });
    }

    private static void answered(DelegateExecution execution, String answer) {
        ANSWERS.computeIfAbsent(execution.getProcessBusinessKey(), key -> new CopyOnWriteArrayList<>())
                .add(answer);
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
