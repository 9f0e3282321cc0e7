package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.campaign.PlanFiles.PlanFile;

/** Every line of a plan stands in its source word for word; read here from the files alone, not by the loader's own check. */
class QuotationsTest {

    /** These say nothing of the plan's own. */
    private static final Set<String> WITHOUT_CLAUSE = Set.of("source", "settings", "due", "superiorDue");

    static Stream<Named<PlanFile>> plans() {
        return PlanFiles.shipped().stream().map(file -> Named.of(file.code(), file));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void every_quotation_occurs_in_the_source(PlanFile plan) throws Exception {
        var tree = PlanFormat.YAML.readTree(plan.yaml());
        var source = words(plan.beside().text(tree.at("/source/text").asText()));

        assertThat(quotes(tree))
                .hasSizeGreaterThan(60)
                .allSatisfy(quote -> assertThat(source).contains(words(quote)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void every_line_has_its_clause_and_its_quotation(PlanFile plan) throws Exception {
        var tree = PlanFormat.YAML.readTree(plan.yaml());

        assertThat(bare(tree, "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void every_text_is_composed_unicode(PlanFile plan) {
        assertThat(Normalizer.isNormalized(plan.yaml(), Normalizer.Form.NFC)).isTrue();
        assertThat(Normalizer.isNormalized(plan.check().sourceText(), Normalizer.Form.NFC))
                .isTrue();
    }

    @Test
    void the_poor_scan_ships_beside_its_corrected_transcription() {
        var checked = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals("binh-chuong"))
                .findFirst()
                .orElseThrow()
                .check();

        assertThat(checked.scanText()).contains("142/KH-UBND ngay 27/6/2025");
        assertThat(checked.sourceText()).contains("142/KH-UBND ngày 27/6/2025");
    }

    private static List<String> quotes(JsonNode node) {
        return node.findValues("quote").stream().map(JsonNode::asText).toList();
    }

    /** What is said without saying where; an agency says it part by part. */
    private static List<String> bare(JsonNode node, String at) {
        var bare = new ArrayList<String>();
        node.properties().forEach(field -> {
            var where = at + "/" + field.getKey();
            var value = field.getValue();
            if (WITHOUT_CLAUSE.contains(field.getKey())) return;
            if (value.isObject()) {
                if (!isLine(value)) bare.add(where);
                bare.addAll(bare(value, where));
            }
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                var item = value.get(i);
                if (item.isObject() && !isLine(item) && !field.getKey().equals("agencies")) bare.add(where + "/" + i);
                bare.addAll(bare(item, where + "/" + i));
            }
        });
        return bare;
    }

    private static boolean isLine(JsonNode node) {
        return !node.path("clause").asText().isBlank()
                && !node.path("quote").asText().isBlank();
    }

    /** Line breaks and the asterisks of a converted text are no words. */
    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("*", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }
}
