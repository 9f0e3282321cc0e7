package vn.thidua.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;

/**
 * One line of a decision's list.
 *
 * @param position from 1: higher awards first, collectives before individuals
 * @param grade 1 to 3 for the Huân chương, otherwise null
 * @param struckOut why the signer struck it out; null while it stands
 * @param waits struck out of this decision only, to be decided by a later one
 * @param prize tiền thưởng in đồng by the decision's date (Decree 152/2025, Art. 49); null until numbered
 * @param prizeSource how the sum comes about, or the document a person named for it
 * @param register key of the entry in the register; null until issued
 */
public record DecisionItem(
        String dossier,
        int position,
        AwardForm form,
        @Nullable Integer grade,
        NomineeKind kind,
        UUID nominee,
        String nomineeName,
        String unit,
        String unitName,
        @Nullable String struckOut,
        boolean waits,
        @Nullable Long prize,
        @Nullable String prizeSource,
        @Nullable String register) {

    public boolean stands() {
        return struckOut == null;
    }

    /** "Huân chương Lao động hạng Nhì", "Giấy khen": the award with its grade. */
    public String award() {
        return form.named(grade);
    }
}
