package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.NameKey;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.RoundTerms;
import vn.thidua.organisation.Groups;
import vn.thidua.process.DraftSubmissions;
import vn.thidua.web.api.DossierViews.DossierDetail;
import vn.thidua.web.api.DossierViews.DossierSummary;
import vn.thidua.web.api.RoundViews.CountView;
import vn.thidua.web.api.RoundViews.LateView;
import vn.thidua.web.api.RoundViews.RoundDetail;
import vn.thidua.web.api.RoundViews.RoundSummary;
import vn.thidua.web.api.RoundViews.RunningLimitView;

@RestController
@RequestMapping("/api")
@Tag(name = "Đợt xét khen thưởng", description = "Mở đợt, xem tiến độ, nộp sau hạn, lập hồ sơ trong đợt")
class RoundsApi {

    @Schema(description = "Đợt xét cần lập")
    record NewRound(
            Occasion occasion,
            int year,
            @Schema(example = "Xét khen thưởng năm 2026") String name) {}

    @Schema(description = "Dời ngày cuối nhận hồ sơ")
    record NewWindow(
            @Schema(description = "Ngày cuối còn nhận, dd/MM/yyyy", example = "30/11/2026")
            String closesOn,

            @Schema(description = "Văn bản cho phép") String document,
            String reason) {}

    @Schema(description = "Đề nghị được nộp sau hạn")
    record LateRequest(String unit, String reason) {}

    @Schema(description = "Hủy đợt xét")
    record Cancellation(String reason, String document) {}

    @Schema(description = "Hồ sơ chưa nộp được")
    record RefusedDraft(
            @Schema(example = "binh-phuoc/HS-2026-00012") String dossier,
            String nominee,

            @Schema(description = "Vì sao, và cách sửa") String reason) {}

    @Schema(description = "Kết quả nộp các bản nháp")
    record SubmissionOutcome(
            int submitted,
            List<RefusedDraft> refused,

            @Schema(description = "Bản nháp chưa đến lượt; gọi lại để nộp tiếp")
            int left) {

        static SubmissionOutcome of(DraftSubmissions.Outcome outcome) {
            return new SubmissionOutcome(
                    outcome.submitted(),
                    outcome.refused().stream()
                            .map(each -> new RefusedDraft(each.dossier(), each.nominee(), each.sentence()))
                            .toList(),
                    outcome.left());
        }
    }

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Nominations nominations;
    private final DraftSubmissions submissions;
    private final DossierSight sight;
    private final DossierViewer viewer;

