package vn.thidua.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Duty;
import vn.thidua.document.Attachments;
import vn.thidua.organisation.People;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;
import vn.thidua.submission.AllowedActs;
import vn.thidua.submission.ConsolidatedReports;
import vn.thidua.submission.Deadlines;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Part;
import vn.thidua.submission.ReportFigures;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;
import vn.thidua.submission.Versions.Version;
import vn.thidua.web.api.CampaignViews.ChangeView;
import vn.thidua.web.api.ObligationViews.ClauseView;
import vn.thidua.web.api.ObligationViews.ConsolidationView;
import vn.thidua.web.api.ObligationViews.DeadlineMoveView;
import vn.thidua.web.api.ObligationViews.DraftView;
import vn.thidua.web.api.ObligationViews.FileView;
import vn.thidua.web.api.ObligationViews.ObligationDetail;
import vn.thidua.web.api.ObligationViews.ObligationSummary;
import vn.thidua.web.api.ObligationViews.ObstacleView;
import vn.thidua.web.api.ObligationViews.PartView;
import vn.thidua.web.api.ObligationViews.VersionView;

/** Puts together what is shown of an obligation. Whether the actor may see it has been asked before. */
@Component
class ObligationViewer {

    private static final Map<String, String> OUTCOMES = Map.of(
            "ACCEPTED", "Đã tiếp nhận",
            "RETURNED", "Đã trả lại",
            "WITHDRAWN", "Đơn vị đã rút lại");
    private static final Map<String, String> CAUSES = Map.of(
            "RULING", "Quyết định điểm bỏ ngỏ",
            "AMENDMENT", "Sửa đổi, bổ sung kế hoạch",
            "EXTENSION", "Gia hạn",
            "RETURN", "Trả lại, nộp lại");

    private final Campaigns campaigns;
    private final Units units;
    private final Versions versions;
    private final People people;
    private final Deadlines deadlines;
    private final Attachments attachments;
    private final Submissions submissions;
    private final ConsolidatedReports reports;
    private final AllowedActs acts;
    private final MovableClock clock;

    ObligationViewer(
            Campaigns campaigns,
            Units units,
            Versions versions,
            People people,
            Deadlines deadlines,
            Attachments attachments,
            Submissions submissions,
            ConsolidatedReports reports,
            AllowedActs acts,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.units = units;
        this.versions = versions;
        this.people = people;
        this.deadlines = deadlines;
        this.attachments = attachments;
        this.submissions = submissions;
        this.reports = reports;
        this.acts = acts;
        this.clock = clock;
    }

    List<ObligationSummary> summaries(Campaign campaign, List<Obligation> obligations) {
        var now = clock.instant();
        var byCode = units.of(campaign.code()).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        return obligations.stream()
                .map(obligation ->
                        summary(campaign, obligation, Optional.ofNullable(byCode.get(obligation.owner())), now))
                .toList();
    }

    ObligationDetail detail(Obligation obligation) {
        var campaign = campaigns.get(obligation.campaign());
        var plan = campaign.plan();
        var duty = plan.duty(obligation.duty()).orElseThrow();
        var unit = units.find(campaign.code(), obligation.owner());
        var deadlineBasis = duty.basis(unit.map(Unit::group).orElse(""));
        var seesDraft = acts.seesDraft(campaign, obligation);
        return new ObligationDetail(
                summary(campaign, obligation, unit, clock.instant()),
                campaign.name(),
                plan.authority().name(),
                plan.document().inWords(),
                ClauseView.of(new Line(duty.clause(), duty.quote(), duty.note())),
                deadlineBasis.quote().equals(duty.quote()) ? null : ClauseView.of(deadlineBasis),
                duty.via(),
                campaign.changes().stream()
                        .filter(change -> duty.id().equals(change.duty()))
                        .map(ChangeView::of)
                        .toList(),
                versions(campaign, obligation),
                deadlines.of(obligation.id()).stream()
                        .map(moved -> move(campaign, moved))
                        .toList(),
                acts.writesDraft(campaign, obligation),
                seesDraft ? draft(obligation.id()) : null,
                seesDraft ? obstacles(obligation.id()) : List.of(),
                ReportFigures.ALL,
                obligation.type() == Duty.Type.CONSOLIDATED_REPORT
                        ? ConsolidationView.of(reports.of(obligation))
                        : null);
    }

