package vn.thidua.notification;

/** What a digest sorts its lines by, in the order they are read. */
public enum Section {
    DUE_SOON("Sắp đến hạn", "việc sắp đến hạn"),
    OVERDUE("Quá hạn", "việc quá hạn"),
    RETURNED("Bị trả lại, cần làm lại", "việc bị trả lại"),
    TO_REVIEW("Chờ tiếp nhận, xem xét", "việc chờ xem xét"),
    INFO("Thông tin", "thông tin");

    private final String heading;
    private final String counted;

    Section(String heading, String counted) {
        this.heading = heading;
        this.counted = counted;
    }

    public String heading() {
        return heading;
    }

    /** The noun to stand after a number. */
    String counted() {
        return counted;
    }
}
