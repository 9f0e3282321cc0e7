package vn.thidua.nomination;

/** The stages of a dossier nobody acts in more than one of. */
public enum Stage {
    COMPOSE("soạn, nộp hồ sơ"),
    /** receiving, appraising and reconciling are one stage */
    APPRAISAL("tiếp nhận, thẩm định"),
    COUNCIL("biểu quyết tại Hội đồng"),
    DECIDE("ký quyết định");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
