package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.calendar.Holiday;
import vn.thidua.calendar.Holidays;

@RestController
@RequestMapping("/api/holidays")
@Tag(name = "Lịch nghỉ", description = "Ngày nghỉ và ngày làm bù; quản trị viên sửa được")
class HolidaysApi {

    @Schema(description = "Một ngày nghỉ hoặc ngày làm bù")
    record HolidayEntry(
            @Schema(example = "Giỗ Tổ Hùng Vương") @Nullable String name,

            @Schema(description = "OFF: nghỉ; WORKING_DAY: đi làm bù; bỏ trống là OFF")
            Holiday.@Nullable Kind kind,

            @Schema(description = "OFFICIAL: đã công bố; EXPECTED: dự kiến; bỏ trống là EXPECTED")
            Holiday.@Nullable State state,

            @Schema(description = "Văn bản công bố") @Nullable
            String source) {

        Holiday on(LocalDate day) {
            return new Holiday(
                    day,
                    name == null ? "" : name,
                    kind == null ? Holiday.Kind.OFF : kind,
                    state == null ? Holiday.State.EXPECTED : state,
                    source == null ? "" : source);
        }
    }

    private final Holidays holidays;

    HolidaysApi(Holidays holidays) {
        this.holidays = holidays;
    }

    @GetMapping
    @Operation(summary = "Lịch nghỉ")
    List<Holiday> all() {
        return holidays.all();
    }

    @PutMapping("/{day}")
    @Operation(summary = "Thêm hoặc sửa một ngày", description = "Chỉ quản trị viên. Ngày dạng yyyy-MM-dd.")
    Holiday put(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestBody HolidayEntry entry) {
        var holiday = entry.on(day);
        holidays.correct(holiday);
        return holiday;
    }

    @DeleteMapping("/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ một ngày", description = "Chỉ quản trị viên. Ngày dạng yyyy-MM-dd.")
    void remove(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        holidays.remove(day);
    }
}
