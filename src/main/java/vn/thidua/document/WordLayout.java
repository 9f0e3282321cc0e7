package vn.thidua.document;

import static vn.thidua.document.WordHtml.pt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * How a paragraph is laid out; lengths in points.
 *
 * @param first how far the first line stands in from the others; negative when it stands out
 * @param line as CSS writes it
 * @param room from its left indent to its right one
 * @param tabs by position, from the left indent
 */
record WordLayout(
        String align,
        double left,
        double right,
        double first,
        double before,
        double after,
        Line line,
        boolean keepsWithNext,
        boolean keepsTogether,
        boolean startsPage,
        double room,
        List<Tab> tabs,
        String decoration) {

    /** Exactly so many points, at least so many, or a multiple of the font's own height. */
    record Line(Rule rule, double value) {

        enum Rule {
            EXACT,
            AT_LEAST,
            MULTIPLE
        }

        String css(double size) {
            return switch (rule) {
                case EXACT -> pt(value);
                case AT_LEAST -> pt(Math.max(value, size * SerifFont.LINE));
                case MULTIPLE -> String.format(Locale.ROOT, "%.3f", value * SerifFont.LINE);
            };
        }
    }

    /** @param leader what leads up to it: dots, a line or nothing */
    record Tab(double position, Kind kind, String leader) {

        enum Kind {
            LEFT,
            CENTER,
            RIGHT
        }
    }

    private static final double LINE_UNIT = 240;
    private static final double DEFAULT_TAB = 36;

    static WordLayout of(Cascade cascade, double width) {
        var left = Xml.points(firstOf(cascade, "ind", "left", "start")).orElse(0);
        var right = Xml.points(firstOf(cascade, "ind", "right", "end")).orElse(0);
        var hanging = cascade.points("ind", "hanging", 0);
        var first = hanging > 0 ? -hanging : cascade.points("ind", "firstLine", 0);
        return new WordLayout(
                align(cascade.value("jc")),
                left,
                right,
                first,
                cascade.points("spacing", "before", 0),
                cascade.points("spacing", "after", 0),
                line(cascade),
                cascade.isOn("keepNext"),
                cascade.isOn("keepLines"),
                cascade.isOn("pageBreakBefore"),
                width - left - right,
                tabs(cascade, left),
                decoration(cascade));
    }

    String css(double size, boolean startsPage, boolean holdsFloats) {
        var css = new StringBuilder();
        css.append("text-align: %s; font-size: %s; line-height: %s; ".formatted(align, pt(size), line.css(size)));
        css.append("margin-left: %s; margin-right: %s; text-indent: %s; ".formatted(pt(left), pt(right), pt(first)));
        var outside =
                decoration.contains("border") ? "margin" : "padding"; // paddings never fall into one, as margins do
        css.append("%1$s-top: %2$s; %1$s-bottom: %3$s; ".formatted(outside, pt(before), pt(after)));
        if (keepsWithNext) css.append("page-break-after: avoid; ");
        if (keepsTogether) css.append("page-break-inside: avoid; ");
        if (startsPage) css.append("page-break-before: always; ");
        if (holdsFloats) css.append("position: relative; ");
        return css.append("orphans: 2; widows: 2; ").append(decoration).toString();
    }

    /** Where a tab at this place leads to; both from the left indent. */
    Tab tabAfter(double at) {
        return tabs.stream()
                .filter(tab -> tab.position() > at + 0.1)
                .findFirst()
                .orElseGet(() -> new Tab(
                        (Math.floor((at + left + 0.1) / DEFAULT_TAB) + 1) * DEFAULT_TAB - left, Tab.Kind.LEFT, "none"));
    }

    private static @Nullable String firstOf(Cascade cascade, String element, String name, String otherName) {
        var value = cascade.attribute(element, name);
        return value == null ? cascade.attribute(element, otherName) : value;
    }

    private static String align(@Nullable String jc) {
        return switch (jc == null ? "left" : jc) {
            case "both", "distribute" -> "justify";
            case "center" -> "center";
            case "right", "end" -> "right";
            default -> "left";
        };
    }

    private static Line line(Cascade cascade) {
        var value = cascade.attribute("spacing", "line");
        if (value == null) return new Line(Line.Rule.MULTIPLE, 1);
        return switch (Optional.ofNullable(cascade.attribute("spacing", "lineRule"))
                .orElse("auto")) {
            case "exact" -> new Line(Line.Rule.EXACT, Xml.points(value).orElse(0));
            case "atLeast" -> new Line(Line.Rule.AT_LEAST, Xml.points(value).orElse(0));
            default -> new Line(Line.Rule.MULTIPLE, Double.parseDouble(value) / LINE_UNIT);
        };
    }

    private static List<Tab> tabs(Cascade cascade, double left) {
        var tabs = new ArrayList<Tab>();
        cascade.nearestFirst()
                .forEach(properties -> Xml.children(Xml.child(properties, "tabs"), "tab")
                        .filter(tab -> !"clear".equals(Xml.attribute(tab, "val")))
                        .forEach(tab -> tabs.add(tab(tab, left))));
        if (cascade.points("ind", "hanging", 0) > 0) tabs.add(new Tab(0, Tab.Kind.LEFT, "none"));
        tabs.sort(Comparator.comparingDouble(Tab::position));
        return tabs;
    }

    private static Tab tab(Element tab, double left) {
        var kind = switch (String.valueOf(Xml.attribute(tab, "val"))) {
            case "right", "end", "decimal" -> Tab.Kind.RIGHT;
            case "center" -> Tab.Kind.CENTER;
            default -> Tab.Kind.LEFT;
        };
        var leader = switch (String.valueOf(Xml.attribute(tab, "leader"))) {
            case "dot", "middleDot" -> "dotted";
            case "hyphen" -> "dashed";
            case "underscore", "heavy" -> "solid";
            default -> "none";
        };
        return new Tab(Xml.points(tab, "pos", 0) - left, kind, leader);
    }

    private static String decoration(Cascade cascade) {
        var css = new StringBuilder();
        cascade.element("pBdr").ifPresent(borders -> {
            for (var side : List.of("top", "right", "bottom", "left")) {
                var line = Xml.child(borders, side);
                if (line != null) css.append("border-%s: %s; ".formatted(side, WordBlocks.border(line)));
            }
        });
        var fill = cascade.attribute("shd", "fill");
        if (fill != null && fill.matches("[0-9A-Fa-f]{6}")) css.append("background-color: #%s; ".formatted(fill));
        return css.toString();
    }
}
