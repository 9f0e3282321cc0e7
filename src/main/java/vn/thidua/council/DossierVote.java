package vn.thidua.council;

import org.jspecify.annotations.Nullable;

/**
 * One line of a ballot.
 *
 * @param note only on an open ballot
 */
public record DossierVote(
        @Nullable String dossier,
        @Nullable Vote vote,
        @Nullable String note) {

    /** Says nothing of the choice: a ballot must not reach a log. */
    @Override
    public String toString() {
        return "DossierVote[" + dossier + "]";
    }
}
