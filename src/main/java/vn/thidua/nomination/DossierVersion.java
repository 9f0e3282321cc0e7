package vn.thidua.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it was submitted once; kept for ever.
 *
 * @param outcome RECEIVED, SUPPLEMENT or RETURNED; null while nobody has decided on it
 */
public record DossierVersion(
        int version,
        DossierContent content,
        String submittedBy,
        Instant submittedAt,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        @Nullable String outcomeArticle,
        @Nullable String outcomeBy,
        @Nullable Instant outcomeAt) {}
