package vn.thidua.act;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done, for the record: published in the transaction that does it. Before and after are plain values that can be
 * written as JSON.
 *
 * @param action stable English code, e.g. {@code submission.handed-in}
 * @param subject business key of what was acted on
 */
public record Act(
        String actor,
        String action,
        @Nullable String campaign,
        @Nullable String unit,
        String subject,
        @Nullable Object before,
        @Nullable Object after) {

    public static Act of(
            String action,
            @Nullable String campaign,
            @Nullable String unit,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        return new Act(Actor.current().userId(), action, campaign, unit, subject, before, after);
    }
}
