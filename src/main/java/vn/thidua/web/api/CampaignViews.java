package vn.thidua.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.OpenPoint;
import vn.thidua.campaign.PlanChange;

/** Campaigns and their plans as other systems read them. */
final class CampaignViews {

    private CampaignViews() {}

    @Schema(description = "Một phong trào đang vận hành")
    record CampaignSummary(
            @Schema(example = "binh-phuoc") String code,
            String name,
            @Schema(description = "Cấp phát động") String authority,

            @Schema(description = "Kế hoạch, ghi số và ngày như bản công bố")
            String document,

            @Schema(description = "Cơ quan thường trực") String standingAgency,

            @Schema(description = "Ngày bắt đầu dùng hệ thống cho phong trào")
            LocalDate adoptedOn,

            @Schema(description = "Số điểm kế hoạch bỏ ngỏ chưa có quyết định")
            int openPoints,

            @Schema(description = "Người gọi có vai trò trong phong trào hay không")
            boolean takesPart) {

        static CampaignSummary of(Campaign campaign) {
            var plan = campaign.plan();
            return new CampaignSummary(
                    campaign.code(),
                    campaign.name(),
                    plan.authority().name(),
                    plan.document().inWords(),
                    plan.standingAgency().name(),
                    campaign.adoptedOn(),
                    campaign.openPoints().size(),
                    Actor.current().takesPartIn(campaign.code()));
        }
    }

    @Schema(description = "Phong trào với kế hoạch đang có hiệu lực, các điểm bỏ ngỏ và các thay đổi")
    record CampaignDetail(
            String code,
            LocalDate adoptedOn,
            @Nullable Moment loadedAt,

            @Schema(
                    implementation = Object.class,
                    description =
                            "Kế hoạch sau mọi quyết định và sửa đổi, theo định dạng campaign.schema.json; mỗi dòng kèm mục và trích dẫn nguyên văn")
            CampaignPlan plan,

            List<OpenPointView> openPoints,
            List<ChangeView> changes) {

        static CampaignDetail of(Campaign campaign) {
            return new CampaignDetail(
                    campaign.code(),
                    campaign.adoptedOn(),
                    Moment.of(campaign.loadedAt()),
                    campaign.plan(),
                    campaign.plan().openPoints().stream()
                            .map(point -> OpenPointView.of(campaign, point))
                            .toList(),
                    campaign.changes().stream().map(ChangeView::of).toList());
        }
    }

    @Schema(description = "Điểm kế hoạch bỏ ngỏ, kèm quyết định nếu đã có")
    record OpenPointView(
            String id,
            String question,
            Aspect aspect,

            @Schema(description = "Điều cần quyết định", example = "Hạn nộp")
            String aspectLabel,

            @Nullable String duty,
            String clause,
            String quote,
            @Nullable String note,
            @Nullable ChangeView ruling) {

        static OpenPointView of(Campaign campaign, OpenPoint point) {
            return new OpenPointView(
                    point.id(),
                    point.question(),
                    point.aspect(),
                    point.aspect().label(),
                    point.duty(),
                    point.clause(),
                    point.quote(),
                    point.note(),
                    campaign.rulingOn(point.id()).map(ChangeView::of).orElse(null));
        }
    }

    @Schema(description = "Quyết định điểm bỏ ngỏ hoặc sửa đổi, bổ sung kế hoạch")
    record ChangeView(
            long id,
            PlanChange.Kind kind,
            String kindLabel,
            @Nullable String openPoint,
            @Nullable String duty,
            Aspect aspect,
            String aspectLabel,

            @Schema(implementation = Object.class, description = "Nội dung có hiệu lực, tùy theo aspect")
            JsonNode value,

            String documentNumber,
            LocalDate documentDate,

            @Schema(example = "văn bản 125/SNV-TĐKT ngày 05/12/2026")
            String document,

            String reason,
            String decidedBy,
            @Nullable Moment decidedAt) {

        static ChangeView of(PlanChange change) {
            return new ChangeView(
                    change.id(),
                    change.kind(),
                    change.kind().label(),
                    change.openPoint(),
                    change.duty(),
                    change.aspect(),
                    change.aspect().label(),
                    change.value(),
                    change.documentNumber(),
                    change.documentDate(),
                    change.documentInWords(),
                    change.reason(),
                    change.decidedBy(),
                    Moment.of(change.decidedAt()));
        }
    }
}
