package vn.thidua.simulation;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.appraisal.CriterionScore;
import vn.thidua.appraisal.OpinionAnswer;
import vn.thidua.appraisal.Verdict;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.AgendaAnswer;
import vn.thidua.council.BallotAnswer;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.DossierVote;
import vn.thidua.council.MinutesAnswer;
import vn.thidua.council.PostalAnswer;
import vn.thidua.council.SignMinutesAnswer;
import vn.thidua.council.Vote;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.DraftAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.SignAnswer;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.AllocationAnswer;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.nomination.ReceiptAnswer.Decision;
import vn.thidua.nomination.TermsAnswer;
import vn.thidua.nomination.Upload;
import vn.thidua.organisation.Groups;

/**
 * The award work of the demonstration, done by completing the same tasks as people do: last year's round has ended in certificates, and in
 * this year's every role finds something to do.
 */
@Component
@DemoOnly
class ScriptedAwards {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final int WEEK = 7;
    private static final int OPEN_DAYS_LEFT = 20;

    private final Campaigns campaigns;
    private final AwardProcedures procedures;
    private final AwardRounds rounds;
    private final Nominations nominations;
    private final Dossiers dossiers;
    private final CouncilSessions sessions;
    private final Decisions decisions;
    private final TaskService tasks;
    private final ObjectMapper json = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    ScriptedAwards(
            Campaigns campaigns,
            AwardProcedures procedures,
            AwardRounds rounds,
            Nominations nominations,
            Dossiers dossiers,
            CouncilSessions sessions,
            Decisions decisions,
            TaskService tasks) {
        this.campaigns = campaigns;
        this.procedures = procedures;
        this.rounds = rounds;
        this.nominations = nominations;
        this.dossiers = dossiers;
        this.sessions = sessions;
        this.decisions = decisions;
        this.tasks = tasks;
    }

    /** What is done on the day of a rehearsal that lasts from {@code begin} until {@code today}. */
    void work(LocalDate day, LocalDate begin, LocalDate today) {
        if (campaigns.find(CAMPAIGN).isEmpty()) return;
        if (day.equals(begin)) openLastYears(begin);
        if (day.equals(begin.plusDays(WEEK))) vote(lastYears(begin), day);
        if (day.equals(begin.plusDays(2 * WEEK))) {
            award(lastYears(begin), day);
            openThisYears(day, today);
        }
    }

    private static String lastYears(LocalDate begin) {
        return "%s/%d-%s".formatted(CAMPAIGN, begin.getYear() - 1, Occasion.ANNUAL);
    }

    private void openLastYears(LocalDate begin) {
        var round = open(begin.getYear() - 1, begin, begin.plusDays(WEEK - 2), begin.plusDays(2 * WEEK));
        nominate(round, "so-y-te", NomineeKind.COLLECTIVE, "Phòng Nghiệp vụ Y, Sở Y tế", begin);
        nominate(round, "so-gddt", NomineeKind.INDIVIDUAL, "Nguyễn Thị Minh Tâm", begin);
    }

    private void vote(String round, LocalDate day) {
        finish("Task_ReceiveDossier", ReceiptAnswer.receive());
        appraise(round);
        finish("Task_ConcludeAppraisal", new ConclusionAnswer("Đã thẩm định xong.", List.of()));
        finish("Task_PrepareAgenda", agenda(day));
        var session = sessions.of(round).get(0).key();
        for (var ballot : open("Task_CastBallot")) {
            var votes = sessions.ballot(session, ballot.getAssignee()).stream()
                    .map(item -> new DossierVote(item.dossier(), Vote.YES, null))
                    .toList();
            complete(ballot, ballot.getAssignee(), Groups.ofCouncil(CAMPAIGN), new BallotAnswer(votes));
        }
    }

