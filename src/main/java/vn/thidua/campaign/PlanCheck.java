package vn.thidua.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a plan file: the plan, or every fault in it. */
public record PlanCheck(
        @Nullable CampaignPlan plan,
        String sourceText,
        @Nullable String scanText,
        List<Fault> faults) {

    /**
     * One fault.
     *
     * @param line in the file, from 1
     * @param field path of the field, e.g. {@code duties[0].due}
     */
    public record Fault(int line, String field, String rule) {

        public String sentence() {
            return "Dòng %d, %s: %s".formatted(line, field.isEmpty() ? "tệp" : field, rule);
        }
    }

    public Optional<CampaignPlan> usable() {
        return faults.isEmpty() ? Optional.ofNullable(plan) : Optional.empty();
    }
}
