package vn.thidua.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Drew the frame of the built-in certificates: a band of interlaced waves between lines, with a rosette in each corner. In millimetres.
 *
 * @param title colour of the certificate's title, as Word writes it
 */
record CertificateFrame(Color dark, Color light, String title) {

    static final int INSET = 6;
    static final CertificateFrame RED =
            new CertificateFrame(new Color(0xB0, 0x1E, 0x23), new Color(0xD4, 0xA0, 0x3A), "C00000");
    static final CertificateFrame GREEN =
            new CertificateFrame(new Color(0x1F, 0x6B, 0x4A), new Color(0xC9, 0x9A, 0x35), "C00000");

    private static final double DOTS = 200 / 25.4;
    private static final double WIDTH = 297 - 2.0 * INSET;
    private static final double HEIGHT = 210 - 2.0 * INSET;
    private static final double BAND = 8;
    private static final double CORNER = 18;
    private static final int SHADES = 16;

    byte[] png() throws IOException {
        var image = new BufferedImage((int) (WIDTH * DOTS), (int) (HEIGHT * DOTS), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(DOTS, DOTS);
        lines(pen);
        side(pen, CORNER, WIDTH - CORNER, new AffineTransform());
        side(pen, CORNER, WIDTH - CORNER, AffineTransform.getTranslateInstance(0, HEIGHT - BAND - 2));
        var upright = new AffineTransform(0, 1, 1, 0, 0, 0);
        side(pen, CORNER, HEIGHT - CORNER, upright);
        var right = AffineTransform.getTranslateInstance(WIDTH - BAND - 2, 0);
        right.concatenate(upright);
        side(pen, CORNER, HEIGHT - CORNER, right);
        for (var x : new double[] {CORNER / 2 + 0.5, WIDTH - CORNER / 2 - 0.5}) {
            for (var y : new double[] {CORNER / 2 + 0.5, HEIGHT - CORNER / 2 - 0.5}) rosette(pen, x, y);
        }
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(fewColours(image), "png", png);
        return png.toByteArray();
    }

    private void lines(Graphics2D pen) {
        line(pen, 0.5, 1.1f, dark);
        line(pen, 1.6, 0.25f, light);
        line(pen, BAND + 0.4, 0.25f, light);
        line(pen, BAND + 1.5, 0.7f, dark);
        line(pen, BAND + 3.1, 0.25f, light);
    }

    private void line(Graphics2D pen, double inset, float width, Color color) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(width));
        pen.draw(new Rectangle2D.Double(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset));
    }

    /** Waves between the lines, drawn as on the upper side and then put in place. */
    private void side(Graphics2D pen, double from, double to, AffineTransform place) {
        var middle = 1 + BAND / 2;
        var waves = Math.round((to - from) / 9);
        for (int strand = 0; strand < 6; strand++) {
            var path = new Path2D.Double();
            var phase = strand * Math.PI / 3;
            for (double x = from; x <= to + 0.01; x += 0.15) {
                var turn = (x - from) / (to - from) * waves * 2 * Math.PI;
                var y = middle + (BAND / 2 - 0.9) * Math.sin(turn + phase) * (0.72 + 0.28 * Math.cos(2 * turn));
                if (x == from) path.moveTo(x, y);
                else path.lineTo(x, y);
            }
            pen.setColor(strand % 2 == 0 ? dark : light);
            pen.setStroke(new BasicStroke(0.22f));
            pen.draw(place.createTransformedShape(path));
        }
        pen.setColor(dark);
        for (int i = 0; i <= 2 * waves; i++) {
            var x = from + (to - from) * i / (2.0 * waves);
            pen.fill(place.createTransformedShape(new Ellipse2D.Double(x - 0.5, middle - 0.5, 1, 1)));
        }
    }

    private void rosette(Graphics2D pen, double x, double y) {
        var radius = CORNER / 2;
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        for (int ring = 0; ring < 5; ring++) {
            var path = new Path2D.Double();
            var reach = radius * (0.94 - ring * 0.13);
            for (int step = 0; step <= 720; step++) {
                var angle = step * Math.PI / 360;
                var r = reach * (0.78 + 0.22 * Math.cos((12 - ring % 2 * 4) * angle + ring));
                if (step == 0) path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
                else path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            }
            pen.setColor(ring % 2 == 0 ? dark : light);
            pen.setStroke(new BasicStroke(0.28f));
            pen.draw(path);
        }
        for (var ring : new double[] {radius, radius - 0.6}) {
            pen.setColor(ring == radius ? dark : light);
            pen.setStroke(new BasicStroke(ring == radius ? 0.5f : 0.25f));
            pen.draw(new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring));
        }
        star(pen, x, y, 2.6);
    }

    private void star(Graphics2D pen, double x, double y, double radius) {
        var star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            var r = i % 2 == 0 ? radius : radius * 0.382;
            var angle = -Math.PI / 2 + i * Math.PI / 5;
            if (i == 0) star.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            else star.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
        }
        star.closePath();
        pen.setColor(light);
        pen.fill(star);
        pen.setColor(dark);
        pen.setStroke(new BasicStroke(0.2f));
        pen.draw(star);
    }

    private BufferedImage fewColours(BufferedImage image) {
        var red = new byte[SHADES];
        var green = new byte[SHADES];
        var blue = new byte[SHADES];
        for (int i = 0; i < SHADES; i++) {
            var base = i < SHADES / 2 ? dark : light;
            var share = (i % (SHADES / 2)) / (SHADES / 2 - 1.0);
            red[i] = (byte) Math.round(base.getRed() + (255 - base.getRed()) * share);
            green[i] = (byte) Math.round(base.getGreen() + (255 - base.getGreen()) * share);
            blue[i] = (byte) Math.round(base.getBlue() + (255 - base.getBlue()) * share);
        }
        var colours = new IndexColorModel(4, SHADES, red, green, blue);
        var few = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY, colours);
        var pen = few.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return few;
    }
}
