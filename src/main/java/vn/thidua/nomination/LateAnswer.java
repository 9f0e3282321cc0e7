package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/**
 * The standing agency's answer to a request to nominate late.
 *
 * @param until dd/MM/yyyy, inclusive; needed to grant
 * @param document the written consent it rests on, null where there is none
 */
public record LateAnswer(
        @Nullable Decision decision,
        @Nullable String until,
        @Nullable String reason,
        @Nullable String document) {

    public enum Decision {
        GRANT,
        REFUSE
    }
}
