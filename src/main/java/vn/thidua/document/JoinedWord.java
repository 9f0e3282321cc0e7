package vn.thidua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Word documents of one template put into one file, each on a new page; what they share, such as a frame, is kept once. */
public final class JoinedWord {

    private static final String RELATIONS = "word/_rels/document.xml.rels";

    private @Nullable WordFile first;
    private @Nullable Element end;
    private int documents;

    /** @param docx made of the same template as the others */
    public void add(byte[] docx) {
        add(WordFile.of(docx));
    }

    void add(WordFile file) {
        documents++;
        if (first == null) {
            first = file;
            end = Objects.requireNonNull(Xml.child(body(file), "sectPr"));
            return;
        }
        var into = body(first);
        into.insertBefore(newPage(first.body()), end);
        for (var block : Xml.children(body(file))) {
            if ("sectPr".equals(block.getLocalName())) continue;
            var copy = (Element) first.body().importNode(block, true);
            into.insertBefore(copy, end);
            adopt(copy, file);
        }
    }

    /** @throws IllegalStateException when nothing was added */
    public byte[] file() {
        if (first == null) throw new IllegalStateException("No document was added");
        return first.with(List.of(WordFile.BODY, RELATIONS));
    }

    private static Element body(WordFile file) {
        return Objects.requireNonNull(Xml.child(file.body().getDocumentElement(), "body"));
    }

    private static Element newPage(Document document) {
        var name = document.getDocumentElement().getNamespaceURI();
        var paragraph = document.createElementNS(name, "w:p");
        var properties = (Element) paragraph.appendChild(document.createElementNS(name, "w:pPr"));
        var spacing = (Element) properties.appendChild(document.createElementNS(name, "w:spacing"));
        for (var each : List.of("before", "after")) spacing.setAttributeNS(name, "w:" + each, "0");
        spacing.setAttributeNS(name, "w:line", "20");
        spacing.setAttributeNS(name, "w:lineRule", "exact");
        var run = (Element) paragraph.appendChild(document.createElementNS(name, "w:r"));
        var lineBreak = (Element) run.appendChild(document.createElementNS(name, "w:br"));
        lineBreak.setAttributeNS(name, "w:type", "page");
        return paragraph;
    }

    /** The pictures of a block come with it, under names of their own. */
    private void adopt(Element block, WordFile from) {
        var shared = Objects.requireNonNull(first);
        for (var blip : all(block, "blip")) {
            var id = Xml.attribute(blip, "embed");
            var part = id == null ? null : from.target(WordFile.BODY, id).orElse(null);
            if (part == null) continue;
            var name = "word/media/%d-%s".formatted(documents, part.substring(part.lastIndexOf('/') + 1));
            shared.put(name, from.bytes(part).orElseThrow());
            blip.setAttributeNS(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "r:embed",
                    relate(shared, name.substring("word/".length()), id));
        }
        for (var properties : all(block, "docPr")) {
            properties.setAttribute(
                    "id", String.valueOf(1000 * documents + Integer.parseInt(properties.getAttribute("id")) % 1000));
        }
    }

    private String relate(WordFile shared, String target, String id) {
        var relations = shared.xml(RELATIONS).orElseThrow();
        var root = relations.getDocumentElement();
        var relation = relations.createElementNS(root.getNamespaceURI(), "Relationship");
        var own = "d%d%s".formatted(documents, id);
        relation.setAttribute("Id", own);
        relation.setAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image");
        relation.setAttribute("Target", target);
        root.appendChild(relation);
        return own;
    }

    private static List<Element> all(Element block, String name) {
        var found = block.getElementsByTagNameNS("*", name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
        return all;
    }
}
