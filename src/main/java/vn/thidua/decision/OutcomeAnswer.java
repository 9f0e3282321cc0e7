package vn.thidua.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the superior decided, case by case; every case on its way must be named. */
public record OutcomeAnswer(List<CaseOutcome> outcomes) {

    /**
     * @param outcome APPROVED, REFUSED or RETURNED
     * @param document number of the superior's document
     * @param documentDate dd/MM/yyyy
     * @param reason needed unless approved
     */
    public record CaseOutcome(
            String dossier,
            String outcome,
            String document,
            String documentDate,
            @Nullable String reason) {}

    public OutcomeAnswer {
        outcomes = List.copyOf(outcomes);
    }
}
