package vn.thidua.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;

/**
 * The law in force for dossiers received on certain days; a dossier freezes its pack at receipt.
 *
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day it is in force, inclusive; null while no end is known
 * @param source the document it comes from
 * @param bases its documents as a decision cites them, one to a line: laws without number (Decree 30/2020)
 * @param textKnown false where the text of the law is not in the system and an officer has to check by hand
 * @param limits working days by step; a step that is missing is not known
 * @param note what an officer is told about it, null where there is nothing to tell
 */
public record RulePack(
        String code,
        String name,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        List<String> bases,
        boolean textKnown,
        Map<Limit, Integer> limits,
        List<LegalArticle> principles,
        @Nullable String note) {

    public static final String ONE_ACHIEVEMENT = "one-achievement";
    public static final String CAMPAIGN_NOT_MERIT = "campaign-not-merit";
    public static final String HOLD = "hold";
    public static final String EQUAL_MERIT_WOMEN = "equal-merit-women";
    public static final String SIX_MONTHS = "six-months";
    public static final String PARTY_OPINION = "party-opinion";
    public static final String RETURN_GROUND = "return-ground";

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Working days for the step; empty where the text is not in the system. */
    public Optional<Integer> days(Limit limit) {
        return Optional.ofNullable(limits.get(limit));
    }

    /** "10 ngày làm việc", or "chưa có dữ liệu". */
    public String daysInWords(Limit limit) {
        return days(limit).map(days -> days + " ngày làm việc").orElse("chưa có dữ liệu");
    }

    public Optional<LegalArticle> principle(String id) {
        return principles.stream().filter(article -> article.id().equals(id)).findFirst();
    }

    /** "từ 01/07/2025 đến hết 30/09/2026". */
    public String periodInWords() {
        return to == null
                ? "từ " + VietnamTime.date(from)
                : "từ %s đến hết %s".formatted(VietnamTime.date(from), VietnamTime.date(to));
    }
}
