package vn.thidua.decision;

/**
 * Which campaign of this installation is the superior's.
 *
 * @param unitThere under which unit code this campaign's authority nominates there
 */
public record SuperiorLink(String campaign, String superiorCampaign, String unitThere) {}
