package vn.thidua.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDF files opened again and read. */
public final class Pdfs {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double MILLIMETRES = 25.4 / 72;
    private static final int DPI = 80;
    private static final int SCANNER_DPI = 150;

    private Pdfs() {}

    private interface Reading<T> {
        T of(PDDocument pdf) throws IOException;
    }

    private static <T> T read(byte[] file, Reading<T> reading) {
        try (var pdf = Loader.loadPDF(file)) {
            return reading.of(pdf);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static int pages(byte[] file) {
        return read(file, PDDocument::getNumberOfPages);
    }

    /** All pages, words one blank apart, lines too. */
    public static String text(byte[] file) {
        return read(file, pdf -> tidy(new PDFTextStripper().getText(pdf)));
    }

    /** @param page from 1 */
    public static String text(byte[] file, int page) {
        return read(file, pdf -> {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return tidy(stripper.getText(pdf));
        });
    }

    /** How far below the upper edge of its page the words stand on their line, in millimetres. */
    public static double below(byte[] file, String words) {
        return read(file, pdf -> {
            var found = new double[] {Double.NaN};
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> letters) {
                    if (tidy(line).contains(words)) found[0] = letters.get(0).getYDirAdj() * MILLIMETRES;
                }
            }.getText(pdf);
            return found[0];
        });
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Every font of every page: its name, "embedded" or "missing". */
    public static List<String> fonts(byte[] file) {
        return read(file, pdf -> {
            var fonts = new ArrayList<String>();
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName() + (font.isEmbedded() ? " embedded" : " missing"));
                }
            }
            return fonts;
        });
    }

    /** "210 × 297" for each page, in millimetres. */
    public static List<String> sizes(byte[] file) {
        return read(file, pdf -> {
            var sizes = new ArrayList<String>();
            for (var page : pdf.getPages()) {
                var box = page.getMediaBox();
                sizes.add("%.0f × %.0f".formatted(box.getWidth() * MILLIMETRES, box.getHeight() * MILLIMETRES));
            }
            return sizes;
        });
    }

    /** Keeps the first pages as pictures in the build's output. */
    public static void picture(byte[] file, String name) {
        read(file, pdf -> {
            Files.createDirectories(SCREENSHOTS);
            var renderer = new PDFRenderer(pdf);
            for (int page = 0; page < Math.min(3, pdf.getNumberOfPages()); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, DPI),
                        "png",
                        SCREENSHOTS
                                .resolve("van-ban-%s-%d.png".formatted(name, page + 1))
                                .toFile());
            }
            return null;
        });
    }

    /** The first page as a picture. */
    public static BufferedImage image(byte[] file, int dpi) {
        return read(file, pdf -> new PDFRenderer(pdf).renderImageWithDPI(0, dpi));
    }

    /** What the QR codes of the first page say. */
    public static List<String> qrCodes(byte[] file) {
        var image = image(file, SCANNER_DPI);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            var codes = new GenericMultipleBarcodeReader(new QRCodeReader())
                    .decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)));
            return Arrays.stream(codes).map(Result::getText).toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }
}
