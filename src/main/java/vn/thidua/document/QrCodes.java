package vn.thidua.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

/** QR codes as black-and-white pictures. */
public final class QrCodes {

    private static final int QUIET_ZONE = 2;

    private QrCodes() {}

    /**
     * A PNG that can still be read with a sixth of it soiled.
     *
     * @param pixels side of the square; the code's own squares become as many whole pixels wide as fit
     */
    public static byte[] png(String url, int pixels) {
        try {
            var code = new QRCodeWriter()
                    .encode(
                            url,
                            BarcodeFormat.QR_CODE,
                            pixels,
                            pixels,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
            var image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            var bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            var bytesPerRow = bits.length / code.getHeight();
            Arrays.fill(bits, (byte) 0xff);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) bits[y * bytesPerRow + x / 8] &= (byte) ~(0x80 >> x % 8);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Not for a QR code: " + url, tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
