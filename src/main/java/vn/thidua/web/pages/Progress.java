package vn.thidua.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;

/** Tình hình nộp: what a person may see of a campaign, by duty and period, as filtered. */
final class Progress {

    private static final int MOST_LINES = 300;
    private static final List<String> HEADS =
            List.of("Nghĩa vụ", "Đơn vị", "Nơi nhận", "Hạn", "Tình trạng", "Nộp lúc", "Chậm", "Ghi chú");

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
            return obligation.period().code().isEmpty()
                    ? ONCE
                    : obligation.period().code();
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

    /**
     * How many parts stand how.
     *
     * @param late of those submitted, the ones that came late
     * @param rest what was due before the system was adopted and has not been filled in, or has ended
     */
    public record Totals(int all, int submitted, int late, int awaited, int overdue, int rest) {}

    public record Group(String title, List<Line> lines, Totals totals) {

        /** The lines a page shows. */
        public List<Line> shown() {
            return lines.subList(0, Math.min(MOST_LINES, lines.size()));
        }

        public int hidden() {
            return lines.size() - shown().size();
        }
    }

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
                byGroup.computeIfAbsent(Head.of(obligation), head -> new ArrayList<>())
                        .add(line);
                all.add(line);
            }
        }
        groups = byGroup.entrySet().stream()
                .map(group -> new Group(group.getKey().title(), group.getValue(), totals(group.getValue())))
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

    /** All lines as a table, whatever their number. */
    Sheet sheet() {
        var rows = groups.stream()
                .flatMap(group -> group.lines().stream().map(line -> row(group, line)))
                .toList();
        return new Sheet("Tình hình nộp", HEADS, rows);
    }

    private static List<@Nullable Object> row(Group group, Line line) {
        return List.of(
                group.title(),
                line.unit(),
                line.addressee(),
                line.deadline(),
                line.standing().label(),
                VietnamTime.dateTime(line.submittedAt()),
                line.delay(),
                line.withoutMail() ? "Chưa có e-mail, cần nhắc trực tiếp" : "");
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

    private static Totals totals(List<Line> lines) {
        var submitted = count(lines, Progress::isIn);
        var awaited = count(lines, line -> line.standing() == Standing.AWAITED || line.standing() == Standing.RETURNED);
        var overdue = count(lines, line -> line.standing() == Standing.OVERDUE || line.standing() == Standing.CLOSED);
        return new Totals(
                lines.size(),
                submitted,
                count(lines, line -> isIn(line) && !line.delay().isEmpty()),
                awaited,
                overdue,
                lines.size() - submitted - awaited - overdue);
    }

    private static int count(List<Line> lines, Predicate<Line> which) {
        return (int) lines.stream().filter(which).count();
    }

    private static boolean isIn(Line line) {
        return switch (line.standing()) {
            case SUBMITTED, ACCEPTED -> true;
            case HISTORY -> line.submittedAt() != null;
            default -> false;
        };
    }
}
