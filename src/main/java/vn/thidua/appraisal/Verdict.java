package vn.thidua.appraisal;

/** What an agency says of a dossier. */
public enum Verdict {
    FAVOUR("Đề nghị khen thưởng"),
    OPPOSE("Không đề nghị khen thưởng"),
    SUPPLEMENT("Yêu cầu bổ sung hồ sơ");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
