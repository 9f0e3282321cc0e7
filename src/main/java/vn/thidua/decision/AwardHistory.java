package vn.thidua.decision;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.Achievement;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.PastAward;
import vn.thidua.nomination.PastAwards;

/** What a nominee was awarded before, as the register has it. */
@Component
class AwardHistory implements PastAwards {

    private final AwardRegister register;
    private final Dossiers dossiers;

    AwardHistory(AwardRegister register, Dossiers dossiers) {
        this.register = register;
        this.dossiers = dossiers;
    }

    @Override
    public List<PastAward> of(UUID nominee) {
        return register.of(nominee).stream()
                .map(entry -> new PastAward(
                        entry.dossier(),
                        entry.form(),
                        entry.occasion(),
                        entry.decidedOn(),
                        dossiers.achievements(entry.dossier()).stream()
                                .map(Achievement::key)
                                .toList(),
                        entry.status().name()))
                .toList();
    }
}