    RoundsApi(
            Campaigns campaigns,
            AwardRounds rounds,
            Nominations nominations,
            DraftSubmissions submissions,
            DossierSight sight,
            DossierViewer viewer) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.nominations = nominations;
        this.submissions = submissions;
        this.sight = sight;
        this.viewer = viewer;
    }

    @GetMapping("/campaigns/{code}/rounds")
    @Operation(summary = "Các đợt xét của phong trào, mới nhất trước")
    List<RoundSummary> all(@PathVariable String code) {
        mustTakePart(campaigns.get(code));
        return rounds.of(code).stream().map(RoundSummary::of).toList();
    }

    @GetMapping("/campaigns/{code}/rounds/proposal")
    @Operation(
            summary = "Điều kiện đề xuất cho một đợt xét",
            description = "Lấy từ dữ liệu kế hoạch; basis nêu từng giá trị lấy từ đâu. Cơ quan thường trực quyết định.")
    RoundTerms proposal(@PathVariable String code, @RequestParam Occasion occasion, @RequestParam int year) {
        mustTakePart(campaigns.get(code));
        return rounds.proposal(code, occasion, year);
    }

    @PostMapping("/campaigns/{code}/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Lập đợt xét",
            description = "Chỉ cơ quan thường trực; sau đó công việc \"Quy định đợt xét\" chờ trong Tasklist.")
    RoundSummary prepare(@PathVariable String code, @RequestBody NewRound wanted) {
        if (wanted.occasion() == null) {
            throw Refusal.invalid(
                    "occasion", "occasion", "Chưa chọn dịp khen thưởng: hằng năm, sơ kết, tổng kết hoặc đột xuất.");
        }
        return RoundSummary.of(rounds.prepare(code, wanted.occasion(), wanted.year(), wanted.name()));
    }

    @GetMapping("/rounds/{campaign}/{round}")
    @Operation(summary = "Một đợt xét", description = "Điều kiện, số hồ sơ ở từng bước, các thời hạn đang chạy.")
    RoundDetail one(@PathVariable String campaign, @PathVariable String round) {
        return detail(visible(campaign, round));
    }

    private RoundDetail detail(AwardRound round) {
        var standing = rounds.standing(round.key());
        return new RoundDetail(
                RoundSummary.of(round),
                standing.counts().entrySet().stream()
                        .map(count ->
                                new CountView(count.getKey(), count.getKey().label(), count.getValue()))
                        .toList(),
                standing.dossiers(),
                standing.held(),
                standing.running().stream()
                        .map(limit -> new RunningLimitView(
                                limit.what(),
                                Moment.of(limit.at()),
                                AwardNames.limit(limit.at()),
                                limit.basis(),
                                limit.dossiers()))
                        .toList(),
                rounds.allocations(round.key()).stream()
                        .filter(allocation -> seesUnit(round, allocation.unit()))
                        .toList(),
                rounds.latePermissions(round.key()).stream()
                        .filter(permission -> seesUnit(round, permission.unit()))
                        .map(LateView::of)
                        .toList());
    }

    private boolean seesUnit(AwardRound round, String unit) {
        return Actor.current().isIn(Groups.ofUnit(round.campaign(), unit))
                || sight.seesAll(campaigns.get(round.campaign()));
    }

    @GetMapping("/rounds/{campaign}/{round}/dossiers")
    @Operation(
            summary = "Hồ sơ của đợt xét mà người gọi được xem",
            description = "Đơn vị thấy hồ sơ của mình; các cơ quan thấy hồ sơ từ khi đã nộp.")
    PageOf<DossierSummary> dossiers(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(required = false) @Nullable DossierState state,
            @Parameter(description = "Mã đơn vị") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "Một phần tên đối tượng; không phân biệt cách gõ dấu")
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        var shown = visible(campaign, round);
        var key = name == null ? "" : NameKey.of(name);
        var asked = sight.visible(campaigns.get(campaign)).stream()
                .filter(dossier -> dossier.round().equals(shown.key()))
                .filter(dossier -> state == null || dossier.state() == state)
                .filter(dossier -> unit == null || dossier.unit().equals(unit))
                .filter(dossier -> key.isEmpty() || NameKey.holds(dossier.nomineeName(), key))
                .toList();
        return PageOf.of(asked, page, size, viewer::summary);
    }

    @PostMapping("/rounds/{campaign}/{round}/dossiers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Lập hồ sơ",
            description =
                    "Người của đơn vị; nội dung được phép chưa đủ. Công việc \"Hoàn thiện hồ sơ\" chờ trong Tasklist.")
    DossierDetail create(
            @PathVariable String campaign,
            @PathVariable String round,
            @Parameter(description = "Mã đơn vị đề nghị") @RequestParam String unit,
            @RequestBody DossierContent content) {
        return viewer.detail(nominations.create(key(campaign, round), unit, content));
    }

    @PostMapping("/rounds/{campaign}/{round}/submissions")
    @Operation(
            summary = "Nộp các bản nháp của đơn vị",
            description =
                    "Người của đơn vị; mỗi lần nhiều nhất 200 hồ sơ, left là số còn lại. Hồ sơ chưa nộp được vẫn là bản nháp, kèm lý do.")
    SubmissionOutcome submit(
            @PathVariable String campaign,
            @PathVariable String round,
            @Parameter(description = "Mã đơn vị đề nghị") @RequestParam String unit) {
        return SubmissionOutcome.of(submissions.submit(visible(campaign, round).key(), campaign, unit));
    }

    @PostMapping("/rounds/{campaign}/{round}/late-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Đề nghị nộp sau hạn", description = "Người của đơn vị; cơ quan thường trực quyết định.")
    LateView requestLate(@PathVariable String campaign, @PathVariable String round, @RequestBody LateRequest request) {
        return LateView.of(rounds.requestLate(key(campaign, round), request.unit(), request.reason()));
    }

    @PutMapping("/rounds/{campaign}/{round}/window")
    @Operation(summary = "Dời ngày cuối nhận hồ sơ", description = "Chỉ cơ quan thường trực; phải có văn bản, lý do.")
    RoundDetail moveWindow(@PathVariable String campaign, @PathVariable String round, @RequestBody NewWindow window) {
        var day = VietnamTime.parse(window.closesOn())
                .orElseThrow(() -> Refusal.invalid(
                        "closes-on",
                        "closesOn",
                        "Ngày cuối nhận hồ sơ không đúng dạng dd/MM/yyyy. Hãy ghi ví dụ 30/11/2026."));
        rounds.moveWindow(key(campaign, round), day, window.document(), window.reason());
        return detail(rounds.get(key(campaign, round)));
    }

    @PostMapping("/rounds/{campaign}/{round}/cancellation")
    @Operation(
            summary = "Hủy đợt xét",
            description = "Chỉ cơ quan thường trực; phải có văn bản, lý do. Hồ sơ của đợt không được xét nữa.")
    RoundDetail cancel(
            @PathVariable String campaign, @PathVariable String round, @RequestBody Cancellation cancellation) {
        rounds.cancel(key(campaign, round), cancellation.reason(), cancellation.document());
        return detail(rounds.get(key(campaign, round)));
    }

    private AwardRound visible(String campaign, String round) {
        mustTakePart(campaigns.get(campaign));
        return rounds.get(key(campaign, round));
    }

    static void mustTakePart(Campaign campaign) {
        if (!Actor.current().takesPartIn(campaign.code())) {
            throw Refusal.forbidden("Ông/bà không tham gia phong trào này nên không xem được đợt xét khen thưởng.");
        }
    }

    static String key(String campaign, String rest) {
        return campaign + "/" + rest;
    }
}
