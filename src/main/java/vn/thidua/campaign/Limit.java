package vn.thidua.campaign;

/** Steps the law gives a number of working days. */
public enum Limit {
    CONSULTATION("Cơ quan được lấy ý kiến trả lời"),
    PROVINCE_SUBMISSION("Tỉnh thẩm định và trình khen thưởng cấp Nhà nước"),
    MINISTRY("Bộ thẩm định, trình Thủ tướng Chính phủ"),
    RETURN_UNQUALIFIED("Trả lại hồ sơ không đủ điều kiện"),
    TELL_RESULT("Thông báo kết quả, gửi quyết định"),
    DELIVER("Trao hiện vật khen thưởng"),
    DELIVER_MANY("Trao hiện vật khen thưởng từ 100 trường hợp trở lên"),
    RECOVERY("Nộp lại hiện vật, tiền thưởng sau khi hủy bỏ quyết định");

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
