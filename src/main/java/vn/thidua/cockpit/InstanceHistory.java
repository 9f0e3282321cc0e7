package vn.thidua.cockpit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process instance has gone through, and the record of what it is about.
 *
 * @param businessKey what it is about; the subject under which the record is found
 * @param steps the engine's activities in the order they began
 * @param acts the entries of the audit record, oldest first
 */
record InstanceHistory(@Nullable String businessKey, List<Step> steps, List<RecordedAct> acts) {

    /**
     * @param kind the kind of step in Vietnamese
     * @param ended null while it goes on
     * @param assignee who took the task on; null where nobody did
     */
    record Step(
            String name,
            String kind,
            Instant began,
            @Nullable Instant ended,
            @Nullable String assignee) {}

    /** @param action what was done, in Vietnamese */
    record RecordedAct(Instant at, String actor, String action) {}
}
