package vn.thidua.council;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.nomination.Required;

/** When, where and how a sitting votes, read from what the secretary entered. */
record Agenda(
        LocalDate heldOn,
        LocalTime heldAt,
        String place,
        Instant voteFrom,
        Instant voteUntil,
        boolean secret,
        int quorumPercent) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    /** @throws Refusal INVALID naming the field */
    static Agenda of(AgendaAnswer answer, boolean secret, int leastQuorum, MovableClock clock) {
        var now = clock.instant();
        var heldOn = Required.dayFrom(clock.today(), answer.date(), "date", "Ngày họp");
        var time = time(answer.time(), "time", "Giờ họp");
        var place =
                Required.fitting(Required.text(answer.place(), "place", "Địa điểm họp"), "place", "Địa điểm họp", 300);
        var from = answer.voteFrom() == null || answer.voteFrom().isBlank()
                ? now
                : moment(answer.voteFrom(), "voteFrom", "Bắt đầu bỏ phiếu");
        var until = moment(
                Required.text(answer.voteUntil(), "voteUntil", "Hết giờ bỏ phiếu"), "voteUntil", "Hết giờ bỏ phiếu");
        if (!until.isAfter(from) || !until.isAfter(now)) {
            throw Refusal.invalid(
                    "vote-until",
                    "voteUntil",
                    "Hết giờ bỏ phiếu phải sau lúc bắt đầu bỏ phiếu và sau bây giờ (%s)."
                            .formatted(VietnamTime.dateTime(now)));
        }
        return new Agenda(
                heldOn,
                time == null ? EIGHT : time,
                place,
                from,
                until,
                answer.secret() == null ? secret : answer.secret(),
                quorum(answer.quorumPercent(), leastQuorum));
    }

    /** @throws Refusal INVALID when there is a text that is no time HH:mm */
    static @Nullable LocalTime time(@Nullable String text, String field, String name) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalTime.parse(text.strip(), TIME);
        } catch (DateTimeParseException notTime) {
            throw Refusal.invalid("time", field, "%s phải có dạng HH:mm, ví dụ 08:00.".formatted(name));
        }
    }

    private static Instant moment(String text, String field, String name) {
        try {
            return LocalDateTime.parse(text.strip(), MOMENT)
                    .atZone(VietnamTime.ZONE)
                    .toInstant();
        } catch (DateTimeParseException notMoment) {
            throw Refusal.invalid(
                    "moment", field, "%s phải có dạng dd/MM/yyyy HH:mm, ví dụ 18/11/2026 16:30.".formatted(name));
        }
    }

    private static int quorum(@Nullable Integer percent, int least) {
        if (percent == null) return least;
        if (percent < least || percent > 100) {
            throw Refusal.invalid(
                    "quorum",
                    "quorumPercent",
                    "Tỷ lệ thành viên tham gia phải từ %d%% (theo đợt xét) đến 100%%.".formatted(least));
        }
        return percent;
    }
}
