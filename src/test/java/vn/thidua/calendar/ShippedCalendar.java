package vn.thidua.calendar;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The holidays that ship with the application, read without anything else of it. */
final class ShippedCalendar {

    static final WorkingCalendar CALENDAR = new WorkingCalendar(days("OFF"), days("WORKING_DAY"));

    private ShippedCalendar() {}

    static LocalDate day(String day) {
        return VietnamTime.parse(day).orElseThrow();
    }

    static Stream<JsonNode> holidays() {
        try (var in = ShippedCalendar.class.getResourceAsStream("/calendar/holidays.yaml")) {
            var listed = new YAMLMapper().readTree(in).get("holidays");
            return StreamSupport.stream(listed.spliterator(), false);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Set<LocalDate> days(String kind) {
        return holidays()
                .filter(holiday -> holiday.get("kind").asText().equals(kind))
                .map(holiday -> day(holiday.get("day").asText()))
                .collect(toSet());
    }
}
