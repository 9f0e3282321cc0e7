package vn.thidua.campaign;

/** What an agency does when awards are considered, by the plan's own words. */
public enum AwardRole {
    LEAD("Chủ trì xét, đề xuất"),
    APPRAISE("Thẩm định"),
    COORDINATE("Phối hợp xét chọn"),
    ALLOCATE("Tham mưu, phân bổ số lượng"),
    COUNCIL("Hội đồng thi đua, khen thưởng"),
    DECIDE("Quyết định khen thưởng");

    private final String label;

    AwardRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
