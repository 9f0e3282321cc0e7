package vn.thidua.web.pages;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param pages how many there are; at least 1
 */
record Paging<T>(List<T> shown, int number, int pages, int all) {

    /** @param asked the page asked for; one beyond the ends is the nearest there is */
    static <T> Paging<T> of(List<T> all, int asked, int size) {
        var pages = Math.max(1, (all.size() + size - 1) / size);
        var number = Math.min(pages, Math.max(1, asked));
        var from = (number - 1) * size;
        return new Paging<>(all.subList(from, Math.min(all.size(), from + size)), number, pages, all.size());
    }

    public boolean hasNext() {
        return number < pages;
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
