package vn.thidua.appraisal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the lead settled the differing opinions on one version of a dossier. */
public record Reconciliation(
        String dossier,
        int version,
        ReconcileAnswer.Decision decision,
        String reason,
        @Nullable String article,
        String officer,
        @Nullable String officerFor,
        Instant at) {}
