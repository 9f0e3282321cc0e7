package vn.thidua.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every letter after Decree 30/2020 has around its text, as the templates know it; the text itself is added key by key. */
public final class OfficeLetter {

    /**
     * Who sends the letter.
     *
     * @param superior the body it stands under; null for none
     * @param abbreviation in the letter's number, such as UBND
     * @param place in the line of place and date
     */
    public record Issuer(@Nullable String superior, String name, String abbreviation, String place) {}

    /** @param capacity above the name, one line below the other: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
    public record Signature(List<String> capacity, String name) {}

    private static final String TRAILING = "[\\s;.,]+$";

    private final Map<String, Object> model = new LinkedHashMap<>();

    private OfficeLetter() {}

    /**
     * @param number as given, such as "05/QĐ-UBND"; null leaves room for it before the kind
     * @param kind such as QĐ, for a number not yet given
     * @param date null leaves room for day and month
     */
    public static OfficeLetter of(
            Issuer issuer, String kind, @Nullable String number, @Nullable LocalDate date, LocalDate today) {
        var letter = new OfficeLetter();
        letter.model.put(
                "superior", issuer.superior() == null ? List.of() : List.of(Map.of("name", issuer.superior())));
        letter.model.put("issuer", issuer.name());
        letter.model.put("number", number == null ? "          /%s-%s".formatted(kind, issuer.abbreviation()) : number);
        letter.model.put("place", issuer.place());
        letter.model.put(
                "date", date == null ? "ngày      tháng      năm %d".formatted(today.getYear()) : inWords(date));
        return letter.bases(List.of()).recipients(List.of(), "").signed(new Signature(List.of(), ""));
    }

    /** "ngày 05 tháng 02 năm 2026": days below 10 and the first two months with a nought before. */
    public static String inWords(LocalDate date) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        date.getDayOfMonth(),
                        date.getMonthValue() < 3 ? "0" + date.getMonthValue() : date.getMonthValue(),
                        date.getYear());
    }

    /** Căn cứ: each ends in ";" and the last in ".". */
    public OfficeLetter bases(List<String> bases) {
        return with("bases", ending(bases));
    }

    /** Nơi nhận: each ends in ";", and the office's own copy comes last. */
    public OfficeLetter recipients(List<String> recipients, String keptBy) {
        var all = new ArrayList<>(recipients);
        if (!keptBy.isEmpty()) all.add("Lưu: " + keptBy);
        return with("recipients", ending(all));
    }

    public OfficeLetter signed(Signature signature) {
        return with("signerTitle", String.join("\n", signature.capacity())).with("signerName", signature.name());
    }

    /** Paragraphs for a list that the template repeats, each its {@code text}. */
    public OfficeLetter texts(String key, List<String> texts) {
        return with(
                key,
                texts.stream().map(text -> Map.<String, Object>of("text", text)).toList());
    }

    public OfficeLetter with(String key, Object value) {
        model.put(key, value);
        return this;
    }

    public Map<String, Object> model() {
        return new LinkedHashMap<>(model);
    }

    private static List<Map<String, Object>> ending(List<String> texts) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i).strip().replaceAll(TRAILING, "");
            lines.add(Map.of("text", text + (i == texts.size() - 1 ? "." : ";")));
        }
        return lines;
    }
}
