package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.LatePermission;
import vn.thidua.nomination.QuotaAllocation;
import vn.thidua.nomination.RoundTerms;

/** Award rounds as other systems and the forms in Tasklist read them. */
final class RoundViews {

    private RoundViews() {}

    @Schema(description = "Một đợt xét khen thưởng")
    record RoundSummary(
            @Schema(example = "binh-phuoc/2026-ANNUAL") String key,
            String campaign,
            Occasion occasion,
            String occasionLabel,
            int year,
            String name,
            AwardRound.State state,
            String stateLabel,
            RoundTerms terms,

            @Schema(description = "Thời điểm đầu tiên không còn nhận hồ sơ") @Nullable
            Moment closesAt,

            @Schema(description = "Hạn nhận hồ sơ bằng chữ") String closes,
            @Nullable Moment since,
            @Schema(description = "Trang của đợt xét") String url) {

        static RoundSummary of(AwardRound round) {
            return new RoundSummary(
                    round.key(),
                    round.campaign(),
                    round.occasion(),
                    round.occasion().label(),
                    round.year(),
                    round.name(),
                    round.state(),
                    round.state().label(),
                    round.terms(),
                    Moment.of(round.closesAt()),
                    round.terms().window().inWords(),
                    Moment.of(round.since()),
                    "/dot-xet/" + round.key());
        }
    }

    @Schema(description = "Đợt xét lúc này: bao nhiêu hồ sơ ở đâu, thời hạn nào đang chạy")
    record RoundDetail(
            RoundSummary round,
            List<CountView> counts,
            int dossiers,
            @Schema(description = "Số hồ sơ đang tạm dừng") int held,
            List<RunningLimitView> running,
            List<QuotaAllocation> allocations,
            List<LateView> late) {}

    record CountView(DossierState state, String label, int dossiers) {}

    @Schema(description = "Thời hạn đang chạy, gần nhất trước")
    record RunningLimitView(
            String what,
            @Nullable Moment at,
            @Nullable String limit,
            String basis,

            @Schema(description = "Chạy cho bao nhiêu hồ sơ; 0 khi là của cả đợt")
            int dossiers) {}

    @Schema(description = "Đề nghị nộp sau hạn và quyết định")
    record LateView(
            long id,
            String unit,
            String unitName,
            String reason,
            @Nullable Moment requestedAt,
            LatePermission.State state,
            String stateLabel,

            @Schema(description = "Được nộp đến hết ngày, dd/MM/yyyy")
            String until,

            @Nullable String decisionReason,
            @Nullable String document) {

        static LateView of(LatePermission permission) {
            return new LateView(
                    permission.id(),
                    permission.unit(),
                    permission.unitName(),
                    permission.reason(),
                    Moment.of(permission.requestedAt()),
                    permission.state(),
                    permission.state().label(),
                    VietnamTime.date(permission.until()),
                    permission.decisionReason(),
                    permission.document());
        }
    }
}
