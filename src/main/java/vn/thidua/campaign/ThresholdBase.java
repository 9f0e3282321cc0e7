package vn.thidua.campaign;

/** Of how many the share of agreeing votes is counted. */
public enum ThresholdBase {
    ALL_MEMBERS("toàn bộ thành viên Hội đồng"),
    PRESENT("thành viên Hội đồng tham gia bỏ phiếu");

    private final String label;

    ThresholdBase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
