package vn.thidua.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ý kiến thẩm định: what one agency said of one version of a dossier.
 *
 * @param officer who gave it
 * @param officerFor the absent officer for whom it was given; null when the officer acted in own capacity
 * @param newDeadline the last day on which the unit could hand in again, Asia/Ho_Chi_Minh; SUPPLEMENT only
 */
public record Opinion(
        long id,
        String dossier,
        int version,
        String agency,
        String agencyName,
        Verdict verdict,
        String comment,
        List<CriterionScore> scores,
        @Nullable String article,
        @Nullable LocalDate newDeadline,
        String officer,
        @Nullable String officerFor,
        Instant givenAt) {

    public Opinion {
        scores = List.copyOf(scores);
    }
}
