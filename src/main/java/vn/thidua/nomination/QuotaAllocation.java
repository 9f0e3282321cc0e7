package vn.thidua.nomination;

import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;

/**
 * How many of a form and kind a unit may nominate in a round; once a form and kind is allocated, a unit that is not named has none.
 *
 * @param unit code of the unit
 */
public record QuotaAllocation(AwardForm form, NomineeKind kind, String unit, int number) {}
