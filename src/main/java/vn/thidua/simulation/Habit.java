package vn.thidua.simulation;

import java.util.List;

/** How a scripted unit behaves; the same unit behaves the same in every run. */
enum Habit {
    EARLY,
    IN_TIME,
    RETURNED_ONCE,
    AWAITS_REVIEW,
    LATE,
    NEVER;

    private static final List<Habit> SHARES =
            List.of(EARLY, IN_TIME, NEVER, EARLY, RETURNED_ONCE, IN_TIME, AWAITS_REVIEW, EARLY, LATE, IN_TIME);

    static Habit of(String unit) {
        return SHARES.get(Math.floorMod(unit.hashCode(), SHARES.size()));
    }
}
