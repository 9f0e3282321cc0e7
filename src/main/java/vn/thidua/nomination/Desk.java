package vn.thidua.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier with all that lies on an officer's desk beside it, read in one statement.
 *
 * @param content the draft for the unit while it writes, else what was submitted last
 * @param unitGroup the plan's unit group of the nominating unit; null when the unit is unknown by now
 * @param lateUntil last day on which the unit may submit late; null without a permission
 * @param allocated whether the round's numbers are allocated for its form and kind
 * @param allocation how many the unit may nominate of them; null when it was not named
 * @param beside how many other dossiers of the unit stand for the same form and kind
 * @param overrides signed for the version that stands
 * @param pending dossiers under way in which the same nominee is put forward for the same achievement
 * @param ownStage in which stage the actor has acted
 */
record Desk(
        Dossier dossier,
        AwardRound round,
        DossierContent content,
        @Nullable String unitGroup,
        @Nullable LocalDate lateUntil,
        boolean allocated,
        @Nullable Integer allocation,
        int beside,
        List<RuleOverride> overrides,
        List<Hold> holds,
        List<Pending> pending,
        @Nullable Stage ownStage,
        @Nullable Instant restingLimitAt,
        @Nullable String restingLimitBasis,
        @Nullable Instant restingSince) {

    record Pending(String dossier, String form, String title) {}
}
