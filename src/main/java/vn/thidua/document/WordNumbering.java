package vn.thidua.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The numbers and bullets of a Word document's lists, counted as its paragraphs go by. */
final class WordNumbering {

    /** @param properties how Word lays out a paragraph of this level; null where the list says nothing */
    record Mark(
            String text,
            @Nullable Element properties,
            @Nullable Element runProperties) {}

    private static final Pattern LEVEL = Pattern.compile("%(\\d)");
    private static final int LEVELS = 9;

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    WordNumbering(WordFile file) {
        var root = file.xml("word/numbering.xml")
                .map(xml -> xml.getDocumentElement())
                .orElse(null);
        var kinds = new HashMap<String, Element>();
        Xml.children(root, "abstractNum")
                .forEach(kind -> kinds.put(String.valueOf(Xml.attribute(kind, "abstractNumId")), kind));
        Xml.children(root, "num").forEach(list -> {
            var kind = kinds.get(String.valueOf(Xml.attribute(Xml.child(list, "abstractNumId"), "val")));
            if (kind != null) lists.put(String.valueOf(Xml.attribute(list, "numId")), kind);
        });
    }

    /** @param cascade of the paragraph; empty when it is in no list */
    Optional<Mark> next(Cascade cascade) {
        var place = cascade.element("numPr").orElse(null);
        var id = Xml.attribute(Xml.child(place, "numId"), "val");
        var list = id == null ? null : lists.get(id);
        if (id == null || list == null) return Optional.empty();
        var depth = Integer.parseInt(Optional.ofNullable(Xml.attribute(Xml.child(place, "ilvl"), "val"))
                .orElse("0"));
        var level = level(list, depth);
        if (level == null) return Optional.empty();
        var counts = counters.computeIfAbsent(id, fresh -> starts(list));
        counts[depth]++;
        for (int below = depth + 1; below < LEVELS; below++) counts[below] = start(list, below);
        var pattern = Optional.ofNullable(Xml.attribute(Xml.child(level, "lvlText"), "val"))
                .orElse("");
        var text = "bullet".equals(format(level)) ? bullet(pattern) : numbered(pattern, list, counts);
        return Optional.of(new Mark(text, Xml.child(level, "pPr"), Xml.child(level, "rPr")));
    }

    private static String numbered(String pattern, Element list, int[] counts) {
        return LEVEL.matcher(pattern).replaceAll(found -> {
            var depth = Integer.parseInt(found.group(1)) - 1;
            return written(counts[depth], format(level(list, depth)));
        });
    }

    private static String written(int count, String format) {
        return switch (format) {
            case "lowerLetter" -> String.valueOf((char) ('a' + (count - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (count - 1) % 26));
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(count);
            case "none" -> "";
            default -> String.valueOf(count);
        };
    }

    private static String roman(int count) {
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var roman = new StringBuilder();
        for (int i = 0, left = count; i < values.length; i++) {
            for (; left >= values[i]; left -= values[i]) roman.append(signs[i]);
        }
        return roman.toString();
    }

    /** Word's bullets are letters of symbol fonts that no other font has. */
    private static String bullet(String pattern) {
        var isOurs = pattern.codePoints().allMatch(SerifFont.REGULAR::canWrite);
        return isOurs && !pattern.isBlank() && !pattern.equals("o") ? pattern : "•";
    }

    private static int[] starts(Element list) {
        var starts = new int[LEVELS];
        for (int depth = 0; depth < LEVELS; depth++) starts[depth] = start(list, depth);
        return starts;
    }

    private static int start(Element list, int depth) {
        var start = Xml.attribute(Xml.child(level(list, depth), "start"), "val");
        return start == null ? 0 : Integer.parseInt(start) - 1;
    }

    private static @Nullable Element level(Element list, int depth) {
        return Xml.children(list, "lvl")
                .filter(level -> String.valueOf(depth).equals(Xml.attribute(level, "ilvl")))
                .findFirst()
                .orElse(null);
    }

    private static String format(@Nullable Element level) {
        return Optional.ofNullable(Xml.attribute(Xml.child(level, "numFmt"), "val"))
                .orElse("decimal");
    }
}
