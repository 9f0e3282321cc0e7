package vn.thidua.document;

import static vn.thidua.document.WordHtml.pt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The paragraphs and tables of one Word document as those of a web page. */
final class WordBlocks {

    private static final double CELL_MARGIN = 5.4;
    private static final double LINE = 1;
    private static final double BORDER_UNIT = 8;
    private static final double PERCENT_UNIT = 5000;
    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");

    private final Document html;
    private final WordFile file;
    private final WordStyles styles;
    private final WordNumbering numbering;

    WordBlocks(Document html, WordFile file) {
        this.html = html;
        this.file = file;
        this.styles = new WordStyles(file);
        this.numbering = new WordNumbering(file);
    }

    /**
     * Puts Word's blocks into an element of the web page.
     *
     * @param part the part of the file that they are from
     * @param width room from left to right, in points
     */
    void append(List<Element> blocks, Element into, String part, double width) {
        append(blocks, into, new Place(part, null, width));
    }

    private record Place(String part, @Nullable String tableStyle, double width) {

        Place in(@Nullable String style, double narrower) {
            return new Place(part, style, narrower);
        }
    }

    private void append(List<Element> blocks, Element into, Place place) {
        for (var block : blocks) {
            switch (String.valueOf(block.getLocalName())) {
                case "p" -> paragraph(block, into, place);
                case "tbl" -> table(block, into, place);
                case "sdt" ->
                    Xml.children(block, "sdtContent").forEach(content -> append(Xml.children(content), into, place));
                case "ins", "customXml", "smartTag" -> append(Xml.children(block), into, place);
                default -> {} // properties, bookmarks, what was deleted
            }
        }
    }

    private void paragraph(Element paragraph, Element into, Place place) {
        var own = Xml.child(paragraph, "pPr");
        var style = Xml.attribute(Xml.child(own, "pStyle"), "val");
        var plain = styles.paragraph(style, place.tableStyle(), Arrays.asList(own));
        var mark = numbering.next(plain);
        var cascade = mark.isEmpty()
                ? plain
                : styles.paragraph(
                        style, place.tableStyle(), Arrays.asList(own, mark.get().properties()));
        var pictures = new WordPictures(html, file, place.part());
        var runs = new WordRuns(html, styles, pictures, style, place.tableStyle());
        var layout = WordLayout.of(cascade, place.width());
        for (var line : runs.split(paragraph, own, mark)) {
            var block = html.createElement("p");
            into.appendChild(block);
            var size = runs.fill(block, line.items(), layout);
            block.setAttribute("style", layout.css(size, line.startsPage(), pictures.floats()));
            pictures.takeFloats(
                    block,
                    layout,
                    place.width(),
                    (box, content, width) -> append(Xml.children(content), box, place.in(null, width)));
        }
    }

    private void table(Element table, Element into, Place place) {
        var own = Xml.child(table, "tblPr");
        var style = Xml.attribute(Xml.child(own, "tblStyle"), "val");
        var cascade = styles.table(own, style);
        var grid = Xml.children(Xml.child(table, "tblGrid"), "gridCol")
                .mapToDouble(column -> Xml.points(column, "w", 0))
                .toArray();
        var sum = Arrays.stream(grid).sum();
        var width =
                Math.min(width(cascade, place.width(), sum), place.width() - LINE); // half of its lines stand outside
        var scale = sum == 0 ? 1 : width / sum;
        for (int i = 0; i < grid.length; i++) grid[i] *= scale;

        var element = html.createElement("table");
        element.setAttribute("style", "width: %s;%s".formatted(pt(width), tablePlace(cascade, place.width(), width)));
        for (var column : grid) {
            var col = html.createElement("col");
            col.setAttribute("style", "width: " + pt(column));
            element.appendChild(col);
        }
        var rows = rows(table);
        var head = html.createElement("thead");
        var bodies = html.createElement("tbody");
        for (int i = 0; i < rows.size(); i++) {
            var properties = Cascade.of(Xml.child(rows.get(i), "trPr"));
            var isHead = properties.isOn("tblHeader") && !bodies.hasChildNodes();
            var row = row(new TableRow(rows, i, grid, cascade, properties), place.in(style, 0));
            (isHead ? head : bodies).appendChild(row);
        }
        if (head.hasChildNodes()) element.appendChild(head);
        if (bodies.hasChildNodes()) element.appendChild(bodies);
        if (head.hasChildNodes() || bodies.hasChildNodes()) into.appendChild(element);
    }

