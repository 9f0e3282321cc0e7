package vn.thidua.process;

import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static vn.thidua.support.Office.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.PrepareAnswer;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.RevocationAnswers.Proposal;
import vn.thidua.decision.Revocations;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.simulation.TimeMachine;
import vn.thidua.submission.Part.State;
import vn.thidua.support.Office;

/** What was started on the models as first released goes on under today's, wherever it waits: their ids are promises. */
class ReleasedModelsTest extends ProcessTest {

    private static final String RELEASED = "classpath:released/*.bpmn";
    private static final String FORMS = "classpath*:forms/*.*";
    private static final String TODAY = "classpath*:bpmn/*.bpmn";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private TimeMachine time;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Holds holds;

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private Revocations revocations;

    @Autowired
    private AwardRegister register;

    private boolean upgraded;

    @BeforeEach
    void runTheModelsAsFirstReleased() {
        deploy("released", Models.files(RELEASED));
    }

    /** Whatever came of the test, the ones after it find today's models. */
    @AfterEach
    void leaveTodaysModels() {
        if (!upgraded) deployToday();
    }

    private void deployToday() {
        deploy("thidua", Models.files(TODAY));
        upgraded = true;
    }

    private void deploy(String name, Resource... models) {
        var deployment = repository.createDeployment().name(name);
        try {
            for (var model : models) deployment.addInputStream("bpmn/" + model.getFilename(), model.getInputStream());
            for (var form : Models.files(FORMS))
                deployment.addInputStream("forms/" + form.getFilename(), form.getInputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    /** Puts today's models in place and moves every running instance of the processes to them. */
    private void upgrade(String... processes) {
        deployToday();
        for (var process : processes) migrate(process);
    }

    private void migrate(String process) {
        var versions = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, 2);
        var plan = runtime.createMigrationPlan(
                        versions.get(1).getId(), versions.get(0).getId())
                .mapEqualActivities()
                .build();
        var running = runtime.createProcessInstanceQuery()
                .processDefinitionId(versions.get(1).getId());
        then(running.count()).isPositive();
        runtime.newMigration(plan).processInstanceQuery(running).execute();
        then(running.count()).isZero();
    }

    private void adopt(String campaign, String day) {
        office.adopt(
                campaign,
                day,
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-xay-dung", "Sở Xây dựng", "so-ban-nganh"));
    }

    /** Loads the campaign and lets its launch do its first step; what that sets off waits. */
    private ProcessInstance launch(String campaign, String day) {
        clock.holdAt(Office.instant(day + " 08:00:00"));
        office.join(shipped(campaign), Office.date(day), unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        return process(campaign);
    }

    private void runNextStepOf(ProcessInstance process) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId());
    }

    private void handInAndAccept(String key, String handIn, String review) {
        handIn(key, task(key, handIn));
        accept(task(key, review));
        then(office.isRunning(key)).isFalse();
    }

    @Test
    void launch_plans_that_are_awaited_overdue_and_under_review_go_on() {
        adopt("binh-phuoc", "29/04/2025");
        handIn("binh-phuoc/so-xay-dung", task("binh-phuoc/so-xay-dung", "Task_SubmitLaunchPlan"));
        upgrade("LaunchPlanSubmission");
        withdraw("binh-phuoc/so-xay-dung", "so-noi-vu");
        office.travelTo("30/04/2025 08:00:00");

        then(answers("binh-phuoc/so-y-te")).containsExactly("Còn nhận nộp muộn? Có");
        handInAndAccept("binh-phuoc/so-y-te", "Task_SubmitLaunchPlan", "Task_ReviewLaunchPlan");
        handInAndAccept("binh-phuoc/so-xay-dung", "Task_SubmitLaunchPlan", "Task_ReviewLaunchPlan");
    }

    @Test
    void reports_to_two_addressees_go_on_and_end_when_the_duty_ends() {
        adopt("son-la", "09/11/2025");
        var key = "son-la/so-y-te/2025";
        handIn(key, task(key, "Task_SubmitReport", "so-noi-vu"));
        office.travelTo("10/11/2025 08:00:00");
        upgrade("PeriodicReport");

        accept(task(key, "Task_ReviewReport", "so-noi-vu"));
        handIn(key, task(key, "Task_SubmitReport", "so-khcn"));
        then(office.part(key, "so-khcn").lateSeconds()).isEqualTo(8 * 3600);
        accept(task(key, "Task_ReviewReport", "so-khcn"));
        then(office.isRunning(key)).isFalse();
        close("son-la", "so-xay-dung", "Sở Xây dựng", "so-ban-nganh", "10/11/2025");
        then(office.isRunning("son-la/so-xay-dung/2025")).isFalse();
    }

    @Test
    void consolidated_reports_go_on_from_composing() {
        runNextStepOf(launch("binh-phuoc", "14/12/2026"));
        assertThat(process("binh-phuoc/2026")).isWaitingAt("Task_ComposeDraft");
        upgrade("ConsolidatedReport");
        time.settle();

        handInAndAccept("binh-phuoc/2026", "Task_FinishConsolidatedReport", "Task_AcknowledgeReport");
    }

    @Test
    void consolidated_reports_go_on_from_their_agency_and_become_overdue() {
        adopt("binh-phuoc", "14/12/2026");
        upgrade("ConsolidatedReport");
        office.travelTo("15/12/2026 08:00:00");

        then(office.part("binh-phuoc/2026").overdueToldAt()).isNotNull();
        handInAndAccept("binh-phuoc/2026", "Task_FinishConsolidatedReport", "Task_AcknowledgeReport");
    }

    @Test
    void consolidated_reports_go_on_from_their_addressee() {
        adopt("binh-phuoc", "14/12/2026");
        handIn("binh-phuoc/2026", task("binh-phuoc/2026", "Task_FinishConsolidatedReport"));
        upgrade("ConsolidatedReport");
        accept(task("binh-phuoc/2026", "Task_AcknowledgeReport"));

        then(office.isRunning("binh-phuoc/2026")).isFalse();
        then(office.part("binh-phuoc/2026").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void a_launch_goes_on_from_opening_duties() {
        var launch = launch("binh-phuoc", "28/04/2025");
        assertThat(launch).isWaitingAt("Task_OpenDueDuties");
        upgrade("CampaignLaunch");
        time.settle();

        assertThat(launch).isWaitingAt("Task_RuleOnOpenPoint");
        then(office.exists("binh-phuoc/so-y-te")).isTrue();
    }

    @Test
    void a_launch_goes_on_from_the_open_points_that_are_left() {
        var launch = launch("binh-phuoc", "28/04/2025");
        time.settle();
        rule(office.tasks("binh-phuoc").get(0));
        upgrade("CampaignLaunch");
        office.tasks("binh-phuoc").forEach(this::rule);

        assertThat(launch).isEnded().hasPassed("Event_AllRuled");
    }

    private void rule(Task task) {
        complete(task, Map.of("ruling", """
                {"documentNumber": "125/SNV-TĐKT", "documentDate": "28/04/2025", "reason": "Theo văn bản của Sở Nội vụ."}"""));
    }

    @Test
    void a_daily_run_goes_on_from_opening_and_from_writing() {
        adopt("binh-phuoc", "28/04/2025");
        var opening = runtime.startProcessInstanceByKey("DeadlineReminder", "mở");
        var writing = runtime.startProcessInstanceByKey("DeadlineReminder", "viết");
        runNextStepOf(writing);
        assertThat(opening).isWaitingAt("Task_OpenDueDuties");
        assertThat(writing).isWaitingAt("Task_SendDigests");
        upgrade("DeadlineReminder");
        time.settle();

        assertThat(opening).isEnded();
        assertThat(writing).isEnded();
    }

    @Test
    void a_round_and_its_dossiers_go_on_from_wherever_they_wait() {
        adopt("binh-phuoc", "02/11/2026");
        var round = awards.open("binh-phuoc", AwardForm.BK_TINH).key();
        var draft = awards.draft(
                round, "so-y-te", awards.content("binh-phuoc", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng A"));
        var submitted = awards.nominate(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng B");
        var supplement = awards.nominate(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng C");
        awards.complete(
                supplement.number(),
                "Task_ReceiveDossier",
                new ReceiptAnswer(ReceiptAnswer.Decision.SUPPLEMENT, "Thiếu", "Điều 6", "10/11/2026", List.of()));
        var received = awards.nominate(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng D");
        awards.receive(received.number());
        upgrade("AwardRound", "NominationDossier");

        awards.submit(draft.number());
        awards.receive(submitted.number());
        office.travelTo("11/11/2026 08:00:00");
        assertThat(process(supplement.number())).isWaitingAt("Task_ReceiveDossier");
        awards.appraise(received.number());
        awards.asOfficer("binh-phuoc.so-noi-vu", () -> holds.hold(received.number(), Hold.Kind.PRESS, "Báo nêu", null));
        assertThat(process(received.number())).isWaitingAt("Event_DossierConcluded", "Task_LiftHold");
        awards.closeWindow(round);
        assertThat(process(round)).isWaitingAt("Task_ConcludeAppraisal");
    }

    @Test
    void a_sitting_and_a_decision_go_on_and_end_the_round() {
        adopt("binh-phuoc", "02/11/2026");
        awards.council("binh-phuoc", 3);
        var round = awards.open("binh-phuoc", AwardForm.BK_TINH).key();
        awards.appraised(round, "so-y-te", AwardForm.BK_TINH, NomineeKind.COLLECTIVE, "Phòng A");
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        var session = awards.session(round).key();
        awards.callCouncil(session);
        upgrade("AwardRound", "NominationDossier", "CouncilSession");
        awards.castBallots(session, dossier -> Vote.YES);
        awards.enterNoPostalBallots(session);
        awards.checkMinutes(session);
        awards.signMinutes(session, true);
        var decision = awards.decisions(round).get(0).key();
        awards.issue(decision);
        awards.carryOut(decision);

        then(office.isRunning(round)).isFalse();
    }

    @Test
    void a_decision_goes_on_from_its_signature() {
        adopt("binh-phuoc", "02/11/2026");
        var round = awards.open("binh-phuoc", AwardForm.GK).key();
        awards.appraised(round, "so-y-te", AwardForm.GK, NomineeKind.COLLECTIVE, "Phòng A");
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        var decision = awards.decisions(round).get(0).key();
        awards.sign(decision);
        upgrade("AwardDecision", "AwardRound", "NominationDossier");
        awards.complete(decision, "Task_NumberDecision", NumberAnswer.on(null));
        awards.carryOut(decision);

        then(office.isRunning(round)).isFalse();
    }

    @Test
    void a_submission_and_a_revocation_go_on() {
        adopt("binh-phuoc", "02/11/2026");
        awards.council("binh-phuoc", 3);
        var round = awards.open("binh-phuoc", AwardForm.BK_TTG, AwardForm.GK).key();
        awards.appraised(round, "so-y-te", AwardForm.BK_TTG, NomineeKind.COLLECTIVE, "Phòng A");
        var given = awards.appraised(round, "so-xay-dung", AwardForm.GK, NomineeKind.COLLECTIVE, "Phòng B");
        awards.award(round);
        var submission = submissions.of(round).get(0).key();
        var started = new Revocation[1];
        awards.asStanding(
                "binh-phuoc",
                () -> started[0] = revocations.start(
                        register.ofDossier(given.number()).orElseThrow().key(), "Khai man"));
        upgrade("SuperiorSubmission", "AwardRevocation");
        awards.complete(
                submission,
                "Task_PrepareSubmission",
                new PrepareAnswer(
                        "Đề nghị khen thưởng",
                        null,
                        List.of(),
                        List.of(new PrepareAnswer.Dropped(
                                submissions.get(submission).items().get(0).dossier(), "Chưa đủ"))));
        awards.complete(
                started[0].key(),
                "Task_ProposeRevocation",
                new Proposal("Khai man", "Điều 58", "31/KL", VietnamTime.date(awards.today())));

        then(office.isRunning(submission)).isFalse();
        assertThat(process(started[0].key())).isWaitingAt("Task_SignRevocation");
    }

    @Test
    void the_first_release_holds_every_model_of_today() {
        then(Models.files(RELEASED))
                .extracting(Resource::getFilename)
                .containsExactlyInAnyOrder(Stream.of(Models.files(TODAY))
                        .map(Resource::getFilename)
                        .toArray(String[]::new));
    }
}
