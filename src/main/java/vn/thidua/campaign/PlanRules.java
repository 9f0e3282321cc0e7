package vn.thidua.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.Duty.Type;
import vn.thidua.organisation.Groups;

/**
 * What a plan must keep to beyond its shape: quotations that occur, references that lead somewhere, dates that exist. Asked of the file
 * as it was written, even one of the wrong shape, so that all its faults are told at once.
 */
final class PlanRules {

    private final JsonNode plan;
    private final Set<String> groups;
    private final Set<String> agencies;
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    private PlanRules(JsonNode plan) {
        this.plan = plan;
        this.groups = ids(plan.path("unitGroups"));
        this.agencies = ids(plan.path("agencies"));
    }

    /** The rules broken, by JSON pointer of the field. */
    static Map<String, List<String>> faults(JsonNode plan, @Nullable String sourceText) {
        var rules = new PlanRules(plan);
        rules.texts(sourceText);
        rules.ids();
        rules.duties();
        rules.awardWork();
        rules.references();
        return rules.faults;
    }

    private void texts(@Nullable String sourceText) {
        if (sourceText == null) {
            var file = plan.path("source").path("text").asText();
            fault("/source/text", "không tìm thấy tệp \"%s\" bên cạnh kế hoạch".formatted(file));
        }
        texts(plan, "", sourceText == null ? null : plain(sourceText));
    }

    private void texts(JsonNode node, String pointer, @Nullable String source) {
        var quote = node.path("quote");
        if (source != null && quote.isTextual() && !source.contains(plain(quote.asText()))) {
            fault(pointer + "/quote", "trích dẫn không có nguyên văn trong tệp nguồn");
        }
        if (node.isTextual() && !Normalizer.isNormalized(node.asText(), Normalizer.Form.NFC)) {
            fault(pointer, "phải viết bằng Unicode dựng sẵn (NFC)");
        }
        node.properties().forEach(field -> texts(field.getValue(), pointer + "/" + field.getKey(), source));
        for (int i = 0; node.isArray() && i < node.size(); i++) texts(node.get(i), pointer + "/" + i, source);
    }

