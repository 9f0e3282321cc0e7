package vn.thidua.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import org.jspecify.annotations.Nullable;

/** Vietnamese breaks between words only: never inside of 05/QĐ-UBND or 10/12/2026. */
final class LinesBreakAtBlanks implements FSTextBreaker {

    private static final int DONE = -1;

    private @Nullable String text;
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (text == null || at >= text.length()) return DONE;
        var blank = text.indexOf(' ', at);
        at = blank < 0 ? text.length() : blank + 1;
        return at;
    }
}
