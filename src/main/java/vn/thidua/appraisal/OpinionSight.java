package vn.thidua.appraisal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;

/**
 * Who reads opinions: the agencies that work on the round; the nominating unit only once appraisal is concluded, until then no more than
 * what it is asked to add; outsiders never.
 */
@Component
public class OpinionSight {

    private static final Set<DossierState> CONCLUDED = EnumSet.of(
            DossierState.APPRAISED,
            DossierState.IN_COUNCIL,
            DossierState.VOTED,
            DossierState.TO_SIGN,
            DossierState.ESCALATED,
            DossierState.AWARDED,
            DossierState.NOT_AWARDED,
            DossierState.RETURNED,
            DossierState.REVOKED);

    private final DossierSight sight;
    private final Opinions opinions;

    OpinionSight(DossierSight sight, Opinions opinions) {
        this.sight = sight;
        this.opinions = opinions;
    }

    /** The opinions the actor may read, oldest first. @throws Refusal as {@link DossierSight#see} */
    public List<Opinion> see(String number) {
        return see(sight.see(number));
    }

    /** As {@link #see(String)} of a dossier the actor has already been shown. */
    public List<Opinion> see(Dossier dossier) {
        var all = opinions.of(dossier.number());
        if (seesAll(dossier)) return all;
        return all.stream()
                .filter(opinion -> opinion.verdict() == Verdict.SUPPLEMENT)
                .toList();
    }

    /** Does the actor read all there is to appraise by, now? */
    public boolean seesAll(Dossier dossier) {
        if (!sight.sees(dossier)) return false;
        return CONCLUDED.contains(dossier.state()) || !Actor.current().isIn(dossier.unitGroup());
    }
}
