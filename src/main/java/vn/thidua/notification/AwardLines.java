package vn.thidua.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.decision.AwardDecision;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.LimitedWork.Running;

/** Turns dossiers, rounds, decisions and other work with a limit into the lines of a digest: what, until when by which limit, and where to do it. */
@Component
class AwardLines {

    private static final int MOST_NAMES = 20;

    private final WebAddress web;

    AwardLines(WebAddress web) {
        this.web = web;
    }

    DigestLine of(Campaign campaign, Dossier dossier, Section section, String what, @Nullable String reason) {
        return new DigestLine(
                section,
                "Hồ sơ %s – %s, %s: %s"
                        .formatted(afterSlash(dossier.number()), dossier.nomineeName(), dossier.formName(), what),
                detail("Đơn vị đề nghị: %s.".formatted(dossier.unitName()), campaign, reason),
                limit(dossier.limitAt(), dossier.limitBasis()),
                null,
                null,
                web.of("/ho-so/" + dossier.number()));
    }

    /** @param dossiers more than one, which stand alike */
    DigestLine ofMany(
            Campaign campaign, List<Dossier> dossiers, Section section, String what, @Nullable String reason) {
        var first = dossiers.get(0);
        return new DigestLine(
                section,
                "%d hồ sơ: %s".formatted(dossiers.size(), what),
                detail(names(dossiers), campaign, reason),
                limit(first.limitAt(), first.limitBasis()),
                null,
                null,
                web.of("/dot-xet/" + first.round()));
    }

    DigestLine of(Campaign campaign, AwardRound round, Section section, String what, @Nullable String reason) {
        return new DigestLine(
                section,
                "%s: %s".formatted(round.name(), what),
                detail("", campaign, reason),
                null,
                null,
                null,
                web.of("/dot-xet/" + round.key()));
    }

    /** @param limitAt the first late instant; null where no limit runs */
    DigestLine of(
            Campaign campaign,
            AwardDecision decision,
            Section section,
            String what,
            @Nullable Instant limitAt,
            @Nullable String reason) {
        return new DigestLine(
                section,
                "%s: %s".formatted(decision.title(), what),
                detail("Người ký: %s.".formatted(decision.authority().name()), campaign, reason),
                limit(limitAt, null),
                null,
                null,
                web.of("/quyet-dinh/" + decision.id()));
    }

    DigestLine of(Campaign campaign, Running work, Section section) {
        return of(campaign, work, section, "%s: %s".formatted(work.matter(), work.what()), "", work.page());
    }

    /** @param works more than one, in the same round, by the same people until the same moment */
    DigestLine ofMany(Campaign campaign, List<Running> works, Section section) {
        var first = works.get(0);
        return of(
                campaign,
                first,
                section,
                "%d việc: %s".formatted(works.size(), first.what()),
                listed(works.stream().map(Running::matter).toList(), "việc"),
                "/dot-xet/" + first.round());
    }

    private DigestLine of(Campaign campaign, Running work, Section section, String title, String what, String page) {
        return new DigestLine(section, title, detail(what, campaign, null), limit(work), null, null, web.of(page));
    }

    private static String limit(Running work) {
        var words = endsWithADay(work.limitAt())
                ? deadline(work.limitAt()).inWords()
                : "trước " + VietnamTime.dateTime(work.limitAt());
        return withBasis(words, work.basis());
    }

    private static boolean endsWithADay(Instant limitAt) {
        return limitAt.equals(
                VietnamTime.dayOf(limitAt).atStartOfDay(VietnamTime.ZONE).toInstant());
    }

    /** The limit as a deadline: the last day that is on time. */
    static Deadline deadline(Instant limitAt) {
        return new Deadline(Kind.BY, VietnamTime.dayOf(limitAt.minusMillis(1)));
    }

    private static @Nullable String limit(@Nullable Instant limitAt, @Nullable String basis) {
        return limitAt == null ? null : withBasis(deadline(limitAt).inWords(), basis);
    }

    private static String withBasis(String words, @Nullable String basis) {
        return basis == null ? words : "%s (%s)".formatted(words, basis);
    }

    private static String detail(String what, Campaign campaign, @Nullable String reason) {
        var detail = "%s Phong trào: %s.".formatted(what, campaign.name()).strip();
        return reason == null || reason.isBlank() ? detail : "%s Lý do: %s".formatted(detail, reason);
    }

    private static String names(List<Dossier> dossiers) {
        return listed(
                dossiers.stream()
                        .map(dossier -> "%s (%s)".formatted(dossier.nomineeName(), dossier.unitName()))
                        .toList(),
                "hồ sơ");
    }

    private static String listed(List<String> all, String called) {
        var shown = String.join("; ", all.subList(0, Math.min(MOST_NAMES, all.size())));
        return all.size() <= MOST_NAMES
                ? shown + "."
                : "%s; và %d %s khác.".formatted(shown, all.size() - MOST_NAMES, called);
    }

    private static String afterSlash(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
