package vn.thidua.council;

import org.jspecify.annotations.Nullable;

/**
 * The chair signs the minutes or sends them back.
 *
 * @param reason needed to send back
 */
public record SignMinutesAnswer(boolean approve, @Nullable String reason) {}
