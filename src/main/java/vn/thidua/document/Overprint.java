package vn.thidua.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.thidua.document.OverprintLayout.Field;

/** Prints texts alone, to go over pre-printed blanks. */
public final class Overprint {

    private static final double POINTS = 72 / 25.4;
    private static final double SMALLEST = 6;
    private static final double STEP = 0.5;
    private static final double ASCENT = 0.891;
    private static final int RULER = 10;

    private final PDDocument pdf = new PDDocument();
    private final PdfFonts fonts = new PdfFonts(pdf);
    private final OverprintLayout layout;

    private Overprint(OverprintLayout layout) {
        this.layout = layout;
    }

    /** @param sheets texts by field id, that of {@code qr} an address; a field without a text stays empty */
    public static byte[] pdf(OverprintLayout layout, List<Map<String, String>> sheets) {
        return new Overprint(layout).print(sheets, false);
    }

    /** One sheet with the boxes of all fields and a ruler, to hold against a blank. */
    public static byte[] test(OverprintLayout layout, Map<String, String> example) {
        return new Overprint(layout).print(List.of(example), true);
    }

    private byte[] print(List<Map<String, String>> sheets, boolean withBoxes) {
        try (pdf;
                fonts;
                var file = new ByteArrayOutputStream()) {
            pdf.getDocumentCatalog().setLanguage("vi-VN");
            for (var sheet : sheets) print(sheet, withBoxes);
            pdf.save(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void print(Map<String, String> texts, boolean withBoxes) throws IOException {
        var page = new PDPage(new PDRectangle((float) (layout.width() * POINTS), (float) (layout.height() * POINTS)));
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            if (withBoxes) ruler(content);
            for (var field : layout.fields()) {
                if (withBoxes) box(content, field);
                var text = texts.getOrDefault(field.id(), "").strip();
                if (text.isEmpty()) continue;
                if (field.id().equals("qr")) code(content, field, text);
                else write(content, field, text);
            }
        }
    }

    private double x(double millimetres) {
        return (millimetres + layout.shiftRight()) * POINTS;
    }

    private double y(double millimetres) {
        return (layout.height() - millimetres - layout.shiftDown()) * POINTS;
    }

    private void code(PDPageContentStream content, Field field, String address) throws IOException {
        var side = Math.min(field.width(), field.height());
        var picture = PDImageXObject.createFromByteArray(
                pdf, Picture.qrCode(address, side).png(), "qr");
        content.drawImage(
                picture, (float) x(field.left()), (float) y(field.top() + side), (float) (side * POINTS), (float)
                        (side * POINTS));
    }

    private void write(PDPageContentStream content, Field field, String text) throws IOException {
        var face = SerifFont.of(field.bold(), field.italic());
        var size = field.size();
        var lines = lines(face, text, size, field);
        while (size > SMALLEST && lines.size() * size * SerifFont.LINE > field.height() * POINTS) {
            size -= STEP;
            lines = lines(face, text, size, field);
        }
        var tall = lines.size() * size * SerifFont.LINE;
        var base = y(field.top()) - (field.height() * POINTS - tall) / 2 - ASCENT * size;
        content.setFont(fonts.of(face), (float) size);
        for (var line : lines) {
            var room = field.width() * POINTS - face.width(line, size);
            var indent = switch (field.align()) {
                case LEFT -> 0;
                case CENTER -> room / 2;
                case RIGHT -> room;
            };
            content.beginText();
            content.newLineAtOffset((float) (x(field.left()) + indent), (float) base);
            content.showText(written(face, line));
            content.endText();
            base -= size * SerifFont.LINE;
        }
    }

    /** A letter the font lacks would stop the whole print. */
    private static String written(SerifFont face, String line) {
        return line.codePoints()
                .map(letter -> face.canWrite(letter) ? letter : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> lines(SerifFont face, String text, double size, Field field) {
        var room = field.width() * POINTS;
        var lines = new ArrayList<String>();
        for (var given : text.split("\n")) {
            var line = "";
            for (var word : given.split(" ")) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && face.width(longer, size) > room) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private void box(PDPageContentStream content, Field field) throws IOException {
        content.setLineWidth(0.3f);
        content.addRect(
                (float) x(field.left()),
                (float) y(field.top() + field.height()),
                (float) (field.width() * POINTS),
                (float) (field.height() * POINTS));
        content.stroke();
    }

    private void ruler(PDPageContentStream content) throws IOException {
        content.setLineWidth(0.3f);
        for (int at = RULER; at < layout.width(); at += RULER) {
            content.moveTo((float) (at * POINTS), (float) (layout.height() * POINTS));
            content.lineTo((float) (at * POINTS), (float) ((layout.height() - length(at)) * POINTS));
        }
        for (int at = RULER; at < layout.height(); at += RULER) {
            content.moveTo(0, (float) ((layout.height() - at) * POINTS));
            content.lineTo((float) (length(at) * POINTS), (float) ((layout.height() - at) * POINTS));
        }
        content.stroke();
    }

    private static int length(int at) {
        return at % (5 * RULER) == 0 ? 6 : 3;
    }
}
