package vn.thidua.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a dossier's history.
 *
 * @param by user id, or the system's when a timer acted
 * @param limitAt the limit that ran from then on
 */
public record StageEntry(
        DossierState state,
        Instant at,
        String by,
        String turnGroup,
        @Nullable Instant limitAt,
        @Nullable String limitBasis,
        @Nullable String note) {}
