package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Duty;
import vn.thidua.document.Attachment;
import vn.thidua.submission.AllowedActs.PartAct;
import vn.thidua.submission.ConsolidatedReports.Consolidation;
import vn.thidua.submission.Part;
import vn.thidua.submission.ReportFigures.Figure;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.web.api.CampaignViews.ChangeView;

/** Obligations as other systems and the forms in Tasklist read them. */
final class ObligationViews {

    private ObligationViews() {}

    @Schema(description = "Nghĩa vụ nộp của một đơn vị (hoặc báo cáo tổng hợp của một cơ quan) trong một kỳ")
    record ObligationSummary(
            long id,

            @Schema(description = "Khóa nghiệp vụ", example = "binh-phuoc/so-tai-chinh/2026")
            String key,

            String campaign,

            @Schema(description = "Mã nghĩa vụ trong kế hoạch")
            String duty,

            String dutyName,
            Duty.Type type,
            @Schema(example = "Báo cáo định kỳ năm 2026") String title,

            @Schema(description = "Mã kỳ; trống khi chỉ nộp một lần", example = "2026")
            String period,

            @Schema(example = "năm 2026") String periodInWords,

            @Schema(description = "Mã đơn vị, hoặc mã cơ quan lập báo cáo tổng hợp")
            String unit,

            String unitName,

            @Schema(description = "Đơn vị không có địa chỉ thư điện tử trong danh sách, không nhắc được qua thư")
            boolean unitWithoutEmail,

            @Schema(description = "Mỗi nơi nhận một phần, có hạn, tiếp nhận và thời điểm riêng")
            List<PartView> parts) {}

    @Schema(description = "Phần nộp tới một nơi nhận")
    record PartView(
            String addressee,
            String addresseeName,
            Part.State state,

            @Schema(description = "Tình trạng bằng chữ, kèm mức chậm", example = "Quá hạn 2 ngày 3 giờ 5 phút 1 giây")
            String status,

            boolean late,

            @Schema(description = "Đã bị trả lại, chờ nộp lại")
            boolean returned,

            @Schema(description = "Thời điểm muộn đầu tiên; null khi chưa quy định") @Nullable
            OffsetDateTime deadline,

            @Schema(description = "Ngày cuối còn đúng hạn") @Nullable
            LocalDate lastDay,

            @Schema(example = "trước ngày 20/11/2026, tức chậm nhất hết thứ Năm 19/11")
            String deadlineInWords,

            @Schema(description = "Số bản đã nộp") int version,
            @Nullable Moment submittedAt,

            @Schema(description = "Muộn bao nhiêu giây; null khi đúng hạn hoặc chưa nộp") @Nullable
            Long lateSeconds,

            @Nullable Moment acceptedAt,

            @Schema(description = "Việc người gọi được làm lúc này")
            Set<PartAct> allowed) {}

    @Schema(description = "Một dòng của kế hoạch hoặc của văn bản sửa đổi")
    record ClauseView(
            @Schema(example = "VI.1") String clause,
            @Schema(description = "Trích nguyên văn") String quote,
            @Nullable String note) {

        static ClauseView of(Line line) {
            return new ClauseView(line.clause(), line.quote(), line.note());
        }
    }

    @Schema(description = "Mọi điều một biểu mẫu hoặc trang về nghĩa vụ này cần")
    record ObligationDetail(
            ObligationSummary obligation,
            String campaignName,
            @Schema(description = "Cấp phát động") String authority,
            @Schema(description = "Kế hoạch") String document,
            @Schema(description = "Điều kế hoạch đòi hỏi") ClauseView basis,

            @Schema(description = "Dòng riêng quy định hạn của nhóm đơn vị này; null khi không có") @Nullable
            ClauseView deadlineBasis,

            @Schema(description = "Nộp qua đâu, như kế hoạch ghi") @Nullable
            String via,

            @Schema(description = "Quyết định và sửa đổi liên quan nghĩa vụ này")
            List<ChangeView> changes,

            @Schema(description = "Các bản đã nộp, mới nhất trước")
            List<VersionView> versions,

            @Schema(description = "Các lần hạn thay đổi, mới nhất trước")
            List<DeadlineMoveView> deadlineMoves,

            @Schema(description = "Người gọi được soạn hoặc sửa bản nháp lúc này")
            boolean mayWrite,

            @Schema(description = "Chỉ người soạn thấy") @Nullable
            DraftView draft,

            @Schema(description = "Điều còn thiếu trước khi nộp được; chỉ người soạn thấy")
            List<ObstacleView> obstacles,

            @Schema(description = "Các chỉ tiêu của báo cáo")
            List<Figure> figures,

            @Schema(description = "Bảng tổng hợp; chỉ với báo cáo tổng hợp") @Nullable
            ConsolidationView consolidation) {}

