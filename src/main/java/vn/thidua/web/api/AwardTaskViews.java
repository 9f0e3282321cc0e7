package vn.thidua.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.DossierContent;
import vn.thidua.web.api.DecisionViews.CaseView;
import vn.thidua.web.api.DecisionViews.QuotaView;
import vn.thidua.web.api.DossierViews.DossierDetail;
import vn.thidua.web.api.DossierViews.DossierSummary;
import vn.thidua.web.api.ObligationViews.ClauseView;
import vn.thidua.web.api.SessionViews.AgendaItemView;
import vn.thidua.web.api.SessionViews.CalledMemberView;
import vn.thidua.web.api.SessionViews.ConflictView;
import vn.thidua.web.api.SessionViews.MemberView;
import vn.thidua.web.api.SessionViews.TieView;
import vn.thidua.web.api.TasksApi.Choice;

/** What the forms on the way from nomination to award need, one record for each kind of form. */
final class AwardTaskViews {

    private AwardTaskViews() {}

    @Schema(description = "Điều một công việc khen thưởng hỏi và mọi điều biểu mẫu của nó cần")
    record AwardTask(
            String heading,
            @Schema(description = "Việc cần làm") String asks,

            @Schema(description = "Những điều chính, mỗi dòng một tên và một giá trị")
            List<FactView> facts,

            @Schema(description = "Hạn bằng chữ") @Nullable String limit,

            boolean late,
            String campaign,
            String campaignName,
            @Schema(description = "Điều người làm cần để ý") List<String> warnings,

            @Schema(description = "Mục của kế hoạch, điều của luật")
            List<ClauseView> basis,

            @Schema(description = "Trang và tài liệu liên quan")
            List<LinkView> links,

            @Schema(description = "Lúc này làm được; không khi hồ sơ đang tạm dừng")
            boolean mayAct,

            @Nullable DossierDetail dossier,
            @JsonUnwrapped @Nullable Form form) {}

    record FactView(String name, String value) {}

    record LinkView(
            String name,
            String url,

            @Schema(description = "Tải về; không thì mở trang")
            boolean download) {}

    /** What only one kind of form needs. */
    interface Form {}

    @Schema(description = "Quy định đợt xét")
    record TermsForm(
            TermsProposal proposed,
            List<FormChoice> awardForms,
            List<Choice> unitGroups,
            List<Choice> thresholdBases,
            @Schema(description = "Từng đề xuất lấy từ đâu") List<FactView> reasons)
            implements Form {}

    @Schema(description = "Điều kiện đề xuất, ngày dạng dd/MM/yyyy")
    record TermsProposal(
            List<AwardForm> forms,
            List<String> unitGroups,
            String opensOn,
            String closesOn,
            String appraisalDue,
            String councilOn,
            boolean council,
            int quorumPercent,
            @Nullable Integer thresholdPercent,
            String thresholdBase,
            boolean secret,
            boolean conflictLeavesBase) {}

    record FormChoice(
            String id,
            String name,

            @Schema(description = "Kế hoạch nêu cho dịp này")
            boolean proposed,

            String note,

            @Schema(description = "Căn cứ để xét qua Hội đồng; null khi hình thức này không cần Hội đồng") @Nullable
            String council) {}

    @Schema(description = "Phân bổ số lượng")
    record AllocationForm(List<Choice> units, List<AllocationColumn> columns) implements Form {}

    record AllocationColumn(
            String id,
            String name,
            AwardForm form,
            NomineeKind kind,
            @Nullable Integer limit) {}

    @Schema(description = "Kết luận thẩm định đợt xét")
    record ConclusionForm(List<DossierSummary> dossiers, List<DossierSummary> unfinished) implements Form {}

