package vn.thidua.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.thidua.support.Office.unit;

import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.ThiDuaTest;

/** What the engine no longer asks its database stays true, and what has to hold for that is refused to everybody. */
class ShortcutsTest extends ThiDuaTest {

    private static final String CAMPAIGN = "binh-phuoc";

    @Autowired
    private AwardOffice awards;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    @AfterEach
    void activate() {
        repository.activateProcessDefinitionByKey("NominationDossier");
        management.activateJobDefinitionByProcessDefinitionKey("NominationDossier");
    }

    private String draft(String name) {
        return awards.draft(
                        round(), "so-y-te", awards.content(CAMPAIGN, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, name))
                .number();
    }

    private String round() {
        if (round == null) {
            office.adopt(CAMPAIGN, "05/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
            round = awards.open(CAMPAIGN, AwardForm.BK_TINH).key();
        }
        return round;
    }

    private String round;

    @Test
    void a_process_that_is_suspended_does_not_begin_and_begins_again_when_it_is_activated() {
        draft("Phòng Tổ chức");
        repository.suspendProcessDefinitionByKey("NominationDossier");

        assertThat(catchThrowableOfType(
                        SuspendedEntityInteractionException.class,
                        () -> runtime.startProcessInstanceByKey("NominationDossier", "x/HS-1")))
                .isNotNull();

        repository.activateProcessDefinitionByKey("NominationDossier");
        assertThat(draft("Phòng Hành chính")).isNotBlank();
    }

    @Test
    void a_timer_made_while_its_kind_is_suspended_is_suspended_with_it() {
        var before = submitted("Khoa Nội");
        management.suspendJobDefinitionByProcessDefinitionKey("NominationDossier");
        var after = submitted("Khoa Ngoại");

        assertThat(suspendedTimers(before)).isZero();
        assertThat(suspendedTimers(after)).isOne();
    }

    private String submitted(String name) {
        return awards.nominate(round(), "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, name)
                .number();
    }

    private long suspendedTimers(String dossier) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(process.getId())
                .suspended()
                .count();
    }

    @Test
    void two_opinions_are_awaited_and_keep_no_counters() {
        var number = submitted("Khoa Dược");
        awards.complete(number, "Task_ReceiveDossier", ReceiptAnswer.receive());
        var both = awards.tasks(number, "Task_AppraiseDossier");

        assertThat(both).hasSize(2);
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(both.get(0).getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    @Test
    void nobody_is_denied_what_is_granted_nor_granted_anything_on_one_process() {
        refused(admin -> {
            var denial = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
            denial.setUserId("lan");
            denial.setResource(Resources.TASK);
            denial.setResourceId(Authorization.ANY);
            denial.addPermission(Permissions.READ);
            authorizations.saveAuthorization(denial);
        });
        refused(admin -> {
            var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setUserId("lan");
            grant.setResource(Resources.PROCESS_INSTANCE);
            grant.setResourceId("one");
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        });
    }

    @Test
    void nobody_gives_a_task_variables_of_its_own_or_tasks_below_it() {
        var task = awards.task(draft("Khoa Nhi"), "Task_ComposeDossier");

        refused(admin -> tasks.setVariableLocal(task.getId(), "x", "y"));
        refused(admin -> below(task));
    }

    private void below(Task task) {
        var child = tasks.newTask();
        child.setParentTaskId(task.getId());
        tasks.saveTask(child);
    }

    private void refused(Consumer<String> work) {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> awards.as("quan-tri", Set.of(Actor.ADMINISTRATORS), () -> work.accept("quan-tri")));
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }
}