    private static AgendaAnswer agenda(LocalDate day) {
        return new AgendaAnswer(
                VietnamTime.date(day),
                "14:00",
                "Phòng họp số 1, trụ sở UBND tỉnh",
                null,
                VietnamTime.date(day.plusDays(2)) + " 17:00",
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private void award(String round, LocalDate day) {
        finish("Task_EnterPostalBallots", new PostalAnswer(List.of(), List.of(), List.of(), true));
        finish(
                "Task_CheckMinutes",
                new MinutesAnswer("14:00", "15:30", null, "Hội đồng thống nhất đề nghị khen thưởng."));
        open("Task_SignMinutes")
                .forEach(minutes -> complete(
                        minutes,
                        person("chu-tich-hoi-dong"),
                        Groups.ofCouncil(CAMPAIGN),
                        new SignMinutesAnswer(true, null)));
        var proposed = decisions.proposal(decisions.of(round).get(0).key());
        finish(
                "Task_DraftDecision",
                new DraftAnswer("125/TTr-SNV", VietnamTime.date(day), proposed.bases(), proposed.title(), null));
        finish("Task_SignDecision", new SignAnswer("SIGN", null, List.of()));
        finish("Task_NumberDecision", NumberAnswer.on(null));
        finish("Task_SendResults", new DeliveryAnswer(null, null));
        finish("Task_HandOverCertificates", new DeliveryAnswer(null, null));
    }

    /** One dossier waits to be received, one is being appraised, one must be supplemented, one is a draft. */
    private void openThisYears(LocalDate day, LocalDate today) {
        var closes = today.plusDays(OPEN_DAYS_LEFT);
        var round = open(day.getYear(), day, closes, closes.plusDays(30));
        nominate(round, "so-tai-chinh", NomineeKind.COLLECTIVE, "Phòng Tin học và Thống kê, Sở Tài chính", day);
        finish("Task_ReceiveDossier", ReceiptAnswer.receive());
        nominate(round, "so-y-te", NomineeKind.INDIVIDUAL, "Trần Quốc Dũng", day);
        finish(
                "Task_ReceiveDossier",
                new ReceiptAnswer(
                        Decision.SUPPLEMENT,
                        "Báo cáo thành tích chưa có xác nhận của Thủ trưởng đơn vị.",
                        "Mục IV.2 Kế hoạch",
                        VietnamTime.date(today.plusDays(WEEK)),
                        List.of()));
        nominate(round, "so-xay-dung", NomineeKind.INDIVIDUAL, "Lê Thị Hồng Nhung", day);
        draft(round, "so-gddt", NomineeKind.COLLECTIVE, "Trường THPT chuyên Quang Trung", day);
    }

    private String open(int year, LocalDate from, LocalDate closesOn, LocalDate appraisalDue) {
        var campaign = campaigns.get(CAMPAIGN);
        var agency = campaign.plan().standingAgency().id();
        var key = as(
                        person(agency),
                        campaign.standingAgencyGroup(),
                        () -> rounds.prepare(
                                CAMPAIGN, Occasion.ANNUAL, year, "Đợt xét khen thưởng hằng năm %d".formatted(year)))
                .key();
        var terms = rounds.get(key).terms();
        finish(
                "Task_SetTerms",
                new TermsAnswer(
                        List.of(AwardForm.BK_TINH),
                        terms.unitGroups(),
                        VietnamTime.date(from),
                        VietnamTime.date(closesOn),
                        VietnamTime.date(appraisalDue),
                        null,
                        terms.council(),
                        terms.quorumPercent(),
                        terms.thresholdPercent(),
                        terms.thresholdBase(),
                        terms.secret(),
                        terms.conflictLeavesBase(),
                        terms.basis()));
        finish("Task_AllocateNumbers", new AllocationAnswer(List.of(), "Để chung cho các đơn vị."));
        return key;
    }

    private void nominate(String round, String unit, NomineeKind kind, String name, LocalDate day) {
        var number = draft(round, unit, kind, name, day);
        of(number, "Task_ComposeDossier")
                .forEach(task -> complete(task, person(unit), Groups.ofUnit(CAMPAIGN, unit), null));
    }

    private String draft(String round, String unit, NomineeKind kind, String name, LocalDate day) {
        var campaign = campaigns.get(CAMPAIGN);
        var files = procedures.of(campaign, AwardForm.BK_TINH).components().stream()
                .filter(component -> component.required() && component.maker() == Maker.UNIT)
                .map(component -> new Upload(
                        component.id(),
                        component.id() + ".pdf",
                        SamplePdf.saying("Ban mau de trinh dien: " + component.id() + " " + unit)))
                .toList();
        return as(
                        person(unit),
                        Groups.ofUnit(CAMPAIGN, unit),
                        () -> nominations.create(round, unit, content(campaign, kind, name, day), files))
                .number();
    }

    private static DossierContent content(Campaign campaign, NomineeKind kind, String name, LocalDate day) {
        var criteria = campaign.plan().criteria().stream()
                .filter(group -> group.nominee().equals(kind.name()))
                .findFirst();
        return new DossierContent(
                AwardForm.BK_TINH,
                null,
                kind,
                new NomineeEntry(null, true, kind, name, null, null, null, null, null),
                criteria.map(group -> group.id()).orElse(null),
                List.of(new AchievementEntry(
                        "Số hóa và dùng chung dữ liệu nghiệp vụ",
                        VietnamTime.date(day.minusMonths(10)),
                        VietnamTime.date(day.minusDays(10)),
                        "Rút ngắn một nửa thời gian giải quyết hồ sơ; được nghiệm thu, đưa vào sử dụng.")),
                false,
                false,
                null,
                "Hoàn thành xuất sắc nhiệm vụ, đi đầu trong chuyển đổi số của ngành.",
                List.of(),
                List.of(),
                Map.of());
    }

    private void appraise(String round) {
        var groups = campaigns.get(CAMPAIGN).plan().criteria();
        for (var dossier : dossiers.of(round)) {
            var items = groups.stream()
                    .filter(group -> group.id().equals(dossier.criteriaGroup()))
                    .mapToInt(group -> group.items().size())
                    .sum();
            var scores = IntStream.rangeClosed(1, items)
                    .mapToObj(item -> new CriterionScore(item, 85 + item, "Đạt"))
                    .toList();
            of(dossier.number(), "Task_AppraiseDossier")
                    .forEach(task -> complete(task, new OpinionAnswer(Verdict.FAVOUR, null, scores, null, null)));
        }
    }

    private List<Task> open(String definition) {
        return tasks.createTaskQuery().taskDefinitionKey(definition).list();
    }

    private List<Task> of(String key, String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(definition)
                .list();
    }

    /** Completes every open task of the kind. */
    private void finish(String definition, Object answer) {
        open(definition).forEach(task -> complete(task, answer));
    }

    /** As the person of the demonstration who works for the task's group, rather than the deputy. */
    private void complete(Task task, Object answer) {
        var group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(candidate -> candidate != null && !candidate.equals(Groups.ofDeputy(CAMPAIGN)))
                .sorted()
                .findFirst()
                .orElseThrow();
        complete(task, workingFor(group), group, answer);
    }

    private void complete(Task task, String user, String group, @Nullable Object answer) {
        as(user, group, () -> {
            tasks.complete(task.getId(), answer == null ? Map.of() : Map.of("answer", text(answer)));
            return task;
        });
    }

    private static String workingFor(String group) {
        if (group.equals(Groups.ofSecretary(CAMPAIGN))) return person("thu-ky");
        if (group.equals(Groups.ofClerk(CAMPAIGN))) return person("van-thu");
        return person(group.substring(group.lastIndexOf('.') + 1));
    }

    private static String person(String body) {
        return body + "@" + CAMPAIGN;
    }

    private static <T> T as(String user, String group, Supplier<T> work) {
        return new Actor(user, Set.of(group)).act(work);
    }

    private String text(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
