package vn.thidua.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;

/**
 * Lấy ý kiến, hiệp y: a question put to another body about a State-level dossier (Decree 152/2025 Art. 33.2, 34.6).
 *
 * @param dueOn last day for the reply; null where the dossier's rule pack sets no limit
 * @param dueAt the first instant that is late
 * @param replied whether an answer, or that none came, has been recorded
 * @param favour what was answered; null while awaited or when no reply came
 */
public record Consultation(
        long id,
        String dossier,
        Kind kind,
        String addressee,
        LocalDate sentOn,
        String document,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        String limitBasis,
        boolean replied,
        @Nullable Boolean favour,
        @Nullable String replyDocument,
        @Nullable LocalDate replyDate,
        @Nullable String note,
        String requestedBy,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt) {

    public enum Kind {
        PARTY_OPINION("Ý kiến của cấp ủy quản lý", "Điều 33.2 Nghị định 152/2025/NĐ-CP"),
        MINISTRY("Hiệp y khen thưởng", "Điều 34.6 Nghị định 152/2025/NĐ-CP");

        private final String label;
        private final String article;

        Kind(String label, String article) {
            this.label = label;
            this.article = article;
        }

        public String label() {
            return label;
        }

        public String article() {
            return article;
        }

        /** @throws Refusal INVALID for a word that is no kind */
        public static Kind of(@Nullable String name) {
            for (var kind : values()) if (kind.name().equals(name)) return kind;
            throw Refusal.invalid("kind", "kind", "Hãy chọn loại lấy ý kiến: ý kiến cấp ủy hoặc hiệp y.");
        }
    }

    /** "Đồng ý", "Không đồng ý", "Không trả lời" or "Chưa trả lời". */
    public String stateInWords() {
        if (!replied) return "Chưa trả lời";
        if (favour == null) return "Không trả lời";
        return favour ? "Đồng ý" : "Không đồng ý";
    }
}
