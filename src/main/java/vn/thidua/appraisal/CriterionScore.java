package vn.thidua.appraisal;

import org.jspecify.annotations.Nullable;

/**
 * What an agency says of one criterion of the nominee's group: a score, a comment, or both.
 *
 * @param item which criterion, counted from 1 in the order of the plan
 * @param score 0 to 100
 */
public record CriterionScore(
        int item, @Nullable Integer score, @Nullable String comment) {

    boolean isAnswered() {
        return score != null || (comment != null && !comment.isBlank());
    }
}
