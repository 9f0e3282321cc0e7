package vn.thidua.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.thidua.act.Refusal;

/**
 * Where the texts go on a pre-printed blank; all lengths in millimetres, from the upper left corner of the sheet.
 *
 * @param shiftRight how far everything is moved to the right, to make up for a printer
 * @param shiftDown how far everything is moved down
 */
public record OverprintLayout(double width, double height, double shiftRight, double shiftDown, List<Field> fields) {

    /**
     * A text's box: it is centred in its height, broken into lines and made smaller until it fits.
     *
     * @param id {@code name}, {@code position}, {@code achievement}, {@code decision}, {@code register}, {@code date}, {@code signerTitle},
     *     {@code signerName} or {@code qr}
     * @param size largest size of the letters, in points
     */
    public record Field(
            String id,
            double left,
            double top,
            double width,
            double height,
            Align align,
            double size,
            boolean bold,
            boolean italic) {}

    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** The fields there can be. */
    public static final Set<String> IDS = Set.of(
            "name", "position", "achievement", "decision", "register", "date", "signerTitle", "signerName", "qr");

    private static final double LARGEST_SHEET = 450;
    private static final double LARGEST_SHIFT = 30;
    private static final double SMALLEST_SIZE = 6;
    private static final double LARGEST_SIZE = 60;

    /** For an A4 landscape blank laid out as the built-in certificate. */
    public static final OverprintLayout STANDARD = new OverprintLayout(
            297,
            210,
            0,
            0,
            List.of(
                    new Field("name", 37, 93, 223, 22, Align.CENTER, 28, true, false),
                    new Field("position", 37, 115, 223, 11, Align.CENTER, 16, false, false),
                    new Field("achievement", 37, 127, 223, 21, Align.CENTER, 17, false, true),
                    new Field("qr", 37, 152, 24, 24, Align.LEFT, 10, false, false),
                    new Field("decision", 66, 153, 80, 12, Align.LEFT, 12, false, false),
                    new Field("register", 66, 166, 80, 6, Align.LEFT, 12, false, false),
                    new Field("date", 155, 149, 105, 7, Align.CENTER, 14, false, true),
                    new Field("signerTitle", 155, 156, 105, 13, Align.CENTER, 14, true, false),
                    new Field("signerName", 155, 186, 105, 8, Align.CENTER, 15, true, false)));

    public OverprintLayout {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** @throws Refusal INVALID naming the field that lies outside of the sheet or can't be */
    public OverprintLayout sound() {
        if (width < 50 || width > LARGEST_SHEET || height < 50 || height > LARGEST_SHEET) {
            throw refusal("width", "Khổ giấy phải từ 50 đến %.0f mm mỗi chiều.".formatted(LARGEST_SHEET));
        }
        if (Math.abs(shiftRight) > LARGEST_SHIFT || Math.abs(shiftDown) > LARGEST_SHIFT) {
            throw refusal("shiftRight", "Độ dịch phải trong khoảng ±%.0f mm.".formatted(LARGEST_SHIFT));
        }
        if (fields.isEmpty()) throw refusal("fields", "Chưa có ô chữ nào. Hãy giữ lại ít nhất một ô.");
        var seen = new HashSet<String>();
        for (var field : fields) {
            if (!IDS.contains(field.id()) || !seen.add(field.id())) {
                throw refusal(
                        "fields",
                        "Ô \"%s\" không có hoặc bị lặp. Các ô: %s."
                                .formatted(field.id(), String.join(", ", new TreeSet<>(IDS))));
            }
            var isOutside = field.left() < 0
                    || field.top() < 0
                    || field.width() <= 0
                    || field.height() <= 0
                    || field.left() + field.width() > width
                    || field.top() + field.height() > height;
            if (isOutside) {
                throw refusal(
                        field.id(),
                        "Ô \"%s\" nằm ngoài khổ giấy %.0f × %.0f mm. Hãy sửa vị trí hoặc kích thước."
                                .formatted(field.id(), width, height));
            }
            if (field.size() < SMALLEST_SIZE || field.size() > LARGEST_SIZE || field.align() == null) {
                throw refusal(
                        field.id(),
                        "Ô \"%s\": cỡ chữ phải từ %.0f đến %.0f và phải chọn cách căn."
                                .formatted(field.id(), SMALLEST_SIZE, LARGEST_SIZE));
            }
        }
        return this;
    }

    private static Refusal refusal(String field, String sentence) {
        return Refusal.invalid("overprint", field, sentence);
    }
}
