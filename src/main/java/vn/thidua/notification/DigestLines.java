package vn.thidua.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;

/** Turns obligations into the lines of a digest: what is asked, until when in words, by which clause, and where to do it. */
@Component
class DigestLines {

    private static final int MOST_NAMES = 20;

    private final WebAddress web;
    private final MovableClock clock;

    DigestLines(WebAddress web, MovableClock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** One line for each part still awaited. */
    List<DigestLine> forOwner(Campaign campaign, Obligation obligation) {
        var duty = campaign.plan().duty(obligation.duty()).orElseThrow();
        return obligation.parts().stream()
                .filter(Part::isAwaited)
                .map(part -> new DigestLine(
                        section(part),
                        "%s – %s".formatted(obligation.title(), obligation.ownerName()),
                        "Gửi %s. Phong trào: %s. Tình trạng: %s."
                                .formatted(
                                        campaign.plan().agencyName(part.addressee()),
                                        campaign.name(),
                                        part.statusAt(clock.instant())),
                        part.deadlineInWords(),
                        duty.clause(),
                        duty.quote(),
                        link(obligation)))
                .toList();
    }

    /** What the standing agency is told about its units: who has become late, and whom no mail reaches. */
    List<DigestLine> forStandingAgency(Campaign campaign, List<Obligation> overdue, Set<String> unreachable) {
        var told = new ArrayList<DigestLine>();
        overdue.stream()
                .collect(Collectors.groupingBy(Obligation::title))
                .forEach((title, late) -> told.add(new DigestLine(
                        Section.OVERDUE,
                        "%s: %d đơn vị vừa quá hạn".formatted(title, late.size()),
                        names(late.stream()
                                .map(Obligation::ownerName)
                                .distinct()
                                .toList()),
                        null,
                        null,
                        null,
                        web.of("/phong-trao/%s/tinh-hinh".formatted(campaign.code())))));
        if (!unreachable.isEmpty()) {
            told.add(new DigestLine(
                    Section.INFO,
                    "%d đơn vị chưa có e-mail, cần nhắc trực tiếp".formatted(unreachable.size()),
                    names(List.copyOf(unreachable)),
                    null,
                    null,
                    null,
                    web.of("/phong-trao/%s/don-vi".formatted(campaign.code()))));
        }
        return told;
    }

    String link(Obligation obligation) {
        return web.of("/nghia-vu/" + obligation.id());
    }

    private Section section(Part part) {
        if (part.isLateAt(clock.instant())) return Section.OVERDUE;
        return part.returned() ? Section.RETURNED : Section.DUE_SOON;
    }

    private static String names(List<String> names) {
        var shown = String.join("; ", names.stream().limit(MOST_NAMES).toList());
        return names.size() <= MOST_NAMES ? shown : "%s; và %d đơn vị khác".formatted(shown, names.size() - MOST_NAMES);
    }
}
