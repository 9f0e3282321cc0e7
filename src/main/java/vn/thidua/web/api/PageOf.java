package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** One page of a list that may be long. */
@Schema(description = "Một trang của danh sách")
record PageOf<T>(
        List<T> items,
        @Schema(description = "Tổng số, mọi trang") int total,
        @Schema(description = "Trang này, đếm từ 0") int page,
        @Schema(description = "Số dòng mỗi trang") int size) {

    /** @param page from 0 */
    static <S, T> PageOf<T> of(List<S> all, int page, int size, Function<S, T> view) {
        var length = Pages.size(size);
        var from = Math.min((long) Math.max(page, 0) * length, all.size());
        var items = all.stream().skip(from).limit(length).map(view).toList();
        return new PageOf<>(items, all.size(), Math.max(page, 0), length);
    }
}