    DraftView draft(long obligation) {
        var draft = versions.draft(obligation);
        return new DraftView(
                draft.content(),
                attachments.describe(draft.attachments()).stream()
                        .map(FileView::of)
                        .toList(),
                draft.savedBy(),
                Moment.of(draft.savedAt()));
    }

    List<ObstacleView> obstacles(long obligation) {
        return submissions.obstacles(obligation).stream().map(ObstacleView::of).toList();
    }

    private ObligationSummary summary(Campaign campaign, Obligation obligation, Optional<Unit> unit, Instant now) {
        return new ObligationSummary(
                obligation.id(),
                obligation.key(),
                obligation.campaign(),
                obligation.duty(),
                campaign.plan().duty(obligation.duty()).map(Duty::name).orElse(obligation.duty()),
                obligation.type(),
                obligation.title(),
                obligation.period().code(),
                obligation.period().inWords(),
                obligation.owner(),
                obligation.ownerName(),
                unit.filter(each -> each.emails().isEmpty()).isPresent(),
                obligation.parts().stream()
                        .map(part -> part(campaign, obligation, part, now))
                        .toList());
    }

    private PartView part(Campaign campaign, Obligation obligation, Part part, Instant now) {
        var deadline = Optional.ofNullable(part.deadline());
        return new PartView(
                part.addressee(),
                campaign.plan().agencyName(part.addressee()),
                part.state(),
                part.statusAt(now),
                part.isLateAt(now),
                part.returned(),
                deadline.map(each -> each.instant().atZone(VietnamTime.ZONE).toOffsetDateTime())
                        .orElse(null),
                deadline.map(Deadline::lastDay).orElse(null),
                part.deadlineInWords(),
                part.version(),
                Moment.of(part.submittedAt()),
                part.lateSeconds(),
                Moment.of(part.acceptedAt()),
                acts.on(campaign, obligation, part));
    }

    private List<VersionView> versions(Campaign campaign, Obligation obligation) {
        var all = versions.of(obligation.id());
        var called = people.called(all.stream()
                .flatMap(version -> Stream.of(version.submittedBy(), version.outcomeBy()))
                .toList());
        return all.stream()
                .map(version -> version(campaign, obligation, version, called))
                .toList();
    }

    private VersionView version(Campaign campaign, Obligation obligation, Version version, Map<String, String> called) {
        return new VersionView(
                version.addressee(),
                campaign.plan().agencyName(version.addressee()),
                version.number(),
                version.content(),
                attachments.describe(version.attachments()).stream()
                        .map(FileView::of)
                        .toList(),
                called.get(version.submittedBy()),
                Moment.of(version.submittedAt()),
                version.lateSeconds(),
                ObligationViews.delay(version.lateSeconds()),
                version.outcome(),
                outcome(obligation, version),
                version.outcomeReason(),
                version.outcomeBy() == null ? null : called.get(version.outcomeBy()),
                Moment.of(version.outcomeAt()));
    }

    private static String outcome(Obligation obligation, Version version) {
        var outcome = version.outcome();
        if (outcome != null) return OUTCOMES.getOrDefault(outcome, outcome);
        var isHistory = obligation.parts().stream()
                .anyMatch(part -> part.addressee().equals(version.addressee()) && part.state() == Part.State.HISTORY);
        return isHistory ? "Ghi bổ sung" : "Chờ tiếp nhận";
    }

    private static DeadlineMoveView move(Campaign campaign, Deadlines.Moved moved) {
        return new DeadlineMoveView(
                moved.addressee(),
                campaign.plan().agencyName(moved.addressee()),
                words(moved.from()),
                words(moved.to()),
                moved.cause(),
                CAUSES.getOrDefault(moved.cause(), moved.cause()),
                moved.reason(),
                moved.changedBy(),
                Moment.of(moved.changedAt()));
    }

    private static String words(@Nullable Deadline deadline) {
        return deadline == null ? "chưa quy định" : deadline.inWords();
    }
}
