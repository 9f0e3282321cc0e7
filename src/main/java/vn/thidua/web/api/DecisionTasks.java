package vn.thidua.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.appraisal.Consultations;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.Prize;
import vn.thidua.council.CouncilSessions;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.PrizeLine;
import vn.thidua.decision.Revocations;
import vn.thidua.decision.SubmissionItem;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Delegations;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.AwardTaskViews.DraftForm;
import vn.thidua.web.api.AwardTaskViews.DraftProposal;
import vn.thidua.web.api.AwardTaskViews.NumberForm;
import vn.thidua.web.api.AwardTaskViews.OutcomeForm;
import vn.thidua.web.api.AwardTaskViews.PrizeDays;
import vn.thidua.web.api.AwardTaskViews.PrizeView;
import vn.thidua.web.api.AwardTaskViews.SendForm;
import vn.thidua.web.api.AwardTaskViews.SendProposal;
import vn.thidua.web.api.AwardTaskViews.SigningForm;
import vn.thidua.web.api.AwardTaskViews.SubmissionForm;
import vn.thidua.web.api.AwardTaskViews.SubmissionProposal;
import vn.thidua.web.api.DecisionViews.CaseView;

/** What the forms of decisions, letters to superiors and revocations need. */
@Component
class DecisionTasks {

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final SuperiorSubmissions submissions;
    private final Revocations revocations;
    private final Consultations consultations;
    private final Delegations delegations;
    private final CouncilSessions sessions;
    private final DecisionViewer viewer;
    private final MovableClock clock;

    DecisionTasks(
            Campaigns campaigns,
            AwardRounds rounds,
            Dossiers dossiers,
            Decisions decisions,
            SuperiorSubmissions submissions,
            Revocations revocations,
            Consultations consultations,
            Delegations delegations,
            CouncilSessions sessions,
            DecisionViewer viewer,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.submissions = submissions;
        this.revocations = revocations;
        this.consultations = consultations;
        this.delegations = delegations;
        this.sessions = sessions;
        this.viewer = viewer;
        this.clock = clock;
    }

    AwardTask ofDecision(Located located, String asks) {
        var decision = decisions.get(located.businessKey());
        return switch (located.definition()) {
            case "Task_DraftDecision" -> draft(decision, asks);
            case "Task_SignDecision" -> sign(decision, asks);
            case "Task_NumberDecision" ->
                page(decision, "Cấp số quyết định", asks).with(null, number(decision));
            case "Task_SendResults" ->
                page(decision, "Gửi kết quả khen thưởng", asks)
                        .limit(decision.tellBy())
                        .plain(null);
            default ->
                page(decision, "Trao bằng", asks).limit(decision.deliverBy()).plain(null);
        };
    }

    private TaskPage page(AwardDecision decision, String heading, String asks) {
        var number = decision.number();
        return new TaskPage(
                        campaigns.get(decision.campaign()),
                        heading + ": " + rounds.get(decision.round()).name(),
                        asks,
                        clock.instant())
                .fact("Người quyết định", decision.authority().name())
                .fact("Trích yếu", decision.title())
                .fact("Tờ trình", letter(decision.letterNumber(), VietnamTime.date(decision.letterDate())))
                .fact("Số quyết định", number == null ? null : number.inWords())
                .fact("Số trường hợp", String.valueOf(decision.standing().size()))
                .by(AwardRole.DECIDE)
                .link("Trang quyết định", "/quyet-dinh/" + decision.id())
                .download("Quyết định (PDF)", paper(decision, "quyet-dinh.pdf"))
                .download("Quyết định (Word)", paper(decision, "quyet-dinh.docx"))
                .download("Tờ trình (PDF)", paper(decision, "to-trinh.pdf"))
                .link("Trang đợt xét", "/dot-xet/" + decision.round());
    }

    private static String paper(AwardDecision decision, String name) {
        return "/api/decisions/%d/documents/%s".formatted(decision.id(), name);
    }

    private static @Nullable String letter(@Nullable String number, String date) {
        return number == null ? null : "%s ngày %s".formatted(number, date);
    }

