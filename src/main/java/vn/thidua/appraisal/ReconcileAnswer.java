package vn.thidua.appraisal;

import org.jspecify.annotations.Nullable;

/**
 * How the lead settles opinions that differ.
 *
 * @param reason always needed
 * @param article the legal ground; needed to reject (Decree 152/2025 Art. 35.4a)
 */
public record ReconcileAnswer(
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String article) {

    public enum Decision {
        PROPOSE("Đề nghị khen thưởng"),
        REJECT("Không đề nghị, trả lại hồ sơ");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
