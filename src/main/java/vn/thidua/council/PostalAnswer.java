package vn.thidua.council;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary enters after the voting: who else was there, and the ballots sent in by absent members.
 *
 * @param present members who sat without voting in the system; they count toward the quorum
 * @param members members whose ballots came; for a secret vote the ballots then name nobody
 * @param ballots one for each of those members; in a secret vote in any order and without a name
 * @param finish no more ballots are expected: the votes are counted
 */
public record PostalAnswer(List<Long> present, List<Long> members, List<PostalBallot> ballots, boolean finish) {

    public PostalAnswer {
        present = present == null ? List.of() : List.copyOf(present);
        members = members == null ? List.of() : List.copyOf(members);
        ballots = ballots == null ? List.of() : List.copyOf(ballots);
    }

    /**
     * A ballot that came by post.
     *
     * @param member who sent it; null in a secret vote
     */
    public record PostalBallot(@Nullable Long member, List<DossierVote> votes) {

        public PostalBallot {
            votes = votes == null ? List.of() : List.copyOf(votes);
        }
    }
}
