package vn.thidua.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Wrote the built-in Word templates of the award's documents: {@code main} takes the folder to write them to. An office changes a
 * copy of them in Word; this is for changing all of them alike.
 */
final class WordTemplateMaker {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final double TWIPS = 56.6929; // per millimetre
    private static final int EMU = 36000; // per millimetre
    private static final int TEXT_WIDTH = 9355; // 165 mm
    private static final String PAGE_NUMBER = p(
            "center size13",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");

    private WordTemplateMaker() {}

    public static void main(String[] folder) throws IOException {
        var into = Path.of(folder[0]);
        letter(into, "to-trinh", "Tờ trình", submission());
        letter(into, "cong-van", "Công văn", officialLetter());
        letter(into, "bao-cao-tham-dinh", "Báo cáo thẩm định", appraisalReport());
        letter(into, "phieu-lay-y-kien", "Phiếu lấy ý kiến", opinionSheet());
        letter(into, "giay-moi", "Giấy mời", invitation());
        letter(into, "bien-ban", "Biên bản", minutes());
        letter(into, "phieu-bieu-quyet", "Phiếu biểu quyết", ballot());
        letter(into, "quyet-dinh", "Quyết định", decision());
        certificate(into, "bang-khen", "Bằng khen", "BẰNG KHEN", CertificateFrame.RED);
        certificate(into, "giay-khen", "Giấy khen", "GIẤY KHEN", CertificateFrame.GREEN);
    }

    private static String submission() {
        return head("Số: {{number}}")
                + title("TỜ TRÌNH", "{{subject}}")
                + p("center size14 before=6 after=6", "Kính gửi: {{addressee}}")
                + bases()
                + paragraphs()
                + table(
                        "summary",
                        new int[] {700, 5255, 1700, 1700},
                        new String[] {"TT", "Hình thức khen thưởng", "Tập thể", "Cá nhân, hộ gia đình"},
                        new String[] {"[index]", "[form]", "[collectives]", "[persons]"},
                        "clrr")
                + p("both size14 before=6 after=6 first", "{{closing}}")
                + foot()
                + newPage()
                + list(false);
    }

    private static String officialLetter() {
        return head("Số: {{number}}", p("center size12", "V/v {{subject}}"))
                + p("center size14 before=18 after=12", "Kính gửi: {{addressee}}")
                + paragraphs()
                + foot()
                + newPage()
                + list(false);
    }

    private static String decision() {
        return head("Số: {{number}}")
                + title("QUYẾT ĐỊNH", "{{subject}}")
                + p("center b caps size14 before=6 after=6", "{{authority}}")
                + bases()
                + p("center b size14 before=6 after=6 keep", "QUYẾT ĐỊNH:")
                + loop("?articles", p("both size14 before=3 after=3 first", r("b", "{{label}}") + r("", " {{text}}")))
                + foot()
                + newPage()
                + list(true);
    }

    private static String list(boolean withPrize) {
        var widths = withPrize ? new int[] {600, 2600, 2200, 2555, 1400} : new int[] {600, 2700, 2400, 3655};
        var heads =
                Stream.of("TT", "Họ và tên, chức vụ hoặc tên tập thể", "Đơn vị", "Thành tích", "Tiền thưởng (đồng)");
        var cells = Stream.of("[index]", "[name]", "[unit]", "[achievement]", "[prize]");
        return p("center b size14 keep", "{{listHeading}}")
                + p("center b size13 keep", "{{listTitle}}")
                + p("center i size13 after=6 keep", "({{listSource}})")
                + loop(
                        "?groups",
                        p("b size13 before=6 after=3 keep", "{{heading}}")
                                + table(
                                        "rows",
                                        widths,
                                        heads.limit(widths.length).toArray(String[]::new),
                                        cells.limit(widths.length).toArray(String[]::new),
                                        "clllr"))
                + p("left i size13 before=6", "{{listEnd}}");
    }

    private static String appraisalReport() {
        return head("Số: {{number}}")
                + title("BÁO CÁO", "{{subject}}")
                + bases()
                + heading("I. TÌNH HÌNH TIẾP NHẬN HỒ SƠ")
                + loop("?intake", p("both size14 after=6 first", "{{text}}"))
                + heading("II. KẾT QUẢ THẨM ĐỊNH")
                + loop(
                        "?groups",
                        p("b size13 before=6 after=3 keep", "{{heading}}")
                                + table(
                                        "rows",
                                        new int[] {600, 2300, 2255, 2500, 1700},
                                        new String[] {
                                            "TT", "Tên, đơn vị", "Điều kiện, tiêu chuẩn", "Ý kiến thẩm định", "Kết luận"
                                        },
                                        new String[] {"[index]", "[name]", "[rules]", "[opinions]", "[outcome]"},
                                        "cllll"))
                + heading("III. KIẾN NGHỊ")
                + paragraphs()
                + foot();
    }

    private static String opinionSheet() {
        return head("Số: {{number}}")
                + title("PHIẾU LẤY Ý KIẾN", "{{subject}}")
                + p("center size14 before=6 after=6", "Kính gửi: {{addressee}}")
                + paragraphs()
                + heading("I. HỒ SƠ")
                + table("facts", new int[] {3100, 6255}, null, new String[] {"[label]", "[value]"}, "ll")
                + heading("II. ĐIỀU KIỆN, TIÊU CHUẨN ĐÃ KIỂM TRA")
                + table(
                        "rules",
                        new int[] {600, 3700, 2055, 3000},
                        new String[] {"TT", "Điều kiện", "Căn cứ", "Kết quả"},
                        new String[] {"[index]", "[rule]", "[basis]", "[result]"},
                        "clll")
                + heading("III. CHẤM THEO TIÊU CHÍ")
                + table(
                        "criteria",
                        new int[] {600, 4755, 1100, 2900},
                        new String[] {"TT", "Tiêu chí", "Điểm", "Nhận xét"},
                        new String[] {"[index]", "[criterion]", "[score]", "[comment]"},
                        "clcl")
                + heading("IV. Ý KIẾN")
                + loop("?choices", p("both size14 after=3 first", "{{box}} {{text}}"))
                + p("left size14 before=3 after=6 first", "Ý kiến khác: {{comment}}")
                + foot();
    }

    private static String invitation() {
        return head("Số: {{number}}")
                + title("GIẤY MỜI", "{{subject}}")
                + p("center size14 before=6 after=6", "Kính gửi: {{addressee}}")
                + paragraphs()
                + loop("?points", p("both size14 after=6 first", r("b", "{{label}}") + r("", " {{text}}")))
                + p("both size14 after=6 first", "{{closing}}")
                + foot();
    }

    private static String minutes() {
        return head("Số: {{number}}")
                + title("BIÊN BẢN", "{{subject}}")
                + paragraphs()
                + heading("I. THÀNH PHẦN")
                + table(
                        "members",
                        new int[] {600, 3000, 3355, 2400},
                        new String[] {"TT", "Họ và tên", "Chức vụ, vai trò trong Hội đồng", "Tham gia"},
                        new String[] {"[index]", "[name]", "[position]", "[presence]"},
                        "clll")
                + heading("II. NỘI DUNG")
                + loop("?content", p("both size14 after=6 first", "{{text}}"))
                + heading("III. KẾT QUẢ BIỂU QUYẾT")
                + loop(
                        "?groups",
                        p("b size13 before=6 after=3 keep", "{{heading}}")
                                + table(
                                        "rows",
                                        new int[] {600, 2755, 900, 1000, 1000, 1000, 2100},
                                        new String[] {
                                            "TT", "Tên, đơn vị", "Đồng ý", "Không", "Ý kiến khác", "Tỷ lệ", "Kết luận"
                                        },
                                        new String[] {
                                            "[index]", "[name]", "[yes]", "[no]", "[abstain]", "[share]", "[outcome]"
                                        },
                                        "clccccl"))
                + loop("?closing", p("both size14 before=6 after=6 first", "{{text}}"))
                + signatures(
                        p("center b size14", "THƯ KÝ") + blank(4) + p("center b size14", "{{secretaryName}}"),
                        p("center b size14", "{{signerTitle}}") + blank(4) + p("center b size14", "{{signerName}}"));
    }

    private static String ballot() {
        return head("{{session}}")
                + title("PHIẾU BIỂU QUYẾT", "{{subject}}")
                + loop(
                        "?member",
                        p("both size14 after=3", r("", "Thành viên Hội đồng: ") + r("b", "{{name}}"))
                                + p("both size14 after=6", "Chức vụ: {{position}}"))
                + paragraphs()
                + loop(
                        "?groups",
                        p("b size13 before=6 after=3 keep", "{{heading}}")
                                + table(
                                        "rows",
                                        new int[] {600, 3255, 2300, 900, 900, 1400},
                                        new String[] {"TT", "Tên", "Đơn vị", "Đồng ý", "Không", "Ý kiến khác"},
                                        new String[] {"[index]", "[name]", "[unit]", "[yes]", "[no]", "[other]"},
                                        "cllccc"))
                + loop(
                        "?signature",
                        signatures(
                                p("", ""),
                                p("center i size13 before=6", "{{place}}, {{date}}")
                                        + p("center b size14", "THÀNH VIÊN HỘI ĐỒNG")
                                        + p("center i size13", "(Ký, ghi rõ họ tên)")
                                        + blank(4)));
    }

    // --- the parts of Decree 30

    private static String head(String number, String... belowNumber) {
        var left = loop("?superior", p("center caps size12", "{{name}}"))
                + p("center b caps size12", "{{issuer}}")
                + rule(1250);
        var right = p("center b size12", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                + p("center b u size13", "Độc lập - Tự do - Hạnh phúc");
        return bare(
                        new int[] {3655, 5700},
                        new String[] {left, p("center size13 before=6", number) + String.join("", belowNumber)},
                        new String[] {right, p("center i size13 before=6", "{{place}}, {{date}}")})
                + p("size6", "");
    }

    private static String title(String kind, String subject) {
        return p("center b size14 before=12", kind) + p("center b size14", subject) + rule(3400) + p("size6", "");
    }

    private static String bases() {
        return loop("?bases", p("both i size14 before=3 after=3 first", "{{text}}"));
    }

    private static String paragraphs() {
        return loop("?paragraphs", p("both size14 before=3 after=3 first", "{{text}}"));
    }

    private static String heading(String text) {
        return p("both b size14 before=6 after=6 first keep", text);
    }

    private static String foot() {
        return signatures(
                p("left b i size12", "Nơi nhận:") + loop("?recipients", p("left size11", "- {{text}}")),
                p("center b size14", "{{signerTitle}}") + blank(4) + p("center b size14", "{{signerName}}"));
    }

    private static String signatures(String left, String right) {
        return p("size6", "") + bare(new int[] {4355, 5000}, new String[] {left}, new String[] {right});
    }

    private static String blank(int lines) {
        return p("center size14", "").repeat(lines);
    }

    /** A thin line in the middle, as below the name of a body. */
    private static String rule(int indent) {
        return "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                + "<w:spacing w:before=\"50\" w:after=\"0\" w:line=\"100\" w:lineRule=\"exact\"/>"
                + "<w:ind w:left=\"%1$d\" w:right=\"%1$d\"/><w:rPr><w:sz w:val=\"8\"/></w:rPr></w:pPr></w:p>"
                        .formatted(indent);
    }

    private static String newPage() {
        return "<w:p><w:pPr><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>";
    }

    // --- certificates

    private static void certificate(Path into, String name, String title, String heading, CertificateFrame frame)
            throws IOException {
        var width = 12700; // 224 mm
        var body = p("center b size15", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                + p("center b u size16", "Độc lập - Tự do - Hạnh phúc")
                + bare(
                        new int[] {width},
                        exact(18, p("center b caps size20", "{{authority}}")),
                        exact(8, p("center b size16 spaced", "TẶNG")),
                        exact(21, p("center b spaced size46 color=" + frame.title(), heading)),
                        exact(20, p("center b size28", "{{name}}")),
                        exact(10, p("center size16", "{{position}}")),
                        exact(23, p("center i size17", "{{achievement}}")),
                        exact(7, p("center size6", "")))
                + bare(
                        new int[] {2000, 4700, 6000},
                        p("left size10", "{{@qr}}"),
                        p("left size12 before=16", "Quyết định số {{decision}}")
                                + p("left size12", "{{decisionDate}}")
                                + p("left size12", "Số bằng {{certificate}}, sổ vàng số {{register}}")
                                + p("left i size10", "Quét mã để kiểm tra tại {{verification}}"),
                        p("center i size14", "{{place}}, {{date}}")
                                + p("center b size14", "{{signerTitle}}")
                                + p("center size12", "").repeat(4)
                                + p("center b size15", "{{signerName}}"));
        var page = section(297, 210, 19, 26, 15, 26, true).replace("<w:titlePg/>", "");
        var file = parts(title, body + page, framed());
        file.put("word/media/frame.png", frame.png());
        file.put(
                "word/_rels/header1.xml.rels",
                (XML
                                + relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                                        + "image\" Target=\"media/frame.png\"/>"))
                        .getBytes(UTF_8));
        Files.write(into.resolve(name + ".docx"), zip(file));
    }

    /** A table row whose text is made small enough for its height; in millimetres. */
    private static String exact(int height, String content) {
        return "<w:trPr><w:trHeight w:val=\"%d\" w:hRule=\"exact\"/></w:trPr>\0%s".formatted(twips(height), content);
    }

    private static String framed() {
        return ("<w:p><w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" "
                        + "behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
                        + "<wp:positionH relativeFrom=\"page\"><wp:posOffset>%1$d</wp:posOffset></wp:positionH>"
                        + "<wp:positionV relativeFrom=\"page\"><wp:posOffset>%1$d</wp:posOffset></wp:positionV>"
                        + "<wp:extent cx=\"%2$d\" cy=\"%3$d\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>"
                        + "<wp:docPr id=\"1\" name=\"Khung\" descr=\"Khung trang trí\"/><wp:cNvGraphicFramePr/>"
                        + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
                        + "<pic:nvPicPr><pic:cNvPr id=\"1\" name=\"frame.png\"/><pic:cNvPicPr/></pic:nvPicPr>"
                        + "<pic:blipFill><a:blip r:embed=\"rId1\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                        + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%2$d\" cy=\"%3$d\"/></a:xfrm>"
                        + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
                        + "</wp:anchor></w:drawing></w:r></w:p>")
                .formatted(
                        CertificateFrame.INSET * EMU,
                        (297 - 2 * CertificateFrame.INSET) * EMU,
                        (210 - 2 * CertificateFrame.INSET) * EMU);
    }

    // --- Word's own words

    /** A paragraph; the content is text, or runs ready made. */
    private static String p(String look, String content) {
        var words = look.isBlank() ? new String[0] : look.split(" ");
        var keep =
                (has(words, "caps") ? "<w:pStyle w:val=\"InHoa\"/>" : "") + (has(words, "keep") ? "<w:keepNext/>" : "");
        var spacing = "<w:spacing w:before=\"%d\" w:after=\"%d\"/>"
                .formatted(number(words, "before="), number(words, "after="));
        var first = has(words, "first") ? "<w:ind w:firstLine=\"567\"/>" : "";
        var align = Stream.of("center", "both", "left", "right")
                .filter(each -> has(words, each))
                .findFirst()
                .orElse("left");
        var runs = content.startsWith("<w:r>") ? content : r("", content);
        var size = Stream.of(words)
                .filter(each -> each.startsWith("size"))
                .map(each -> Integer.parseInt(each.substring(4)))
                .findFirst()
                .orElse(13);
        var properties = runProperties(words, size);
        return "<w:p><w:pPr>%s%s%s<w:jc w:val=\"%s\"/><w:rPr>%s</w:rPr></w:pPr>%s</w:p>"
                .formatted(
                        keep, spacing, first, align, properties, content.isEmpty() ? "" : dressed(runs, words, size));
    }

    private static String dressed(String runs, String[] words, int size) {
        return Stream.of(runs.split("(?=<w:r>)"))
                .map(run -> {
                    var isBold = run.startsWith("<w:r>\0b");
                    var bare = run.replaceFirst("^<w:r>(\0b)?", "");
                    var own = isBold
                            ? Stream.concat(Stream.of(words), Stream.of("b")).toArray(String[]::new)
                            : words;
                    return "<w:r><w:rPr>%s</w:rPr>%s".formatted(runProperties(own, size), bare);
                })
                .collect(Collectors.joining());
    }

    private static String runProperties(String[] words, int size) {
        var color = Stream.of(words)
                .filter(each -> each.startsWith("color="))
                .map(each -> each.substring(6))
                .findFirst();
        return (has(words, "b") ? "<w:b/>" : "")
                + (has(words, "i") ? "<w:i/>" : "")
                + color.map("<w:color w:val=\"%s\"/>"::formatted).orElse("")
                + (has(words, "spaced") ? "<w:spacing w:val=\"40\"/>" : "")
                + "<w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%1$d\"/>".formatted(size * 2)
                + (has(words, "u") ? "<w:u w:val=\"single\"/>" : "");
    }

    private static String r(String look, String text) {
        return "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(look.equals("b") ? "\0b" : "", text);
    }

    private static boolean has(String[] words, String word) {
        return Stream.of(words).anyMatch(word::equals);
    }

    private static int number(String[] words, String name) {
        return Stream.of(words)
                .filter(each -> each.startsWith(name))
                .mapToInt(each -> 20 * Integer.parseInt(each.substring(name.length())))
                .findFirst()
                .orElse(0);
    }

    /** Repeats the blocks for each of a list; the marks stand in paragraphs of their own, which go. */
    private static String loop(String list, String blocks) {
        return blocks.isEmpty()
                ? ""
                : p("", "{{%s}}".formatted(list)) + blocks + p("", "{{/%s}}".formatted(list.substring(1)));
    }

    /** A table without lines, a cell for each group of paragraphs; several rows when there is one column. */
    private static String bare(int[] widths, Object... cells) {
        var rows = new StringBuilder();
        if (widths.length == 1) {
            for (var cell : cells) {
                var parts = String.valueOf(cell).split("\0", 2);
                rows.append("<w:tr>%s%s</w:tr>".formatted(parts[0], cell(widths[0], parts[1], true)));
            }
        } else if (cells[0] instanceof String[]) {
            var depth = IntStream.range(0, cells.length)
                    .map(i -> ((String[]) cells[i]).length)
                    .max()
                    .orElseThrow();
            for (int row = 0; row < depth; row++) {
                rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
                for (int i = 0; i < widths.length; i++) rows.append(cell(widths[i], ((String[]) cells[i])[row], false));
                rows.append("</w:tr>");
            }
        } else {
            rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int i = 0; i < widths.length; i++) rows.append(cell(widths[i], String.valueOf(cells[i]), false));
            rows.append("</w:tr>");
        }
        return "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>%s%s</w:tbl>"
                .formatted(IntStream.of(widths).sum(), grid(widths), rows);
    }

    private static String cell(int width, String content, boolean isCentred) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr>%s</w:tc>"
                .formatted(width, isCentred ? "<w:vAlign w:val=\"center\"/>" : "", content);
    }

