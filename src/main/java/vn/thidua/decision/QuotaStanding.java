package vn.thidua.decision;

import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;

/**
 * How far a quota is used.
 *
 * @param used places taken by signed decisions
 */
public record QuotaStanding(AwardForm form, NomineeKind kind, QuotaGate gate, int used) {}
