package vn.thidua.audit;

import java.util.Map;

/** What the record's stable codes mean to a reader. */
public final class ActionNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("attachment.added", "Đính kèm tệp vào bản nháp"),
            Map.entry("attachment.removed", "Gỡ tệp khỏi bản nháp"),
            Map.entry("attachment.stored", "Lưu tệp"),
            Map.entry("campaign.loaded", "Nạp phong trào"),
            Map.entry("deadline.moved", "Đổi hạn"),
            Map.entry("holiday.corrected", "Ghi ngày nghỉ"),
            Map.entry("holiday.removed", "Bỏ ngày nghỉ"),
            Map.entry("mail.retried", "Cho gửi lại thư"),
            Map.entry("obligation.ended", "Chấm dứt nghĩa vụ"),
            Map.entry("obligation.passed-on", "Chuyển nghĩa vụ cho đơn vị kế thừa"),
            Map.entry("obligation.readdressed", "Đổi nơi nhận"),
            Map.entry("obligations.opened", "Mở nghĩa vụ"),
            Map.entry("plan.amended", "Sửa đổi, bổ sung kế hoạch"),
            Map.entry("plan.ruled", "Quyết định điểm bỏ ngỏ"),
            Map.entry("submission.accepted", "Tiếp nhận"),
            Map.entry("submission.filled-in", "Ghi bổ sung"),
            Map.entry("submission.handed-in", "Nộp"),
            Map.entry("submission.overdue", "Quá hạn"),
            Map.entry("submission.returned", "Trả lại"),
            Map.entry("submission.withdrawn", "Rút lại"),
            Map.entry("units.imported", "Nạp danh sách đơn vị"));

    private ActionNames() {}

    /** The name, or the code itself where it has none. */
    public static String of(String action) {
        return NAMES.getOrDefault(action, action);
    }
}
