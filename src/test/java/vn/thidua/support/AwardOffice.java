package vn.thidua.support;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.appraisal.CriterionScore;
import vn.thidua.appraisal.OpinionAnswer;
import vn.thidua.appraisal.Verdict;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.AgendaAnswer;
import vn.thidua.council.BallotAnswer;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.DossierVote;
import vn.thidua.council.MinutesAnswer;
import vn.thidua.council.PostalAnswer;
import vn.thidua.council.SignMinutesAnswer;
import vn.thidua.council.TieAnswer;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.DraftAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.nomination.TermsAnswer;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Groups;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.simulation.TimeMachine;

/**
 * The words of the award work, for tests through the real rooms, engine and database: everything a person does in Tasklist is done here by
 * completing the task as a person of its group, with the answer of its form.
 */
public class AwardOffice {

    /** Signs and presides, where it takes somebody who has not worked on the dossier before. */
    private static final Set<String> SIGNING =
            Set.of("Task_SignDecision", "Task_SignSubmission", "Task_SignRevocation");

    @Autowired
    private Office office;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private AwardRounds rounds;

    @Autowired
    private AwardProcedures procedures;

    @Autowired
    private Nominations nominations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private CouncilMembers members;

    @Autowired
    private CouncilSessions sessions;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private EngineIdentity identity;

    @Autowired
    private TimeMachine time;

    @Autowired
    private MovableClock clock;

    private final ObjectMapper json = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    // ---- people

    /** As this person in our rooms and in the engine with its authorizations. */
    public void as(String user, Set<String> groups, Runnable work) {
        ask(user, groups, () -> {
            work.run();
            return true;
        });
    }

    public <T> T ask(String user, Set<String> groups, Supplier<T> work) {
        return new Actor(user, groups).act(() -> {
            identity.enter(Actor.current());
            try {
                return work.get();
            } finally {
                identity.leave();
            }
        });
    }

    /** "can-bo@binh-phuoc.so-noi-vu": who usually works for the group. */
    public static String officer(String group) {
        return "can-bo@" + group;
    }

    /** The head of the group, who signs. */
    public static String head(String group) {
        return "lanh-dao@" + group;
    }

    public void asOfficer(String group, Runnable work) {
        as(officer(group), Set.of(group), work);
    }

    public void asUnit(String campaign, String unit, Runnable work) {
        asOfficer(Groups.ofUnit(campaign, unit), work);
    }

    public void asStanding(String campaign, Runnable work) {
        asOfficer(campaigns.get(campaign).standingAgencyGroup(), work);
    }

    // ---- tasks

