package vn.thidua.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;

/**
 * One case of a letter to the superior.
 *
 * @param outcome null while nothing has come back
 * @param document the superior's document in words
 * @param superiorDossier number of the dossier it became at the superior's in this installation; null elsewhere
 */
public record SubmissionItem(
        String dossier,
        int position,
        AwardForm form,
        @Nullable Integer grade,
        NomineeKind kind,
        UUID nominee,
        String nomineeName,
        String unit,
        String unitName,
        @Nullable Outcome outcome,
        @Nullable String document,
        @Nullable LocalDate documentDate,
        @Nullable String reason,
        @Nullable String superiorDossier) {

    public enum Outcome {
        APPROVED("Được khen thưởng"),
        REFUSED("Không được khen thưởng"),
        RETURNED("Bị trả lại"),
        DROPPED("Không trình");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** To be sent or sent: nothing final has been said about it. */
    public boolean isPending() {
        return outcome == null || outcome == Outcome.RETURNED;
    }

    public String award() {
        return form.named(grade);
    }
}
