package vn.thidua.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import vn.thidua.campaign.PlanCheck.Fault;

/** Reads a plan file and reports all its faults at once, each with line, field and the rule broken. */
final class PlanReader {

    private static final JsonSchema SCHEMA = schema();

    private PlanReader() {}

    /**
     * @param name the file's name without its ending, which must be the campaign's code
     * @param siblings gives the text of a file beside the plan (its source), or null when there is none
     */
    static PlanCheck read(String name, String yaml, Function<String, @Nullable String> siblings) {
        final YamlLines lines;
        final JsonNode tree;
        try {
            lines = YamlLines.of(yaml);
            tree = PlanFormat.YAML
                    .reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(yaml);
        } catch (MarkedYAMLException broken) {
            return unreadable(
                    broken.getProblemMark() == null
                            ? 1
                            : broken.getProblemMark().getLine() + 1,
                    broken.getProblem());
        } catch (JsonProcessingException broken) {
            return unreadable(
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(), broken.getOriginalMessage());
        }
        var faults = new ArrayList<Fault>();
        for (var message : SCHEMA.validate(tree, PlanReader::inVietnamese)) faults.add(fault(lines, message));
        var plan = faults.isEmpty() ? PlanFormat.YAML.convertValue(tree, CampaignPlan.class) : null;
        var text = sibling(tree.path("source").path("text"), siblings);
        var scan = sibling(tree.path("source").path("scan"), siblings);
        var broken = new LinkedHashMap<>(PlanRules.faults(tree, text));
        if (!tree.path("code").asText().equals(name)) {
            broken.put("/code", List.of("phải trùng với tên tệp (%s.yaml)".formatted(name)));
        }
        if (tree.path("source").has("scan") && scan == null) {
            var file = tree.path("source").get("scan").asText();
            broken.put("/source/scan", List.of("không tìm thấy tệp \"%s\"".formatted(file)));
        }
        add(faults, lines, broken);
        return new PlanCheck(plan, text == null ? "" : text, scan, sorted(faults));
    }

    private static @Nullable String sibling(JsonNode name, Function<String, @Nullable String> siblings) {
        return name.asText().isEmpty() ? null : siblings.apply(name.asText());
    }

    /** Adds what rules are broken where the shape is right; a field of the wrong shape has its fault already. */
    private static void add(List<Fault> faults, YamlLines lines, Map<String, List<String>> broken) {
        var misshapen = faults.stream().map(Fault::field).collect(Collectors.toSet());
        broken.forEach((pointer, rules) -> {
            var field = field(pointer);
            if (misshapen.contains(field)) return;
            rules.forEach(rule -> faults.add(new Fault(lines.lineOf(pointer), field, rule)));
        });
    }

    private static PlanCheck unreadable(int line, @Nullable String problem) {
        return new PlanCheck(
                null, "", null, List.of(new Fault(line, "", "không phải YAML hợp lệ (%s)".formatted(problem))));
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private static Fault fault(YamlLines lines, ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        if ("required".equals(message.getType())) {
            return new Fault(
                    lines.lineOf(pointer), field(pointer + "/" + message.getProperty()), "thiếu, bắt buộc phải có");
        }
        if (message.getProperty() != null) {
            return new Fault(
                    lines.lineOf(pointer + "/" + message.getProperty()),
                    field(pointer + "/" + message.getProperty()),
                    "không có trong định dạng; xem campaign.schema.json");
        }
        return new Fault(lines.lineOf(pointer), field(pointer), message.getError());
    }

    private static String field(String pointer) {
        return pointer.replaceAll("/(\\d+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    }

    private static void inVietnamese(ExecutionContext context) {
        context.getExecutionConfig().setLocale(Locale.forLanguageTag("vi"));
    }

    private static JsonSchema schema() {
        try (var in = PlanReader.class.getResourceAsStream("/campaigns/campaign.schema.json")) {
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.forLanguageTag("vi"))
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(PlanFormat.JSON.readTree(in), config);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
