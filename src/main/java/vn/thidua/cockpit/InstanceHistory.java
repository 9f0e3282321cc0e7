package vn.thidua.cockpit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a process instance stands, and the record of what it is about.
 *
 * @param businessKey what it is about; the subject under which the record is found
 * @param steps what it waits in
 * @param acts the entries of the audit record, oldest first
 */
record InstanceHistory(@Nullable String businessKey, List<Step> steps, List<RecordedAct> acts) {

    /** @param kind the kind of step in Vietnamese */
    record Step(String name, String kind) {}

    /** @param action what was done, in Vietnamese */
    record RecordedAct(Instant at, String actor, String action) {}
}
