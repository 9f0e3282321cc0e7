package vn.thidua.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period;
import vn.thidua.calendar.Period.Frequency;

/** How often and until when, as an official says it. */
final class DueWords {

    private static final int ANY_YEAR = 2025;

    private DueWords() {}

    static String frequency(Frequency every, @Nullable Integer first, @Nullable Integer last) {
        var words = switch (every) {
            case ONCE -> "một lần";
            case YEAR -> "hằng năm";
            case HALF_YEAR -> "6 tháng một lần";
            case QUARTER -> "hằng quý";
            case MONTH -> "hằng tháng";
            case UNSTATED -> "định kỳ, kế hoạch không nêu bao lâu một lần";
        };
        if (!every.isRecurring() || first == null || last == null) return words;
        return "%s, từ năm %d đến năm %d".formatted(words, first, last);
    }

    /** "trước ngày 20/11 hằng năm"; of several dates each with the part of the year it ends. */
    static String rule(DueRule due, Frequency every) {
        var kind = due.kind();
        if (kind == null) return "chưa quy định";
        if (every == Frequency.ONCE) {
            return due.deadlineOf(Period.ONCE).map(Deadline::inWords).orElse("chưa quy định");
        }
        var year = due.nextYear() ? " năm sau" : " hằng năm";
        if (every == Frequency.MONTH)
            return "%s %s hằng tháng".formatted(words(kind), due.dates().get(0));
        if (due.dates().size() == 1)
            return "%s %s%s".formatted(words(kind), due.dates().get(0), year);
        var each = new ArrayList<String>();
        for (int i = 0; i < due.dates().size(); i++) {
            each.add("%s: %s %s"
                    .formatted(parts(every).get(i), words(kind), due.dates().get(i)));
        }
        return String.join("; ", each) + year;
    }

    /** The names of a year's parts, "6 tháng đầu năm" and so on; for a month or a whole year just one. */
    static List<String> parts(Frequency every) {
        return switch (every) {
            case HALF_YEAR, QUARTER ->
                Period.of(every, ANY_YEAR, ANY_YEAR).stream()
                        .map(period -> "Kỳ "
                                + period.inWords()
                                        .replace(" năm " + ANY_YEAR, every == Frequency.HALF_YEAR ? " năm" : ""))
                        .toList();
            default -> List.of("Ngày hạn");
        };
    }

    static String words(Deadline.Kind kind) {
        return switch (kind) {
            case BEFORE -> "trước ngày";
            case BY -> "chậm nhất ngày";
            case WITHIN -> "trong tháng";
        };
    }

    /** How a date of such a rule is typed. */
    static String example(Frequency every) {
        return switch (every) {
            case ONCE -> "dd/MM/yyyy, ví dụ 30/4/2026; với \"trong tháng\": MM/yyyy, ví dụ 6/2026";
            case MONTH -> "ngày trong tháng, ví dụ 25";
            default -> "ngày/tháng, ví dụ 20/11; với \"trong tháng\": số tháng, ví dụ 11";
        };
    }
}
