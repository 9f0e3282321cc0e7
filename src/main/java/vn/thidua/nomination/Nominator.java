package vn.thidua.nomination;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;

/**
 * The unit that nominates in a round.
 *
 * @param unitGroup the plan's group it belongs to
 * @param group the user group of its people
 * @param lateUntil last day on which it may submit late; null without a permission
 */
record Nominator(
        String unit,
        String name,
        String unitGroup,
        String group,
        @Nullable LocalDate lateUntil) {

    /** The first instant that is too late for this unit. */
    Instant closesAt(AwardRound round) {
        if (lateUntil == null) return round.closesAt();
        var late = new Deadline(Deadline.Kind.BY, lateUntil).instant();
        return late.isAfter(round.closesAt()) ? late : round.closesAt();
    }
}
