package vn.thidua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes the text in table rows of an exact height smaller until it fits, so that a name of any length keeps a certificate on one page. */
final class FittingRows {

    private static final double SMALLEST = 6;
    private static final double STEP = 0.5;
    private static final double CELL_MARGIN = 5.4;
    /** Programs break lines a little differently; the text must fit for all of them. */
    private static final double SAFETY = 0.97;

    private static final Pattern BLANK = Pattern.compile("(?<= )");

    private final Document body;
    private final WordStyles styles;
    private final WordFile file;

    private FittingRows(WordFile file) {
        this.file = file;
        this.body = file.body();
        this.styles = new WordStyles(file);
    }

    /** The same document where no row has an exact height. */
    static byte[] fit(byte[] docx) {
        var file = WordFile.of(docx);
        return fit(file) ? file.with(List.of(WordFile.BODY)) : docx;
    }

    /** Fits the body as it has been parsed; says whether any row has an exact height. */
    static boolean fit(WordFile file) {
        var rows = file.body().getElementsByTagNameNS("*", "trHeight");
        var fitting = new FittingRows(file);
        var hasAny = false;
        for (int i = 0; i < rows.getLength(); i++) {
            var height = (Element) rows.item(i);
            if (!"exact".equals(Xml.attribute(height, "hRule"))) continue;
            hasAny = true;
            var row = (Element) height.getParentNode().getParentNode();
            Xml.children(row, "tc").forEach(cell -> fitting.fitCell(cell, Xml.points(height, "val", 0)));
        }
        return hasAny;
    }

    private record Words(List<WordRuns.Text> runs, WordLayout layout, double emptySize) {}

    private void fitCell(Element cell, double height) {
        var width = Xml.points(Xml.child(Xml.child(cell, "tcPr"), "tcW"), "w", 0) - 2 * CELL_MARGIN;
        if (width <= 0 || height <= 0) return;
        var paragraphs = Xml.children(cell, "p")
                .map(paragraph -> words(paragraph, width))
                .toList();
        var largest = paragraphs.stream()
                .flatMap(paragraph -> paragraph.runs().stream())
                .mapToDouble(run -> run.look().size())
                .max()
                .orElse(0);
        for (double size = largest; size >= SMALLEST; size -= STEP) {
            var scale = size / largest;
            if (height(paragraphs, scale) <= height || size - STEP < SMALLEST) {
                if (scale < 1) shrink(cell, scale);
                return;
            }
        }
    }

    private Words words(Element paragraph, double width) {
        var own = Xml.child(paragraph, "pPr");
        var style = Xml.attribute(Xml.child(own, "pStyle"), "val");
        var layout = WordLayout.of(styles.paragraph(style, null, ownOrNone(own)), width);
        var runs = new WordRuns(body, styles, new WordPictures(body, file, WordFile.BODY), style, null);
        var texts = new ArrayList<WordRuns.Text>();
        for (var line : runs.split(paragraph, own, Optional.empty())) {
            for (var item : line.items()) {
                if (item instanceof WordRuns.Text text) texts.add(text);
                if (item instanceof WordRuns.Break && !texts.isEmpty()) {
                    texts.add(
                            new WordRuns.Text("\n", texts.get(texts.size() - 1).look()));
                }
            }
        }
        return new Words(texts, layout, runs.emptySize());
    }

    private static List<Element> ownOrNone(@Nullable Element own) {
        return own == null ? List.of() : List.of(own);
    }

    private static double height(List<Words> paragraphs, double scale) {
        return paragraphs.stream().mapToDouble(words -> height(words, scale)).sum();
    }

    private static double height(Words words, double scale) {
        var layout = words.layout();
        var lines = 1;
        double at = layout.first();
        var room = layout.room() * SAFETY;
        double size = words.runs().isEmpty() ? words.emptySize() : 0;
        for (var run : words.runs()) {
            size = Math.max(size, run.look().size() * scale);
            if (run.text().equals("\n")) {
                lines++;
                at = 0;
                continue;
            }
            for (var word : BLANK.split(run.text())) {
                var seen = run.look().width(word.stripTrailing()) * scale;
                if (at > 0 && at + seen > room) {
                    lines++;
                    at = 0;
                }
                lines += (int) (seen / room); // a word longer than the line
                at += run.look().width(word) * scale;
            }
        }
        var line = layout.line();
        var each = line.rule() == WordLayout.Line.Rule.MULTIPLE ? line.value() * SerifFont.LINE * size : line.value();
        return layout.before() + layout.after() + lines * each;
    }

    private void shrink(Element cell, double scale) {
        for (var paragraph : (Iterable<Element>) Xml.children(cell, "p")::iterator) {
            var style = Xml.attribute(Xml.child(Xml.child(paragraph, "pPr"), "pStyle"), "val");
            var runs = paragraph.getElementsByTagNameNS("*", "r");
            for (int i = 0; i < runs.getLength(); i++) {
                var run = (Element) runs.item(i);
                var properties = Xml.child(run, "rPr");
                var size = WordRuns.Look.of(styles.run(properties, style, null)).size();
                setSize(run, properties, Math.max(SMALLEST, Math.floor(size * scale / STEP) * STEP));
            }
        }
    }

    private static void setSize(Element run, @Nullable Element properties, double size) {
        var name = run.getNamespaceURI();
        var holder = properties;
        if (holder == null) {
            holder = run.getOwnerDocument().createElementNS(name, "w:rPr");
            run.insertBefore(holder, run.getFirstChild());
        }
        var old = Xml.child(holder, "sz");
        var element = old == null
                ? (Element) holder.appendChild(run.getOwnerDocument().createElementNS(name, "w:sz"))
                : old;
        element.setAttributeNS(name, "w:val", String.valueOf(Math.round(size * 2)));
    }
}
