package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.decision.NumberSeries;
import vn.thidua.decision.NumberSeries.Series;

@RestController
@RequestMapping("/api/campaigns/{code}/document-numbers")
@Tag(name = "Số văn bản", description = "Số quyết định, tờ trình đã cấp theo người ban hành và năm; văn thư giữ")
class NumbersApi {

    @Schema(description = "Số cuối đã cấp ngoài hệ thống")
    record LastNumber(
            @Schema(
                    description = "Người ban hành; bỏ trống khi chỉ giữ sổ của một người",
                    example = "chu-tich-ubnd-tinh")
            @Nullable
            String issuer,

            NumberSeries.@Nullable Kind kind,
            @Schema(example = "127") @Nullable Integer number,

            @Schema(description = "Ngày của văn bản mang số đó, dd/MM/yyyy", example = "05/12/2026") @Nullable
            String date) {}

    @Schema(description = "Số đã cấp của một người ban hành trong một năm")
    record SeriesView(
            String issuer,
            NumberSeries.Kind kind,
            @Schema(example = "Quyết định") String kindLabel,
            int year,
            int lastNumber,

            @Schema(description = "dd/MM/yyyy") String lastDate) {

        static SeriesView of(Series series) {
            return new SeriesView(
                    series.issuer(),
                    series.kind(),
                    series.kind().label(),
                    series.year(),
                    series.lastNumber(),
                    VietnamTime.date(series.lastDate()));
        }
    }

    private final NumberSeries series;

    NumbersApi(NumberSeries series) {
        this.series = series;
    }

    @GetMapping
    @Operation(summary = "Số đã cấp", description = "Của những người ban hành mà người gọi giữ sổ văn bản.")
    List<SeriesView> series(@PathVariable String code) {
        return series.see(code).stream().map(SeriesView::of).toList();
    }

    @PutMapping
    @Operation(
            summary = "Ghi số cuối đã cấp ngoài hệ thống",
            description = "Hệ thống đánh số tiếp sau số này. Chỉ ghi được số lớn hơn số đã cấp.")
    SeriesView enterLast(@PathVariable String code, @RequestBody LastNumber last) {
        return SeriesView.of(series.enterLast(
                code, last.issuer(), last.kind(), last.number(), last.date() == null ? "" : last.date()));
    }
}
