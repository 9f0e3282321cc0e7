package vn.thidua.cockpit;

import java.util.Map;
import vn.thidua.act.Actor;

/** The engine's kinds of steps and the record's codes in Vietnamese; what has no word here is shown as it is. */
final class Words {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "Bắt đầu"),
            Map.entry("startTimerEvent", "Bắt đầu theo giờ"),
            Map.entry("userTask", "Việc của người"),
            Map.entry("serviceTask", "Việc tự động"),
            Map.entry("exclusiveGateway", "Rẽ nhánh"),
            Map.entry("subProcess", "Nhóm bước"),
            Map.entry("boundaryTimer", "Hẹn giờ"),
            Map.entry("boundaryMessage", "Nhận tin"),
            Map.entry("messageStartEvent", "Nhận tin"),
            Map.entry("noneEndEvent", "Kết thúc"),
            Map.entry("terminateEndEvent", "Kết thúc"));

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("attachment.added", "Đính kèm tệp vào bản nháp"),
            Map.entry("attachment.removed", "Gỡ tệp khỏi bản nháp"),
            Map.entry("attachment.stored", "Lưu tệp"),
            Map.entry("campaign.loaded", "Nạp phong trào"),
            Map.entry("deadline.moved", "Đổi hạn"),
            Map.entry("obligation.ended", "Chấm dứt nghĩa vụ"),
            Map.entry("obligation.passed-on", "Chuyển nghĩa vụ cho đơn vị kế thừa"),
            Map.entry("obligation.readdressed", "Đổi nơi nhận"),
            Map.entry("obligations.opened", "Mở nghĩa vụ"),
            Map.entry("plan.amended", "Sửa đổi, bổ sung kế hoạch"),
            Map.entry("submission.accepted", "Tiếp nhận"),
            Map.entry("submission.filled-in", "Ghi bổ sung"),
            Map.entry("submission.handed-in", "Nộp"),
            Map.entry("submission.overdue", "Quá hạn"),
            Map.entry("submission.returned", "Trả lại"),
            Map.entry("submission.withdrawn", "Rút lại"),
            Map.entry("units.imported", "Nạp danh sách đơn vị"));

    private Words() {}

    static String kind(String activityType) {
        return KINDS.getOrDefault(activityType, activityType);
    }

    static String action(String code) {
        return ACTIONS.getOrDefault(code, code);
    }

    static String actor(String userId) {
        return Actor.SYSTEM.userId().equals(userId) ? "Hệ thống" : userId;
    }
}
