package vn.thidua.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.Prize;

/**
 * What each case of one award in a decision gets.
 *
 * @param grade 1 to 3 for Huân chương, null for all other forms
 * @param cases how many the decision names
 * @param known by the law of the decision's date; empty where a person must enter the sum
 */
public record PrizeLine(AwardForm form, @Nullable Integer grade, NomineeKind kind, int cases, Optional<Prize> known) {}
