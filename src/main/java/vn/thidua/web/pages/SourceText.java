package vn.thidua.web.pages;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A plan's source as paragraphs to read, and where in it a quotation stands. White space and bold marks make no difference. */
final class SourceText {

    /** Stands for what is left out between the two ends of a long quotation. */
    static final String GAP = " … ";

    /** A run of text; marked where it belongs to the quotation, first where the quotation begins. */
    public record Piece(String text, boolean marked, boolean first) {}

    /** @param look how it is set: caps, part, clause, point, dash or text */
    public record Paragraph(String look, List<Piece> pieces) {}

    private record Range(int from, int to) {

        static final Range NOWHERE = new Range(-1, -1);

        boolean covers(int from, int to) {
            return this.from < to && from < this.to;
        }
    }

    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t\\u00A0\\f]*\\n\\s*");
    private static final Pattern LINES = Pattern.compile("\\n\\s*");
    private static final Pattern PART = Pattern.compile("[IVX]+\\s*\\..{0,200}");
    private static final Pattern CLAUSE = Pattern.compile("\\d+\\s*\\..{0,120}");
    private static final Pattern POINT = Pattern.compile("(?s)[a-zđ]\\s*\\).*");
    private static final Pattern DASH = Pattern.compile("(?s)[-+].*");
    private static final int LONGEST_CAPS = 240;

    private final String body;
    private final String plain;
    private final int[] placeOf;

    SourceText(String text) {
        body = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r", "").replace("*", "");
        var letters = new StringBuilder(body.length());
        placeOf = new int[body.length()];
        for (int i = 0; i < body.length(); i++) {
            var space = isSpace(body.charAt(i));
            if (space && (letters.isEmpty() || letters.charAt(letters.length() - 1) == ' ')) continue;
            placeOf[letters.length()] = i;
            letters.append(space ? ' ' : body.charAt(i));
        }
        plain = letters.toString();
    }

    boolean holds(String quote) {
        return find(quote).isPresent();
    }

    /** All paragraphs, the quotation marked where it is found. */
    List<Paragraph> paragraphs(@Nullable String quote) {
        var marked = quote == null ? Range.NOWHERE : find(quote).orElse(Range.NOWHERE);
        var paragraphs = new ArrayList<Paragraph>();
        var breaks = (looselySet() ? BLANK_LINES : LINES).matcher(body);
        var from = 0;
        while (breaks.find()) {
            add(paragraphs, from, breaks.start(), marked);
            from = breaks.end();
        }
        add(paragraphs, from, body.length(), marked);
        return paragraphs;
    }

    /** Are paragraphs set apart by blank lines, or is each line one? */
    private boolean looselySet() {
        var lines = body.lines().count();
        return body.lines().filter(String::isBlank).count() * 5 > lines;
    }

    private void add(List<Paragraph> paragraphs, int start, int end, Range marked) {
        var from = start;
        var to = end;
        while (from < to && isSpace(body.charAt(from))) from++;
        while (to > from && isSpace(body.charAt(to - 1))) to--;
        if (from == to) return;
        var pieces = new ArrayList<Piece>();
        if (!marked.covers(from, to)) pieces.add(new Piece(body.substring(from, to), false, false));
        else {
            var markFrom = Math.max(from, marked.from());
            var markTo = Math.min(to, marked.to());
            if (from < markFrom) pieces.add(new Piece(body.substring(from, markFrom), false, false));
            pieces.add(new Piece(body.substring(markFrom, markTo), true, marked.from() >= from));
            if (markTo < to) pieces.add(new Piece(body.substring(markTo, to), false, false));
        }
        paragraphs.add(new Paragraph(look(body.substring(from, to)), pieces));
    }

    private static String look(String text) {
        if (PART.matcher(text).matches()) return "part";
        if (CLAUSE.matcher(text).matches()) return "clause";
        if (POINT.matcher(text).matches()) return "point";
        if (DASH.matcher(text).matches()) return "dash";
        var capitals = text.length() < LONGEST_CAPS
                && text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().filter(Character::isLetter).noneMatch(Character::isLowerCase);
        return capitals ? "caps" : "text";
    }

    private Optional<Range> find(String quote) {
        var whole = plain(quote);
        if (whole.isEmpty()) return Optional.empty();
        var at = plain.indexOf(whole);
        if (at >= 0) return Optional.of(range(at, at + whole.length()));
        var gap = whole.indexOf(GAP);
        if (gap < 0) return Optional.empty();
        var start = whole.substring(0, gap);
        var end = whole.substring(gap + GAP.length());
        var startsAt = plain.indexOf(start);
        if (startsAt < 0) return Optional.empty();
        var endsAt = plain.indexOf(end, startsAt + start.length());
        return endsAt < 0 ? Optional.empty() : Optional.of(range(startsAt, endsAt + end.length()));
    }

    private Range range(int from, int to) {
        return new Range(placeOf[from], placeOf[to - 1] + 1);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("*", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00A0';
    }
}
