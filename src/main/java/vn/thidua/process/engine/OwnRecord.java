package vn.thidua.process.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/**
 * The engine keeps no history: who did what is in our own record, which cannot be rewritten, and where each matter stands in its own
 * table. Goes by the number of the engine's level "activity", so that a database may change from one to the other.
 */
final class OwnRecord extends AbstractHistoryLevel {

    @Override
    public int getId() {
        return HistoryLevel.HISTORY_LEVEL_ACTIVITY.getId();
    }

    @Override
    public String getName() {
        return "own-record";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object about) {
        return false;
    }
}
