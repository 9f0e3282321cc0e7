package vn.thidua.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Bằng (hiện vật): one certificate as issued.
 *
 * @param code unguessable, 128 random bits, safe in a web address
 * @param register key of the register entry it belongs to
 * @param number without gaps per campaign and year
 * @param replacedBy code of the certificate issued in its place; null when none
 */
public record Certificate(
        String code,
        String register,
        int year,
        int number,
        LocalDate issuedOn,
        Status status,
        @Nullable String replacedBy) {

    public enum Status {
        VALID("Có hiệu lực"),
        REVOKED("Đã hủy bỏ, thu hồi"),
        REISSUED("Đã được cấp đổi, cấp lại bằng bản khác");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** "00012/2026". */
    public String numberText() {
        return "%05d/%d".formatted(number, year);
    }
}
