package vn.thidua.submission;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Duty;

/**
 * What a unit fills in. A draft may be incomplete; handed in, it must pass {@link #mustBeComplete}.
 *
 * @param documentDate dd/MM/yyyy, as typed
 * @param figures by figure id; see {@link ReportFigures}
 * @param alsoToOthers hand in to the duty's other addressees at the same time
 */
public record SubmissionContent(
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String signer,
        @Nullable String summary,
        @Nullable String difficulties,
        @Nullable String proposals,
        Map<String, Long> figures,
        boolean alsoToOthers) {

    static final SubmissionContent EMPTY = new SubmissionContent(null, null, null, null, null, null, Map.of(), false);

    private static final int LONGEST_TEXT = 20_000;

    public SubmissionContent {
        figures = figures == null ? Map.of() : Map.copyOf(figures);
    }

    /** @throws Refusal INVALID naming the first field that is missing or wrong */
    void mustBeComplete(Duty.Type type, LocalDate today) {
        mustBeSound();
        require(documentNumber, "documentNumber", "Số, ký hiệu văn bản");
        require(documentDate, "documentDate", "Ngày văn bản");
        var date = VietnamTime.parse(documentDate)
                .orElseThrow(() -> Refusal.invalid(
                        "document-date", "documentDate", "Ngày văn bản phải có dạng dd/MM/yyyy, ví dụ 18/11/2026."));
        if (date.isAfter(today)) {
            throw Refusal.invalid(
                    "document-date",
                    "documentDate",
                    "Ngày văn bản không được sau ngày hôm nay (%s).".formatted(VietnamTime.date(today)));
        }
        require(signer, "signer", "Người ký");
        if (type != Duty.Type.LAUNCH_PLAN) require(summary, "summary", "Kết quả thực hiện");
    }

    /** What even a draft must keep to. @throws Refusal INVALID for figures below zero or unknown, or texts too long */
    void mustBeSound() {
        figures.forEach((id, value) -> {
            var figure = ReportFigures.find(id)
                    .orElseThrow(() -> Refusal.invalid(
                            "figure", "figures." + id, "Không có chỉ tiêu \"%s\" trong mẫu báo cáo.".formatted(id)));
            if (value != null && value < 0) {
                throw Refusal.invalid(
                        "figure", "figures." + id, "Chỉ tiêu \"%s\" không được âm.".formatted(figure.name()));
            }
        });
        mustFit(documentNumber, "documentNumber", "Số, ký hiệu văn bản", 100);
        mustFit(signer, "signer", "Người ký", 200);
        mustFit(summary, "summary", "Kết quả thực hiện", LONGEST_TEXT);
        mustFit(difficulties, "difficulties", "Khó khăn, vướng mắc", LONGEST_TEXT);
        mustFit(proposals, "proposals", "Kiến nghị, đề xuất", LONGEST_TEXT);
    }

    private static void require(@Nullable String text, String field, String name) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("required", field, "%s không được để trống. Hãy điền rồi gửi lại.".formatted(name));
        }
    }

    private static void mustFit(@Nullable String text, String field, String name, int longest) {
        if (text != null && text.length() > longest) {
            throw Refusal.invalid("too-long", field, "%s dài quá %d ký tự. Hãy rút gọn.".formatted(name, longest));
        }
    }
}
