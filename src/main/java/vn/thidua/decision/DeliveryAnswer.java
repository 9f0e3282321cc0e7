package vn.thidua.decision;

import org.jspecify.annotations.Nullable;

/**
 * The clerk's answer when the result was told, or certificates and money were handed over.
 *
 * @param date dd/MM/yyyy; null or blank for today
 * @param note by which document, at which ceremony; may be missing
 */
public record DeliveryAnswer(
        @Nullable String date, @Nullable String note) {}
