package vn.thidua.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.thidua.calendar.VietnamTime;

/**
 * The legal frame as files: those that ship, each replaced by one of the same name in the law folder, so that an office corrects a fact
 * without a new version. Days are dd/MM/yyyy there.
 */
@Component
class LawFiles {

    private static final ObjectMapper VALUES = new ObjectMapper();

    private final Path folder;

    /** @param folder as text: a Path would be looked for among the files that ship first */
    LawFiles(@Value("${thidua.law.dir:law}") String folder) {
        this.folder = Path.of(folder);
    }

    <T> T read(String name, Class<T> type) {
        var own = folder.resolve(name);
        try (var in = Files.isRegularFile(own)
                ? Files.newInputStream(own)
                : LawFiles.class.getResourceAsStream("/law/" + name)) {
            // the parser of the office's data formats knows no anchors, which keep these files free of repetition
            return VALUES.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(in), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("law file " + name, unreadable);
        }
    }

    /** @throws IllegalArgumentException when the file holds no day where there must be one */
    static LocalDate day(String text) {
        return VietnamTime.parse(text).orElseThrow(() -> new IllegalArgumentException("no day dd/MM/yyyy: " + text));
    }
}
