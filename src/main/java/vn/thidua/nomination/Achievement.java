package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Thành tích as submitted.
 *
 * @param key the same for the same achievement: title without the accidents of spelling, and period
 */
public record Achievement(String title, LocalDate from, LocalDate to, String description, String key) {

    /** The one that ended last: with it ends the time the nomination is for. */
    public static Optional<Achievement> latest(List<Achievement> achievements) {
        return achievements.stream().max(Comparator.comparing(Achievement::to));
    }

    /** The key of an achievement; two spellings of one title have the same. */
    public static String key(String title, LocalDate from, LocalDate to) {
        return NameKey.of(title) + "|" + from + "|" + to;
    }
}
