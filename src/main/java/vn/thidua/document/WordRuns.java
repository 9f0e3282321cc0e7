package vn.thidua.document;

import static vn.thidua.document.WordHtml.pt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.thidua.document.WordLayout.Tab;

/** What stands in one Word paragraph: texts with their looks, tabs, line and page breaks, pictures and page numbers. */
final class WordRuns {

    /** A piece of a paragraph between two page breaks. */
    record Line(List<Item> items, boolean startsPage) {}

    sealed interface Item {}

    record Text(String text, Look look) implements Item {}

    record Tabulator(Look look) implements Item {}

    record Break() implements Item {}

    record PageBreak() implements Item {}

    record Drawing(Element drawing) implements Item {}

    /** @param kind class of the element that counts pages */
    record PageNumber(String kind, Look look) implements Item {}

    private static final double DEFAULT_SIZE = 10;
    private static final Pattern BLANKS = Pattern.compile(" {2,}|^ ");
    private static final double NARROWEST_TAB = 3;

    private final Document html;
    private final WordStyles styles;
    private final WordPictures pictures;
    private final @Nullable String style;
    private final @Nullable String tableStyle;
    private final List<Item> items = new ArrayList<>();
    private @Nullable StringBuilder instruction;
    private boolean inFieldResult;
    private double emptySize = DEFAULT_SIZE;

    WordRuns(
            Document html,
            WordStyles styles,
            WordPictures pictures,
            @Nullable String style,
            @Nullable String tableStyle) {
        this.html = html;
        this.styles = styles;
        this.pictures = pictures;
        this.style = style;
        this.tableStyle = tableStyle;
    }

    /** How a text looks; size and spacing in points. */
    record Look(
            boolean bold,
            boolean italic,
            String line,
            double size,
            String color,
            boolean capitals,
            boolean smallCapitals,
            String raised,
            double spacing) {

        static Look of(Cascade cascade) {
            var underline = Optional.ofNullable(cascade.value("u")).orElse("none");
            var isStruck = cascade.isOn("strike") || cascade.isOn("dstrike");
            var size = cascade.value("sz");
            return new Look(
                    cascade.isOn("b"),
                    cascade.isOn("i"),
                    (underline.equals("none") ? "" : "underline ") + (isStruck ? "line-through" : ""),
                    size == null ? DEFAULT_SIZE : Double.parseDouble(size) / 2,
                    WordBlocks.color(cascade.value("color")),
                    cascade.isOn("caps"),
                    cascade.isOn("smallCaps"),
                    Optional.ofNullable(cascade.value("vertAlign")).orElse("baseline"),
                    cascade.points("spacing", "val", 0));
        }

        String shown(String text) {
            return capitals || smallCapitals ? text.toUpperCase(Locale.ROOT) : text;
        }

        double shownSize() {
            if (!raised.equals("baseline")) return size * 0.65;
            return smallCapitals ? size * 0.8 : size;
        }

        double width(String text) {
            return SerifFont.of(bold, italic).width(shown(text), shownSize()) + spacing * text.length();
        }

        String css() {
            var css = new StringBuilder("font-size: %s; color: %s;".formatted(pt(shownSize()), color));
            if (bold) css.append(" font-weight: bold;");
            if (italic) css.append(" font-style: italic;");
            if (!line.isEmpty()) css.append(" text-decoration: %s;".formatted(line));
            if (raised.equals("superscript")) css.append(" vertical-align: super;");
            if (raised.equals("subscript")) css.append(" vertical-align: sub;");
            if (spacing != 0) css.append(" letter-spacing: %s;".formatted(pt(spacing)));
            return css.toString();
        }
    }

    /** The paragraph's content, cut at its page breaks; what is not seen is left out. */
    List<Line> split(Element paragraph, @Nullable Element properties, Optional<WordNumbering.Mark> mark) {
        var ownMark = Xml.child(properties, "rPr");
        emptySize = Look.of(styles.run(ownMark, style, tableStyle)).size();
        mark.ifPresent(number -> {
            var look = Look.of(
                    styles.run(number.runProperties() == null ? ownMark : number.runProperties(), style, tableStyle));
            items.add(new Text(
                    number.text(),
                    new Look(
                            look.bold(),
                            look.italic(),
                            look.line(),
                            emptySize,
                            look.color(),
                            look.capitals(),
                            look.smallCapitals(),
                            look.raised(),
                            0)));
            items.add(new Tabulator(look));
        });
        collect(paragraph);
        var lines = new ArrayList<Line>();
        var line = new ArrayList<Item>();
        var startsPage = false;
        for (var item : items) {
            if (item instanceof PageBreak) {
                if (!line.isEmpty() || startsPage) lines.add(new Line(line, startsPage));
                line = new ArrayList<>();
                startsPage = true;
            } else {
                line.add(item);
            }
        }
        lines.add(new Line(line, startsPage));
        return lines;
    }

    /** How large a line without text is, in points. */
    double emptySize() {
        return emptySize;
    }

    private void collect(Element parent) {
        for (var child : Xml.children(parent)) {
            switch (String.valueOf(child.getLocalName())) {
                case "r" -> run(child);
                case "hyperlink", "ins", "smartTag", "sdtContent" -> collect(child);
                case "sdt" -> Xml.children(child, "sdtContent").forEach(this::collect);
                case "fldSimple" -> field(child);
                default -> {} // properties, bookmarks, what was deleted
            }
        }
    }