    private AwardTask draft(AwardDecision decision, String asks) {
        var proposal = decisions.proposal(decision.key());
        var plan = campaigns.get(decision.campaign()).plan().document();
        return page(decision, "Dự thảo quyết định", asks)
                .warning(decision.sentBack() == null ? null : "Người ký trả lại: " + decision.sentBack())
                .warning(
                        plan.number() == null || plan.date() == null
                                ? "Bản công bố của kế hoạch không ghi đủ số, ngày ban hành; hãy ghi thêm vào căn cứ nếu biết."
                                : null)
                .with(
                        null,
                        new DraftForm(
                                new DraftProposal(
                                        proposal.title(),
                                        proposal.submissionLetterNo(),
                                        proposal.submissionLetterDate(),
                                        proposal.symbol(),
                                        proposal.bases()),
                                standing(decision)));
    }

    private AwardTask sign(AwardDecision decision, String asks) {
        var page = page(decision, "Ký quyết định", asks);
        heldAmong(decision.standing().stream().map(item -> item.dossier()).toList())
                .forEach(held -> page.warning("Hồ sơ của %s đang tạm dừng xét; gạch tên hoặc chờ bỏ tạm dừng rồi ký."
                        .formatted(held.nomineeName())));
        return page.with(
                null,
                new SigningForm(
                        capacity(decision.campaign(), decision.authority()),
                        toSign(decision),
                        viewer.quotas(decision)));
    }

    private NumberForm number(AwardDecision decision) {
        var earliest =
                VietnamTime.dayOf(Objects.requireNonNull(decision.signature()).at());
        var periods = new ArrayList<PrizeDays>();
        earliest.datesUntil(clock.today().plusDays(1)).forEach(day -> {
            var lines = decisions.prizes(decision, day).stream()
                    .map(DecisionTasks::prize)
                    .toList();
            var last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
            if (last == null || !last.lines().equals(lines)) {
                periods.add(new PrizeDays(day.toString(), day.toString(), lines));
            } else {
                periods.set(periods.size() - 1, new PrizeDays(last.from(), day.toString(), lines));
            }
        });
        return new NumberForm(VietnamTime.date(earliest), periods);
    }

    private static PrizeView prize(PrizeLine line) {
        return new PrizeView(
                "%s-%s-%s".formatted(line.form(), line.grade(), line.kind()),
                line.form(),
                line.grade(),
                line.kind(),
                "%s – %s".formatted(line.form().named(line.grade()), line.kind().label()),
                line.cases(),
                line.known().map(Prize::amount).orElse(null),
                line.known().map(Prize::source).orElse(null));
    }

    private List<Dossier> heldAmong(List<String> numbers) {
        return dossiers.all(numbers).stream().filter(Dossier::held).toList();
    }

    private static List<CaseView> standing(AwardDecision decision) {
        return decision.standing().stream().map(CaseView::of).toList();
    }

    /** With what the council settled among equal votes: it says who comes first where a quota is short. */
    private List<CaseView> toSign(AwardDecision decision) {
        var places = sessions.settledPlaces(decision.round());
        return decision.standing().stream()
                .map(item -> CaseView.of(item, places.get(item.dossier())))
                .toList();
    }

    /** In which capacity the actor would sign today. */
    private String capacity(String campaign, DecisionAuthority authority) {
        var actor = Actor.current();
        if (actor.isIn(authority.group())) return "Ông/bà ký theo thẩm quyền: %s.".formatted(authority.name());
        return delegations
                .inForce(campaign, actor.userId(), clock.today())
                .map(delegation -> "Ông/bà ký %s %s theo %s ngày %s, có hiệu lực đến hết ngày %s."
                        .formatted(
                                delegation.capacity().printed(),
                                authority.position(),
                                delegation.document(),
                                VietnamTime.date(delegation.documentDate()),
                                VietnamTime.date(delegation.to())))
                .orElse("Hôm nay ông/bà không có văn bản giao quyền, ủy quyền còn hiệu lực nên chưa ký được.");
    }

