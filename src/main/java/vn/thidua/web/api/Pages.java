package vn.thidua.web.api;

/** How long a page of a list may be. */
final class Pages {

    private static final int LONGEST = 500;

    private Pages() {}

    static int size(int asked) {
        return Math.max(1, Math.min(asked, LONGEST));
    }
}
