package vn.thidua.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hủy bỏ quyết định, thu hồi; or cấp đổi, cấp lại of a certificate.
 *
 * @param key {@code <register key>/THB-<n>}
 * @param article the provision that commands it
 * @param document what established the grounds, with its date
 * @param number of the revoking decision; null until signed, and for an exchange or reissue
 * @param recoverBy first late instant for giving back (Decree 152/2025, Art. 58); null when none runs
 * @param newCertificate code of the certificate issued in its place
 */
public record Revocation(
        long id,
        String key,
        Kind kind,
        RegisterEntry entry,
        State state,
        Instant since,
        String reason,
        @Nullable String article,
        @Nullable String document,
        @Nullable LocalDate documentDate,
        @Nullable String sentBack,
        @Nullable Signature signature,
        @Nullable DocumentNumber number,
        @Nullable Instant recoverBy,
        @Nullable LocalDate certificateBackOn,
        @Nullable LocalDate moneyBackOn,
        @Nullable String note,
        @Nullable String newCertificate) {

    public enum Kind {
        REVOKE("Hủy bỏ, thu hồi"),
        EXCHANGE("Cấp đổi"),
        REISSUE("Cấp lại");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        PROPOSING("Đang đề nghị"),
        TO_SIGN("Chờ ký"),
        SIGNED("Đã ký"),
        RECOVERING("Đang thu hồi"),
        TO_REISSUE("Chờ cấp đổi, cấp lại"),
        DISMISSED("Không chấp nhận"),
        DONE("Đã xong");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
