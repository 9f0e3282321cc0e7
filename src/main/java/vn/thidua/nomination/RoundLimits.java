package vn.thidua.nomination;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Until when a round's dossiers are to be appraised: the lead agency's limit. The units' own stands in their drafts. */
@Component
class RoundLimits implements LimitedWork {

    private final RoundTable rounds;

    RoundLimits(RoundTable rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Running> running(Instant before) {
        return rounds.inAppraisal().stream()
                .filter(round -> round.terms().appraisalDueAt().isBefore(before))
                .map(RoundLimits::appraisal)
                .toList();
    }

    private static Running appraisal(AwardRound round) {
        return new Running(
                round.campaign(),
                round.key(),
                Set.of(round.leadGroup()),
                Set.of(),
                round.name(),
                "kết thúc thẩm định đợt xét",
                round.terms().appraisalDueAt(),
                round.terms().basis().get("appraisalDue"),
                "/dot-xet/" + round.key());
    }
}