    AwardTask ofSubmission(Located located, String asks) {
        var submission = submissions.get(located.businessKey());
        return switch (located.definition()) {
            case "Task_PrepareSubmission" ->
                page(submission, "Lập hồ sơ trình", asks)
                        .warning(submission.sentBack() == null ? null : "Trả lại: " + submission.sentBack())
                        .limit(submission.submitBy())
                        .with(
                                null,
                                new SubmissionForm(
                                        new SubmissionProposal(submission.title(), submission.summary()),
                                        viewer.cases(submission.pending())));
            case "Task_RecordReply" -> reply(submission, asks, Objects.requireNonNull(located.consultation()));
            case "Task_SignSubmission" ->
                page(submission, "Ký tờ trình", asks)
                        .limit(submission.submitBy())
                        .with(
                                null,
                                new SigningForm(
                                        capacity(submission.campaign(), submission.signer()),
                                        viewer.cases(submission.pending()),
                                        List.of()));
            case "Task_SendSubmission" ->
                page(submission, "Gửi cấp trên", asks)
                        .limit(submission.submitBy())
                        .with(
                                null,
                                new SendForm(new SendProposal(
                                        VietnamTime.date(clock.today()),
                                        submission.superior().name())));
            default ->
                page(submission, "Nhập kết quả của cấp trên", asks)
                        .with(null, new OutcomeForm(viewer.cases(submission.pending())));
        };
    }

    private TaskPage page(SuperiorSubmission submission, String heading, String asks) {
        var number = submission.number();
        return new TaskPage(
                        campaigns.get(submission.campaign()),
                        heading + ": " + rounds.get(submission.round()).name(),
                        asks,
                        clock.instant())
                .fact("Trình", submission.superior().name())
                .fact("Trích yếu", submission.title())
                .fact("Tờ trình", number == null ? null : number.inWords())
                .fact("Nơi nhận", submission.sentTo())
                .download(
                        "Tờ trình và danh sách (Word)",
                        "/api/superior-submissions/%d/documents/to-trinh.docx".formatted(submission.id()))
                .download(
                        "Tờ trình và danh sách (PDF)",
                        "/api/superior-submissions/%d/documents/to-trinh.pdf".formatted(submission.id()))
                .download(
                        "Công văn và danh sách (Word)",
                        "/api/superior-submissions/%d/documents/cong-van.docx".formatted(submission.id()))
                .download(
                        "Công văn và danh sách (PDF)",
                        "/api/superior-submissions/%d/documents/cong-van.pdf".formatted(submission.id()))
                .by(AwardRole.LEAD)
                .link("Trang tờ trình", "/trinh-cap-tren/" + submission.id())
                .link("Trang đợt xét", "/dot-xet/" + submission.round());
    }

    private AwardTask reply(SuperiorSubmission submission, String asks, long id) {
        var asked = consultations.get(id);
        var nominee = submission.items().stream()
                .filter(item -> item.dossier().equals(asked.dossier()))
                .map(SubmissionItem::nomineeName)
                .findFirst()
                .orElse(asked.dossier());
        return page(submission, "Ghi ý kiến trả lời", asks)
                .fact("Về", nominee)
                .fact(asked.kind().label(), asked.addressee())
                .fact("Văn bản hỏi", "%s ngày %s".formatted(asked.document(), VietnamTime.date(asked.sentOn())))
                .fact("Căn cứ của hạn", asked.limitBasis())
                .limit(asked.dueAt())
                .link("Trang hồ sơ", AwardNames.page(asked.dossier()))
                .plain(null);
    }

    AwardTask ofRevocation(Located located, String asks) {
        var revocation = revocations.get(located.businessKey());
        var entry = revocation.entry();
        var heading = switch (located.definition()) {
            case "Task_ProposeRevocation" -> "Đề nghị hủy bỏ";
            case "Task_SignRevocation" -> "Ký quyết định hủy bỏ";
            case "Task_RecoverAward" -> "Thu hồi bằng, tiền thưởng";
            default -> revocation.kind().label() + " bằng";
        };
        return new TaskPage(campaigns.get(entry.campaign()), heading + ": " + entry.name(), asks, clock.instant())
                .fact("Khen thưởng", entry.award())
                .fact("Văn bản khen thưởng", entry.document())
                .fact("Đơn vị", entry.unitName())
                .fact("Số trong sổ vàng", entry.key())
                .fact("Lý do", revocation.reason())
                .fact("Căn cứ", revocation.article())
                .warning(revocation.sentBack() == null ? null : "Trả lại: " + revocation.sentBack())
                .limit(revocation.recoverBy())
                .link("Sổ vàng", "/so-vang/" + entry.campaign())
                .link("Trang hồ sơ", AwardNames.page(entry.dossier()))
                .plain(null);
    }
}
