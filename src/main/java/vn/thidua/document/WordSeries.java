package vn.thidua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One template filled many times over, such as the certificates of a decision: what is common to all is filled in only once. */
public final class WordSeries {

    /** In the place of a QR code until it is known. */
    static final Picture EXAMPLE = Picture.qrCode("https://thi-dua.example/", 24);

    private static final int PRINTED_AT_ONCE = 50;

    private final WordFile common;
    private final Set<String> differing;
    private final String qrCode;
    private final Optional<String> qrPart;

    WordSeries(WordFile common, Set<String> differing, String qrCode) {
        this.common = common;
        this.differing = Set.copyOf(differing);
        this.qrCode = qrCode;
        this.qrPart = common.partOf(EXAMPLE.png());
    }

    /** Stands where a text that differs will be; no template has it. */
    static String mark(String key) {
        return "\u27e6" + key + "\u27e7";
    }

    /**
     * All in one Word file, each on a new page.
     *
     * @param each texts by key, that of the QR code an address
     * @param progress is told how many are done
     */
    public byte[] word(List<Map<String, String>> each, IntConsumer progress) {
        var joined = new JoinedWord();
        for (int i = 0; i < each.size(); i++) {
            joined.add(filled(each.get(i)));
            progress.accept(i + 1);
        }
        return joined.file();
    }

    /** All in one PDF; as {@link #word}. */
    public byte[] pdf(List<Map<String, String>> each, IntConsumer progress) {
        var files = new ArrayList<byte[]>();
        for (int from = 0; from < each.size(); from += PRINTED_AT_ONCE) {
            var some = each.subList(from, Math.min(from + PRINTED_AT_ONCE, each.size()));
            files.add(PdfPrinter.print(some.stream().map(this::filled).toList()));
            progress.accept(from + some.size());
        }
        return PdfPrinter.joined(files);
    }

    private WordFile filled(Map<String, String> texts) {
        var body = (Document) common.body().cloneNode(true);
        var runs = body.getElementsByTagNameNS("*", "t");
        for (int i = 0; i < runs.getLength(); i++) fill((Element) runs.item(i), texts);
        var url = texts.get(qrCode);
        var file = common.with(
                body,
                url == null || qrPart.isEmpty()
                        ? Map.of()
                        : Map.of(
                                qrPart.get(),
                                Picture.qrCode(url, EXAMPLE.width()).png()));
        FittingRows.fit(file);
        return file;
    }

    private void fill(Element run, Map<String, String> texts) {
        var text = run.getTextContent();
        if (text.indexOf('\u27e6') < 0) return;
        for (var key : differing) {
            text = text.replace(
                    mark(key),
                    WordTemplates.cleanText(texts.getOrDefault(key, "")).replace('\n', ' '));
        }
        run.setTextContent(text);
    }
}
