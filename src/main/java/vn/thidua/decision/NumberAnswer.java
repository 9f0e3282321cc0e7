package vn.thidua.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;

/**
 * The clerk's answer when a decision gets its number. The prize sums are needed only where the system cannot compute them for that date:
 * one for each kind of nominee, or one for each award where a decision holds several.
 *
 * @param date of the document, dd/MM/yyyy; null or blank for today
 * @param prizeCollective đồng for one collective
 * @param prizeIndividual đồng for one individual
 * @param prizeHousehold đồng for one household
 * @param prizeSource the document these three rest on
 */
public record NumberAnswer(
        @Nullable String date,
        @Nullable List<PrizeSum> sums,
        @Nullable Long prizeCollective,
        @Nullable Long prizeIndividual,
        @Nullable Long prizeHousehold,
        @Nullable String prizeSource) {

    /**
     * @param amount đồng for one case
     * @param source the document the sum rests on
     */
    public record PrizeSum(AwardForm form, @Nullable Integer grade, NomineeKind kind, long amount, String source) {}

    public NumberAnswer {
        sums = sums == null ? List.of() : List.copyOf(sums);
    }

    /** On this date, nothing else to say. */
    public static NumberAnswer on(@Nullable String date) {
        return new NumberAnswer(date, null, null, null, null, null);
    }

    /** The sum entered for the award, or for its kind of nominee where it is the only one of that kind; empty when none was. */
    Optional<PrizeSum> sum(AwardForm form, @Nullable Integer grade, NomineeKind kind, boolean isOnlyOfItsKind) {
        return sums.stream()
                .filter(each -> each.form() == form && each.kind() == kind && Objects.equals(each.grade(), grade))
                .findFirst()
                .or(() -> Optional.ofNullable(isOnlyOfItsKind ? of(kind) : null)
                        .map(amount ->
                                new PrizeSum(form, grade, kind, amount, prizeSource == null ? "" : prizeSource)));
    }

    private @Nullable Long of(NomineeKind kind) {
        return switch (kind) {
            case COLLECTIVE -> prizeCollective;
            case INDIVIDUAL -> prizeIndividual;
            case HOUSEHOLD -> prizeHousehold;
        };
    }
}
