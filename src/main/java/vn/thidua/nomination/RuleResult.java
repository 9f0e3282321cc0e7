package vn.thidua.nomination;

import org.jspecify.annotations.Nullable;

/**
 * What one rule says of a dossier.
 *
 * @param rule stable id
 * @param article the article or clause it comes from
 * @param reason why, as a Vietnamese sentence
 * @param overridable whether a person may decide otherwise
 * @param override who did
 */
public record RuleResult(
        String rule,
        String name,
        String article,
        Verdict verdict,
        String reason,
        boolean overridable,
        @Nullable RuleOverride override) {

    public enum Verdict {
        MET("Đạt"),
        OBJECTION("Chưa đạt"),
        NOT_APPLICABLE("Không áp dụng"),
        /** the machine cannot tell: an officer looks */
        ASK("Cán bộ kiểm tra");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Does it stand in the way as things are? */
    public boolean stands() {
        return verdict == Verdict.OBJECTION && override == null;
    }
}