    /** White space, bold marks and composition do not make another quotation. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("*", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    private void ids() {
        for (var list : List.of("unitGroups", "agencies", "duties", "openPoints", "phases")) {
            var seen = new HashSet<String>();
            each(list, (at, item) -> {
                var id = item.path("id").asText();
                if (!id.isEmpty() && !seen.add(id)) fault(at + "/id", "mã \"%s\" đã dùng".formatted(id));
            });
        }
        var standing = items(plan.path("agencies")).stream()
                .filter(agency -> holds(agency, Part.STANDING))
                .count();
        if (standing != 1) {
            fault("/agencies", "phải có đúng một cơ quan thường trực (part: STANDING), đang có %d".formatted(standing));
        }
    }

    private void awardWork() {
        each("agencies", (at, agency) -> {
            var id = agency.path("id").asText();
            if (Groups.RESERVED.contains(id)) {
                fault(at + "/id", "mã \"%s\" dành cho nhóm của hội đồng, văn thư, cấp phó, đơn vị".formatted(id));
            }
        });
        each("awardWork", (at, work) -> known(at + "/agency", work.path("agency"), agencies, "cơ quan"));
        if (!plan.path("awardWork").isEmpty()) {
            for (var role : List.of(AwardRole.LEAD, AwardRole.DECIDE)) {
                if (count(role) != 1) {
                    fault("/awardWork", "phải có đúng một dòng %s, đang có %d".formatted(role, count(role)));
                }
            }
            for (var role : List.of(AwardRole.ALLOCATE, AwardRole.COUNCIL)) {
                if (count(role) > 1) {
                    fault("/awardWork", "chỉ được một dòng %s, đang có %d".formatted(role, count(role)));
                }
            }
        }
        var seen = new HashSet<String>();
        each("awardProcedures", (at, line) -> {
            var form = line.path("form").asText();
            if (!seen.add(form)) fault(at + "/form", "hình thức \"%s\" đã có một dòng".formatted(form));
        });
    }

    private long count(AwardRole role) {
        return items(plan.path("awardWork")).stream()
                .filter(work -> work.path("role").asText().equals(role.name()))
                .count();
    }

    private void references() {
        each("criteria", (at, group) -> known(at + "/unitGroups", group.path("unitGroups"), groups, "nhóm đơn vị"));
        each("inspections", (at, inspection) -> known(at + "/by", inspection.path("by"), agencies, "cơ quan"));
        known("/changeRequests/to", plan.path("changeRequests").path("to"), agencies, "cơ quan");
        each("openPoints", (at, point) -> {
            var duty = point.path("duty").asText();
            if (!duty.isEmpty() && dutyOf(duty).isEmpty()) {
                fault(at + "/duty", "không có nghĩa vụ \"%s\" trong kế hoạch".formatted(duty));
            }
        });
    }

    private void duties() {
        each("duties", this::duty);
        dutiesDoNotClash();
    }

    private void duty(String at, JsonNode duty) {
        known(at + "/to", duty.path("to"), agencies, "cơ quan");
        for (var addressee : texts(duty.path("to"))) {
            if (agencies.contains(addressee) && !receives(addressee)) {
                fault(at + "/to", "cơ quan \"%s\" chưa có vai trò tiếp nhận (part: RECEIVE)".formatted(addressee));
            }
        }
        due(at + "/due", duty.path("due"), duty);
        due(at + "/superiorDue", duty.path("superiorDue"), duty);
        if (duty.path("first").isInt()
                && duty.path("last").isInt()
                && duty.get("first").asInt() > duty.get("last").asInt()) {
            fault(at + "/last", "năm cuối phải không sớm hơn năm đầu");
        }
        var every = every(duty);
        if (isOf(duty, Type.LAUNCH_PLAN) && every.isPresent() && every.get() != Frequency.ONCE) {
            fault(at + "/every", "văn bản phát động chỉ gửi một lần (ONCE)");
        }
        if (isOf(duty, Type.PERIODIC_REPORT) && every.isPresent() && every.get() == Frequency.ONCE) {
            fault(at + "/every", "báo cáo định kỳ phải có kỳ; kế hoạch không nêu thì ghi UNSTATED");
        }
        if (isOf(duty, Type.CONSOLIDATED_REPORT)) consolidated(at, duty);
        else ofUnits(at, duty);
    }

    private void ofUnits(String at, JsonNode duty) {
        var orAll = new HashSet<>(groups);
        orAll.add("all");
        known(at + "/from", duty.path("from"), orAll, "nhóm đơn vị");
        var exceptions = items(duty.path("exceptions"));
        for (int i = 0; i < exceptions.size(); i++) {
            known(at + "/exceptions/" + i + "/groups", exceptions.get(i).path("groups"), groups, "nhóm đơn vị");
            due(at + "/exceptions/" + i + "/due", exceptions.get(i).path("due"), duty);
        }
    }

    private void consolidated(String at, JsonNode duty) {
        known(at + "/from", duty.path("from"), agencies, "cơ quan");
        if (texts(duty.path("from")).size() != 1) fault(at + "/from", "báo cáo tổng hợp do đúng một cơ quan lập");
        if (texts(duty.path("to")).size() > 1) fault(at + "/to", "báo cáo tổng hợp gửi một nơi nhận");
        if (!duty.path("exceptions").isEmpty())
            fault(at + "/exceptions", "báo cáo tổng hợp không có hạn riêng theo nhóm");
        if (duty.path("closesAtDeadline").asBoolean()) {
            fault(at + "/closesAtDeadline", "báo cáo tổng hợp không khóa khi đến hạn");
        }
        var source = dutyOf(duty.path("consolidates").asText()).filter(other -> isOf(other, Type.PERIODIC_REPORT));
        if (source.isEmpty()) fault(at + "/consolidates", "phải là mã của một báo cáo định kỳ trong kế hoạch");
        else if (!every(source.get()).equals(every(duty))) {
            fault(
                    at + "/every",
                    "phải cùng kỳ với báo cáo mà nó tổng hợp (%s)"
                            .formatted(source.get().path("every").asText()));
        }
    }

    private void due(String at, JsonNode due, JsonNode duty) {
        var every = every(duty);
        if (!due.isObject() || every.isEmpty()) return;
        var rule = PlanFormat.YAML.convertValue(due, DueRule.class);
        rule.faults(every.get()).forEach(broken -> fault(at, broken));
    }

    /** Business keys hold campaign, unit and period: no two duties of one kind may meet there. */
    private void dutiesDoNotClash() {
        var duties = items(plan.path("duties"));
        for (int i = 0; i < duties.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = duties.get(i);
                var other = duties.get(j);
                var alike = one.path("type").equals(other.path("type"))
                        && one.path("every").equals(other.path("every"));
                if (alike && shareUnits(texts(one.path("from")), texts(other.path("from")))) {
                    fault(
                            "/duties/" + i,
                            "cùng loại, cùng kỳ và chung đơn vị với \"%s\"; hãy gộp lại hoặc đổi kỳ"
                                    .formatted(other.path("id").asText()));
                }
            }
        }
    }

    private static boolean shareUnits(List<String> one, List<String> other) {
        return one.contains("all") || other.contains("all") || one.stream().anyMatch(other::contains);
    }

    private Optional<JsonNode> dutyOf(String id) {
        return items(plan.path("duties")).stream()
                .filter(duty -> duty.path("id").asText().equals(id))
                .findFirst();
    }

    private boolean receives(String agency) {
        return items(plan.path("agencies")).stream()
                .anyMatch(each -> each.path("id").asText().equals(agency) && holds(each, Part.RECEIVE));
    }

    private static boolean holds(JsonNode agency, Part part) {
        return items(agency.path("parts")).stream()
                .anyMatch(held -> held.path("part").asText().equals(part.name()));
    }

    private static boolean isOf(JsonNode duty, Type type) {
        return duty.path("type").asText().equals(type.name());
    }

    private static Optional<Frequency> every(JsonNode duty) {
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(duty.path("every").asText()))
                .findFirst();
    }

    private void known(String at, JsonNode named, Set<String> known, String what) {
        for (var id : texts(named)) {
            if (known.contains(id)) continue;
            var choice = String.join(", ", known.stream().sorted().toList());
            fault(at, "không có %s \"%s\"; chọn một trong: %s".formatted(what, id, choice));
        }
    }

    private void each(String list, BiConsumer<String, JsonNode> check) {
        var items = items(plan.path(list));
        for (int i = 0; i < items.size(); i++) check.accept("/" + list + "/" + i, items.get(i));
    }

    private static Set<String> ids(JsonNode list) {
        return new HashSet<>(
                items(list).stream().map(item -> item.path("id").asText()).toList());
    }

    /** A list of texts, or a single one. */
    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : items(node).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of();
    }

    private void fault(String pointer, String rule) {
        faults.computeIfAbsent(pointer, at -> new ArrayList<>()).add(rule);
    }
}
