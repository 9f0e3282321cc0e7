package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;

/** A moment for programs and for people. */
@Schema(description = "Thời điểm, giờ Việt Nam")
record Moment(
        @Schema(description = "ISO 8601", example = "2026-11-19T23:59:59+07:00")
        OffsetDateTime at,

        @Schema(description = "Bằng chữ", example = "23:59:59 ngày 19/11/2026")
        String text) {

    static @Nullable Moment of(@Nullable Instant instant) {
        return instant == null
                ? null
                : new Moment(instant.atZone(VietnamTime.ZONE).toOffsetDateTime(), VietnamTime.dateTime(instant));
    }
}
