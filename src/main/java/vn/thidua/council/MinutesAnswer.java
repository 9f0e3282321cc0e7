package vn.thidua.council;

import org.jspecify.annotations.Nullable;

/**
 * What the secretary adds to the minutes.
 *
 * @param startedAt HH:mm
 * @param endedAt HH:mm
 */
public record MinutesAnswer(
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable String discussion,
        @Nullable String conclusion) {}
