package vn.thidua.document;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Whether a picture's own description of itself holds: only headers are read, no pixel is decoded. */
final class Pictures {

    /** Far above any scan of A3; a picture that claims more is meant to exhaust whoever opens it. */
    private static final long MAX_PIXELS = 200_000_000;

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK_FRAME = 12;
    private static final int PNG_HEADER = 0x49484452; // IHDR
    private static final int PNG_DATA = 0x49444154; // IDAT
    private static final int PNG_END = 0x49454e44; // IEND

    private Pictures() {}

    static boolean isSoundPng(byte[] content) {
        var png = ByteBuffer.wrap(content);
        var hasData = false;
        for (int at = PNG_SIGNATURE; at + PNG_CHUNK_FRAME <= content.length; ) {
            var length = png.getInt(at);
            var type = png.getInt(at + 4);
            if (length < 0 || length > content.length - at - PNG_CHUNK_FRAME) return false;
            if (at == PNG_SIGNATURE && !isSoundPngHeader(png, type, length)) return false;
            hasData |= type == PNG_DATA;
            at += PNG_CHUNK_FRAME + length;
            if (type == PNG_END) return hasData && at == content.length; // nothing may hang on behind
        }
        return false;
    }

    private static boolean isSoundPngHeader(ByteBuffer png, int type, int length) {
        if (type != PNG_HEADER || length != 13) return false;
        var crc = new CRC32();
        crc.update(png.array(), PNG_SIGNATURE + 4, 4 + length);
        return (int) crc.getValue() == png.getInt(PNG_SIGNATURE + 8 + length)
                && isSoundSize(png.getInt(PNG_SIGNATURE + 8), png.getInt(PNG_SIGNATURE + 12));
    }

    static boolean isSoundJpeg(byte[] content) {
        var jpeg = ByteBuffer.wrap(content);
        var hasFrame = false;
        for (int at = 2; at + 4 <= content.length; ) {
            if ((content[at] & 0xff) != 0xff) return false;
            var marker = content[at + 1] & 0xff;
            if (marker == 0xff) { // fill byte
                at++;
                continue;
            }
            var length = jpeg.getShort(at + 2) & 0xffff;
            if (marker < 0xc0 || marker == 0xd8 || marker == 0xd9 || length < 2 || at + 2 + length > content.length)
                return false;
            if (isFrame(marker)) {
                if (length < 8 || !isSoundSize(jpeg.getShort(at + 5) & 0xffff, jpeg.getShort(at + 7) & 0xffff))
                    return false;
                hasFrame = true;
            }
            if (marker == 0xda) return hasFrame && hasEnd(content, at + 2 + length);
            at += 2 + length;
        }
        return false;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean hasEnd(byte[] content, int from) {
        for (int i = from; i + 1 < content.length; i++) {
            if ((content[i] & 0xff) == 0xff && (content[i + 1] & 0xff) == 0xd9) return true;
        }
        return false;
    }

    private static boolean isSoundSize(long width, long height) {
        return width > 0 && height > 0 && width * height <= MAX_PIXELS;
    }
}
