package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.List;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;

/**
 * An award a nominee has had.
 *
 * @param achievementKeys the achievements it was given for, as {@link Achievement#key}
 * @param status VALID, REVOKED or REISSUED
 */
public record PastAward(
        String dossier,
        AwardForm form,
        Occasion occasion,
        LocalDate decidedOn,
        List<String> achievementKeys,
        String status) {}
