package vn.thidua.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Act;

/** An act as it was when it was done: its values already JSON, so that later changes to them do not reach the record. */
record RecordedAct(
        Instant at,
        String actor,
        String action,
        @Nullable String campaign,
        @Nullable String unit,
        String subject,
        @Nullable String before,
        @Nullable String after) {

    // of its own, so that how the web shows JSON never changes how the record is written
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    static RecordedAct of(Act act, Instant at) {
        return new RecordedAct(
                at.truncatedTo(ChronoUnit.MICROS), // as precise as the database keeps it
                act.actor(),
                act.action(),
                act.campaign(),
                act.unit(),
                act.subject(),
                json(act.before()),
                json(act.after()));
    }

    private static @Nullable String json(@Nullable Object value) {
        if (value == null) return null;
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("An act must carry plain values: " + value.getClass(), unwritable);
        }
    }
}
