package vn.thidua.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** The table of operations and roles in {@code security/roles-operations.csv}, which explains itself. */
final class RoleTable {

    /** Says that the role is not tried, where the answer would end the story the table tells. */
    static final String UNTRIED = "-";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    private static final int FIRST_ROLE = 3;

    /** The scene's words for business keys, which fill two places of an address. */
    private static final Pattern TWO_PARTS =
            Pattern.compile("\\{(round|annual-round|draft|dossier|paused|leaving|awarded|entry)}");

    /**
     * @param line in the file
     * @param body the name of what is sent along; empty for nothing
     * @param answers the expected one of each role, in the order of the columns
     */
    record Operation(long line, String method, String path, String body, Map<String, String> answers) {

        boolean reads() {
            return method.equals("GET");
        }

        /** The path without its query, each key of two parts as two. */
        String door() {
            return TWO_PARTS.matcher(path.replaceFirst("\\?.*", "")).replaceAll("campaign/key");
        }

        String title() {
            return "%s %s%s (line %d)".formatted(method, path, body.isEmpty() ? "" : " with " + body, line);
        }

        /** Who is to be refused comes first, so that nobody's turn depends on what another has just done. */
        List<String> turns() {
            var roles = new ArrayList<>(answers.keySet());
            roles.sort((one, other) -> Boolean.compare(succeeds(one), succeeds(other)));
            roles.removeIf(role -> UNTRIED.equals(answers.get(role)));
            return roles;
        }

        private boolean succeeds(String role) {
            return String.valueOf(answers.get(role)).matches("2..|some|none|302");
        }
    }

    private RoleTable() {}

    static List<Operation> read() {
        try (var file = RoleTable.class.getResourceAsStream("/security/roles-operations.csv");
                var lines = FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var roles = lines.getHeaderNames()
                    .subList(FIRST_ROLE, lines.getHeaderNames().size());
            var operations = new ArrayList<Operation>();
            for (var line : lines) {
                var answers = new LinkedHashMap<String, String>();
                roles.forEach(role -> answers.put(role, line.get(role)));
                operations.add(new Operation(
                        lines.getCurrentLineNumber(), line.get("method"), line.get("path"), line.get("body"), answers));
            }
            return operations;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
