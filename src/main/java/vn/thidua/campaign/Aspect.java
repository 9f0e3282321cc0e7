package vn.thidua.campaign;

/** What a ruling or an amendment changes. */
public enum Aspect {
    DUE("Hạn nộp"),
    ADDRESSEE("Nơi nhận"),
    SUPERIOR_DUE("Hạn của cấp trên"),
    QUOTA("Chỉ tiêu số lượng"),
    OTHER("Nội dung khác");

    private final String label;

    Aspect(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
