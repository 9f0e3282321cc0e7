package vn.thidua.council;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.act.Refusal;
import vn.thidua.nomination.Required;

/** What makes a ballot one. The refusals never say how anybody voted. */
final class BallotCheck {

    private static final int LONGEST_NOTE = 1_000;

    private BallotCheck() {}

    /** @throws Refusal INVALID unless the ballot votes exactly once on each of the dossiers and on nothing else */
    static void mustBeWhole(List<DossierVote> votes, Set<String> votable, boolean secret) {
        mustBeSound(votes, votable, secret);
        if (votes.size() == votable.size()) return;
        var voted = votes.stream().map(DossierVote::dossier).collect(Collectors.toSet());
        var missing = votable.stream()
                .filter(dossier -> !voted.contains(dossier))
                .sorted()
                .toList();
        throw Refusal.invalid(
                "ballot-incomplete",
                "votes",
                "Phiếu còn thiếu %d hồ sơ (%s%s). Hãy chọn đồng ý, không đồng ý hoặc không có ý kiến cho từng hồ sơ."
                        .formatted(
                                missing.size(),
                                String.join(", ", missing.subList(0, Math.min(3, missing.size()))),
                                missing.size() > 3 ? ", …" : ""));
    }

    private static void mustBeSound(List<DossierVote> votes, Set<String> votable, boolean secret) {
        var seen = new HashSet<String>();
        for (var vote : votes) {
            var dossier = String.valueOf(vote.dossier());
            if (!votable.contains(dossier)) {
                throw Refusal.invalid(
                        "ballot-dossier",
                        "votes",
                        "Hồ sơ %s không có trong phiếu này (không thuộc chương trình, đang tạm dừng, đã rút hoặc có xung đột lợi ích). Hãy tải lại phiếu."
                                .formatted(dossier));
            }
            if (!seen.add(dossier)) {
                throw Refusal.invalid(
                        "ballot-twice", "votes", "Hồ sơ %s có hai lựa chọn trong phiếu.".formatted(dossier));
            }
            Required.choice(vote.vote(), "votes", "Chưa chọn ý kiến cho hồ sơ %s.".formatted(dossier));
            if (vote.note() == null || vote.note().isBlank()) continue;
            if (secret) {
                throw Refusal.invalid(
                        "ballot-note",
                        "votes",
                        "Phiếu kín không ghi ý kiến kèm theo. Hãy bỏ phần ghi chú rồi gửi lại.");
            }
            Required.fitting(vote.note(), "votes", "Ý kiến về hồ sơ " + dossier, LONGEST_NOTE);
        }
    }

    /**
     * Secret ballots that came by post name nobody; together they must hold as many votes on each dossier as there are senders who may
     * vote on it.
     *
     * @param senders how many of the senders may vote, by dossier
     * @throws Refusal INVALID otherwise
     */
    static void mustBeOfThese(Collection<List<DossierVote>> ballots, Map<String, Integer> senders) {
        var votable = senders.keySet();
        ballots.forEach(ballot -> mustBeSound(ballot, votable, true));
        for (var dossier : senders.entrySet()) {
            var votes = ballots.stream()
                    .flatMap(List::stream)
                    .filter(vote -> dossier.getKey().equals(vote.dossier()))
                    .count();
            if (votes != dossier.getValue()) {
                throw Refusal.invalid(
                        "postal-votes",
                        "ballots",
                        "Hồ sơ %s có %d ý kiến, phải có %d (số người gửi phiếu được biểu quyết hồ sơ này)."
                                .formatted(dossier.getKey(), votes, dossier.getValue()));
            }
        }
    }
}