    @Schema(description = "Một bản đã nộp tới một nơi nhận và kết quả xem xét")
    record VersionView(
            String addressee,
            String addresseeName,
            int number,
            SubmissionContent content,
            List<FileView> attachments,
            String submittedBy,
            @Nullable Moment submittedAt,
            @Nullable Long lateSeconds,

            @Schema(description = "Mức chậm bằng chữ; null khi đúng hạn") @Nullable
            String delay,

            @Schema(description = "ACCEPTED, RETURNED, WITHDRAWN; null khi đang chờ") @Nullable
            String outcome,

            String outcomeLabel,
            @Nullable String outcomeReason,
            @Nullable String outcomeBy,
            @Nullable Moment outcomeAt) {}

    @Schema(description = "Tệp đính kèm; tải về tại /api/files/{id}")
    record FileView(
            UUID id,
            String name,
            String mediaType,
            long size,
            String sha256,
            String uploadedBy,
            @Nullable Moment uploadedAt) {

        static FileView of(Attachment file) {
            return new FileView(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.uploadedBy(),
                    Moment.of(file.uploadedAt()));
        }
    }

    @Schema(description = "Một lần hạn thay đổi")
    record DeadlineMoveView(
            String addressee,
            String addresseeName,
            String from,
            String to,

            @Schema(description = "RULING, AMENDMENT, EXTENSION, RETURN")
            String cause,

            String causeLabel,
            String reason,
            String changedBy,
            @Nullable Moment changedAt) {}

    @Schema(description = "Bản nháp đang soạn")
    record DraftView(
            SubmissionContent content,
            List<FileView> attachments,
            @Nullable String savedBy,
            @Nullable Moment savedAt) {}

    @Schema(description = "Điều ngăn việc nộp")
    record ObstacleView(
            String code,
            @Nullable String field,
            @Schema(description = "Câu nêu rõ điều cần làm") String sentence) {

        static ObstacleView of(Refusal refusal) {
            return new ObstacleView(refusal.code(), refusal.field(), refusal.sentence());
        }
    }

    @Schema(description = "Tình hình gửi báo cáo và số liệu cộng của các đơn vị, tại thời điểm gọi")
    record ConsolidationView(
            String opening,
            int owed,
            int submitted,
            int late,
            int missing,

            @Schema(description = "Cảnh báo khi cấp trên khép kỳ sớm hơn") @Nullable
            String conflict,

            List<ConsolidationLine> lines,
            List<ConsolidationTotal> totals) {

        static ConsolidationView of(Consolidation report) {
            return new ConsolidationView(
                    report.opening(),
                    report.owed(),
                    report.submitted(),
                    report.late(),
                    report.missing(),
                    report.conflict(),
                    report.lines().stream()
                            .map(line -> new ConsolidationLine(
                                    line.unit(),
                                    line.addressee(),
                                    Moment.of(line.submittedAt()),
                                    line.status(),
                                    line.note()))
                            .toList(),
                    report.totals().stream()
                            .map(total ->
                                    new ConsolidationTotal(total.id(), total.name(), total.measure(), total.total()))
                            .toList());
        }
    }

    record ConsolidationLine(
            String unitName, String addresseeName, @Nullable Moment submittedAt, String status, String note) {}

    record ConsolidationTotal(String id, String name, String measure, long total) {}

    static @Nullable String delay(@Nullable Long seconds) {
        return seconds == null ? null : VietnamTime.duration(java.time.Duration.ofSeconds(seconds));
    }
}
