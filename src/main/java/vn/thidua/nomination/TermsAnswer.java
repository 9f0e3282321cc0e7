package vn.thidua.nomination;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.ThresholdBase;

/**
 * What the standing agency answers when it opens a round. Days as dd/MM/yyyy; fields as in {@link RoundTerms}.
 *
 * @param basis by field or award form; a form the plan does not name for the occasion needs the document that allows it
 */
public record TermsAnswer(
        @Nullable List<AwardForm> forms,
        @Nullable List<String> unitGroups,
        @Nullable String opensOn,
        @Nullable String closesOn,
        @Nullable String appraisalDue,
        @Nullable String councilOn,
        boolean council,
        int quorumPercent,
        @Nullable Integer thresholdPercent,
        @Nullable ThresholdBase thresholdBase,
        boolean secret,
        boolean conflictLeavesBase,
        @Nullable Map<String, String> basis) {}
