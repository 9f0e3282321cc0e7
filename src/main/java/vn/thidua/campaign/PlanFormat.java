package vn.thidua.campaign;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thidua.calendar.Deadline.Kind;
import vn.thidua.calendar.DueRule;

/** How plans are written: YAML for people, JSON for the database, a due rule as {before|by|within|undated}. */
final class PlanFormat {

    static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(dueRules(new SimpleModule()))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    static final ObjectMapper JSON =
            JsonMapper.builder().addModule(dueRules(new SimpleModule())).build();

    private PlanFormat() {}

    static SimpleModule dueRules(SimpleModule module) {
        return module.addDeserializer(DueRule.class, new Reader()).addSerializer(DueRule.class, new Writer());
    }

    private static final class Reader extends JsonDeserializer<DueRule> {

        @Override
        public DueRule deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            for (var kind : Kind.values()) {
                var dates = node.get(kind.name().toLowerCase(Locale.ROOT));
                if (dates != null) {
                    return new DueRule(kind, texts(dates), node.path("nextYear").asBoolean());
                }
            }
            return DueRule.UNDATED;
        }

        private static List<String> texts(JsonNode dates) {
            if (dates.isValueNode()) return List.of(dates.asText());
            var texts = new ArrayList<String>();
            dates.forEach(date -> texts.add(date.asText()));
            return texts;
        }
    }

    private static final class Writer extends JsonSerializer<DueRule> {

        @Override
        public void serialize(DueRule rule, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            if (rule.kind() == null) json.writeBooleanField("undated", true);
            else {
                json.writeObjectField(rule.kind().name().toLowerCase(Locale.ROOT), rule.dates());
                if (rule.nextYear()) json.writeBooleanField("nextYear", true);
            }
            json.writeEndObject();
        }
    }
}
