package vn.thidua.cockpit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One timer of a process instance.
 *
 * @param activity what it waits for, as the model names it
 * @param addressee the agency whose part it belongs to; null where the process has no such parts
 * @param due when it fires; null while the deadline is "chưa quy định" and the timer waits out of the way
 * @param retries how often the engine will still try; 0 means an incident
 * @param exception what the last try failed of; null when none did
 */
record InstanceTimer(
        String activity,
        @Nullable String addressee,
        @Nullable Instant due,
        int retries,
        boolean suspended,
        @Nullable String exception) {}
