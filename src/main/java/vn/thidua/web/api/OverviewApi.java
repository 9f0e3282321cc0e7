package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaigns;
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;
import vn.thidua.process.FailedJobs;
import vn.thidua.submission.DutyCounts;

@RestController
@RequestMapping("/api/overview")
@Tag(name = "Tổng quan", description = "Số liệu vận hành; chỉ quản trị viên")
class OverviewApi {

    @Schema(description = "Tình hình chung của hệ thống")
    record SystemOverview(
            List<CampaignCounts> campaigns,
            @Schema(description = "Thư đang chờ gửi") long mailsWaiting,
            @Schema(description = "Thư đã ngừng gửi") long mailsGivenUp,

            @Schema(description = "Việc tự động đã hết số lần thử")
            long jobsFailed) {}

    @Schema(description = "Số phần nộp của một phong trào; mỗi nơi nhận tính riêng")
    record CampaignCounts(
            String code,
            String name,
            @Schema(description = "Chờ nộp, kể cả quá hạn") long open,
            @Schema(description = "Quá hạn chưa nộp") long late,
            @Schema(description = "Đã nộp, chờ tiếp nhận") long waitingForReview,

            @Schema(description = "Điểm bỏ ngỏ chưa có quyết định")
            int openPoints) {}

    private final Campaigns campaigns;
    private final DutyCounts duties;
    private final OutboxView outbox;
    private final FailedJobs jobs;

    OverviewApi(Campaigns campaigns, DutyCounts duties, OutboxView outbox, FailedJobs jobs) {
        this.campaigns = campaigns;
        this.duties = duties;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(summary = "Tổng quan")
    SystemOverview now() {
        Actor.current().mustBeAdministrator();
        var mails = outbox.counts();
        return new SystemOverview(
                duties.now().stream().map(this::counts).toList(),
                mails.getOrDefault(MailState.WAITING, 0L),
                mails.getOrDefault(MailState.GIVEN_UP, 0L),
                jobs.count());
    }

    private CampaignCounts counts(DutyCounts.Count count) {
        var campaign = campaigns.get(count.campaign());
        return new CampaignCounts(
                campaign.code(),
                campaign.name(),
                count.open(),
                count.late(),
                count.waitingForReview(),
                campaign.openPoints().size());
    }
}
