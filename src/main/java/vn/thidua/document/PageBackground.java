package vn.thidua.document;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What lies behind the text of every page: the pictures of its header, such as a frame, and the page's border. Points, from the top left. */
final class PageBackground {

    record Image(byte[] content, double left, double top, double width, double height) {}

    /** A rectangle of lines; width is that of the line. */
    record Border(double left, double top, double right, double bottom, double width, Color color) {}

    private final List<Image> images = new ArrayList<>();
    private final List<Border> borders = new ArrayList<>();

    void add(Image image) {
        images.add(image);
    }

    void add(Border border) {
        borders.add(border);
    }

    void paint(PDDocument pdf) throws IOException {
        if (images.isEmpty() && borders.isEmpty()) return;
        var pictures = new ArrayList<PDImageXObject>();
        for (var image : images) pictures.add(PDImageXObject.createFromByteArray(pdf, image.content(), null));
        for (var page : pdf.getPages()) {
            var height = page.getMediaBox().getHeight();
            try (var content = new PDPageContentStream(pdf, page, AppendMode.PREPEND, true, true)) {
                for (int i = 0; i < pictures.size(); i++) {
                    var at = images.get(i);
                    content.drawImage(
                            pictures.get(i),
                            (float) at.left(),
                            (float) (height - at.top() - at.height()),
                            (float) at.width(),
                            (float) at.height());
                }
                for (var border : borders) {
                    content.setStrokingColor(border.color());
                    content.setLineWidth((float) border.width());
                    content.addRect(
                            (float) border.left(),
                            (float) (height - border.bottom()),
                            (float) (border.right() - border.left()),
                            (float) (border.bottom() - border.top()));
                    content.stroke();
                }
            }
        }
    }
}
