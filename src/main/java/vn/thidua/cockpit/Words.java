package vn.thidua.cockpit;

import java.util.Map;

/** The engine's kinds of steps in Vietnamese; what has no word here is shown as it is. */
final class Words {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "Bắt đầu"),
            Map.entry("startTimerEvent", "Bắt đầu theo giờ"),
            Map.entry("userTask", "Việc của người"),
            Map.entry("serviceTask", "Việc tự động"),
            Map.entry("intermediateMessageCatch", "Chờ tin"),
            Map.entry("intermediateTimer", "Chờ đến giờ"),
            Map.entry("exclusiveGateway", "Rẽ nhánh"),
            Map.entry("subProcess", "Nhóm bước"),
            Map.entry("boundaryTimer", "Hẹn giờ"),
            Map.entry("boundaryMessage", "Nhận tin"),
            Map.entry("messageStartEvent", "Nhận tin"),
            Map.entry("noneEndEvent", "Kết thúc"),
            Map.entry("terminateEndEvent", "Kết thúc"));

    private Words() {}

    static String kind(String activityType) {
        return KINDS.getOrDefault(activityType, activityType);
    }
}
