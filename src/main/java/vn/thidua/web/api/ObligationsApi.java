package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.submission.AllowedActs;
import vn.thidua.submission.ConsolidatedReports;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Sight;
import vn.thidua.web.api.ObligationViews.ObligationDetail;
import vn.thidua.web.api.ObligationViews.ObligationSummary;

@RestController
@RequestMapping("/api")
@Tag(name = "Nghĩa vụ nộp", description = "Ai phải nộp gì, tới đâu, hạn nào; đã nộp lúc nào, muộn bao lâu")
class ObligationsApi {

    /** Asks for what is owed once, whose period has no code. */
    private static final String ONCE = "-";

    private final Campaigns campaigns;
    private final Sight sight;
    private final ObligationViewer viewer;
    private final AllowedActs acts;
    private final ConsolidatedReports reports;
    private final MovableClock clock;

    ObligationsApi(
            Campaigns campaigns,
            Sight sight,
            ObligationViewer viewer,
            AllowedActs acts,
            ConsolidatedReports reports,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.sight = sight;
        this.viewer = viewer;
        this.acts = acts;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{code}/obligations")
    @Operation(
            summary = "Tình hình nộp của phong trào",
            description =
                    "Đơn vị thấy nghĩa vụ của mình; nơi nhận thấy nghĩa vụ gửi tới mình; cơ quan thường trực, tổng hợp, chủ trì, "
                            + "quyết định thấy tất cả.")
    List<ObligationSummary> all(
            @PathVariable String code,
            @Parameter(description = "Mã nghĩa vụ trong kế hoạch") @RequestParam(required = false) @Nullable
                    String duty,
            @Parameter(description = "Mã kỳ, ví dụ 2026, 2026-H1; \"-\" cho nghĩa vụ nộp một lần")
                    @RequestParam(required = false)
                    @Nullable
                    String period,
            @Parameter(description = "Mã đơn vị") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "Có ít nhất một phần ở tình trạng này; LATE là muộn hoặc quá hạn")
                    @RequestParam(required = false)
                    @Nullable
                    ObligationStatus status) {
        var campaign = campaigns.get(code);
        var now = clock.instant();
        var asked = sight.visible(campaign).stream()
                .filter(obligation -> duty == null || duty.equals(obligation.duty()))
                .filter(obligation -> period == null || period.equals(code(obligation)))
                .filter(obligation -> unit == null || unit.equals(obligation.owner()))
                .filter(obligation ->
                        status == null || obligation.parts().stream().anyMatch(part -> status.holdsFor(part, now)))
                .toList();
        return viewer.summaries(campaign, asked);
    }

    private static String code(Obligation obligation) {
        var code = obligation.period().code();
        return code.isEmpty() ? ONCE : code;
    }

    @GetMapping("/obligations/{id}")
    @Operation(
            summary = "Một nghĩa vụ",
            description =
                    "Căn cứ, các phần, các bản đã nộp, các lần đổi hạn; bản nháp và điều còn thiếu nếu người gọi là người soạn.")
    ObligationDetail one(@PathVariable long id) {
        return viewer.detail(sight.see(id));
    }

    @GetMapping(path = "/obligations/{id}/report.docx", produces = Downloads.DOCX)
    @Operation(summary = "Báo cáo tổng hợp dạng Word")
    ResponseEntity<byte[]> word(@PathVariable long id) {
        var obligation = report(id);
        return Downloads.of(fileName(obligation, "docx"), Downloads.DOCX, reports.word(obligation));
    }

    @GetMapping(path = "/obligations/{id}/report.xlsx", produces = Downloads.XLSX)
    @Operation(
            summary = "Báo cáo tổng hợp dạng Excel",
            description = "Tình hình gửi, số liệu cộng và số liệu từng đơn vị.")
    ResponseEntity<byte[]> excel(@PathVariable long id) {
        var obligation = report(id);
        return Downloads.of(fileName(obligation, "xlsx"), Downloads.XLSX, reports.excel(obligation));
    }

    private Obligation report(long id) {
        var obligation = sight.see(id);
        acts.mustSeeReport(campaigns.get(obligation.campaign()), obligation);
        return obligation;
    }

    private static String fileName(Obligation obligation, String extension) {
        return "bao-cao-tong-hop-%s.%s".formatted(obligation.key().replace('/', '-'), extension);
    }
}
