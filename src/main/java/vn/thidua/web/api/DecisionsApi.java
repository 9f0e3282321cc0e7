package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.QuotaUse;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.web.api.DecisionViews.DecisionDetail;
import vn.thidua.web.api.DecisionViews.DecisionSummary;
import vn.thidua.web.api.DecisionViews.QuotaView;

@RestController
@RequestMapping("/api")
@Tag(
        name = "Quyết định khen thưởng",
        description = "Xem quyết định, chỉ tiêu; dự thảo, ký, cấp số, gửi, trao là công việc trong Tasklist")
class DecisionsApi {

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Decisions decisions;
    private final QuotaUse quotas;
    private final DecisionViewer viewer;

    DecisionsApi(Campaigns campaigns, AwardRounds rounds, Decisions decisions, QuotaUse quotas, DecisionViewer viewer) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.decisions = decisions;
        this.quotas = quotas;
        this.viewer = viewer;
    }

    @GetMapping("/campaigns/{code}/decisions")
    @Operation(
            summary = "Các quyết định người gọi được xem",
            description = "Đơn vị thấy quyết định đã ban hành có trường hợp của mình.")
    PageOf<DecisionSummary> all(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        RoundsApi.mustTakePart(campaigns.get(code));
        var all = rounds.of(code).stream()
                .flatMap(round -> decisions.of(round.key()).stream())
                .toList();
        return PageOf.of(
                DecisionViewer.visible(all, AwardDecision::id, decisions::see), page, size, DecisionSummary::of);
    }

    @GetMapping("/decisions/{id}")
    @Operation(summary = "Một quyết định", description = "Danh sách, căn cứ, chữ ký, số, thời hạn, chỉ tiêu đã dùng.")
    DecisionDetail one(@PathVariable long id) {
        return viewer.detail(decisions.see(id));
    }

    @GetMapping("/campaigns/{code}/quotas")
    @Operation(
            summary = "Chỉ tiêu của một hình thức",
            description = "Không vượt quá bao nhiêu, đã ký bao nhiêu, theo mục nào.")
    List<QuotaView> quotas(
            @PathVariable String code,
            @RequestParam Occasion occasion,
            @RequestParam AwardForm form,
            @RequestParam int year) {
        RoundsApi.mustTakePart(campaigns.get(code));
        return quotas.standing(code, occasion, form, year).stream()
                .map(QuotaView::of)
                .toList();
    }
}
