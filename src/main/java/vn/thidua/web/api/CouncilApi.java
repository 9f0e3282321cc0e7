package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.CouncilSight;
import vn.thidua.web.api.SessionViews.SessionDetail;
import vn.thidua.web.api.SessionViews.SessionSummary;

@RestController
@RequestMapping("/api")
@Tag(
        name = "Phiên họp Hội đồng",
        description =
                "Xem phiên họp; chương trình, phiếu, biên bản là công việc trong Tasklist. Đơn vị đề nghị không xem được")
class CouncilApi {

    @Schema(description = "Khai báo xung đột lợi ích")
    record Declaration(
            @Schema(example = "binh-phuoc/HS-2026-00001") String dossier, String reason) {}

    private final Campaigns campaigns;
    private final CouncilSessions sessions;
    private final CouncilSight sight;
    private final SessionViewer viewer;

    CouncilApi(Campaigns campaigns, CouncilSessions sessions, CouncilSight sight, SessionViewer viewer) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.sight = sight;
        this.viewer = viewer;
    }

    @GetMapping("/campaigns/{code}/council-sessions")
    @Operation(summary = "Các phiên họp người gọi được xem, mới nhất trước")
    List<SessionSummary> all(@PathVariable String code) {
        return sight.visible(campaigns.get(code).code()).stream()
                .map(SessionSummary::of)
                .toList();
    }

    @GetMapping("/council-sessions/{campaign}/{no}")
    @Operation(
            summary = "Một phiên họp",
            description =
                    "Thành viên, hồ sơ, xung đột lợi ích; kết quả chỉ có sau khi kiểm phiếu. Phiếu kín không bao giờ có tên.")
    SessionDetail one(@PathVariable String campaign, @PathVariable String no) {
        return viewer.detail(sight.see(RoundsApi.key(campaign, no)));
    }

    @PostMapping("/rounds/{campaign}/{round}/council-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Triệu tập thêm phiên họp",
            description = "Thư ký Hội đồng, cho các hồ sơ của đợt chưa được xét, ví dụ vì đang tạm dừng ở phiên trước.")
    SessionDetail convene(@PathVariable String campaign, @PathVariable String round) {
        return viewer.detail(sessions.convene(RoundsApi.key(campaign, round)));
    }

    @PostMapping("/council-sessions/{campaign}/{no}/conflicts")
    @Operation(
            summary = "Khai báo xung đột lợi ích của mình",
            description = "Thành viên chưa bỏ phiếu khai không bỏ phiếu một hồ sơ, kèm lý do.")
    SessionDetail declare(
            @PathVariable String campaign, @PathVariable String no, @RequestBody Declaration declaration) {
        var key = RoundsApi.key(campaign, no);
        sessions.declareConflict(key, declaration.dossier(), declaration.reason());
        return viewer.detail(sight.see(key));
    }
}
