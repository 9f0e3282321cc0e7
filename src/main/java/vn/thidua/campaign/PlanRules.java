package vn.thidua.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.CampaignPlan.Part;

/** What a plan must keep to beyond its shape: quotations that occur, references that lead somewhere, dates that exist. */
final class PlanRules {

    private final CampaignPlan plan;
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    PlanRules(CampaignPlan plan) {
        this.plan = plan;
    }

    /** Quotations that do not occur in the source, and texts that aren't NFC; asked of any tree, even one of the wrong shape. */
    static Map<String, List<String>> textFaults(JsonNode tree, @Nullable String sourceText) {
        var faults = new LinkedHashMap<String, List<String>>();
        if (sourceText == null) {
            var file = tree.path("source").path("text").asText();
            faults.put("/source/text", List.of("không tìm thấy tệp \"%s\" bên cạnh kế hoạch".formatted(file)));
        }
        checkTexts(tree, "", sourceText == null ? null : plain(sourceText), faults);
        return faults;
    }

    /** The rules broken, by JSON pointer of the field. */
    Map<String, List<String>> faults() {
        idsAreUnique("/unitGroups", plan.unitGroups().stream().map(CampaignPlan.UnitGroup::id).toList());
        idsAreUnique("/agencies", plan.agencies().stream().map(CampaignPlan.Agency::id).toList());
        idsAreUnique("/duties", plan.duties().stream().map(Duty::id).toList());
        idsAreUnique("/openPoints", plan.openPoints().stream().map(CampaignPlan.OpenPoint::id).toList());
        idsAreUnique("/phases", plan.phases().stream().map(CampaignPlan.Phase::id).toList());
        var standing = plan.agencies().stream().filter(agency -> agency.has(Part.STANDING)).count();
        if (standing != 1) {
            fault("/agencies", "phải có đúng một cơ quan thường trực (part: STANDING), đang có %d".formatted(standing));
        }
        for (int i = 0; i < plan.duties().size(); i++) duty("/duties/" + i, plan.duties().get(i));
        dutiesDoNotClash();
        for (int i = 0; i < plan.criteria().size(); i++) {
            known("/criteria/" + i + "/unitGroups", plan.criteria().get(i).unitGroups(), plan.groupIds(), "nhóm đơn vị");
        }
        for (int i = 0; i < plan.inspections().size(); i++) {
            known("/inspections/" + i + "/by", plan.inspections().get(i).by(), agencyIds(), "cơ quan");
        }
        if (plan.changeRequests() != null) {
            known("/changeRequests/to", List.of(plan.changeRequests().to()), agencyIds(), "cơ quan");
        }
        for (int i = 0; i < plan.openPoints().size(); i++) openPoint("/openPoints/" + i, plan.openPoints().get(i));
        return faults;
    }

    private void duty(String at, Duty duty) {
        known(at + "/to", duty.to(), agencyIds(), "cơ quan");
        for (var addressee : duty.to()) {
            plan.agency(addressee).filter(agency -> !agency.has(Part.RECEIVE)).ifPresent(agency -> fault(
                    at + "/to", "cơ quan \"%s\" chưa có vai trò tiếp nhận (part: RECEIVE)".formatted(addressee)));
        }
        due(at + "/due", duty.due(), duty.every());
        if (duty.superiorDue() != null) due(at + "/superiorDue", duty.superiorDue(), duty.every());
        if (duty.first() != null && duty.last() != null && duty.first() > duty.last()) {
            fault(at + "/last", "năm cuối phải không sớm hơn năm đầu");
        }
        if (duty.type() == Duty.Type.LAUNCH_PLAN && duty.every() != Frequency.ONCE) {
            fault(at + "/every", "văn bản phát động chỉ gửi một lần (ONCE)");
        }
        if (duty.type() == Duty.Type.PERIODIC_REPORT && duty.every() == Frequency.ONCE) {
            fault(at + "/every", "báo cáo định kỳ phải có kỳ; kế hoạch không nêu thì ghi UNSTATED");
        }
        if (duty.type() == Duty.Type.CONSOLIDATED_REPORT) consolidated(at, duty);
        else {
            var groups = new HashSet<>(plan.groupIds());
            groups.add("all");
            known(at + "/from", duty.from(), groups, "nhóm đơn vị");
            for (int i = 0; i < duty.exceptions().size(); i++) {
                known(at + "/exceptions/" + i + "/groups", duty.exceptions().get(i).groups(), plan.groupIds(), "nhóm đơn vị");
                due(at + "/exceptions/" + i + "/due", duty.exceptions().get(i).due(), duty.every());
            }
        }
    }

