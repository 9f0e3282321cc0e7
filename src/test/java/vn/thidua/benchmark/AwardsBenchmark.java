package vn.thidua.benchmark;

import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.appraisal.Verdict;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.BallotAnswer;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.DossierVote;
import vn.thidua.council.MinutesAnswer;
import vn.thidua.council.PostalAnswer;
import vn.thidua.council.SignMinutesAnswer;
import vn.thidua.council.Vote;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.CertificatePrints;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.DeliveryAnswer;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.nomination.ConclusionAnswer;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.ImportProgress;
import vn.thidua.nomination.NominationImports;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.nomination.Upload;
import vn.thidua.organisation.Groups;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.Office;

/**
 * Counts what award work costs: a dossier's way from its draft with its files to the issued award, its share of sitting and decision
 * included; an Excel list of 2,000 nominees; a decision with 500 awards and its certificates.
 */
class AwardsBenchmark extends Metered {

    private static final String PROVINCE = "binh-phuoc";
    private static final String COMMUNE = "quang-trach";
    private static final int COLLECTIVES = 8;
    private static final int INDIVIDUALS = 12;
    private static final int MEMBERS = 9;
    private static final int NOMINEES = 2_000;
    private static final int AWARDS = 500;

    @Autowired
    private AwardOffice awards;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private AwardProcedures procedures;

    @Autowired
    private Nominations nominations;

    @Autowired
    private NominationImports imports;

    @Autowired
    private CouncilSessions sessions;

    @Autowired
    private Decisions decisions;

    @Autowired
    private CertificatePrints prints;

    @Autowired
    private TaskService tasks;

