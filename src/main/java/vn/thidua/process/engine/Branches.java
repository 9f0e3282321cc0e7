package vn.thidua.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A step that several do at once, without the engine's four counters: they go on together when no branch is left, and the engine sees
 * that from the branches themselves. Two opinions cost twelve statements less so.
 */
final class Branches extends ParallelMultiInstanceActivityBehavior {

    static {
        // what was begun with the counters goes on without them
        SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.add(Branches.class);
    }

    private static final Set<String> COUNTERS =
            Set.of(NUMBER_OF_INSTANCES, NUMBER_OF_ACTIVE_INSTANCES, NUMBER_OF_COMPLETED_INSTANCES, LOOP_COUNTER);

    /** Known again from the groups its task is open to, so that it need not be kept. */
    private static final String AGENCY = "agency";

    private Branches(ParallelMultiInstanceActivityBehavior counting) {
        setCollectionExpression(counting.getCollectionExpression());
        setCollectionElementVariable(counting.getCollectionElementVariable());
        setCompletionConditionExpression(counting.getCompletionConditionExpression());
    }

    @Override
    protected void setLoopVariable(ActivityExecution execution, String name, Object value) {
        if (COUNTERS.contains(name)) return;
        super.setLoopVariable(
                execution, name, AGENCY.equals(name) ? Variables.stringValue(value.toString(), true) : value);
    }

    @Override
    protected Integer getLoopVariable(ActivityExecution execution, String counter) {
        return 0;
    }

    @Override
    protected Integer getLocalLoopVariable(ActivityExecution execution, String counter) {
        return 0;
    }

    /** Puts them where a model has a collection to branch over. */
    static final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseMultiInstanceLoopCharacteristics(Element activity, Element loop, ActivityImpl body) {
            if (body.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior counting
                    && counting.getCollectionExpression() != null) {
                body.setActivityBehavior(new Branches(counting));
            }
        }
    }
}
