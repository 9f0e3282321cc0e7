package vn.thidua.document;

/**
 * A picture for a template's {@code {{@key}}}.
 *
 * @param width in millimetres
 * @param height in millimetres
 */
public record Picture(byte[] png, double width, double height) {

    /** A QR code as a square. */
    public static Picture qrCode(String url, double side) {
        return new Picture(QrCodes.png(url, QR_PIXELS), side, side);
    }

    private static final int QR_PIXELS = 205;
}
