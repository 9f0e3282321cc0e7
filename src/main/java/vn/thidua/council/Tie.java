package vn.thidua.council;

import java.util.List;

/**
 * Dossiers with equal votes between which a person has to choose.
 *
 * @param places how many of them can be preferred; for an even vote that is 1, or 0 if the person decides against it
 * @param candidates in the order that Art. 4.6 of Decree 152/2025 proposes
 */
public record Tie(Kind kind, String what, int places, List<Candidate> candidates) {

    public enum Kind {
        /** as many yes as no */
        EVEN,
        /** equal yes votes, and fewer places left than dossiers */
        PLACES
    }

    /**
     * @param preferred women, or collectives with at least 70 % women
     * @param why the ground of its place in the proposal, as a sentence
     */
    public record Candidate(
            String dossier, String nomineeName, String unitName, int yes, boolean preferred, String why) {}

    public List<String> dossiers() {
        return candidates.stream().map(Candidate::dossier).toList();
    }
}
