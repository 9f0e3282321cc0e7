package vn.thidua.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** Liberation Serif, whose letters are as wide as those of Times New Roman: its four faces and how wide they write a text. */
enum SerifFont {
    REGULAR("LiberationSerif-Regular.ttf", false, false),
    BOLD("LiberationSerif-Bold.ttf", true, false),
    ITALIC("LiberationSerif-Italic.ttf", false, true),
    BOLD_ITALIC("LiberationSerif-BoldItalic.ttf", true, true);

    /** Height of a single-spaced line for a font size of 1. */
    static final double LINE = 1.149;

    private final String file;
    private final boolean bold;
    private final boolean italic;
    private final Metrics metrics;

    SerifFont(String file, boolean bold, boolean italic) {
        this.file = file;
        this.bold = bold;
        this.italic = italic;
        this.metrics = Metrics.of(file);
    }

    static SerifFont of(boolean bold, boolean italic) {
        if (bold) return italic ? BOLD_ITALIC : BOLD;
        return italic ? ITALIC : REGULAR;
    }

    boolean isBold() {
        return bold;
    }

    boolean isItalic() {
        return italic;
    }

    InputStream open() {
        return open(file);
    }

    /** In points, on one line. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(metrics::advance).sum() * size;
    }

    boolean canWrite(int character) {
        return metrics.letters.getGlyphId(character) != 0;
    }

    private static InputStream open(String file) {
        try {
            return new ClassPathResource("fonts/" + file).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private record Metrics(CmapLookup letters, int[] advances, int unitsPerEm) {

        static Metrics of(String file) {
            try (var content = open(file);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(content))) {
                var advances = new int[font.getNumberOfGlyphs()];
                for (int glyph = 0; glyph < advances.length; glyph++) advances[glyph] = font.getAdvanceWidth(glyph);
                return new Metrics(font.getUnicodeCmapLookup(), advances, font.getUnitsPerEm());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        double advance(int character) {
            return (double) advances[letters.getGlyphId(character)] / unitsPerEm;
        }
    }
}