    private void field(Element field) {
        var counter = counter(String.valueOf(Xml.attribute(field, "instr")));
        if (counter.isEmpty()) collect(field);
        else Xml.children(field, "r").findFirst().ifPresent(run -> items.add(new PageNumber(counter.get(), look(run))));
    }

    private static Optional<String> counter(String instruction) {
        return switch (instruction.strip().split("\\s+")[0].toUpperCase(Locale.ROOT)) {
            case "PAGE" -> Optional.of("page");
            case "NUMPAGES", "SECTIONPAGES" -> Optional.of("pages");
            default -> Optional.empty();
        };
    }

    private Look look(Element run) {
        return Look.of(styles.run(Xml.child(run, "rPr"), style, tableStyle));
    }

    private void run(Element run) {
        var cascade = styles.run(Xml.child(run, "rPr"), style, tableStyle);
        if (cascade.isOn("vanish")) return;
        runContent(run, Look.of(cascade));
    }

    private void runContent(Element run, Look look) {
        for (var child : Xml.children(run)) {
            switch (String.valueOf(child.getLocalName())) {
                case "fldChar" -> fieldPart(String.valueOf(Xml.attribute(child, "fldCharType")), look);
                case "instrText" -> {
                    if (instruction != null) instruction.append(child.getTextContent());
                }
                case "AlternateContent" -> Xml.children(child, "Choice").forEach(choice -> runContent(choice, look));
                default -> {
                    if (!inFieldResult) shown(child, look);
                }
            }
        }
    }

    private void shown(Element child, Look look) {
        switch (String.valueOf(child.getLocalName())) {
            case "t" -> items.add(new Text(child.getTextContent(), look));
            case "tab", "ptab" -> items.add(new Tabulator(look));
            case "br", "cr" -> items.add("page".equals(Xml.attribute(child, "type")) ? new PageBreak() : new Break());
            case "noBreakHyphen" -> items.add(new Text("-", look));
            case "drawing" -> items.add(new Drawing(child));
            default -> {} // nothing that is printed
        }
    }

    /** A field comes as begin, instruction, separate, result, end; the result of a page number is counted anew. */
    private void fieldPart(String part, Look look) {
        switch (part) {
            case "begin" -> instruction = new StringBuilder();
            case "separate" -> inFieldResult = isCounter();
            case "end" -> {
                if (instruction != null) {
                    counter(instruction.toString()).ifPresent(kind -> items.add(new PageNumber(kind, look)));
                }
                instruction = null;
                inFieldResult = false;
            }
            default -> {}
        }
    }

    private boolean isCounter() {
        return instruction != null && counter(instruction.toString()).isPresent();
    }

    /** Puts the items into the block and says how large the largest letter is, in points. */
    double fill(Element block, List<Item> line, WordLayout layout) {
        double at = layout.first();
        double size = 0;
        for (int i = 0; i < line.size(); i++) {
            var item = line.get(i);
            if (item instanceof Text text) {
                block.appendChild(span(text, i == 0));
                at += text.look().width(text.text());
                if (at > layout.room()) at %= Math.max(layout.room(), 1); // it has gone on to another line
                size = Math.max(size, text.look().size());
            } else if (item instanceof Tabulator tabulator) {
                var tab = layout.tabAfter(at);
                var target = tab.position() - follows(line, i + 1) * share(tab.kind());
                var width = Math.max(NARROWEST_TAB, target - at);
                block.appendChild(tab(tab, width));
                at += width;
                size = Math.max(size, tabulator.look().size());
            } else if (item instanceof Break) {
                block.appendChild(html.createElement("br"));
                at = 0;
            } else if (item instanceof PageNumber number) {
                var span = html.createElement("span");
                span.setAttribute("class", number.kind());
                span.setAttribute("style", number.look().css());
                block.appendChild(span);
                size = Math.max(size, number.look().size());
            } else if (item instanceof Drawing drawing) {
                pictures.put(drawing.drawing(), block);
            }
        }
        if (!block.hasChildNodes()) block.appendChild(html.createTextNode("\u00a0"));
        return size == 0 ? emptySize : size;
    }

    private static double share(Tab.Kind kind) {
        return switch (kind) {
            case LEFT -> 0;
            case CENTER -> 0.5;
            case RIGHT -> 1;
        };
    }

    /** How wide the texts are up to the next tab or break. */
    private static double follows(List<Item> line, int from) {
        double width = 0;
        for (int i = from;
                i < line.size() && !(line.get(i) instanceof Tabulator || line.get(i) instanceof Break);
                i++) {
            if (line.get(i) instanceof Text text) width += text.look().width(text.text());
        }
        return width;
    }

    private Element tab(Tab tab, double width) {
        var element = html.createElement("span");
        element.setAttribute("class", "tab");
        var leader = tab.leader().equals("none") ? "" : " border-bottom: 0.5pt %s #000;".formatted(tab.leader());
        element.setAttribute("style", "width: %s;%s".formatted(pt(width), leader));
        element.appendChild(html.createTextNode("\u00a0"));
        return element;
    }

    private Element span(Text text, boolean isFirst) {
        var span = html.createElement("span");
        span.setAttribute("style", text.look().css());
        var shown = text.look().shown(text.text());
        span.appendChild(html.createTextNode(BLANKS.matcher(shown)
                .replaceAll(blanks -> kept(blanks.group(), isFirst && blanks.start() == 0))));
        return span;
    }

    /** A web page makes many blanks one; only the last may break the line. */
    private static String kept(String blanks, boolean isAtTheBeginning) {
        return isAtTheBeginning ? "\u00a0".repeat(blanks.length()) : "\u00a0".repeat(blanks.length() - 1) + " ";
    }
}
