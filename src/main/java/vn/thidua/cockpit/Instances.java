package vn.thidua.cockpit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.audit.ActionNames;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.cockpit.InstanceHistory.RecordedAct;
import vn.thidua.cockpit.InstanceHistory.Step;
import vn.thidua.organisation.People;
import vn.thidua.submission.Obligations;

/** Looks into one running process instance. Who may look is for the door to decide. */
@Component
class Instances {

    /** The year in which timers wait whose deadline is "chưa quy định". */
    private static final int UNDATED_YEAR = 9999;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final AuditTrail trail;
    private final Obligations obligations;
    private final Campaigns campaigns;
    private final People people;

    Instances(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            AuditTrail trail,
            Obligations obligations,
            Campaigns campaigns,
            People people) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.trail = trail;
        this.obligations = obligations;
        this.campaigns = campaigns;
        this.people = people;
    }

    /** The timers of the instance, the next first. @throws Refusal NOT_FOUND, also once it has ended */
    List<InstanceTimer> timers(String id) {
        var instance = instance(id);
        var activities =
                management
                        .createJobDefinitionQuery()
                        .processDefinitionId(instance.getProcessDefinitionId())
                        .list()
                        .stream()
                        .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        return management.createJobQuery().processInstanceId(id).timers().list().stream()
                .map(job -> timer(instance, job, String.valueOf(activities.get(job.getJobDefinitionId()))))
                .sorted(Comparator.comparing(InstanceTimer::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private InstanceTimer timer(ProcessInstance instance, Job job, String activity) {
        return new InstanceTimer(
                label(instance.getProcessDefinitionId(), activity),
                addressee(instance.getBusinessKey(), job),
                due(job.getDuedate()),
                job.getRetries(),
                job.isSuspended(),
                job.getExceptionMessage());
    }

    /** The name of the step, for a boundary event with that of the task it belongs to. */
    private String label(String definition, String activity) {
        var element = repository.getBpmnModelInstance(definition).getModelElementById(activity);
        if (!(element instanceof FlowElement named) || named.getName() == null) return activity;
        return element instanceof BoundaryEvent boundary
                        && boundary.getAttachedTo().getName() != null
                ? "%s – %s".formatted(boundary.getAttachedTo().getName(), named.getName())
                : named.getName();
    }

    /** Each branch knows its addressee; where there are no branches the obligation has just one. */
    private @Nullable String addressee(@Nullable String businessKey, Job job) {
        if (businessKey == null) return null;
        var ofBranch = runtime.getVariable(job.getExecutionId(), "addressee");
        return obligations
                .find(businessKey)
                .map(obligation -> campaigns
                        .get(obligation.campaign())
                        .plan()
                        .agencyName(ofBranch == null ? obligation.parts().get(0).addressee() : ofBranch.toString()))
                .orElse(null);
    }

    private static @Nullable Instant due(@Nullable Date date) {
        if (date == null) return null;
        return date.toInstant().atZone(VietnamTime.ZONE).getYear() < UNDATED_YEAR ? date.toInstant() : null;
    }

    /** Where the instance stands and what is on record about its subject. @throws Refusal NOT_FOUND */
    InstanceHistory history(String id) {
        var businessKey = instance(id).getBusinessKey();
        var steps = new ArrayList<Step>();
        addSteps(runtime.getActivityInstance(id), steps);
        var acts = businessKey == null ? List.<AuditEntry>of() : trail.of(businessKey);
        var called = people.called(acts.stream().map(AuditEntry::actor).toList());
        return new InstanceHistory(
                businessKey, steps, acts.stream().map(act -> act(act, called)).toList());
    }

    /** The innermost steps: what they are part of waits with them. */
    private static void addSteps(ActivityInstance instance, List<Step> steps) {
        for (var child : instance.getChildActivityInstances()) addSteps(child, steps);
        if (instance.getChildActivityInstances().length > 0) return;
        var name = instance.getActivityName() == null ? instance.getActivityId() : instance.getActivityName();
        steps.add(new Step(name, Words.kind(instance.getActivityType())));
    }

    private static RecordedAct act(AuditEntry entry, Map<String, String> called) {
        return new RecordedAct(entry.at(), called.get(entry.actor()), ActionNames.of(entry.action()));
    }

    private ProcessInstance instance(String id) {
        var instance =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (instance == null) throw Refusal.notFound("Không có phiên bản quy trình \"%s\" đang chạy.".formatted(id));
        return instance;
    }
}
