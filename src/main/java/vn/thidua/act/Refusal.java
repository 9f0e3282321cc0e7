package vn.thidua.act;

import org.jspecify.annotations.Nullable;

/**
 * Something asked for is refused. The Vietnamese sentence names the field, the rule and the way out; the code is stable and meant for
 * other systems. Nothing has been changed when it is thrown inside a transaction.
 */
public class Refusal extends RuntimeException {

    public enum Kind {
        INVALID(422),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status this kind of refusal leaves with. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;

    public Refusal(Kind kind, String code, @Nullable String field, String sentence) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    public static Refusal invalid(String code, String field, String sentence) {
        return new Refusal(Kind.INVALID, code, field, sentence);
    }

    public static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, null, sentence);
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, "forbidden", null, sentence);
    }

    public static Refusal notFound(String sentence) {
        return new Refusal(Kind.NOT_FOUND, "not-found", null, sentence);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
