package vn.thidua.nomination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many each unit may nominate, as the council's standing body answers.
 *
 * @param numbers empty where the numbers are left to all units in common
 * @param note why they are left in common; needed only then
 */
public record AllocationAnswer(
        @Nullable List<QuotaAllocation> numbers, @Nullable String note) {}
