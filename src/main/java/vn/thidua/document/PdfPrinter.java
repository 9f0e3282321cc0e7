package vn.thidua.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.stereotype.Component;

/**
 * Prints Word documents to PDF as they are laid out: page size, margins, text, tables, pictures, headers with page numbers. Whatever
 * font a document names, it is printed in Liberation Serif, embedded.
 */
@Component
public class PdfPrinter {

    private static final String FAMILY = "Liberation Serif";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** @param docx as {@link WordTemplates} makes it, or Word itself */
    public byte[] pdf(byte[] docx) {
        return pdf(List.of(docx));
    }

    /** All of them in one file, each on a new page; pages are counted through, and what lies behind the pages is taken from the first. */
    public byte[] pdf(List<byte[]> documents) {
        return print(documents.stream().map(WordFile::of).toList());
    }

    static byte[] print(List<WordFile> documents) {
        var pages = WordHtml.of(documents);
        var file = new ByteArrayOutputStream();
        try (var pdf = new PDDocument();
                var fonts = new PdfFonts(pdf)) {
            var builder = new PdfRendererBuilder()
                    .withW3cDocument(pages.html(), null)
                    .useUnicodeLineBreaker(new LinesBreakAtBlanks())
                    .withProducer("Thi Đua")
                    .usePDDocument(pdf);
            for (var face : SerifFont.values()) {
                builder.useFont(
                        new Face(fonts, face),
                        FAMILY,
                        face.isBold() ? BOLD : REGULAR,
                        face.isItalic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            try (var renderer = builder.toStream(file).buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                pages.background().paint(pdf);
                pdf.getDocumentCatalog().setLanguage("vi-VN");
                pdf.save(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** A face that is loaded when the first text needs it. */
    private static final class Face extends PDFontSupplier {

        private final PdfFonts fonts;
        private final SerifFont face;

        Face(PdfFonts fonts, SerifFont face) {
            super(null);
            this.fonts = fonts;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            return fonts.of(face);
        }
    }

    /** PDF files put together, in order. */
    public static byte[] joined(List<byte[]> files) {
        if (files.size() == 1) return files.get(0);
        var joined = new ByteArrayOutputStream();
        var merger = new PDFMergerUtility();
        for (var file : files) merger.addSource(new RandomAccessReadBuffer(file));
        merger.setDestinationStream(joined);
        try {
            merger.mergeDocuments(null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return joined.toByteArray();
    }
}
