package vn.thidua.campaign;

/** Who may be nominated. */
public enum NomineeKind {
    COLLECTIVE("Tập thể"),
    INDIVIDUAL("Cá nhân"),
    HOUSEHOLD("Hộ gia đình");

    private final String label;

    NomineeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
