package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.OpenPoint;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.process.TaskLocator;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Sight;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.CampaignViews.OpenPointView;
import vn.thidua.web.api.ObligationViews.ObligationDetail;

@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Công việc", description = "Một công việc trong Tasklist nói về điều gì")
class TasksApi {

    @Schema(description = "Nghĩa vụ (và nơi nhận), điểm bỏ ngỏ, hoặc bước xét khen thưởng mà công việc nói về")
    record TaskView(
            String taskId,
            @Schema(example = "Task_SubmitReport") String definition,

            @Schema(description = "Nơi nhận của phần này; null với điểm bỏ ngỏ") @Nullable
            String addressee,

            @Nullable ObligationDetail obligation,
            @Nullable RulingTask ruling,
            @Nullable AwardTask award) {}

    @Schema(description = "Điểm bỏ ngỏ và những lựa chọn để quyết định")
    record RulingTask(
            String campaign,
            String campaignName,
            OpenPointView point,
            @Nullable String dutyName,

            @Schema(description = "Kỳ nộp kế hoạch nêu; UNSTATED khi chưa quy định") @Nullable
            Frequency every,

            List<FrequencyChoice> frequencies,
            List<Choice> unitGroups,
            List<Choice> agencies,
            List<Choice> occasions,
            List<Choice> awardForms,
            List<Choice> quotaStates) {}

    record Choice(String id, String name) {}

    @Schema(description = "Kỳ nộp và số ngày hạn phải nêu")
    record FrequencyChoice(Frequency id, String name, int dates) {}

    private static final List<FrequencyChoice> FREQUENCIES = List.of(
            new FrequencyChoice(Frequency.YEAR, "Hằng năm", 1),
            new FrequencyChoice(Frequency.HALF_YEAR, "6 tháng", 2),
            new FrequencyChoice(Frequency.QUARTER, "Hằng quý", 4),
            new FrequencyChoice(Frequency.MONTH, "Hằng tháng", 1),
            new FrequencyChoice(Frequency.ONCE, "Một lần", 1));

    private final TaskLocator tasks;
    private final Campaigns campaigns;
    private final Sight sight;
    private final ObligationViewer viewer;
    private final AwardTasks awards;

    TasksApi(TaskLocator tasks, Campaigns campaigns, Sight sight, ObligationViewer viewer, AwardTasks awards) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.sight = sight;
        this.viewer = viewer;
        this.awards = awards;
    }

    @GetMapping("/{taskId}")
    @Operation(
            summary = "Một công việc nói về điều gì",
            description = "Kèm mọi điều biểu mẫu cần. Công việc không thuộc người gọi thì trả lời như không có.")
    TaskView one(@PathVariable String taskId) {
        var located = tasks.locate(taskId);
        if (awards.isAward(located)) {
            return new TaskView(located.taskId(), located.definition(), null, null, null, awards.of(located));
        }
        var openPoint = located.openPoint();
        return openPoint == null ? ofObligation(located) : ofOpenPoint(located, openPoint);
    }

    private TaskView ofObligation(Located located) {
        var obligation = sight.see(located.businessKey());
        return new TaskView(
                located.taskId(),
                located.definition(),
                addressee(located, obligation),
                viewer.detail(obligation),
                null,
                null);
    }

    private static String addressee(Located located, Obligation obligation) {
        var named = located.addressee();
        return named == null ? obligation.parts().get(0).addressee() : named;
    }

    private TaskView ofOpenPoint(Located located, String id) {
        var campaign = campaigns.get(located.businessKey());
        var point = campaign.plan().openPoint(id).orElseThrow();
        return new TaskView(located.taskId(), located.definition(), null, null, ruling(campaign, point), null);
    }

    private static RulingTask ruling(Campaign campaign, OpenPoint point) {
        var plan = campaign.plan();
        var duty = plan.duty(String.valueOf(point.duty()));
        return new RulingTask(
                campaign.code(),
                campaign.name(),
                OpenPointView.of(campaign, point),
                duty.map(Duty::name).orElse(null),
                duty.map(Duty::every).orElse(null),
                FREQUENCIES,
                plan.unitGroups().stream()
                        .map(group -> new Choice(group.id(), group.name()))
                        .toList(),
                plan.agencies().stream()
                        .map(agency -> new Choice(agency.id(), agency.name()))
                        .toList(),
                Arrays.stream(Occasion.values())
                        .map(occasion -> new Choice(occasion.name(), occasion.label()))
                        .toList(),
                Arrays.stream(AwardForm.values())
                        .map(form -> new Choice(form.name(), form.label()))
                        .toList(),
                Arrays.stream(Quota.State.values())
                        .map(state -> new Choice(state.name(), state.label()))
                        .toList());
    }
}
