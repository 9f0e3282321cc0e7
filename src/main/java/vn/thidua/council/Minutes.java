package vn.thidua.council;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Biên bản of a sitting as it can be printed.
 *
 * @param members all members, voting or not, with their attendance
 * @param present members who sat, @param voting members who may vote
 * @param quorumSentence whether enough members took part
 * @param checkedBy user id of the secretary who checked it; null until then
 * @param signedBy name of the member who signed it; null until then
 * @param sentBackFor why the chair sent it back last; null where it wasn't
 */
public record Minutes(
        CouncilSession session,
        String roundName,
        List<SessionMember> members,
        int voting,
        int present,
        int postal,
        String quorumSentence,
        String baseSentence,
        List<Line> lines,
        List<SettledTie> ties,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable String discussion,
        @Nullable String conclusion,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        @Nullable String signedBy,
        @Nullable String signedPosition,
        @Nullable Instant signedAt,
        @Nullable String sentBackFor) {

    /**
     * A dossier with its votes.
     *
     * @param tally null where the dossier was dropped from the agenda
     * @param excluded the members who didn't vote on it, with why
     * @param ballots how each member voted; empty for a secret vote
     */
    public record Line(SessionItem item, @Nullable Tally tally, List<Conflict> excluded, List<OpenBallot> ballots) {

        public String sentence() {
            return tally == null ? "Không đưa ra biểu quyết: " + item.dropped() : tally.sentence();
        }
    }

    /** How a member voted on a dossier in an open vote. */
    public record OpenBallot(
            long member,
            String memberName,
            Vote vote,
            @Nullable String note) {}

    /** A tie a person settled. */
    public record SettledTie(
            Tie.Kind kind,
            List<String> dossiers,
            List<String> preferred,
            String reason,
            String settledBy,
            Instant settledAt) {}
}
