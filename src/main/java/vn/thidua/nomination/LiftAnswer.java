package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/**
 * The lead agency lifts a hold: what was verified is cleared.
 *
 * @param document the conclusion it rests on, null where there is none
 */
public record LiftAnswer(@Nullable String reason, @Nullable String document) {}
