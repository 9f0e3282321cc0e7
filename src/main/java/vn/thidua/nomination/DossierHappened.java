package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/** Something happened to a dossier; published inside the transaction in which it did. The dossier is as it stands afterwards. */
public record DossierHappened(
        Kind kind, Dossier dossier, @Nullable String reason) {

    public enum Kind {
        SUBMITTED,
        RECEIVED,
        SUPPLEMENT_REQUESTED,
        RETURNED,
        WITHDRAWN,
        HELD,
        LIFTED,
        OPINIONS_DIFFER,
        APPRAISED,
        IN_COUNCIL,
        VOTED,
        TO_SIGN,
        ESCALATED,
        AWARDED,
        NOT_AWARDED,
        LAPSED,
        REVOKED,
        OUTCOME
    }
}
