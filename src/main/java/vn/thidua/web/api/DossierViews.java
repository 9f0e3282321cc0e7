package vn.thidua.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.NomineeMatch;
import vn.thidua.nomination.RuleResult;
import vn.thidua.web.api.ObligationViews.FileView;

/** Dossiers as other systems and the forms in Tasklist read them. */
final class DossierViews {

    private DossierViews() {}

    @Schema(description = "Một hồ sơ đề nghị khen thưởng: một đối tượng, một hình thức, trong một đợt xét")
    record DossierSummary(
            @Schema(example = "binh-phuoc/HS-2026-00001") String number,
            String campaign,

            @Schema(description = "Khóa đợt xét", example = "binh-phuoc/2026-ANNUAL")
            String round,

            @Schema(description = "Mã đơn vị đề nghị") String unit,
            String unitName,
            AwardForm form,

            @Schema(description = "Hình thức bằng chữ, kèm hạng của huân chương")
            String formLabel,

            @Schema(description = "Hạng của huân chương, 1 đến 3") @Nullable
            Integer grade,

            NomineeKind kind,
            String kindLabel,
            String nomineeName,
            DossierState state,
            String stateLabel,

            @Schema(description = "Ở tình trạng này từ lúc nào") @Nullable
            Moment since,

            @Schema(description = "Đang chờ ai; trống khi không chờ ai")
            String turn,

            @Schema(description = "Thời điểm muộn đầu tiên của thời hạn đang chạy") @Nullable
            Moment limitAt,

            @Schema(description = "Thời hạn bằng chữ", example = "chậm nhất hết thứ Năm 03/12/2026") @Nullable
            String limit,

            @Schema(description = "Căn cứ của thời hạn") @Nullable
            String limitBasis,

            @Schema(description = "Đã quá thời hạn") boolean late,
            int version,
            @Nullable Moment submittedAt,
            @Nullable Moment receivedAt,

            @Schema(description = "Quy định áp dụng, chốt khi tiếp nhận") @Nullable
            String rulePack,

            @Schema(description = "Đang tạm dừng xét") boolean held,

            @Schema(description = "Hồ sơ của cấp dưới được chuyển lên thành hồ sơ này") @Nullable
            String superiorOf,

            @Schema(description = "Trang của hồ sơ") String url) {}

    @Schema(description = "Mọi điều một biểu mẫu hoặc trang về hồ sơ này cần")
    record DossierDetail(
            @JsonUnwrapped DossierSummary dossier,
            String campaignName,
            String roundName,

            @Schema(description = "Chức vụ, ngày sinh, đơn vị của đối tượng, gộp thành một câu") @Nullable
            String nomineeDetail,

            @Nullable String criteriaGroupName,
            @Nullable String summary,

            @Schema(description = "Nội dung như đã gõ: bản nháp với người soạn, bản đã nộp với người khác")
            DossierContent content,

            List<AchievementView> achievements,
            List<ComponentView> components,
            List<RuleView> rules,

            @Schema(description = "Số điều chưa đạt và chưa được cho qua")
            long objections,

            List<VersionView> versions,
            List<StepView> history,
            List<OpinionView> opinions,

            @Schema(description = "Kết luận khi ý kiến khác nhau") @Nullable
            String reconciliation,

            List<ConsultationView> consultations,
            List<HoldView> holds,

            @Schema(description = "Người gọi được sửa bản nháp lúc này")
            boolean mayWrite) {}

    @Schema(description = "Một thành tích")
    record AchievementView(
            String title, String period, @Nullable String description) {}

    @Schema(description = "Một thành phần hồ sơ và các tệp của nó")
    record ComponentView(
            @Schema(example = "bao-cao-thanh-tich") String id,
            String name,
            @Schema(description = "Điều, mục đòi hỏi") String basis,
            boolean required,
            Maker maker,
            String makerLabel,

            @Schema(description = "Do đơn vị đề nghị nộp") boolean mine,
            List<FileView> files) {}

    @Schema(description = "Kết quả đối chiếu một quy tắc")
    record RuleView(
            String id,
            String name,
            String article,
            RuleResult.Verdict verdict,
            String verdictLabel,
            String reason,

            @Schema(description = "Người có trách nhiệm được cho qua, có lý do")
            boolean overridable,

            @Schema(description = "Ai đã cho qua và lý do") @Nullable
            String override) {

        static RuleView of(RuleResult result, AwardNames names) {
            var override = result.override();
            return new RuleView(
                    result.rule(),
                    result.name(),
                    result.article(),
                    result.verdict(),
                    result.verdict().label(),
                    result.reason(),
                    result.overridable(),
                    override == null ? null : "%s (%s)".formatted(override.reason(), names.person(override.by())));
        }
    }

    @Schema(description = "Một bản đã nộp và kết quả xem xét")
    record VersionView(
            int number,
            String submittedBy,
            @Nullable Moment submittedAt,

            @Schema(description = "RECEIVED, SUPPLEMENT, RETURNED; null khi đang chờ") @Nullable
            String outcome,

            @Nullable String outcomeReason,
            @Nullable String outcomeArticle,
            @Nullable Moment outcomeAt,
            List<FileView> files) {}

    @Schema(description = "Một bước trong lịch sử hồ sơ")
    record StepView(
            DossierState state,
            String what,
            @Nullable Moment at,
            String by,
            @Nullable String note) {}

    @Schema(description = "Ý kiến của một cơ quan về một bản của hồ sơ")
    record OpinionView(
            int version,
            String agency,
            String agencyName,
            String verdict,
            String verdictLabel,
            String comment,
            List<ScoreView> scores,
            @Nullable String article,
            String by,
            @Nullable Moment at) {}

    @Schema(description = "Điểm, nhận xét với một tiêu chí")
    record ScoreView(
            String item, @Nullable Integer score, @Nullable String comment) {}

    @Schema(description = "Một lần lấy ý kiến, hiệp y")
    record ConsultationView(
            long id,
            String kind,
            String kindLabel,
            String addressee,
            String document,
            String sentOn,

            @Schema(description = "Hạn trả lời bằng chữ") @Nullable
            String limit,

            String state,
            @Nullable String reply) {}

    @Schema(description = "Một lần tạm dừng xét")
    record HoldView(
            long id,
            String kind,
            String kindLabel,
            String reason,
            @Nullable String document,
            @Nullable Moment heldAt,
            @Nullable Moment endedAt,
            @Nullable String endReason) {}

    @Schema(description = "Bản nháp sau khi lưu: điều còn thiếu và kết quả đối chiếu")
    record SavedDossier(
            @Nullable Moment savedAt, List<ComponentView> components, List<RuleView> rules, long objections) {}

    @Schema(description = "Người, tập thể, hộ đã có trong hệ thống trùng tên vừa ghi")
    record MatchView(
            UUID id,

            @Schema(description = "Tên, năm sinh, chức vụ, đơn vị; đủ để phân biệt")
            String words,

            NomineeMatch.Likeness likeness,
            String likenessLabel) {

        static MatchView of(NomineeMatch match) {
            return new MatchView(
                    match.id(),
                    match.inWords(),
                    match.likeness(),
                    match.likeness().label());
        }
    }
}
