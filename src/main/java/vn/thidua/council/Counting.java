package vn.thidua.council;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.council.Tally.Counts;

/**
 * Kiểm phiếu: what the votes of a sitting come to. Absent members count in the base wherever the share is of all members; a member in
 * conflict leaves the base of that dossier where the round's terms say so.
 *
 * @param conflicted members who don't vote, by dossier
 */
record Counting(CouncilSession session, List<SessionMember> members, Map<String, Set<Long>> conflicted) {

    Tally of(CountedItem counted) {
        var counts = counts(counted);
        if (!isQuorate()) return new NoQuorum(counts, present(), quorum(), voting());
        if (counts.needed() != null) {
            return counts.yes() >= counts.needed() ? new Carried(counts, false) : new Lost(counts, false);
        }
        if (counts.yes() > counts.no()) return new Carried(counts, false);
        if (counts.yes() < counts.no()) return new Lost(counts, false);
        var settled = counted.item().carriedByPerson();
        if (settled == null) return new Tied(counts);
        return settled ? new Carried(counts, true) : new Lost(counts, true);
    }

    boolean isQuorate() {
        return present() >= quorum();
    }

    int voting() {
        return (int) votingMembers().count();
    }

    /** Voting members who sat; one who sent the ballot in didn't. */
    int present() {
        return (int) votingMembers().filter(Counting::sat).count();
    }

    int postal() {
        return (int) votingMembers().filter(SessionMember::postal).count();
    }

    /** Voting members needed for a quorum; never none. */
    int quorum() {
        return share(session.quorumPercent(), voting());
    }

    private Counts counts(CountedItem counted) {
        var item = counted.item();
        var base = base(item);
        return new Counts(
                counted.yes(),
                counted.no(),
                counted.abstain(),
                counted.cast(),
                base,
                needed(item.thresholdPercent(), base));
    }

    private int base(SessionItem item) {
        var out = session.conflictLeavesBase() ? conflicted.getOrDefault(item.dossier(), Set.of()) : Set.<Long>of();
        return (int) votingMembers()
                .filter(member -> item.thresholdBase() == ThresholdBase.ALL_MEMBERS || tookPart(member))
                .filter(member -> !out.contains(member.id()))
                .count();
    }

    private Stream<SessionMember> votingMembers() {
        return members.stream().filter(SessionMember::votes);
    }

    private static boolean sat(SessionMember member) {
        return member.present() || (member.hasVoted() && !member.postal());
    }

    private static boolean tookPart(SessionMember member) {
        return member.present() || member.hasVoted();
    }

    private static @Nullable Integer needed(@Nullable Integer percent, int base) {
        return percent == null ? null : share(percent, base);
    }

    /** The share rounded up to whole members, at least one: of 15, 80 % are 12. */
    private static int share(int percent, int of) {
        return Math.max(1, (of * percent + 99) / 100);
    }
}
