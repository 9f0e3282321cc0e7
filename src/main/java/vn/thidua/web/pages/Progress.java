package vn.thidua.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;

/** Tình hình nộp: what a person may see of a campaign, by duty and period, as filtered. */
final class Progress {

    /** The most lines one group shows; the export has all. */
    static final int MOST_LINES = 300;

    /** Stands beside the {@link Standing}s in the filter: handed in, but late. */
    static final String HANDED_IN_LATE = "NOP_MUON";

    /**
     * What is asked for; blank fields ask for nothing.
     *
     * @param period the code of a period; "-" for what is owed once
     * @param standing the name of a {@link Standing}, or {@link #HANDED_IN_LATE}
     * @param unit part of a unit's name or code
     */
    public record Filter(String period, String standing, String unit) {

        static final String ONCE = "-";

        static Filter of(@Nullable String period, @Nullable String standing, @Nullable String unit) {
            return new Filter(text(period), text(standing), text(unit));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        boolean takes(Obligation obligation) {
            var wanted = unit.toLowerCase(Locale.ROOT);
            return (period.isEmpty() || period.equals(code(obligation)))
                    && (obligation.ownerName().toLowerCase(Locale.ROOT).contains(wanted)
                            || obligation.owner().contains(wanted));
        }

        boolean takes(Part part, Standing now) {
            if (standing.equals(HANDED_IN_LATE)) return part.submittedAt() != null && part.lateSeconds() != null;
            return standing.isEmpty() || standing.equals(now.name());
        }

        static String code(Obligation obligation) {
            return obligation.period().code().isEmpty() ? ONCE : obligation.period().code();
        }
    }

    /** @param withoutMail nobody can be reminded by mail */
    public record Line(
            long id,
            String unit,
            boolean withoutMail,
            String addressee,
            String deadline,
            Standing standing,
            @Nullable Instant submittedAt,
            String delay) {}

    /** How many parts stand how; late counts those handed in late. */
    public record Totals(int all, int submitted, int late, int awaited, int overdue) {}

    /** @param hidden how many lines there are beyond those shown */
    public record Group(String title, List<Line> lines, int hidden, Totals totals) {}

    /** @param label a period in words, or "một lần" */
    public record Choice(String code, String label) {}

    /** What a group has in common: duty and period, the latter in its title. */
    private record Head(String duty, String title) {

        static Head of(Obligation obligation) {
            return new Head(obligation.duty(), obligation.title());
        }
    }

    private final List<Group> groups;
    private final Totals totals;
    private final List<Choice> periods;

    /** @param unreachable codes of the units that have no mail address */
    Progress(Campaign campaign, List<Obligation> visible, Set<String> unreachable, Filter filter, Instant now) {
        var plan = campaign.plan();
        var byGroup = new LinkedHashMap<Head, List<Line>>();
        var all = new ArrayList<Line>();
        for (var obligation : visible) {
            if (!filter.takes(obligation)) continue;
            for (var part : obligation.parts()) {
                var standing = Standing.of(part, now);
                if (!filter.takes(part, standing)) continue;
                var line = line(plan, obligation, part, standing, unreachable, now);
                byGroup.computeIfAbsent(Head.of(obligation), head -> new ArrayList<>()).add(line);
                all.add(line);
            }
        }
        groups = byGroup.entrySet().stream()
                .map(group -> group(group.getKey().title(), group.getValue()))
                .toList();
        totals = totals(all);
        periods = visible.stream()
                .map(obligation -> new Choice(
                        Filter.code(obligation),
                        obligation.period().code().isEmpty()
                                ? "một lần (văn bản phát động)"
                                : obligation.period().inWords()))
                .distinct()
                .toList();
    }

    public List<Group> groups() {
        return groups;
    }

    public Totals totals() {
        return totals;
    }

    /** The periods to choose from, newest first. */
    public List<Choice> periods() {
        return periods;
    }

    private static Line line(
            CampaignPlan plan,
            Obligation obligation,
            Part part,
            Standing standing,
            Set<String> unreachable,
            Instant now) {
        return new Line(
                obligation.id(),
                obligation.ownerName(),
                unreachable.contains(obligation.owner()),
                plan.agencyName(part.addressee()),
                part.deadlineInWords(),
                standing,
                part.submittedAt(),
                Standing.delay(part, now));
    }

    private static Group group(String title, List<Line> lines) {
        var shown = lines.subList(0, Math.min(MOST_LINES, lines.size()));
        return new Group(title, shown, lines.size() - shown.size(), totals(lines));
    }

    private static Totals totals(List<Line> lines) {
        return new Totals(
                lines.size(),
                (int) lines.stream().filter(Progress::isIn).count(),
                (int) lines.stream().filter(line -> isIn(line) && !line.delay().isEmpty()).count(),
                (int) lines.stream()
                        .filter(line -> line.standing() == Standing.AWAITED || line.standing() == Standing.RETURNED)
                        .count(),
                (int) lines.stream()
                        .filter(line -> line.standing() == Standing.OVERDUE || line.standing() == Standing.CLOSED)
                        .count());
    }

    private static boolean isIn(Line line) {
        return switch (line.standing()) {
            case SUBMITTED, ACCEPTED -> true;
            case HISTORY -> line.submittedAt() != null;
            default -> false;
        };
    }
}
