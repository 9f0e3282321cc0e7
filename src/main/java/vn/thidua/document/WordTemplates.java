package vn.thidua.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;

/**
 * Fills Word templates: {@code {{key}}} takes a text; {@code {{rows}}} in a table row repeats the row below it, with {@code [key]} in its
 * cells; {@code {{?people}} … {{/people}}} repeats paragraphs and tables; {@code {{@key}}} takes a {@link Picture}. Text in table rows of
 * an exact height is made smaller until it fits. An operator's file in {@code thidua.templates.dir} goes before the
 * built-in one of the same name and is read each time.
 */
@Component
public class WordTemplates {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private final @Nullable Path overrides;

    WordTemplates(TemplateSettings settings) {
        this.overrides = settings.dir();
    }

    /**
     * A .docx.
     *
     * @param template file name without ".docx"
     * @param model texts, pictures, lists of maps, maps; texts are put into NFC and may have line breaks
     * @throws Refusal CONFLICT when an operator's template cannot be used
     * @throws IllegalArgumentException when there is no such template
     */
    public byte[] render(String template, Map<String, Object> model) {
        return FittingRows.fit(fill(template, model));
    }

    /**
     * The template filled with what all documents of a series have in common, to be filled with what differs.
     *
     * @param common as for {@link #render}
     * @param differing keys of single-line texts
     * @param qrCode key of the QR code
     * @throws Refusal as {@link #render}
     */
    public WordSeries series(String template, Map<String, Object> common, Set<String> differing, String qrCode) {
        var model = new LinkedHashMap<>(common);
        differing.forEach(key -> model.put(key, WordSeries.mark(key)));
        model.put(qrCode, WordSeries.EXAMPLE);
        return new WordSeries(WordFile.of(fill(template, model)), differing, qrCode);
    }

    private byte[] fill(String template, Map<String, Object> model) {
        if (!NAME.matcher(template).matches()) throw new IllegalArgumentException("Not a template: " + template);
        var source = source(template);
        try (var filled = XWPFTemplate.compile(new ByteArrayInputStream(source), loops(model))
                        .render(clean(model));
                var document = new ByteArrayOutputStream()) {
            filled.write(document);
            return document.toByteArray();
        } catch (IOException | RuntimeException unusable) { // an operator's template may be wrong in any way
            var refusal = Refusal.conflict(
                    "word-template",
                    "Không dùng được mẫu văn bản \"%s.docx\" (chi tiết kỹ thuật: %s). Hãy sửa mẫu trong thư mục mẫu hoặc xóa đi để dùng mẫu có sẵn."
                            .formatted(template, unusable.getMessage()));
            refusal.initCause(unusable);
            throw refusal;
        }
    }

    private byte[] source(String template) {
        var file = template + ".docx";
        try {
            if (overrides != null && Files.isReadable(overrides.resolve(file))) {
                return Files.readAllBytes(overrides.resolve(file));
            }
            var builtIn = new ClassPathResource("templates/word/" + file);
            if (!builtIn.exists()) throw new IllegalArgumentException("No template " + file);
            return builtIn.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Configure loops(Map<String, Object> model) {
        var configuration = Configure.builder().setValidErrorHandler(new Configure.AbortHandler());
        bindLoops(model, configuration);
        return configuration.build();
    }

    private static void bindLoops(Map<?, ?> model, ConfigureBuilder configuration) {
        model.forEach((key, value) -> {
            if (!(value instanceof Collection<?> all)) return;
            configuration.bind(String.valueOf(key), new LoopRowTableRenderPolicy());
            for (var each : all) if (each instanceof Map<?, ?> inner) bindLoops(inner, configuration);
        });
    }

    private static Object clean(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof Map<?, ?> map) {
            var cleaned = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> cleaned.put(String.valueOf(key), clean(each)));
            return cleaned;
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(WordTemplates::clean).toList();
        }
        if (value instanceof String text) return cleanText(text);
        if (value instanceof Picture picture) {
            return Pictures.ofBytes(picture.png(), PictureType.PNG)
                    .sizeInCm(picture.width() / 10, picture.height() / 10)
                    .create();
        }
        return value;
    }

    static String cleanText(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return UNPRINTABLE
                .matcher(Normalizer.normalize(lines, Normalizer.Form.NFC))
                .replaceAll("");
    }
}
