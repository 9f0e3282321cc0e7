package vn.thidua.decision;

import org.jspecify.annotations.Nullable;

/**
 * The clerk's answer when the letter to the superior leaves.
 *
 * @param date dd/MM/yyyy; null or blank for today
 * @param to the receiving agency
 */
public record SendAnswer(@Nullable String date, String to) {}
