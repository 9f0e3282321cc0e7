package vn.thidua.calendar;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Holiday.Kind;
import vn.thidua.calendar.Holiday.State;

/** The holidays that ship with the application; entered once, into an empty calendar. */
@Component
public class HolidaySeed {

    private record Listed(String day, String name, Kind kind, State state, String source) {

        Holiday holiday() {
            return new Holiday(VietnamTime.parse(day).orElseThrow(), name, kind, state, source);
        }
    }

    private record File(List<Listed> holidays) {}

    private final Holidays holidays;

    HolidaySeed(Holidays holidays) {
        this.holidays = holidays;
    }

    @Transactional
    public void enter() {
        if (!holidays.isEmpty()) return;
        holidays.put(read().holidays().stream().map(Listed::holiday).toList());
    }

    private static File read() {
        try (var in = HolidaySeed.class.getResourceAsStream("/calendar/holidays.yaml")) {
            return new YAMLMapper().readValue(in, File.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
