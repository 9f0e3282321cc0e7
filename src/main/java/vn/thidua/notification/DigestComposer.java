package vn.thidua.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;

/** Writes one mailbox's digest of a day: plain text and the same as HTML that old Outlooks show, too. */
public final class DigestComposer {

    private static final String FOOTER = "Thư tự động của hệ thống Thi đua. Xin không trả lời thư này.";
    private static final String FONT = "font-family:Arial,Helvetica,sans-serif;";

    private DigestComposer() {}

    /**
     * The mail for a mailbox; the same day and mailbox always give the same cause.
     *
     * @param lines at least one, in the order they are to be read within their section
     * @throws vn.thidua.act.Refusal INVALID when the recipient is no mail address
     */
    public static Mail compose(LocalDate day, String recipient, List<DigestLine> lines) {
        if (lines.isEmpty()) throw new IllegalArgumentException("An empty digest is not sent");
        return compose("digest/%s/%s".formatted(day, recipient), day, recipient, lines);
    }

    /** The same for a matter that cannot wait for the digest, with a cause of its own. */
    static Mail compose(String cause, LocalDate day, String recipient, List<DigestLine> lines) {
        return new Mail(cause, recipient, subject(day, lines), text(day, lines), html(day, lines));
    }

    private static String subject(LocalDate day, List<DigestLine> lines) {
        var subject = new StringBuilder("Thi đua: ");
        var separator = "";
        for (var section : Section.values()) {
            var count = count(lines, section);
            if (count == 0) continue;
            subject.append(separator).append(count).append(' ').append(section.counted());
            separator = ", ";
        }
        return subject.append(" (").append(VietnamTime.date(day)).append(')').toString();
    }

    private static int count(List<DigestLine> lines, Section section) {
        int count = 0;
        for (var line : lines) if (line.section() == section) count++;
        return count;
    }

    private static String text(LocalDate day, List<DigestLine> lines) {
        var text = new StringBuilder(400 * lines.size() + 200);
        text.append("Việc thi đua, ")
                .append(VietnamTime.weekday(day))
                .append(" ngày ")
                .append(VietnamTime.date(day))
                .append("\n");
        for (var section : Section.values()) {
            var count = count(lines, section);
            if (count == 0) continue;
            text.append('\n')
                    .append(section.heading().toUpperCase(Locale.ROOT))
                    .append(" (")
                    .append(count)
                    .append(")\n");
            var number = 0;
            for (var line : lines) {
                if (line.section() != section) continue;
                text.append(++number).append(". ").append(line.title()).append('\n');
                entry(text, "", line.detail());
                entry(text, "Hạn: ", line.deadline());
                entry(text, "Căn cứ: ", basis(line));
                entry(text, "Xem và xử lý: ", line.link());
            }
        }
        return text.append("\n--\n").append(FOOTER).append('\n').toString();
    }

    private static void entry(StringBuilder text, String label, @Nullable String value) {
        if (value != null && !value.isBlank())
            text.append("   ").append(label).append(value).append('\n');
    }

    private static @Nullable String basis(DigestLine line) {
        var quote = line.quote() == null ? "" : "“" + line.quote() + "”";
        if (line.clause() == null) return quote;
        return quote.isEmpty() ? "mục " + line.clause() : "mục " + line.clause() + ": " + quote;
    }

    private static String html(LocalDate day, List<DigestLine> lines) {
        var html = new StringBuilder(900 * lines.size() + 1200);
        html.append("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"UTF-8\"><title>Việc thi đua</title></head>")
                .append("<body style=\"margin:0;padding:16px;background-color:#ffffff;color:#1a1a1a;")
                .append(FONT)
                .append(
                        "font-size:15px;line-height:1.45\"><table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\"")
                .append(" border=\"0\" style=\"width:640px;max-width:100%;border-collapse:collapse\"><tr><td style=\"")
                .append(FONT)
                .append("padding:0 0 8px 0\"><h1 style=\"margin:0;font-size:20px;color:#8a1313\">Việc thi đua, ")
                .append(VietnamTime.weekday(day))
                .append(" ngày ")
                .append(VietnamTime.date(day))
                .append("</h1></td></tr>");
        for (var section : Section.values()) {
            var count = count(lines, section);
            if (count == 0) continue;
            html.append("<tr><td style=\"")
                    .append(FONT)
                    .append(
                            "padding:16px 0 4px 0;border-bottom:2px solid #8a1313\"><h2 style=\"margin:0;font-size:16px\">")
                    .append(section.heading())
                    .append(" (")
                    .append(count)
                    .append(")</h2></td></tr>");
            for (var line : lines) if (line.section() == section) matter(html, line);
        }
        return html.append("<tr><td style=\"")
                .append(FONT)
                .append("padding:16px 0 0 0;font-size:13px;color:#555555\">")
                .append(FOOTER)
                .append("</td></tr></table></body></html>")
                .toString();
    }

    private static void matter(StringBuilder html, DigestLine line) {
        html.append("<tr><td style=\"")
                .append(FONT)
                .append("padding:10px 0;border-bottom:1px solid #dddddd;font-size:15px\"><strong>");
        escape(html, line.title()).append("</strong>");
        paragraph(html, "", line.detail(), "");
        paragraph(html, "Hạn: ", line.deadline(), "font-weight:bold;");
        paragraph(html, "Căn cứ: ", basis(line), "color:#555555;font-style:italic;");
        if (isWebAddress(line.link())) {
            html.append("<p style=\"margin:4px 0 0 0\"><a style=\"color:#0b5394\" href=\"");
            escape(html, line.link()).append("\">Xem và xử lý</a></p>");
        }
        html.append("</td></tr>");
    }

    private static void paragraph(StringBuilder html, String label, @Nullable String value, String style) {
        if (value == null || value.isBlank()) return;
        html.append("<p style=\"margin:4px 0 0 0;").append(style).append("\">").append(label);
        escape(html, value).append("</p>");
    }

    private static boolean isWebAddress(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }

    private static StringBuilder escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>");
                default -> html.append(letter);
            }
        }
        return html;
    }
}
