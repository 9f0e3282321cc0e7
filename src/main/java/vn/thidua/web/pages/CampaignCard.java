package vn.thidua.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.Campaign;
import vn.thidua.submission.DutyCounts;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;

/**
 * A campaign in short.
 *
 * @param counts null for those who take no part in it
 */
public record CampaignCard(
        Campaign campaign,
        @Nullable NextDeadline next,
        @Nullable Counts counts) {

    /**
     * How the parts of obligations stand.
     *
     * @param open awaited, late ones included
     * @param late the deadline passed and nothing came
     */
    public record Counts(long open, long late, long toReview) {

        static Counts of(DutyCounts.Count count) {
            return new Counts(count.open(), count.late(), count.waitingForReview());
        }

        static Counts of(List<Obligation> obligations, Instant now) {
            return new Counts(
                    count(obligations, Part::isAwaited),
                    count(obligations, part -> !part.isHandedIn() && part.isLateAt(now)),
                    count(obligations, part -> part.state() == Part.State.SUBMITTED));
        }

        private static long count(List<Obligation> obligations, Predicate<Part> which) {
            return obligations.stream()
                    .flatMap(obligation -> obligation.parts().stream())
                    .filter(which)
                    .count();
        }
    }
}