    private void consolidated(String at, Duty duty) {
        known(at + "/from", duty.from(), agencyIds(), "cơ quan");
        if (duty.from().size() != 1) fault(at + "/from", "báo cáo tổng hợp do đúng một cơ quan lập");
        if (duty.to().size() > 1) fault(at + "/to", "báo cáo tổng hợp gửi một nơi nhận");
        if (!duty.exceptions().isEmpty()) fault(at + "/exceptions", "báo cáo tổng hợp không có hạn riêng theo nhóm");
        if (duty.closesAtDeadline()) fault(at + "/closesAtDeadline", "báo cáo tổng hợp không khóa khi đến hạn");
        var source = plan.duties().stream()
                .filter(other -> other.id().equals(duty.consolidates()) && other.type() == Duty.Type.PERIODIC_REPORT)
                .findFirst();
        if (source.isEmpty()) fault(at + "/consolidates", "phải là mã của một báo cáo định kỳ trong kế hoạch");
        else if (source.get().every() != duty.every()) {
            fault(at + "/every", "phải cùng kỳ với báo cáo mà nó tổng hợp (%s)".formatted(source.get().every()));
        }
    }

    private void due(String at, DueRule due, Frequency every) {
        due.faults(every).forEach(rule -> fault(at, rule));
    }

    /** Business keys hold campaign, unit and period: no two duties of one kind may meet there. */
    private void dutiesDoNotClash() {
        for (int i = 0; i < plan.duties().size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = plan.duties().get(i);
                var other = plan.duties().get(j);
                var sameUnits = one.from().contains("all")
                        || other.from().contains("all")
                        || one.from().stream().anyMatch(other.from()::contains);
                if (one.type() == other.type() && one.every() == other.every() && sameUnits) {
                    fault("/duties/" + i, "cùng loại, cùng kỳ và chung đơn vị với \"%s\"; hãy gộp lại hoặc đổi kỳ".formatted(other.id()));
                }
            }
        }
    }

    private void openPoint(String at, CampaignPlan.OpenPoint point) {
        if (point.duty() != null && plan.duty(point.duty()).isEmpty()) {
            fault(at + "/duty", "không có nghĩa vụ \"%s\" trong kế hoạch".formatted(point.duty()));
        }
    }

    private static void checkTexts(
            JsonNode node, String pointer, @Nullable String text, Map<String, List<String>> faults) {
        var quote = node.path("quote");
        if (text != null && quote.isTextual() && !text.contains(plain(quote.asText()))) {
            faults.put(pointer + "/quote", List.of("trích dẫn không có nguyên văn trong tệp nguồn"));
        }
        if (node.isTextual() && !Normalizer.isNormalized(node.asText(), Normalizer.Form.NFC)) {
            faults.put(pointer, List.of("phải viết bằng Unicode dựng sẵn (NFC)"));
        }
        node.properties().forEach(field -> checkTexts(field.getValue(), pointer + "/" + field.getKey(), text, faults));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) checkTexts(node.get(i), pointer + "/" + i, text, faults);
        }
    }

    /** White space, bold marks and composition do not make another quotation. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("*", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    private void idsAreUnique(String at, List<String> ids) {
        var seen = new HashSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) fault(at + "/" + i + "/id", "mã \"%s\" đã dùng".formatted(ids.get(i)));
        }
    }

    private void known(String at, List<String> ids, Set<String> known, String what) {
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> fault(
                at, "không có %s \"%s\"; chọn một trong: %s".formatted(what, id, String.join(", ", known.stream().sorted().toList()))));
    }

    private Set<String> agencyIds() {
        return new HashSet<>(plan.agencies().stream().map(CampaignPlan.Agency::id).toList());
    }

    private void fault(String pointer, String rule) {
        faults.computeIfAbsent(pointer, at -> new ArrayList<>()).add(rule);
    }
}
