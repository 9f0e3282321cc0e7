package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/**
 * One achievement as typed.
 *
 * @param from first day, dd/MM/yyyy
 * @param to last day, dd/MM/yyyy
 */
public record AchievementEntry(
        @Nullable String title,
        @Nullable String from,
        @Nullable String to,
        @Nullable String description) {}