    @Test
    void counts_the_whole_way_of_a_dossier() {
        office.adopt(PROVINCE, "05/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        awards.council(PROVINCE, MEMBERS);
        var first = awards.open(PROVINCE, BK_TINH).key();
        propose(first, "so-y-te", BK_TINH, 1, 1);
        issue(first);
        handOver(first);
        office.travelTo("10/01/2027 08:00:00");
        var round = awards.open(PROVINCE, BK_TINH).key();
        meter.beside("stored_file", "attachment", "dossier_component");
        meter.begin();
        propose(round, "so-y-te", BK_TINH, COLLECTIVES, INDIVIDUALS);
        issue(round);
        meter.end("a dossier, from its draft to the issued award", COLLECTIVES + INDIVIDUALS);
        meter.begin();
        handOver(round);
        meter.end("its result told, its certificate handed over", COLLECTIVES + INDIVIDUALS);
    }

    /** From the drafts to the minutes of the council. */
    private void propose(String round, String unit, AwardForm form, int collectives, int individuals) {
        var cases = collectives + individuals;
        for (int i = 0; i < cases; i++) {
            var kind = i < collectives ? NomineeKind.COLLECTIVE : NomineeKind.INDIVIDUAL;
            var number = nominate(round, unit, form, kind, "Hồ sơ đo %s số %d".formatted(round, i));
            complete(number, "Task_ReceiveDossier", ReceiptAnswer.receive());
            var opinion = awards.opinion(number, Verdict.FAVOUR);
            awards.tasks(number, "Task_AppraiseDossier").forEach(task -> complete(task, opinion));
            if (i % 20 == 19) Meter.progress("nominated and appraised", i + 1, cases);
        }
        awards.closeWindow(round);
        complete(round, "Task_ConcludeAppraisal", new ConclusionAnswer("Đã thẩm định xong.", List.of()));
        sessions.of(round).forEach(session -> sit(session.key(), campaignOf(round)));
    }

    private String nominate(String round, String unit, AwardForm form, NomineeKind kind, String name) {
        var campaign = campaignOf(round);
        var files = procedures.of(campaigns.get(campaign), form).components().stream()
                .filter(component -> component.required() && component.maker() == Maker.UNIT)
                .map(component ->
                        new Upload(component.id(), component.id() + ".pdf", new ByteArrayInputStream(Office.pdf())))
                .toList();
        var content = awards.content(campaign, form, kind, name);
        var made = new Dossier[1];
        meter.count(
                "draft with its files",
                () -> awards.asUnit(campaign, unit, () -> made[0] = nominations.create(round, unit, content, files)));
        complete(made[0].number(), "Task_ComposeDossier", null);
        return made[0].number();
    }

    private static String campaignOf(String round) {
        return round.substring(0, round.indexOf('/'));
    }

    private void sit(String session, String campaign) {
        complete(session, "Task_PrepareAgenda", awards.agenda());
        for (var ballot : awards.tasks(session, "Task_CastBallot")) {
            var member = ballot.getAssignee();
            var votes = sessions.ballot(session, member).stream()
                    .map(item -> new DossierVote(item.dossier(), Vote.YES, null))
                    .toList();
            complete(ballot, member, Groups.ofCouncil(campaign), new BallotAnswer(votes));
        }
        complete(session, "Task_EnterPostalBallots", new PostalAnswer(List.of(), List.of(), List.of(), true));
        complete(session, "Task_CheckMinutes", new MinutesAnswer("08:00", "10:00", null, "Hội đồng nhất trí."));
        complete(
                awards.task(session, "Task_SignMinutes"),
                "hd-chu-tich",
                Groups.ofCouncil(campaign),
                new SignMinutesAnswer(true, null));
    }

    private void issue(String round) {
        for (var decision : decisions.of(round)) {
            complete(decision.key(), "Task_DraftDecision", awards.draft());
            complete(decision.key(), "Task_SignDecision", AwardOffice.sign());
            complete(decision.key(), "Task_NumberDecision", NumberAnswer.on(null));
        }
    }

    private void handOver(String round) {
        for (var decision : decisions.of(round)) {
            complete(decision.key(), "Task_SendResults", new DeliveryAnswer(null, null));
            complete(decision.key(), "Task_HandOverCertificates", new DeliveryAnswer(null, null));
        }
    }

    private void complete(String key, String definition, @Nullable Object answer) {
        complete(awards.task(key, definition), answer);
    }

    private void complete(Task task, @Nullable Object answer) {
        var group = awards.groupOf(task);
        var signs = task.getTaskDefinitionKey().startsWith("Task_Sign");
        complete(task, signs ? AwardOffice.head(group) : AwardOffice.officer(group), group, answer);
    }

    /** Counts the completion alone; who looked for the task and what the answer is made of is not part of it. */
    private void complete(Task task, String user, String group, @Nullable Object answer) {
        var variables =
                answer == null ? Map.<String, Object>of() : Map.<String, Object>of("answer", awards.write(answer));
        meter.count(
                task.getTaskDefinitionKey(),
                () -> awards.as(user, Set.of(group), () -> tasks.complete(task.getId(), variables)));
    }

    @Test
    void counts_an_excel_list_of_two_thousand_nominees() {
        office.adopt("son-la", "05/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var round = awards.open("son-la", GK).key();
        takeOver(round, list(200, "Khởi động"));
        var list = list(NOMINEES, "Người");
        meter.begin();
        meter.count(() -> takeOver(round, list));
        meter.end("an Excel list, read, checked and taken over", NOMINEES);
    }

    private void takeOver(String round, byte[] list) {
        var unit = Groups.ofUnit("son-la", "so-y-te");
        var id = as(unit, () -> {
            var kept = imports.keep(round, "so-y-te", new NominationImports.Files("danh-sach.xlsx", list, null, null));
            imports.start(kept);
            return kept;
        });
        ImportProgress progress;
        do {
            pause();
            progress = as(unit, () -> imports.progress(id));
            Meter.progress("taken over", progress.done(), progress.total());
        } while (progress.state() == ImportProgress.State.RUNNING);
        if (progress.problem() != null) throw new AssertionError(progress.problem());
    }

    private static byte[] list(int rows, String called) {
        return Workbooks.write(List.of(new Sheet(
                "Danh sách",
                List.of(
                        "Mã dòng",
                        "Loại",
                        "Họ và tên, tên tập thể, hộ",
                        "Ngày sinh",
                        "Hình thức đề nghị",
                        "Thành tích",
                        "Từ ngày",
                        "Đến ngày"),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> List.<Object>of(
                                String.valueOf(i),
                                "Cá nhân",
                                "%s Thứ %d".formatted(called, i),
                                "%02d/%02d/19%02d".formatted(i % 28 + 1, i % 12 + 1, 60 + i % 40),
                                "Giấy khen",
                                "Sáng kiến số " + i,
                                "01/01/2026",
                                "30/06/2026"))
                        .toList())));
    }

    @Test
    void counts_a_decision_with_five_hundred_awards_and_its_certificates() {
        office.adopt(COMMUNE, "05/11/2026", unit("phong-kinh-te", "Phòng Kinh tế", "ban-nganh"));
        awards.council(COMMUNE, MEMBERS);
        var round = awards.open(COMMUNE, GK).key();
        propose(round, "phong-kinh-te", GK, 0, AWARDS);
        var decision = decisions.of(round).get(0);
        meter.begin();
        complete(decision.key(), "Task_DraftDecision", awards.draft());
        complete(decision.key(), "Task_SignDecision", AwardOffice.sign());
        complete(decision.key(), "Task_NumberDecision", NumberAnswer.on(null));
        meter.end("a decision signed, numbered, issued and registered", AWARDS);
        print(decision, CertificatePrints.Kind.WORD, "its certificates as Word");
        print(decision, CertificatePrints.Kind.PDF, "its certificates as PDF");
    }

    private void print(AwardDecision decision, CertificatePrints.Kind kind, String name) {
        var clerk = decisions.clerkGroups(decision).get(0);
        meter.begin();
        meter.count(() -> {
            var id = as(clerk, () -> prints.start(decision.id(), kind)).id();
            CertificatePrints.Progress progress;
            do {
                pause();
                progress = as(clerk, () -> prints.progress(id));
                Meter.progress(name, progress.done(), progress.total());
            } while (progress.state() == CertificatePrints.State.RUNNING);
            if (progress.problem() != null) throw new AssertionError(progress.problem());
            as(clerk, () -> prints.take(id));
        });
        meter.end(name, AWARDS);
    }

    private <T> T as(String group, Supplier<T> work) {
        return awards.ask(AwardOffice.officer(group), Set.of(group), work);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
