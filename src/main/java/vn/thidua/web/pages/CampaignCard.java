package vn.thidua.web.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.Campaign;
import vn.thidua.submission.Obligation;

/**
 * A campaign in short.
 *
 * @param counts null for those who take no part in it
 */
public record CampaignCard(Campaign campaign, @Nullable NextDeadline next, @Nullable Counts counts) {

    /** How the parts of obligations stand. */
    public record Counts(int all, int awaited, int overdue, int toReview, int accepted) {

        static Counts of(List<Obligation> obligations, Instant now) {
            var standings = obligations.stream()
                    .flatMap(obligation -> obligation.parts().stream())
                    .map(part -> Standing.of(part, now))
                    .toList();
            return new Counts(
                    standings.size(),
                    count(standings, Standing.AWAITED) + count(standings, Standing.RETURNED),
                    count(standings, Standing.OVERDUE),
                    count(standings, Standing.SUBMITTED),
                    count(standings, Standing.ACCEPTED));
        }

        private static int count(List<Standing> standings, Standing wanted) {
            return (int) standings.stream().filter(wanted::equals).count();
        }
    }
}
