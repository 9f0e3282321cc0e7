package vn.thidua.nomination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tạm dừng xét: while something is being verified, nothing is decided on the dossier (Art. 4.4 of Decree 152/2025). */
public record Hold(
        long id,
        String dossier,
        Kind kind,
        String reason,
        @Nullable String document,
        String heldBy,
        Instant heldAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String endDocument) {

    public enum Kind {
        DISCIPLINE("Đang xem xét kỷ luật"),
        INSPECTION("Đang thanh tra, kiểm tra, kiểm toán"),
        COMPLAINT("Đang giải quyết khiếu nại, tố cáo"),
        PRESS("Đang xác minh thông tin báo chí nêu");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isActive() {
        return endedAt == null;
    }
}
