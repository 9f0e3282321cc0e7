package vn.thidua.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import vn.thidua.act.Refusal;

/** Names as senders call their files, made safe to show and to save under. */
final class FileName {

    private static final int MAX_LENGTH = 200;

    /** Endings that name a type; others ("v1.2026", "05.UBND") are part of the name. */
    private static final Set<String> EXTENSIONS = Set.of(
            "pdf", "doc", "docx", "docm", "dot", "dotx", "dotm", "rtf", "odt", "txt", "xls", "xlsx", "xlsm", "xlsb",
            "xlt", "xltx", "xltm", "csv", "ods", "ppt", "pptx", "pptm", "jpg", "jpeg", "jpe", "jfif", "png", "gif",
            "bmp", "tif", "tiff", "webp", "heic", "svg", "zip", "rar", "7z", "exe", "scr", "com", "bat", "cmd", "js",
            "jse", "vbs", "wsf", "hta", "msi", "jar", "lnk", "htm", "html", "xhtml", "php", "jsp", "ps1", "sh");

    private FileName() {}

    /**
     * NFC; without path, control, invisible and direction-changing characters.
     *
     * @throws Refusal INVALID when the name is too long
     */
    static String clean(String called) {
        var name = Normalizer.normalize(called, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ")
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*]", "-")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw Refusal.invalid(
                    "file-name-too-long",
                    FileInspection.FIELD,
                    "Tên tệp \"%s…\" dài quá %d ký tự. Hãy đặt lại tên ngắn hơn rồi tải lên."
                            .formatted(name.substring(0, name.offsetByCodePoints(0, 60)), MAX_LENGTH));
        }
        return name.isEmpty() ? "tệp đính kèm" : name;
    }

    /** The clean name with the extension of what the file really is. */
    static String of(String clean, FileKind kind) {
        var name = clean;
        while (!kind.extensions().contains(extension(name)) && EXTENSIONS.contains(extension(name))) {
            name = name.substring(0, name.lastIndexOf('.')).replaceAll("[. ]+$", "");
        }
        if (kind.extensions().contains(extension(name))) return name;
        return (name.isEmpty() ? "tệp đính kèm" : name) + "."
                + kind.extensions().get(0);
    }

    private static String extension(String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }
}
