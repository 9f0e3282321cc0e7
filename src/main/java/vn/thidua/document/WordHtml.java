package vn.thidua.document;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Word documents as one web page for printing: a part for each section, with the section's own page size, margins and header. */
final class WordHtml {

    private static final double A4_WIDTH = 595.3;
    private static final double A4_HEIGHT = 841.9;
    private static final double MARGIN = 72;
    private static final double BORDER_UNIT = 8;
    private static final double EMU_PER_POINT = 12700;

    private static final String CSS = """
            body { margin: 0; font-family: 'Liberation Serif'; font-size: 10pt; color: #000; }
            p { margin: 0; }
            table { border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
            tr.whole { page-break-inside: avoid; }
            td { text-align: left; word-wrap: break-word; }
            .page:before { content: counter(page); }
            .pages:before { content: counter(pages); }
            .tab { display: inline-block; }
            """;

    private final Document html;
    private final Element body;
    private final StringBuilder css = new StringBuilder(CSS);
    private final PageBackground background = new PageBackground();
    private int sections;

    private WordHtml() {
        try {
            html = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        body = html.createElement("body");
    }

    static WordHtml of(List<WordFile> files) {
        var page = new WordHtml();
        for (var file : files) page.add(file);
        page.close(files.get(0));
        return page;
    }

    Document html() {
        return html;
    }

    PageBackground background() {
        return background;
    }

    /** The page of a section; lengths in points. */
    private record Page(
            double width,
            double height,
            double top,
            double right,
            double bottom,
            double left,
            double header,
            double footer) {

        static Page of(@Nullable Element section) {
            var size = Xml.child(section, "pgSz");
            var margins = Xml.child(section, "pgMar");
            return new Page(
                    Xml.points(size, "w", A4_WIDTH),
                    Xml.points(size, "h", A4_HEIGHT),
                    Math.abs(Xml.points(margins, "top", MARGIN)),
                    Xml.points(margins, "right", MARGIN),
                    Math.abs(Xml.points(margins, "bottom", MARGIN)),
                    Xml.points(margins, "left", MARGIN),
                    Xml.points(margins, "header", MARGIN / 2),
                    Xml.points(margins, "footer", MARGIN / 2));
        }

        double textWidth() {
            return width - left - right;
        }
    }

    private void add(WordFile file) {
        var blocks = new WordBlocks(html, file);
        var all = Objects.requireNonNull(Xml.child(file.body().getDocumentElement(), "body"));
        var section = new ArrayList<Element>();
        var isFirst = true;
        for (var block : Xml.children(all)) {
            if ("sectPr".equals(block.getLocalName())) {
                finish(section, block, file, blocks, isFirst);
                return;
            }
            section.add(block);
            var end = Xml.child(Xml.child(block, "pPr"), "sectPr");
            if (end != null) {
                finish(section, end, file, blocks, isFirst);
                section = new ArrayList<>();
                isFirst = false;
            }
        }
        finish(section, null, file, blocks, isFirst);
    }

    /** Word says at a section's end what its page is like, so its blocks have been put aside until now. */
    private void finish(
            List<Element> content, @Nullable Element properties, WordFile file, WordBlocks blocks, boolean isFirst) {
        var page = Page.of(properties);
        var name = "s" + ++sections;
        var section = html.createElement("div");
        section.setAttribute(
                "style",
                "page: %s; position: relative; width: %s;%s"
                        .formatted(name, pt(page.textWidth()), sections == 1 ? "" : " page-break-before: always;"));
        var firstDiffers = isFirst && Cascade.of(properties).isOn("titlePg");
        var margins = new StringBuilder();
        var firstMargins = new StringBuilder();
        for (var kind : List.of("header", "footer")) {
            margins.append(marginBox(section, name, kind, "default", properties, file, blocks, page));
            if (!firstDiffers) continue;
            var first = marginBox(section, name, kind, "first", properties, file, blocks, page);
            firstMargins.append(first.isEmpty() ? nothing(kind) : first);
        }
        if (sections == 1) css.append(rule("", "", page, "")); // what is not in a section yet is as wide as the first
        css.append(rule(name, "", page, margins));
        if (firstDiffers && sections == 1) css.append(rule(name, ":first", page, firstMargins));
        blocks.append(content, section, WordFile.BODY, page.textWidth());
        body.appendChild(section);
        if (sections == 1) behind(properties, file, page);
    }

    private static String rule(String name, String pseudo, Page page, CharSequence boxes) {
        return "@page %s%s { size: %s %s; margin: %s %s %s %s; %s }%n"
                .formatted(
                        name,
                        pseudo,
                        pt(page.width),
                        pt(page.height),
                        pt(page.top),
                        pt(page.right),
                        pt(page.bottom),
                        pt(page.left),
                        boxes);
    }

    private static String nothing(String kind) {
        return "%s { content: none; } ".formatted(box(kind));
    }

    private static String box(String kind) {
        return kind.equals("header") ? "@top-center" : "@bottom-center";
    }

    private String marginBox(
            Element section,
            String name,
            String kind,
            String type,
            @Nullable Element properties,
            WordFile file,
            WordBlocks blocks,
            Page page) {
        var part = part(properties, kind, type, file);
        var root = part.flatMap(file::xml).map(Document::getDocumentElement);
        if (root.isEmpty()) return "";
        var id = "%s-%s-%s".formatted(name, kind, type);
        var running = html.createElement("div");
        running.setAttribute("style", "position: running(%s);".formatted(id));
        blocks.append(Xml.children(root.get()), running, part.get(), page.textWidth());
        section.appendChild(running);
        return kind.equals("header")
                ? "%s { content: element(%s); vertical-align: top; padding-top: %s; } "
                        .formatted(box(kind), id, pt(page.header))
                : "%s { content: element(%s); vertical-align: bottom; padding-bottom: %s; } "
                        .formatted(box(kind), id, pt(page.footer));
    }

    private static Optional<String> part(@Nullable Element properties, String kind, String type, WordFile file) {
        return Xml.children(properties, kind + "Reference")
                .filter(reference -> type.equals(Xml.attribute(reference, "type")))
                .map(reference -> String.valueOf(Xml.attribute(reference, "id")))
                .flatMap(id -> file.target(WordFile.BODY, id).stream())
                .findFirst();
    }

    private void behind(@Nullable Element properties, WordFile file, Page page) {
        for (var type : List.of("default", "first")) {
            var part = part(properties, "header", type, file);
            part.flatMap(file::xml).ifPresent(header -> {
                var anchors = header.getDocumentElement().getElementsByTagNameNS("*", "anchor");
                for (int i = 0; i < anchors.getLength(); i++) {
                    picture((Element) anchors.item(i), part.get(), file, page);
                }
            });
        }
        var borders = Xml.child(properties, "pgBorders");
        var line = Xml.child(borders, "top");
        if (line != null) border(line, "page".equals(Xml.attribute(borders, "offsetFrom")), page);
    }

    private void picture(Element anchor, String part, WordFile file, Page page) {
        var extent = Xml.child(anchor, "extent");
        var content = Xml.below(anchor, "blip")
                .map(blip -> Xml.attribute(blip, "embed"))
                .flatMap(id -> file.target(part, id))
                .flatMap(file::bytes);
        if (content.isEmpty() || extent == null) return;
        var width = emu(Xml.attribute(extent, "cx"));
        var height = emu(Xml.attribute(extent, "cy"));
        background.add(new PageBackground.Image(
                content.get(),
                position(Xml.child(anchor, "positionH"), page.left, page.width, page.textWidth(), width),
                position(
                        Xml.child(anchor, "positionV"),
                        page.top,
                        page.height,
                        page.height - page.top - page.bottom,
                        height),
                width,
                height));
    }

    private static double position(
            @Nullable Element position, double margin, double whole, double inner, double extent) {
        var isOfPage = "page".equals(Xml.attribute(position, "relativeFrom"));
        var room = (isOfPage ? whole : inner) - extent;
        var align = Xml.child(position, "align");
        var offset = align == null
                ? emu(Optional.ofNullable(Xml.child(position, "posOffset"))
                        .map(Element::getTextContent)
                        .orElse("0"))
                : switch (align.getTextContent()) {
                    case "center" -> room / 2;
                    case "right", "bottom", "outside" -> room;
                    default -> 0;
                };
        return isOfPage ? offset : margin + offset;
    }

    private void border(Element line, boolean isFromPage, Page page) {
        var kind = String.valueOf(Xml.attribute(line, "val"));
        if (kind.equals("nil") || kind.equals("none")) return;
        var width = Math.max(
                0.5,
                Double.parseDouble(
                                Optional.ofNullable(Xml.attribute(line, "sz")).orElse("4"))
                        / BORDER_UNIT);
        var space = Double.parseDouble(
                Optional.ofNullable(Xml.attribute(line, "space")).orElse("0"));
        var color = color(Xml.attribute(line, "color"));
        var inset = isFromPage ? space : -space;
        var isDouble = !kind.equals("single") && !kind.equals("thick");
        for (var gap : isDouble ? List.of(0.0, 2 * width) : List.of(0.0)) {
            var by = inset + gap;
            background.add(new PageBackground.Border(
                    (isFromPage ? 0 : page.left) + by,
                    (isFromPage ? 0 : page.top) + by,
                    page.width - (isFromPage ? 0 : page.right) - by,
                    page.height - (isFromPage ? 0 : page.bottom) - by,
                    width,
                    color));
        }
    }

    private static Color color(@Nullable String hex) {
        return hex == null || !hex.matches("[0-9A-Fa-f]{6}") ? Color.BLACK : new Color(Integer.parseInt(hex, 16));
    }

    private void close(WordFile first) {
        var root = html.createElement("html");
        root.setAttribute("lang", "vi");
        var head = html.createElement("head");
        var title = html.createElement("title");
        title.setTextContent(first.xml("docProps/core.xml")
                .flatMap(core -> Xml.below(core.getDocumentElement(), "title"))
                .map(Element::getTextContent)
                .orElse(""));
        var style = html.createElement("style");
        style.setAttribute("type", "text/css");
        style.setTextContent(css.toString());
        head.appendChild(title);
        head.appendChild(style);
        root.appendChild(head);
        root.appendChild(body);
        html.appendChild(root);
    }

    static double emu(@Nullable String emu) {
        return emu == null ? 0 : Double.parseDouble(emu.strip()) / EMU_PER_POINT;
    }

    /** A length as CSS wants it. */
    static String pt(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
