package vn.thidua.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;

/** What a person answers with a task: read once, then gone from the engine. Nothing but the declared fields is taken. */
@Component
class Answers {

    private static final String ANSWER = "answer";
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The variable {@code answer} as the JSON of the type.
     *
     * @throws Refusal INVALID when there is none, when it cannot be read, or when the task carries any other variable
     */
    <T> T take(DelegateTask task, Class<T> type) {
        return read(Declared.take(task, ANSWER).get(ANSWER), type);
    }

    /**
     * As {@link #take}, or the fields of a form named as the type's components; a date may come as the form's calendar writes it.
     *
     * @throws Refusal INVALID when a field cannot be read, or when the task carries one the form does not have
     */
    <T extends Record> T form(DelegateTask task, Class<T> type) {
        var names = Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
        var fields = new HashMap<>(
                Declared.take(task, Stream.concat(Stream.of(ANSWER), names).toArray(String[]::new)));
        var answer = fields.remove(ANSWER);
        if (answer != null) return read(answer, type);
        fields.replaceAll((name, value) -> typed(value));
        try {
            return json.convertValue(fields, type);
        } catch (IllegalArgumentException unreadable) {
            throw unreadable.getCause() instanceof JsonMappingException cause ? refusal(cause) : unreadable();
        }
    }

    private static @Nullable String typed(@Nullable String value) {
        if (value == null || value.isBlank()) return null;
        return ISO_DATE.matcher(value).matches() ? VietnamTime.date(LocalDate.parse(value)) : value;
    }

    private <T> T read(@Nullable String answer, Class<T> type) {
        if (answer == null || answer.isBlank()) {
            throw Refusal.invalid("answer-missing", ANSWER, "Chưa có nội dung trả lời. Hãy điền biểu mẫu rồi gửi.");
        }
        try {
            var read = json.readValue(answer, type);
            if (read == null) throw unreadable();
            return read;
        } catch (JsonMappingException unread) {
            throw refusal(unread);
        } catch (JsonProcessingException unread) {
            throw unreadable();
        }
    }

    private static Refusal refusal(JsonMappingException unread) {
        var field = field(unread);
        if (field.isEmpty()) return unreadable();
        return unread instanceof UnrecognizedPropertyException
                ? Refusal.invalid(
                        "undeclared-field",
                        field,
                        "Biểu mẫu này không có trường \"%s\". Hãy bỏ trường đó rồi gửi lại.".formatted(field))
                : Refusal.invalid(
                        "unreadable-field",
                        field,
                        "Trường \"%s\" không đọc được. Hãy chọn hoặc điền lại trường đó rồi gửi lại.".formatted(field));
    }

    private static String field(JsonMappingException unread) {
        var path = new StringBuilder();
        for (var step : unread.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }

    private static Refusal unreadable() {
        return Refusal.invalid("answer", ANSWER, "Nội dung trả lời không đọc được. Hãy mở lại biểu mẫu và điền lại.");
    }
}
