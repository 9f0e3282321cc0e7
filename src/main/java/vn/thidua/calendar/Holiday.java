package vn.thidua.calendar;

import java.time.LocalDate;

/** A day off, or a Saturday worked in exchange; official once announced, until then only expected. */
public record Holiday(LocalDate day, String name, Kind kind, State state, String source) {

    public enum Kind {
        OFF,
        WORKING_DAY
    }

    public enum State {
        OFFICIAL,
        EXPECTED
    }
}
