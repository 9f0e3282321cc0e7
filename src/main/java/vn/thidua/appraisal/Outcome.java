package vn.thidua.appraisal;

/** Where the opinions on one version of a dossier lead. */
public enum Outcome {
    /** every agency asked proposes the award */
    FAVOURABLE("Thống nhất đề nghị"),
    /** at least one agency doesn't propose it: the lead reconciles */
    DIFFER("Ý kiến khác nhau"),
    /** an agency asked for something more: back to the unit */
    SUPPLEMENT("Cần bổ sung");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
