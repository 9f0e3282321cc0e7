package vn.thidua.organisation;

import java.time.LocalDate;

/**
 * Làm thay: an officer does an absent one's work.
 *
 * @param group the user group both belong to
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, inclusive
 */
public record Substitution(
        long id,
        String campaign,
        String absent,
        String substitute,
        String group,
        LocalDate from,
        LocalDate to,
        String reason) {}