    /** A table with lines: a head on each page, and one row that is repeated. */
    private static String table(String list, int[] widths, String[] heads, String[] cells, String aligns) {
        var rows = new StringBuilder();
        if (heads != null) {
            rows.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (int i = 0; i < widths.length; i++) {
                var tag = i == 0 ? "{{%s}}".formatted(list) : "";
                rows.append(cell(widths[i], p("center b size12 keep", tag + heads[i]), true));
            }
            rows.append("</w:tr>");
        } else {
            rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>%s</w:tr>"
                    .formatted(cell(widths[0], p("b size12", "{{%s}}Mục".formatted(list)), false)
                            + cell(widths[1], p("b size12", "Nội dung"), false)));
        }
        rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            var align = switch (aligns.charAt(i)) {
                case 'c' -> "center";
                case 'r' -> "right";
                default -> "left";
            };
            rows.append(cell(widths[i], p(align + " size12", cells[i]), false));
        }
        rows.append("</w:tr>");
        var lines = Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
                .map("<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"::formatted)
                .collect(Collectors.joining());
        return "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>%s</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
                        .formatted(TEXT_WIDTH, lines)
                + "<w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>%s%s</w:tbl>"
                        .formatted(grid(widths), rows);
    }

    private static String grid(int[] widths) {
        return IntStream.of(widths)
                .mapToObj("<w:gridCol w:w=\"%d\"/>"::formatted)
                .collect(Collectors.joining("", "<w:tblGrid>", "</w:tblGrid>"));
    }

    private static String section(
            int width, int height, int top, int right, int bottom, int left, boolean isLandscape) {
        return ("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
                        + "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                        + "<w:titlePg/></w:sectPr>")
                .formatted(
                        twips(width),
                        twips(height),
                        isLandscape ? " w:orient=\"landscape\"" : "",
                        twips(top),
                        twips(right),
                        twips(bottom),
                        twips(left));
    }

    private static void letter(Path into, String name, String title, String body) throws IOException {
        Files.write(
                into.resolve(name + ".docx"),
                zip(parts(title, body + section(210, 297, 20, 15, 20, 30, false), PAGE_NUMBER)));
    }

    private static Map<String, byte[]> parts(String title, String body, String header) {
        var parts = new LinkedHashMap<String, byte[]>();
        put(
                parts,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                        + override("word/document", "wordprocessingml.document.main")
                        + override("word/styles", "wordprocessingml.styles")
                        + override("word/settings", "wordprocessingml.settings")
                        + override("word/header1", "wordprocessingml.header")
                        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
        put(
                parts,
                "_rels/.rels",
                relationships(
                        "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "officeDocument\" Target=\"word/document.xml\"/>"
                                + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"));
        put(
                parts,
                "word/_rels/document.xml.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE + "styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"rId2\" Type=\"" + OFFICE + "header\" Target=\"header1.xml\"/>"
                        + "<Relationship Id=\"rId3\" Type=\"" + OFFICE + "settings\" Target=\"settings.xml\"/>"));
        put(
                parts,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>%s</dc:title><dc:creator>Thi Đua</dc:creator></cp:coreProperties>"
                                .formatted(title));
        put(parts, "word/document.xml", "<w:document %s><w:body>%s</w:body></w:document>".formatted(NAMESPACES, body));
        put(parts, "word/header1.xml", "<w:hdr %s>%s</w:hdr>".formatted(NAMESPACES, header));
        put(
                parts,
                "word/settings.xml",
                "<w:settings %s><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
                        .formatted(NAMESPACES));
        put(
                parts,
                "word/styles.xml",
                "<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"InHoa\"><w:name w:val=\"In hoa\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:caps/></w:rPr></w:style></w:styles>"
                        .formatted(NAMESPACES));
        return parts;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/>"
                .formatted(part, type);
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(each);
    }

    private static void put(Map<String, byte[]> parts, String name, String xml) {
        parts.put(name, (XML + xml).getBytes(UTF_8));
    }

    private static int twips(int millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }
}
