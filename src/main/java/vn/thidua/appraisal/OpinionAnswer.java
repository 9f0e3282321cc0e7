package vn.thidua.appraisal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer enters as the opinion of an agency.
 *
 * @param comment needed for OPPOSE and SUPPLEMENT
 * @param scores one for each criterion of the nominee's group; none for SUPPLEMENT
 * @param article the article a supplement request rests on; SUPPLEMENT only
 * @param newDeadline dd/MM/yyyy, the last day on which the unit can hand in again; SUPPLEMENT only
 */
public record OpinionAnswer(
        @Nullable Verdict verdict,
        @Nullable String comment,
        List<CriterionScore> scores,
        @Nullable String article,
        @Nullable String newDeadline) {

    public OpinionAnswer {
        scores = scores == null ? List.of() : List.copyOf(scores);
    }
}
