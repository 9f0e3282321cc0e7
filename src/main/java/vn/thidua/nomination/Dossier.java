package vn.thidua.nomination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;

/**
 * Hồ sơ đề nghị khen thưởng: one nominee, one form, in one round.
 *
 * @param number business key, e.g. {@code binh-phuoc/HS-2026-00001}
 * @param grade hạng of a medal, 1 to 3; null for other forms
 * @param since when it came into its state
 * @param turnGroup the group whose turn it is; empty when it is nobody's or more than one group's
 * @param limitAt the first instant that is late; null where no limit runs
 * @param version 0 before the first submission
 * @param rulePack the law frozen at receipt
 * @param heldSince since when it is paused; null when it is not
 * @param superiorOf the dossier of the lower level it was handed over from
 * @param leadGroup the group of the agency that receives and appraises it
 * @param authorityGroup the group that decides on the form; empty where a higher level does
 */
public record Dossier(
        String number,
        String campaign,
        String round,
        String unit,
        String unitName,
        String unitGroup,
        Occasion occasion,
        int year,
        AwardForm form,
        @Nullable Integer grade,
        NomineeKind kind,
        UUID nominee,
        String nomineeName,
        String criteriaGroup,
        DossierState state,
        Instant since,
        String turnGroup,
        @Nullable Instant limitAt,
        @Nullable String limitBasis,
        int version,
        @Nullable Instant submittedAt,
        @Nullable Instant receivedAt,
        @Nullable String rulePack,
        @Nullable Instant heldSince,
        @Nullable String superiorOf,
        String leadGroup,
        String authorityGroup) {

    public boolean held() {
        return heldSince != null;
    }

    /** "Bằng khen của Chủ tịch UBND tỉnh", with the grade of a medal. */
    public String formName() {
        return form.named(grade);
    }
}
