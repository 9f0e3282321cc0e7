package vn.thidua.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.OpenPoint;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Campaigns.CampaignLoaded;
import vn.thidua.campaign.PlanChange;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.submission.DutyOpening;

/** What the model of launching a campaign asks and does. */
@Component("campaignFlow")
public class CampaignFlow {

    private static final int LONGEST_NAME = 90;

    private final Campaigns campaigns;
    private final PlanChanges changes;
    private final DutyOpening opening;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final ObjectMapper json;

    CampaignFlow(
            Campaigns campaigns,
            PlanChanges changes,
            DutyOpening opening,
            RuntimeService runtime,
            TaskService tasks,
            EngineIdentity identity,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.opening = opening;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.json = json;
    }

    @EventListener
    void launch(CampaignLoaded loaded) {
        identity.doAsSystem(() -> runtime.startProcessInstanceByKey(
                "CampaignLaunch", loaded.campaign().code()));
    }

    public boolean openDueDuties(DelegateExecution execution) {
        return opening.openSome(execution.getProcessBusinessKey());
    }

    public boolean hasOpenPoints(DelegateExecution execution) {
        return !openPoints(execution).isEmpty();
    }

    public List<String> openPoints(DelegateExecution execution) {
        return campaigns.get(execution.getProcessBusinessKey()).openPoints().stream()
                .map(OpenPoint::id)
                .toList();
    }

    public String standingAgencyGroup(DelegateExecution execution) {
        return campaigns.get(execution.getProcessBusinessKey()).standingAgencyGroup();
    }

    public void describe(DelegateTask task) {
        var campaign = campaigns.get(task.getExecution().getProcessBusinessKey());
        var point = campaign.plan().openPoint(openPoint(task)).orElseThrow();
        task.setName("%s: %s".formatted(task.getName(), firstWords(point.question())));
        task.setDescription(point.question());
    }

    private static String firstWords(String question) {
        if (question.length() <= LONGEST_NAME) return question;
        return question.substring(0, question.lastIndexOf(' ', LONGEST_NAME)) + " …";
    }

    /** A ruling that comes from elsewhere than the task, e.g. over HTTP: ruled first, then the task ends. */
    @Transactional
    public PlanChange rule(String campaign, String openPoint, Decision decision) {
        var change = changes.rule(campaign, openPoint, decision);
        identity.doAsSystem(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey("Task_RuleOnOpenPoint")
                .list()
                .stream()
                .filter(task -> openPoint.equals(runtime.getVariable(task.getExecutionId(), "openPoint")))
                .forEach(task -> tasks.complete(task.getId())));
        return change;
    }

    /** The ruling arrives as one field {@code ruling}, the JSON of a {@link Decision}; ruled elsewhere already, the task just ends. */
    public void rule(DelegateTask task) {
        var ruling = Declared.take(task, "ruling").get("ruling");
        var code = task.getExecution().getProcessBusinessKey();
        if (campaigns.get(code).rulingOn(openPoint(task)).isPresent()) return;
        changes.rule(code, openPoint(task), decision(ruling));
    }

    private Decision decision(String ruling) {
        try {
            if (ruling != null) return json.readValue(ruling, Decision.class);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalid(
                    "ruling", "ruling", "Nội dung quyết định không đọc được. Hãy mở lại biểu mẫu và điền lại.");
        }
        throw Refusal.invalid("ruling", "ruling", "Chưa có nội dung quyết định. Hãy điền biểu mẫu rồi gửi.");
    }

    private static String openPoint(DelegateTask task) {
        return String.valueOf(task.getVariable("openPoint"));
    }
}
