package vn.thidua.web.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses that need more than a path. */
final class Links {

    private static final int LONGEST_WHOLE = 160;
    private static final int AN_END = 70;

    private Links() {}

    /** Tasklist with the tasks of one business key. */
    static String tasksOf(String businessKey) {
        var query = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(businessKey);
        return "/camunda/app/tasklist/default/#/?searchQuery=" + encoded(query);
    }

    /** The quotation in its source; a long one is named by its ends, since addresses are short. */
    static String quotation(String campaign, String quote) {
        return "/phong-trao/%s/nguon?trich=%s#trich".formatted(encoded(campaign), encoded(shortened(quote)));
    }

    private static String shortened(String quote) {
        if (quote.length() <= LONGEST_WHOLE) return quote;
        var firstGap = quote.lastIndexOf(' ', AN_END);
        var lastGap = quote.indexOf(' ', quote.length() - AN_END);
        if (firstGap < 0 || lastGap < 0) return quote;
        return quote.substring(0, firstGap) + SourceText.GAP + quote.substring(lastGap + 1);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
