package vn.thidua.appraisal;

import org.jspecify.annotations.Nullable;

/**
 * What the consulted body answered.
 *
 * @param favour needed unless no reply came
 * @param document number of the reply; needed unless no reply came
 * @param date dd/MM/yyyy of the reply; needed unless no reply came
 * @param noReply the limit has passed without a reply
 */
public record ReplyAnswer(
        @Nullable Boolean favour,
        @Nullable String document,
        @Nullable String date,
        @Nullable String note,
        boolean noReply) {}
