package vn.thidua.appraisal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.nomination.Dossier;

/**
 * Báo cáo thẩm định of one dossier as it can be printed.
 *
 * @param criteria of the nominee's group, in the plan's words
 * @param opinions on the version in hand, the lead's first
 * @param supplements what was asked for on earlier versions, oldest first
 * @param conclusion as a sentence
 */
public record AppraisalReport(
        Dossier dossier,
        List<Line> criteria,
        List<Opinion> opinions,
        List<Opinion> supplements,
        @Nullable Reconciliation reconciliation,
        List<Consultation> consultations,
        String conclusion) {}
