package vn.thidua.document;

import static vn.thidua.document.WordHtml.emu;
import static vn.thidua.document.WordHtml.pt;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The pictures, drawn lines and text boxes of one paragraph: those in the text, and those that float above it. */
final class WordPictures {

    /** Fills a text box with its blocks. */
    interface TextBox {
        void fill(Element box, Element content, double width);
    }

    private static final double LINE = 0.75;

    private final Document html;
    private final WordFile file;
    private final String part;
    private final boolean isHeader;
    private final List<Element> floating = new ArrayList<>();

    WordPictures(Document html, WordFile file, String part) {
        this.html = html;
        this.file = file;
        this.part = part;
        this.isHeader = part.contains("header");
    }

    /** Puts an inline picture into the text; keeps a floating one for later. */
    void put(Element drawing, Element block) {
        for (var shape : Xml.children(drawing)) {
            if ("inline".equals(shape.getLocalName())) image(shape, "").ifPresent(block::appendChild);
            else if (!isHeader) floating.add(shape); // those of headers lie behind the page: PageBackground
        }
    }

    boolean floats() {
        return !floating.isEmpty();
    }

    /** @param room from left to right, in points, in which floating ones are centred */
    void takeFloats(Element block, WordLayout layout, double room, TextBox textBox) {
        for (var shape : floating) {
            var extent = Xml.child(shape, "extent");
            var width = emu(Xml.attribute(extent, "cx"));
            var height = emu(Xml.attribute(extent, "cy"));
            var place = "position: absolute; left: %s; top: %s; "
                    .formatted(
                            pt(left(Xml.child(shape, "positionH"), room, width) - layout.left()),
                            pt(offset(Xml.child(shape, "positionV"))));
            var content = Xml.below(shape, "txbxContent");
            if (content.isPresent()) {
                var box = box(place + "width: %s; height: %s; text-indent: 0;".formatted(pt(width), pt(height)));
                textBox.fill(box, content.get(), width);
                block.appendChild(box);
            } else if (Xml.below(shape, "blip").isPresent()) {
                image(shape, place).ifPresent(block::appendChild);
            } else if (isLine(shape)) {
                block.appendChild(box(place
                        + "width: %s; height: 0; border-top: %s solid %s;"
                                .formatted(pt(width), pt(lineWidth(shape)), lineColor(shape))));
            }
        }
        floating.clear();
    }

    private static boolean isLine(Element shape) {
        var kind = Xml.below(shape, "prstGeom")
                .map(geometry -> Xml.attribute(geometry, "prst"))
                .orElse("");
        return kind.equals("line") || kind.equals("straightConnector1");
    }

    private static double lineWidth(Element shape) {
        return Xml.below(shape, "ln")
                .map(line -> Xml.attribute(line, "w"))
                .map(WordHtml::emu)
                .orElse(LINE);
    }

    private static String lineColor(Element shape) {
        return WordBlocks.color(Xml.below(shape, "ln")
                .flatMap(line -> Xml.below(line, "srgbClr"))
                .map(color -> Xml.attribute(color, "val"))
                .orElse(null));
    }

    private Element box(String css) {
        var box = html.createElement("div");
        box.setAttribute("style", css);
        return box;
    }

    private static double left(@Nullable Element position, double room, double width) {
        var align = Xml.child(position, "align");
        if (align == null) return offset(position);
        return switch (align.getTextContent()) {
            case "center" -> (room - width) / 2;
            case "right", "outside" -> room - width;
            default -> 0;
        };
    }

    private static double offset(@Nullable Element position) {
        var offset = Xml.child(position, "posOffset");
        return offset == null ? 0 : emu(offset.getTextContent());
    }

    private Optional<Element> image(Element shape, String place) {
        var extent = Xml.child(shape, "extent");
        return Xml.below(shape, "blip")
                .map(blip -> Xml.attribute(blip, "embed"))
                .flatMap(id -> file.target(part, id))
                .flatMap(file::bytes)
                .map(content -> {
                    var image = html.createElement("img");
                    image.setAttribute(
                            "src",
                            "data:image/%s;base64,%s"
                                    .formatted(
                                            isJpeg(content) ? "jpeg" : "png",
                                            Base64.getEncoder().encodeToString(content)));
                    image.setAttribute(
                            "alt",
                            Optional.ofNullable(Xml.attribute(Xml.child(shape, "docPr"), "descr"))
                                    .orElse(""));
                    image.setAttribute(
                            "style",
                            place
                                    + "width: %s; height: %s;"
                                            .formatted(
                                                    pt(emu(Xml.attribute(extent, "cx"))),
                                                    pt(emu(Xml.attribute(extent, "cy")))));
                    return image;
                });
    }

    private static boolean isJpeg(byte[] content) {
        return content.length > 1 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
    }
}
