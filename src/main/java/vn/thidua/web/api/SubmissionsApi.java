package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.SuperiorLink;
import vn.thidua.decision.SuperiorLinks;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.web.api.DecisionViews.SubmissionDetail;
import vn.thidua.web.api.DecisionViews.SubmissionSummary;

@RestController
@RequestMapping("/api")
@Tag(name = "Trình cấp trên", description = "Xem tờ trình và kết quả; nối phong trào cấp dưới với phong trào cấp trên")
class SubmissionsApi {

    @Schema(description = "Phong trào cấp trên trong cùng hệ thống")
    record Link(
            @Schema(example = "son-la") String superiorCampaign,

            @Schema(description = "Mã đơn vị của cấp này trong danh sách đơn vị của cấp trên")
            String unitThere) {}

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final SuperiorSubmissions submissions;
    private final SuperiorLinks links;
    private final DecisionViewer viewer;

    SubmissionsApi(
            Campaigns campaigns,
            AwardRounds rounds,
            SuperiorSubmissions submissions,
            SuperiorLinks links,
            DecisionViewer viewer) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.submissions = submissions;
        this.links = links;
        this.viewer = viewer;
    }

    @GetMapping("/campaigns/{code}/superior-submissions")
    @Operation(summary = "Các lần trình cấp trên người gọi được xem")
    List<SubmissionSummary> all(@PathVariable String code) {
        RoundsApi.mustTakePart(campaigns.get(code));
        var all = rounds.of(code).stream()
                .flatMap(round -> submissions.of(round.key()).stream())
                .toList();
        return DecisionViewer.visible(all, SuperiorSubmission::id, submissions::see).stream()
                .map(SubmissionSummary::of)
                .toList();
    }

    @GetMapping("/superior-submissions/{id}")
    @Operation(summary = "Một lần trình cấp trên", description = "Từng trường hợp với ý kiến đã lấy và kết quả.")
    SubmissionDetail one(@PathVariable long id) {
        return viewer.detail(submissions.see(id));
    }

    @GetMapping("/superior-links")
    @Operation(summary = "Phong trào nào trình lên phong trào nào", description = "Chỉ quản trị viên.")
    List<SuperiorLink> links() {
        Actor.current().mustBeAdministrator();
        return links.all();
    }

    @PutMapping("/superior-links/{code}")
    @Operation(
            summary = "Nối phong trào với phong trào cấp trên",
            description =
                    "Hồ sơ trình lên được chuyển thẳng vào đợt xét của cấp trên, không nhập lại. Chỉ quản trị viên.")
    SuperiorLink link(@PathVariable String code, @RequestBody Link link) {
        Actor.current().mustBeAdministrator();
        var wanted = new SuperiorLink(code, link.superiorCampaign(), link.unitThere());
        links.put(wanted);
        return wanted;
    }

    @DeleteMapping("/superior-links/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ nối", description = "Kết quả của cấp trên từ đó nhập tay. Chỉ quản trị viên.")
    void unlink(@PathVariable String code) {
        Actor.current().mustBeAdministrator();
        links.remove(code);
    }
}
