package vn.thidua.cockpit;

import java.util.List;

/**
 * How the whole installation stands.
 *
 * @param mailsWaiting mails not sent yet, including those that failed and will be tried again
 * @param mailsGivenUp mails nobody will send unless told to
 * @param incidents incidents of the engine, also of processes that belong to no campaign
 */
record Overview(List<OfCampaign> campaigns, long mailsWaiting, long mailsGivenUp, long incidents) {

    /**
     * How one campaign stands; a duty owed to two addressees counts twice, as it is handed in twice.
     *
     * @param awaited what is still to be handed in, late or not
     * @param late what is past its deadline and not handed in, also where the plan takes it in no more
     * @param toReview what lies with its addressee for review
     * @param openPoints what the plan leaves open and nobody has ruled on
     * @param stuck its process instances with an incident
     */
    record OfCampaign(String code, String name, long awaited, long late, long toReview, long openPoints, long stuck) {}
}