    /** The open tasks of the business key with this definition. */
    public List<Task> tasks(String key, String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(definition)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public Task task(String key, String definition) {
        return task(key, definition, task -> true);
    }

    private Task task(String key, String definition, Predicate<Task> wanted) {
        return tasks(key, definition).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task %s of %s; open: %s"
                        .formatted(
                                definition,
                                key,
                                office.tasks(key).stream()
                                        .map(Task::getTaskDefinitionKey)
                                        .toList())));
    }

    /** The task that asks for this agency's opinion. */
    public Task appraisal(String dossier, String agency) {
        return task(dossier, "Task_AppraiseDossier", task -> groupOf(task).endsWith("." + agency));
    }

    /** The task of this definition whose own variable (member, hold, consultation, permission) has the value. */
    public Task task(String key, String definition, String variable, Object value) {
        return task(
                key,
                definition,
                task -> String.valueOf(value)
                        .equals(String.valueOf(runtime.getVariable(task.getExecutionId(), variable))));
    }

    /** The group that may work on the task; not the deputy's. */
    public String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null && !group.endsWith(".deputy"))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /** Completes the task as a person of its group (its head, where it is signed). @param answer null for a form without fields */
    public void complete(String key, String definition, @Nullable Object answer) {
        complete(task(key, definition), answer);
    }

    public void complete(Task task, @Nullable Object answer) {
        var group = groupOf(task);
        complete(task, SIGNING.contains(task.getTaskDefinitionKey()) ? head(group) : officer(group), group, answer);
    }

    public void complete(Task task, String user, String group, @Nullable Object answer) {
        complete(task, user, Set.of(group), answer == null ? Map.of() : Map.of("answer", write(answer)));
    }

    /** With the variables as a form would send them. */
    public void complete(Task task, String user, Set<String> groups, Map<String, Object> variables) {
        as(user, groups, () -> tasks.complete(task.getId(), variables));
    }

    /** The answer as JSON; a text is taken for JSON already. */
    public String write(Object answer) {
        if (answer instanceof String already) return already;
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // ---- time

    /** Fires everything due until the moment. */
    public void travelTo(Instant moment) {
        time.travelTo(moment);
    }

    public LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private static String text(LocalDate day) {
        return VietnamTime.date(day);
    }

    // ---- rounds

    public AwardRound prepare(String campaign, Occasion occasion, int year) {
        var prepared = new AwardRound[1];
        asStanding(
                campaign,
                () -> prepared[0] = rounds.prepare(
                        campaign, occasion, year, "Đợt xét %s năm %d".formatted(occasion.label(), year)));
        return prepared[0];
    }

    /** The proposed terms for these forms, with the window open from today to the day. */
    public TermsAnswer terms(String round, LocalDate closesOn, LocalDate appraisalDue, AwardForm... forms) {
        var proposed = rounds.get(round).terms();
        var given = forms.length == 0 ? proposed.forms() : List.of(forms);
        var basis = new HashMap<>(proposed.basis());
        given.forEach(form -> basis.putIfAbsent(form.name(), "văn bản số 01/SNV-TĐKT"));
        return new TermsAnswer(
                given,
                proposed.unitGroups(),
                text(today()),
                text(closesOn),
                text(appraisalDue),
                null,
                proposed.council(),
                proposed.quorumPercent(),
                proposed.thresholdPercent(),
                proposed.thresholdBase(),
                proposed.secret(),
                proposed.conflictLeavesBase(),
                basis);
    }

    /** Prepared and opened with its terms set; where numbers are to be allocated they are left to all units in common. */
    public AwardRound open(String campaign, Occasion occasion, int year, LocalDate closesOn, AwardForm... forms) {
        var key = prepare(campaign, occasion, year).key();
        complete(key, "Task_SetTerms", terms(key, closesOn, closesOn.plusDays(60), forms));
        if (!tasks(key, "Task_AllocateNumbers").isEmpty()) {
            complete(key, "Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung cho các đơn vị."));
        }
        return rounds.get(key);
    }

    /** An annual round of this year that closes in twenty days. */
    public AwardRound open(String campaign, AwardForm... forms) {
        return open(campaign, Occasion.ANNUAL, today().getYear(), today().plusDays(20), forms);
    }

    public AwardRound round(String key) {
        return rounds.get(key);
    }

    /** To the first moment after the window. */
    public void closeWindow(String round) {
        travelTo(rounds.get(round).closesAt().plusSeconds(2));
    }

    /** The lead agency ends the appraisal; nothing unfinished is named. */
    public void concludeAppraisal(String round) {
        complete(round, "Task_ConcludeAppraisal", new ConclusionAnswer("Đã thẩm định xong.", List.of()));
    }

    // ---- dossiers

    /** Everything a unit fills in, complete but for the files. */
    public DossierContent content(String campaign, AwardForm form, NomineeKind kind, String name) {
        return new DossierContent(
                form,
                form == AwardForm.HCLD ? 3 : null,
                kind,
                new NomineeEntry(null, true, kind, name, null, null, null, null, null),
                criteria(campaign, kind).id(),
                List.of(new AchievementEntry(
                        "Thành tích của " + name,
                        text(today().minusDays(150)),
                        text(today().minusDays(3)),
                        "Đã được nghiệm thu.")),
                false,
                false,
                null,
                "Hoàn thành xuất sắc nhiệm vụ chuyển đổi số.",
                List.of(),
                List.of(),
                Map.of());
    }

    private CriteriaGroup criteria(String campaign, NomineeKind kind) {
        var groups = campaigns.get(campaign).plan().criteria();
        return groups.stream()
                .filter(group -> group.nominee().equals(kind.name()))
                .findFirst()
                .orElse(groups.get(0));
    }

    /** A draft with all files the unit must attach. */
    public Dossier draft(String round, String unit, DossierContent content) {
        var campaign = rounds.get(round).campaign();
        var made = new Dossier[1];
        asUnit(campaign, unit, () -> {
            made[0] = nominations.create(round, unit, content);
            attachAll(made[0]);
        });
        return made[0];
    }

    /** Attaches a PDF for each component the unit must make. */
    public void attachAll(Dossier dossier) {
        procedures.of(campaigns.get(dossier.campaign()), dossier.form()).components().stream()
                .filter(component -> component.required() && component.maker() == Maker.UNIT)
                .forEach(component -> nominations.attach(
                        dossier.number(),
                        component.id(),
                        component.id() + ".pdf",
                        new ByteArrayInputStream(Office.pdf())));
    }

    public Dossier dossier(String number) {
        return dossiers.get(number);
    }

    /** Drafted and submitted by the unit. */
    public Dossier nominate(String round, String unit, AwardForm form, NomineeKind kind, String name) {
        var dossier = draft(round, unit, content(rounds.get(round).campaign(), form, kind, name));
        submit(dossier.number());
        return dossiers.get(dossier.number());
    }

    public void submit(String number) {
        complete(number, "Task_ComposeDossier", null);
    }

    public void receive(String number) {
        complete(number, "Task_ReceiveDossier", ReceiptAnswer.receive());
    }

    /** An opinion on every criterion of the dossier's group. */
    public OpinionAnswer opinion(String number, Verdict verdict) {
        var dossier = dossiers.get(number);
        var items = campaigns.get(dossier.campaign()).plan().criteria().stream()
                .filter(group -> group.id().equals(dossier.criteriaGroup()))
                .mapToInt(group -> group.items().size())
                .findFirst()
                .orElse(0);
        var scores = IntStream.rangeClosed(1, items)
                .mapToObj(item -> new CriterionScore(item, 90, "Đạt"))
                .toList();
        return new OpinionAnswer(verdict, verdict == Verdict.FAVOUR ? null : "Chưa đủ căn cứ.", scores, null, null);
    }

    public OpinionAnswer supplementRequest(String newDeadline) {
        return new OpinionAnswer(
                Verdict.SUPPLEMENT, "Thiếu xác nhận của cấp trình.", List.of(), "Điều 6 khoản 2", newDeadline);
    }

    /** Every agency asked that has not yet done so proposes the award. */
    public void appraise(String number) {
        for (var task : tasks(number, "Task_AppraiseDossier")) complete(task, opinion(number, Verdict.FAVOUR));
    }

    /** Nominated, received and appraised favourably. */
    public Dossier appraised(String round, String unit, AwardForm form, NomineeKind kind, String name) {
        var number = nominate(round, unit, form, kind, name).number();
        receive(number);
        appraise(number);
        return dossiers.get(number);
    }

    // ---- the council

    /** An account in the groups, known to the engine. */
    public void account(String user, String name, String... groups) {
        if (accounts.exists(user)) return;
        accounts.create(user, name, user + "@thidua.example", "Mat-khau-12345", Set.of(groups));
    }

    /** A council of so many voting members with accounts: "hd-chu-tich" and "hd-uy-vien-2" and so on. */
    public void council(String campaign, int size) {
        for (int i = 1; i <= size; i++) {
            var user = i == 1 ? "hd-chu-tich" : "hd-uy-vien-" + i;
            var name = i == 1 ? "Nguyễn Chủ Tịch" : "Trần Ủy Viên " + i;
            account(user, name);
            var seat = i == 1 ? Seat.CHAIR : Seat.MEMBER;
            asStanding(campaign, () -> members.appoint(campaign, user, name, seat.label(), seat, null, true));
        }
    }

    /** The sitting that runs for the round. */
    public CouncilSession session(String round) {
        var all = sessions.of(round);
        return all.get(all.size() - 1);
    }

    /** The vote is open until tomorrow 17:00. */
    public void callCouncil(String session) {
        complete(session, "Task_PrepareAgenda", agenda());
    }

    public AgendaAnswer agenda() {
        return new AgendaAnswer(
                text(today()),
                "08:00",
                "Phòng họp số 1",
                null,
                text(today().plusDays(1)) + " 17:00",
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** Every member with a ballot votes on every dossier as the function says. */
    public void castBallots(String session, Function<String, Vote> vote) {
        for (var ballot : tasks(session, "Task_CastBallot")) {
            var member = ballot.getAssignee();
            var votes = sessions.ballot(session, member).stream()
                    .map(item -> new DossierVote(item.dossier(), vote.apply(item.dossier()), null))
                    .toList();
            complete(
                    ballot,
                    member,
                    Groups.ofCouncil(session.substring(0, session.indexOf('/'))),
                    new BallotAnswer(votes));
        }
    }

    public void enterNoPostalBallots(String session) {
        complete(session, "Task_EnterPostalBallots", new PostalAnswer(List.of(), List.of(), List.of(), true));
    }

    /** As the order of Art. 4.6 proposes, where there are any. */
    public void settleTies(String session) {
        while (!tasks(session, "Task_SettleTies").isEmpty()) {
            var preferred = sessions.ties(session).stream()
                    .flatMap(tie -> tie.dossiers().stream().limit(tie.places()))
                    .toList();
            complete(
                    task(session, "Task_SettleTies"),
                    "hd-chu-tich",
                    Groups.ofCouncil(session.substring(0, session.indexOf('/'))),
                    new TieAnswer(preferred, "Theo thứ tự đề xuất."));
        }
    }

    public void checkMinutes(String session) {
        complete(session, "Task_CheckMinutes", new MinutesAnswer("08:00", "10:00", null, "Hội đồng nhất trí."));
    }

    /** As the chair. */
    public void signMinutes(String session, boolean approve) {
        complete(
                task(session, "Task_SignMinutes"),
                "hd-chu-tich",
                Groups.ofCouncil(session.substring(0, session.indexOf('/'))),
                new SignMinutesAnswer(approve, approve ? null : "Sửa lại số phiếu."));
    }

    /** The whole sitting: called, all vote as the function says, minutes signed. */
    public void sit(String round, Function<String, Vote> vote) {
        var session = session(round).key();
        callCouncil(session);
        castBallots(session, vote);
        enterNoPostalBallots(session);
        settleTies(session);
        checkMinutes(session);
        signMinutes(session, true);
    }

    // ---- decisions

    public List<AwardDecision> decisions(String round) {
        return decisions.of(round);
    }

    public AwardDecision decision(String key) {
        return decisions.get(key);
    }

    public DraftAnswer draft() {
        return new DraftAnswer("125/TTr-SNV", text(today()), List.of(), "Về việc tặng Bằng khen", null);
    }

    public static SignAnswer sign() {
        return new SignAnswer("SIGN", null, List.of());
    }

    public void sign(String decision) {
        complete(decision, "Task_DraftDecision", draft());
        complete(decision, "Task_SignDecision", sign());
    }

    /** Drafted, signed, numbered and so issued. */
    public AwardDecision issue(String decision) {
        sign(decision);
        complete(decision, "Task_NumberDecision", NumberAnswer.on(null));
        return decisions.get(decision);
    }

    public void carryOut(String decision) {
        complete(decision, "Task_SendResults", new DeliveryAnswer(null, null));
        complete(decision, "Task_HandOverCertificates", new DeliveryAnswer(null, null));
    }

    /**
     * The round from appraised dossiers to handed-over certificates: its window closes, the appraisal ends, the council (if it votes)
     * agrees to everything, every decision is issued and carried out.
     */
    public List<AwardDecision> award(String round) {
        closeWindow(round);
        concludeAppraisal(round);
        if (!sessions.of(round).isEmpty()) sit(round, dossier -> Vote.YES);
        var issued = new ArrayList<AwardDecision>();
        for (var decision : decisions.of(round)) {
            issue(decision.key());
            carryOut(decision.key());
            issued.add(decisions.get(decision.key()));
        }
        return issued;
    }
}
