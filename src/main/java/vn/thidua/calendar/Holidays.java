package vn.thidua.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Holiday.Kind;
import vn.thidua.calendar.Holiday.State;
import vn.thidua.database.ReferenceVersion;

/** The holidays as data: seeded from what is published, corrected by administrators. */
@Component
public class Holidays {

    /** A day was entered, corrected or removed; published inside the transaction that did it. */
    public record HolidaysChanged(LocalDate day) {}

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final ReferenceVersion reference;
    private volatile @Nullable Known known;

    private record Known(long version, WorkingCalendar calendar) {}

    Holidays(JdbcClient sql, ApplicationEventPublisher events, ReferenceVersion reference) {
        this.sql = sql;
        this.events = events;
        this.reference = reference;
    }

    public List<Holiday> all() {
        return sql.sql("select day, name, kind, state, source from holiday order by day")
                .query((row, i) -> new Holiday(
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state")),
                        row.getString("source")))
                .list();
    }

    /** From memory as long as no day has changed. */
    public WorkingCalendar calendar() {
        var version = reference.current();
        var last = known;
        if (last != null && last.version() == version) return last.calendar();
        var all = all();
        var calendar = new WorkingCalendar(days(all, Kind.OFF), days(all, Kind.WORKING_DAY));
        known = new Known(version, calendar);
        return calendar;
    }

    /**
     * Enters or corrects one day.
     *
     * @throws Refusal FORBIDDEN when the actor is no administrator, INVALID when name or source is blank
     */
    @Transactional
    public void correct(Holiday holiday) {
        Actor.current().mustBeAdministrator();
        if (holiday.name().isBlank()) {
            throw Refusal.invalid("holiday-name", "name", "Tên ngày nghỉ không được để trống. Hãy ghi tên ngày nghỉ.");
        }
        if (holiday.source().isBlank()) {
            throw Refusal.invalid(
                    "holiday-source", "source", "Nguồn không được để trống. Hãy ghi số văn bản công bố lịch nghỉ.");
        }
        var before = find(holiday.day()).orElse(null);
        put(List.of(holiday));
        events.publishEvent(
                Act.of("holiday.corrected", null, null, holiday.day().toString(), before, holiday));
        events.publishEvent(new HolidaysChanged(holiday.day()));
    }

    /** @throws Refusal FORBIDDEN when the actor is no administrator, NOT_FOUND when the day is not listed */
    @Transactional
    public void remove(LocalDate day) {
        Actor.current().mustBeAdministrator();
        var before = find(day)
                .orElseThrow(
                        () -> Refusal.notFound("Ngày %s không có trong lịch nghỉ.".formatted(VietnamTime.date(day))));
        sql.sql("delete from holiday where day = ?").param(day).update();
        reference.changed();
        events.publishEvent(Act.of("holiday.removed", null, null, day.toString(), before, null));
        events.publishEvent(new HolidaysChanged(day));
    }

    void put(List<Holiday> holidays) {
        sql.sql("""
                insert into holiday(day, name, kind, state, source)
                select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (day) do update set name = excluded.name, kind = excluded.kind, state = excluded.state, source = excluded.source""")
                .params(
                        column(holidays, Holiday::day),
                        column(holidays, Holiday::name),
                        column(holidays, Holiday::kind),
                        column(holidays, Holiday::state),
                        column(holidays, Holiday::source))
                .update();
        reference.changed();
    }

    private static String[] column(List<Holiday> holidays, Function<Holiday, Object> value) {
        return holidays.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    boolean isEmpty() {
        return sql.sql("select not exists (select from holiday)")
                .query(Boolean.class)
                .single();
    }

    private Optional<Holiday> find(LocalDate day) {
        return all().stream().filter(holiday -> holiday.day().equals(day)).findFirst();
    }

    private static java.util.Set<LocalDate> days(List<Holiday> all, Kind kind) {
        return all.stream()
                .filter(holiday -> holiday.kind() == kind)
                .map(Holiday::day)
                .collect(toSet());
    }
}
