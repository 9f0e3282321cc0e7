package vn.thidua.web.pages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Actor;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.web.api.AwardNames;

/**
 * Where a dossier is: its stage, since when, whose turn, which limit.
 *
 * @param turn who acts next; empty where nobody does
 * @param mine whether that is the person before the page
 * @param limit the last day, in words; null where no limit runs
 * @param delay how late it is; empty where it isn't
 */
record DossierLine(
        Dossier dossier,
        String turn,
        boolean mine,
        @Nullable String limit,
        String delay) {

    static DossierLine of(Dossier dossier, Turns turns, Instant now) {
        var limitAt = dossier.state().isFinal() ? null : dossier.limitAt();
        var late = limitAt != null && !dossier.held() && !now.isBefore(limitAt);
        return new DossierLine(
                dossier,
                turns.of(dossier),
                !dossier.turnGroup().isEmpty() && Actor.current().isIn(dossier.turnGroup()),
                limitAt != null && dossier.held() ? "tạm ngừng chạy" : AwardNames.limit(limitAt),
                late ? VietnamTime.duration(Duration.between(limitAt, now)) : "");
    }

    public String label() {
        return dossier.held() ? "Tạm dừng xét" : dossier.state().label();
    }

    /** The style class that colours the stage. */
    public String tone() {
        return dossier.held() ? "warn" : tone(dossier.state());
    }

    static String tone(DossierState state) {
        return switch (state) {
            case DRAFT -> "wait";
            case SUBMITTED, IN_APPRAISAL, APPRAISED, IN_COUNCIL, VOTED, TO_SIGN, ESCALATED -> "turn";
            case SUPPLEMENT, OPINIONS_DIFFER, RETURNED -> "warn";
            case AWARDED -> "good";
            case NOT_AWARDED, WITHDRAWN, LAPSED -> "quiet";
            case REVOKED -> "late";
        };
    }
}
