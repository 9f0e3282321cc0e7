package vn.thidua.council;

import java.util.List;

/**
 * What a member enters: exactly one vote for each dossier the member may vote on.
 *
 * @param votes in any order
 */
public record BallotAnswer(List<DossierVote> votes) {

    public BallotAnswer {
        votes = votes == null ? List.of() : List.copyOf(votes);
    }
}
