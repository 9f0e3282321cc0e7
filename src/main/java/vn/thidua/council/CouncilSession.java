package vn.thidua.council;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Phiên họp Hội đồng over the dossiers of one round.
 *
 * @param key business key, e.g. {@code binh-phuoc/PH-2026-1}
 * @param round key of the award round
 * @param heldOn the day it sits, Asia/Ho_Chi_Minh; null until the agenda is set
 * @param voteFrom the first instant at which a ballot is taken; null until the agenda is set
 * @param voteUntil the first instant at which none is taken any more
 * @param secret nobody, not even the database, can tell how a member voted
 * @param quorumPercent the share of all voting members that must take part
 * @param conflictLeavesBase whether a member who may not vote on a dossier leaves the number its share is counted on
 * @param sitting which sitting this is: a sitting without quorum is held again
 */
public record CouncilSession(
        long id,
        String key,
        String campaign,
        String round,
        State state,
        @Nullable LocalDate heldOn,
        @Nullable LocalTime heldAt,
        @Nullable String place,
        @Nullable Instant voteFrom,
        @Nullable Instant voteUntil,
        boolean secret,
        int quorumPercent,
        boolean conflictLeavesBase,
        int sitting,
        Instant openedAt) {

    public enum State {
        PREPARING("Đang chuẩn bị phiên họp"),
        VOTING("Đang bỏ phiếu"),
        COUNTING("Đang nhập phiếu gửi về"),
        COUNTED("Đã kiểm phiếu"),
        MINUTES("Biên bản chờ ký"),
        SIGNED("Biên bản đã ký"),
        CONCLUDED("Đã kết thúc"),
        CANCELLED("Đã hủy");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** "Bỏ phiếu kín" or "Biểu quyết công khai". */
    public String modeInWords() {
        return secret ? "Bỏ phiếu kín" : "Biểu quyết công khai";
    }

    /** May counts be told? Not while ballots can still come in: they would show how the next one voted. */
    public boolean isCounted() {
        return switch (state) {
            case COUNTED, MINUTES, SIGNED, CONCLUDED -> true;
            case PREPARING, VOTING, COUNTING, CANCELLED -> false;
        };
    }
}
