package vn.thidua.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Plan files where they lie: those that ship inside the application, and those dropped into a folder. */
public final class PlanFiles {

    /**
     * A plan file with the folder or classpath place it was found in.
     *
     * @param code the file's name without its ending
     */
    public record PlanFile(String code, String yaml, Reader beside) {

        public PlanCheck check() {
            return PlanReader.read(code, yaml, beside::text);
        }

        /** The unit list beside the plan, {@code units/<code>.csv}, where there is one. */
        public Optional<byte[]> units() {
            return Optional.ofNullable(beside.bytes("units/" + code + ".csv"));
        }
    }

    /** Reads files beside a plan. */
    interface Reader {

        byte @Nullable [] bytes(String name);

        default @Nullable String text(String name) {
            var bytes = bytes(name);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private PlanFiles() {}

    public static List<PlanFile> shipped() {
        try {
            var files = new ArrayList<PlanFile>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:campaigns/*.yaml")) {
                var yaml = resource.getContentAsString(StandardCharsets.UTF_8);
                files.add(new PlanFile(code(String.valueOf(resource.getFilename())), yaml, PlanFiles::onClasspath));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<PlanFile> in(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(PlanFiles::at)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static PlanFile at(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            return new PlanFile(
                    code(file.getFileName().toString()),
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                    name -> inside(folder, name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte @Nullable [] inside(Path folder, String name) {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) return null;
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte @Nullable [] onClasspath(String name) {
        try (var in = PlanFiles.class.getResourceAsStream("/campaigns/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String code(String fileName) {
        return fileName.replaceFirst("\\.ya?ml$", "");
    }
}
