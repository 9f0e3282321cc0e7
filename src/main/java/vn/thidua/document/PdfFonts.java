package vn.thidua.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of our font in one PDF, each loaded when it is first used and embedded as a subset. To be closed after the PDF is saved. */
final class PdfFonts implements Closeable {

    private final PDDocument pdf;
    private final Map<SerifFont, TrueTypeFont> files = new EnumMap<>(SerifFont.class);
    private final Map<SerifFont, PDFont> fonts = new EnumMap<>(SerifFont.class);

    PdfFonts(PDDocument pdf) {
        this.pdf = pdf;
    }

    PDFont of(SerifFont face) {
        return fonts.computeIfAbsent(face, this::load);
    }

    private PDFont load(SerifFont face) {
        try (var content = face.open()) {
            var file = new TTFParser().parse(new RandomAccessReadBuffer(content));
            files.put(face, file);
            file.setEnableGsub(false); // ligatures, which Vietnamese doesn't use and which cost a quarter of the time
            return PDType0Font.load(pdf, file, true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) file.close();
    }
}
