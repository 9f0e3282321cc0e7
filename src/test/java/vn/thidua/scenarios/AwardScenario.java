package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.campaign.RulePacks;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardDecision;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.EvidenceEntry;
import vn.thidua.support.ThiDuaTest;

/** An acceptance scenario of the award work: a shipped plan, people completing their tasks, timers fired by the clock. */
abstract class AwardScenario extends ThiDuaTest {

    @Autowired
    TaskService tasks;

    @Autowired
    PlanChanges changes;

    @Autowired
    CouncilSessions sessions;

    @Autowired
    RulePacks packs;

    @Autowired
    private ProcessEngine engine;

    static PlanFile shipped(String code) {
        return PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable work) {
        return assertThatThrownBy(work::run).isInstanceOf(Refusal.class);
    }

    DossierState state(String dossier) {
        return awards.dossier(dossier).state();
    }

    void stands(DossierState state, Collection<String> dossiers) {
        assertThat(dossiers).allSatisfy(each -> assertThat(state(each)).isEqualTo(state));
    }

    String today() {
        return VietnamTime.date(awards.today());
    }

    static String text(LocalDate day) {
        return VietnamTime.date(day);
    }

    List<Instant> timers(String key) {
        return Timers.of(engine, key);
    }

    /** Who may work on the task, sorted. */
    List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .sorted()
                .toList();
    }

    List<String> candidates(String key, String definition) {
        return candidates(awards.task(key, definition));
    }

    /** The definitions of the open tasks of the key. */
    List<String> open(String key) {
        return office.tasks(key).stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** The standing agency enters a document that limits the form. */
    void limit(String campaign, Occasion occasion, AwardForm form, int collectives, int individuals) {
        awards.asStanding(
                campaign,
                () -> changes.amend(
                        campaign,
                        null,
                        Aspect.QUOTA,
                        byDocument(quota(occasion, form, collectives, individuals, null))));
    }

    static Quota quota(Occasion occasion, AwardForm form, int collectives, int individuals, Integer year) {
        return new Quota(occasion, form, Quota.State.LIMITED, collectives, individuals, null, year, "", "", null);
    }

    Decision byDocument(Quota quota) {
        return new Decision(
                "12/KH-UBND", today(), "Điều chỉnh chỉ tiêu", null, null, null, null, List.of(), List.of(), quota);
    }

    /** No law of the system is in force in those days; the standing agency rules which one applies. */
    void ruleOnTheLaw(String campaign, LocalDate from, LocalDate to) {
        awards.asStanding(
                campaign,
                () -> packs.rule(campaign, from, to, "luat-06-2026", "99/UBND-NC", from, "Nghị định 152 hết hiệu lực"));
    }

    /** The window closes, the appraisal ends and the council, if it has to vote, agrees to everything. */
    void toDecisions(String round) {
        awards.closeWindow(round);
        awards.concludeAppraisal(round);
        if (!sessions.of(round).isEmpty()) awards.sit(round, each -> Vote.YES);
    }

    /** The round's latest decision, drafted. */
    AwardDecision drafted(String round) {
        var all = awards.decisions(round);
        return drafted(all.get(all.size() - 1));
    }

    AwardDecision drafted(AwardDecision decision) {
        awards.complete(decision.key(), "Task_DraftDecision", awards.draft());
        return awards.decision(decision.key());
    }

    /** The dossiers that stand in it. */
    static List<String> cases(AwardDecision decision) {
        return decision.standing().stream().map(item -> item.dossier()).toList();
    }

    // ---- what a unit writes

    static DossierContent managedByTheParty(DossierContent content) {
        return changed(
                content, content.achievements(), content.otherSubject(), true, content.evidence(), content.summary());
    }

    static DossierContent achieved(DossierContent content, AchievementEntry... achievements) {
        return changed(
                content,
                List.of(achievements),
                content.otherSubject(),
                content.managedByPartyCommittee(),
                content.evidence(),
                content.summary());
    }

    static DossierContent ofOtherSubject(DossierContent content, EvidenceEntry... evidence) {
        return changed(
                content,
                content.achievements(),
                true,
                content.managedByPartyCommittee(),
                List.of(evidence),
                content.summary());
    }

    static DossierContent saying(DossierContent content, String summary) {
        return changed(
                content,
                content.achievements(),
                content.otherSubject(),
                content.managedByPartyCommittee(),
                content.evidence(),
                summary);
    }

    private static DossierContent changed(
            DossierContent content,
            List<AchievementEntry> achievements,
            boolean otherSubject,
            boolean managed,
            List<EvidenceEntry> evidence,
            String summary) {
        return new DossierContent(
                content.form(),
                content.grade(),
                content.kind(),
                content.nominee(),
                content.criteriaGroup(),
                achievements,
                otherSubject,
                managed,
                content.women70(),
                summary,
                content.countedAwards(),
                evidence,
                Map.of());
    }
}
