package vn.thidua.council;

/** What a ballot says of one dossier. */
public enum Vote {
    YES("Đồng ý"),
    NO("Không đồng ý"),
    ABSTAIN("Không có ý kiến");

    private final String label;

    Vote(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
