package vn.thidua.council;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary enters to call a sitting.
 *
 * @param date dd/MM/yyyy
 * @param time HH:mm; null for 08:00
 * @param voteFrom dd/MM/yyyy HH:mm, null for at once
 * @param voteUntil dd/MM/yyyy HH:mm, the first minute at which no ballot is taken any more
 * @param secret null for what the round's terms say
 * @param memberIds the members called; empty for all. Members not called still count among all members
 * @param dossiers the order of the agenda; those not named follow
 * @param quorumPercent null for what the round's terms say; never less than that
 * @param conflicts members who may not vote on a dossier, beside those the system finds
 * @param clearances namesakes of a nominee who are somebody else
 */
public record AgendaAnswer(
        @Nullable String date,
        @Nullable String time,
        @Nullable String place,
        @Nullable String voteFrom,
        @Nullable String voteUntil,
        @Nullable Boolean secret,
        List<Long> memberIds,
        List<String> dossiers,
        @Nullable Integer quorumPercent,
        List<MemberDossier> conflicts,
        List<MemberDossier> clearances) {

    public AgendaAnswer {
        memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
        dossiers = dossiers == null ? List.of() : List.copyOf(dossiers);
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
        clearances = clearances == null ? List.of() : List.copyOf(clearances);
    }

    /** A member and a dossier, and why they are named together. */
    public record MemberDossier(
            @Nullable Long member,
            @Nullable String dossier,
            @Nullable String reason) {}
}
