package vn.thidua.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.thidua.act.Refusal;

/** Tells what a file is by its content and refuses what is dangerous, locked or broken. */
final class FileInspection {

    /** The form field that refusals name. */
    static final String FIELD = "file";

    private static final int HEAD = 1024;
    private static final Pattern PDF_VERSION = Pattern.compile("%PDF-[12]\\.\\d");
    private static final Pattern PDF_ENCRYPTION = Pattern.compile("/Encrypt[\\s<\\d]");
    private static final List<String> WEB_PAGE_MARKS =
            List.of("<html", "<script", "<!doctype html", "<svg", "<?php", "<iframe", "<body");

    private final OfficePackages officePackages;

    /** @param maxUnpacked the most bytes a Word or Excel file may unpack to */
    FileInspection(long maxUnpacked) {
        this.officePackages = new OfficePackages(maxUnpacked);
    }

    /**
     * @param name how the file is called in a refusal
     * @throws Refusal INVALID with what is wrong and what to do
     */
    FileKind kindOf(String name, byte[] content) {
        if (content.length == 0) {
            throw refusal(name, "file-empty", "không có nội dung (0 byte)", "Hãy chọn lại tệp rồi tải lên");
        }
        if (startsWith(content, "PK\3\4")) return officePackages.kindOf(name, content);
        if (startsWith(content, "%PDF-")) return pdf(name, content);
        if (startsWith(content, "\u00ff\u00d8\u00ff")) return picture(name, content, FileKind.JPEG);
        if (startsWith(content, "\u0089PNG\r\n\u001a\n")) return picture(name, content, FileKind.PNG);
        if (startsWith(content, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) throw oldOffice(name, content);
        throw unknown(name);
    }

    private static FileKind pdf(String name, byte[] content) {
        var text = new String(content, ISO_8859_1);
        var isWhole = PDF_VERSION.matcher(text).lookingAt()
                && text.lastIndexOf("%%EOF") >= Math.max(0, content.length - HEAD);
        if (!isWhole) throw broken(name);
        if (PDF_ENCRYPTION.matcher(text).find()) throw locked(name);
        if (text.contains("/JavaScript") || text.contains("/Launch")) throw active(name);
        mustBeOneFile(name, content);
        return FileKind.PDF;
    }

    private static FileKind picture(String name, byte[] content, FileKind kind) {
        if (!(kind == FileKind.PNG ? Pictures.isSoundPng(content) : Pictures.isSoundJpeg(content))) throw broken(name);
        if (head(content).contains("%pdf-")) throw twoFiles(name);
        mustBeOneFile(name, content);
        return kind;
    }

    /** No archive hung on at the end, no web page at the beginning. */
    private static void mustBeOneFile(String name, byte[] content) {
        var head = head(content);
        if (WEB_PAGE_MARKS.stream().anyMatch(head::contains) || OfficePackages.endOfDirectory(content) >= 0) {
            throw twoFiles(name);
        }
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(HEAD, content.length), ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static Refusal oldOffice(String name, byte[] content) {
        return new String(content, ISO_8859_1).contains(new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1))
                ? locked(name)
                : refusal(
                        name,
                        "file-old-format",
                        "có định dạng Office cũ (.doc, .xls, .ppt)",
                        "Hãy mở tệp, chọn Lưu thành .docx, .xlsx hoặc .pdf rồi tải lên");
    }

    static Refusal unknown(String name) {
        return refusal(
                name,
                "file-type",
                "không phải PDF, Word (.docx), Excel (.xlsx), ảnh JPEG hoặc PNG xét theo nội dung (đổi đuôi tệp không làm đổi nội dung)",
                "Hãy lưu tài liệu thành một trong các định dạng đó rồi tải lên");
    }

    static Refusal active(String name) {
        return refusal(
                name,
                "file-macro",
                "có chứa macro hoặc mã tự chạy",
                "Hãy lưu lại thành .docx, .xlsx không có macro hoặc in ra PDF rồi tải lên");
    }

    static Refusal locked(String name) {
        return refusal(
                name, "file-locked", "đang đặt mật khẩu hoặc bị khóa quyền", "Hãy bỏ mật khẩu, lưu lại rồi tải lên");
    }

    static Refusal broken(String name) {
        return refusal(
                name, "file-broken", "bị hỏng hoặc chưa tải xong", "Hãy mở thử tệp trên máy, lưu lại rồi tải lên");
    }

    static Refusal twoFiles(String name) {
        return refusal(
                name,
                "file-disguised",
                "có nội dung của loại tệp khác giấu bên trong",
                "Hãy mở tệp, lưu lại thành tệp mới rồi tải lên");
    }

    static Refusal bomb(String name) {
        return refusal(
                name,
                "file-unpacks-too-large",
                "khi mở ra có dung lượng hoặc số thành phần quá lớn",
                "Hãy lưu lại tệp, bỏ bớt ảnh và vùng dữ liệu trống rồi tải lên");
    }

    private static Refusal refusal(String name, String code, String rule, String wayOut) {
        return Refusal.invalid(code, FIELD, "Tệp \"%s\" %s. %s.".formatted(name, rule, wayOut));
    }

    private static boolean startsWith(byte[] content, String magic) {
        if (content.length < magic.length()) return false;
        for (int i = 0; i < magic.length(); i++) if ((content[i] & 0xff) != magic.charAt(i)) return false;
        return true;
    }
}