    @Schema(description = "Soạn hồ sơ")
    record ComposeForm(
            DossierContent content,
            List<FormChoice> awardForms,
            List<Choice> kinds,
            List<Choice> criteria,
            List<Choice> units,

            @Schema(description = "Văn bản minh chứng kế hoạch nêu")
            List<String> evidenceDocuments,

            @Nullable ClauseView evidenceBasis)
            implements Form {}

    @Schema(description = "Cho ý kiến thẩm định")
    record OpinionForm(String agency, String agencyName, List<ItemView> items) implements Form {}

    record ItemView(int id, String clause, String name) {}

    @Schema(description = "Bỏ tạm dừng")
    record HoldForm(long hold) implements Form {}

    @Schema(description = "Chương trình phiên họp")
    record AgendaForm(
            AgendaProposal proposed,
            List<CalledMemberView> members,
            List<AgendaItemView> dossiers,
            List<ConflictView> conflicts)
            implements Form {}

    record AgendaProposal(String date, boolean secret, int quorumPercent) {}

    @Schema(description = "Phiếu của một thành viên")
    record BallotForm(boolean secret, List<AgendaItemView> ballots) implements Form {}

    @Schema(description = "Phiếu giấy và kiểm phiếu")
    record PostalForm(
            boolean secret,
            int voters,
            int cast,

            @Schema(description = "Thành viên chưa bỏ phiếu")
            List<MemberView> members,

            List<AgendaItemView> ballots,
            List<ConflictView> conflicts)
            implements Form {}

    @Schema(description = "Hồ sơ ngang phiếu")
    record TiesForm(List<TieView> ties) implements Form {}

    @Schema(description = "Kiểm tra biên bản")
    record MinutesForm(
            MinutesProposal proposed,
            String quorum,
            @Nullable String sentBack,
            List<AgendaItemView> ballots) implements Form {}

    record MinutesProposal(
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable String discussion,
            @Nullable String conclusion) {}

    @Schema(description = "Dự thảo quyết định")
    record DraftForm(DraftProposal proposed, List<CaseView> items) implements Form {}

    record DraftProposal(
            String title,
            @Nullable String submissionLetterNo,
            @Nullable String submissionLetterDate,
            @Nullable String symbol,
            List<String> bases) {}

    @Schema(description = "Ký quyết định hoặc tờ trình")
    record SigningForm(
            @Schema(description = "Thể thức ký của người gọi") @Nullable
            String capacity,

            List<CaseView> items,
            List<QuotaView> quotas)
            implements Form {}

    @Schema(description = "Cấp số quyết định")
    record NumberForm(
            @Schema(description = "Ngày sớm nhất của quyết định, dd/MM/yyyy")
            String earliest,

            @Schema(description = "Tiền thưởng theo ngày của quyết định, ngày cũ trước; đoạn cuối là của hôm nay")
            List<PrizeDays> prizes)
            implements Form {}

    @Schema(description = "Những ngày liền nhau có cùng mức tiền thưởng, yyyy-MM-dd")
    record PrizeDays(String from, String to, List<PrizeView> lines) {}

    record PrizeView(
            String id,
            AwardForm form,
            @Nullable Integer grade,
            NomineeKind kind,
            String name,
            @Schema(description = "Số trường hợp") int cases,

            @Schema(description = "Đồng mỗi trường hợp; null khi phải ghi") @Nullable
            Long amount,

            @Nullable String source) {}

    @Schema(description = "Lập tờ trình cấp trên")
    record SubmissionForm(SubmissionProposal proposed, List<CaseView> items) implements Form {}

    record SubmissionProposal(String title, @Nullable String summary) {}

    @Schema(description = "Gửi cấp trên")
    record SendForm(SendProposal proposed) implements Form {}

    record SendProposal(String date, String to) {}

    @Schema(description = "Kết quả của cấp trên")
    record OutcomeForm(List<CaseView> items) implements Form {}

    @Schema(description = "Biểu mẫu chỉ cần những điều chung")
    record PlainForm(Map<String, String> proposed) implements Form {}
}
