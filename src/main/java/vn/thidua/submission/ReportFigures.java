package vn.thidua.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The figures a periodic report gives and a consolidated report adds up: data, in {@code reports/figures.yaml}. */
public final class ReportFigures {

    /** @param measure what is counted: phong trào, tập thể, cá nhân … */
    public record Figure(String id, String name, String measure) {}

    public static final List<Figure> ALL = read();

    private ReportFigures() {}

    static Optional<Figure> find(String id) {
        return ALL.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    private static List<Figure> read() {
        try (var in = ReportFigures.class.getResourceAsStream("/reports/figures.yaml")) {
            return List.copyOf(new YAMLMapper().readValue(in, new TypeReference<List<Figure>>() {}));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
