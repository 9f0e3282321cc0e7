package vn.thidua.nomination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far taking over a list has got.
 *
 * @param archiveName the ZIP that came with it; null where none did
 * @param done dossiers made so far; they count once all are made
 * @param problem why it failed, in Vietnamese
 */
public record ImportProgress(
        UUID id,
        String round,
        String unit,
        String fileName,
        @Nullable String archiveName,
        State state,
        int done,
        int total,
        @Nullable String problem,
        String startedBy,
        Instant changedAt) {

    public enum State {
        LOOKED_AT("Đã xem trước, chưa nạp"),
        RUNNING("Đang nạp"),
        DONE("Đã nạp xong"),
        FAILED("Chưa nạp được");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public int percent() {
        return total == 0 ? 100 : done * 100 / total;
    }
}