    private record TableRow(List<Element> rows, int index, double[] grid, Cascade table, Cascade properties) {

        boolean isLast(int below) {
            return index + below >= rows.size();
        }
    }

    private static List<Element> rows(Element container) {
        var rows = new ArrayList<Element>();
        for (var child : Xml.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "tr" -> rows.add(child);
                case "sdt" -> Xml.children(child, "sdtContent").forEach(content -> rows.addAll(rows(content)));
                default -> {} // properties
            }
        }
        return rows;
    }

    private static List<Element> cells(Element container) {
        var cells = new ArrayList<Element>();
        for (var child : Xml.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "tc" -> cells.add(child);
                case "sdt" -> Xml.children(child, "sdtContent").forEach(content -> cells.addAll(cells(content)));
                default -> {} // properties
            }
        }
        return cells;
    }

    private Element row(TableRow row, Place place) {
        var element = html.createElement("tr");
        if (row.properties().isOn("cantSplit")) element.setAttribute("class", "whole");
        var column = whole(row.properties().value("gridBefore"), 0);
        if (column > 0) element.appendChild(gap(column));
        for (var cell : cells(row.rows().get(row.index()))) {
            var properties = Cascade.of(Xml.child(cell, "tcPr"));
            var span = whole(properties.value("gridSpan"), 1);
            if (!isContinued(cell)) element.appendChild(cell(cell, properties, row, column, span, place));
            column += span;
        }
        return element;
    }

    private Element gap(int columns) {
        var cell = html.createElement("td");
        cell.setAttribute("colspan", String.valueOf(columns));
        return cell;
    }

    private Element cell(Element cell, Cascade properties, TableRow row, int column, int span, Place place) {
        var rowspan = rowspan(row, column, cell);
        var element = html.createElement("td");
        if (span > 1) element.setAttribute("colspan", String.valueOf(span));
        if (rowspan > 1) element.setAttribute("rowspan", String.valueOf(rowspan));
        var margins = new double[SIDES.size()];
        var css = new StringBuilder();
        for (int i = 0; i < margins.length; i++) {
            var side = SIDES.get(i);
            margins[i] = margin(properties, row.table(), side);
            css.append("padding-%s: %s; ".formatted(side, pt(margins[i])));
            var isOuter = switch (side) {
                case "top" -> row.index() == 0;
                case "bottom" -> row.isLast(rowspan);
                case "left" -> column == 0;
                default -> column + span >= row.grid().length;
            };
            css.append("border-%s: %s; ".formatted(side, border(properties, row.table(), side, isOuter)));
        }
        var vertical = Optional.ofNullable(properties.value("vAlign")).orElse("top");
        css.append("vertical-align: %s; ".formatted(vertical.equals("center") ? "middle" : vertical));
        var fill = properties.attribute("shd", "fill");
        if (fill != null && fill.matches("[0-9A-Fa-f]{6}")) css.append("background-color: #%s; ".formatted(fill));
        var height = row.properties().points("trHeight", "val", 0) - margins[0] - margins[2];
        if (height > 0) css.append("height: %s; ".formatted(pt(height)));
        element.setAttribute("style", css.toString());
        double width = -margins[1] - margins[3];
        for (int i = column; i < Math.min(column + span, row.grid().length); i++) width += row.grid()[i];
        append(Xml.children(cell), element, place.in(place.tableStyle(), width));
        return element;
    }

    private static boolean isContinued(@Nullable Element cell) {
        var merge = Xml.child(Xml.child(cell, "tcPr"), "vMerge");
        return merge != null && !"restart".equals(Xml.attribute(merge, "val"));
    }

    private static int rowspan(TableRow row, int column, Element cell) {
        var merge = Xml.child(Xml.child(cell, "tcPr"), "vMerge");
        var rows = 1;
        if (merge == null) return rows;
        while (row.index() + rows < row.rows().size()
                && isContinued(cellAt(row.rows().get(row.index() + rows), column))) rows++;
        return rows;
    }

    private static @Nullable Element cellAt(Element row, int wanted) {
        var column = whole(Cascade.of(Xml.child(row, "trPr")).value("gridBefore"), 0);
        for (var cell : cells(row)) {
            if (column == wanted) return cell;
            column += whole(Cascade.of(Xml.child(cell, "tcPr")).value("gridSpan"), 1);
        }
        return null;
    }

    private static double width(Cascade table, double room, double grid) {
        var type = table.attribute("tblW", "type");
        var value = table.attribute("tblW", "w");
        if ("pct".equals(type) && value != null) {
            return value.endsWith("%")
                    ? room * Double.parseDouble(value.substring(0, value.length() - 1)) / 100
                    : room * Double.parseDouble(value) / PERCENT_UNIT;
        }
        var fixed = "dxa".equals(type) ? Xml.points(value).orElse(0) : 0;
        if (fixed > 0) return fixed;
        return grid > 0 ? grid : room;
    }

    private static String tablePlace(Cascade table, double room, double width) {
        return switch (Optional.ofNullable(table.value("jc")).orElse("left")) {
            case "center" -> " margin-left: %s;".formatted(pt((room - width) / 2));
            case "right", "end" -> " margin-left: %s;".formatted(pt(room - width));
            default -> " margin-left: %s;".formatted(pt(LINE / 2 + table.points("tblInd", "w", 0)));
        };
    }

    private static double margin(Cascade cell, Cascade table, String side) {
        var name = side.equals("left") ? "start" : side.equals("right") ? "end" : side;
        return own(cell.element("tcMar"), side, name)
                .or(() -> own(table.element("tblCellMar"), side, name))
                .map(margin -> Xml.points(margin, "w", 0))
                .orElse(side.equals("left") || side.equals("right") ? CELL_MARGIN : 0);
    }

    private static String border(Cascade cell, Cascade table, String side, boolean isOuter) {
        var name = side.equals("left") ? "start" : side.equals("right") ? "end" : side;
        var inside = side.equals("top") || side.equals("bottom") ? "insideH" : "insideV";
        return own(cell.element("tcBorders"), side, name)
                .or(() -> own(table.element("tblBorders"), isOuter ? side : inside, isOuter ? name : inside))
                .map(WordBlocks::border)
                .orElse("none");
    }

    private static Optional<Element> own(Optional<Element> holder, String side, String name) {
        return holder.map(all -> Optional.ofNullable(Xml.child(all, side)).orElse(Xml.child(all, name)));
    }

    /** Any line of Word's, of a table, a paragraph or a page, as CSS writes it. */
    static String border(Element line) {
        var kind = String.valueOf(Xml.attribute(line, "val"));
        if (kind.equals("nil") || kind.equals("none")) return "none";
        var style = switch (kind) {
            case "double", "triple" -> "double";
            case "dotted" -> "dotted";
            case "dashed", "dashSmallGap" -> "dashed";
            default -> "solid";
        };
        var width = Double.parseDouble(
                        Optional.ofNullable(Xml.attribute(line, "sz")).orElse("4"))
                / BORDER_UNIT;
        if (style.equals("double")) width *= 3;
        return "%s %s %s".formatted(pt(Math.max(width, 0.25)), style, color(Xml.attribute(line, "color")));
    }

    static String color(@Nullable String hex) {
        return hex != null && hex.matches("[0-9A-Fa-f]{6}") ? "#" + hex : "#000000";
    }

    private static int whole(@Nullable String number, int otherwise) {
        return number == null ? otherwise : Integer.parseInt(number);
    }
}
