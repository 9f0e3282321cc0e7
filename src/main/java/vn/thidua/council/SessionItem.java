package vn.thidua.council;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;

/**
 * A dossier on the agenda.
 *
 * @param position from 1
 * @param thresholdPercent the share of agreeing votes it needs; null for more yes than no
 * @param dropped why it isn't voted on after all (withdrawn, on hold); null while it is
 * @param place its place among those with equal votes, settled by a person; null where there was nothing to settle
 * @param carriedByPerson how a person settled a tie of yes and no; null where there was none
 */
public record SessionItem(
        String dossier,
        int position,
        AwardForm form,
        @Nullable Integer grade,
        NomineeKind kind,
        UUID nominee,
        String nomineeName,
        String unit,
        String unitName,
        @Nullable Integer thresholdPercent,
        ThresholdBase thresholdBase,
        @Nullable String dropped,
        @Nullable Integer place,
        @Nullable Boolean carriedByPerson) {

    /** "Huân chương Lao động hạng Nhì". */
    public String award() {
        return form.named(grade);
    }
}
