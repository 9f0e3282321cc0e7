package vn.thidua.notification;

import org.jspecify.annotations.Nullable;

/**
 * One matter in a digest, all in Vietnamese and ready to be read.
 *
 * @param deadline until when, in the plan's way of saying
 * @param clause the clause of the plan it comes from
 * @param quote that clause in the plan's own words
 * @param link absolute http(s) address where it can be done
 */
public record DigestLine(
        Section section,
        String title,
        String detail,
        @Nullable String deadline,
        @Nullable String clause,
        @Nullable String quote,
        String link) {}
