package vn.thidua.web.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.appraisal.Appraisals;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.CriterionScore;
import vn.thidua.appraisal.Opinion;
import vn.thidua.appraisal.OpinionSight;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Attachments;
import vn.thidua.nomination.AchievementEntry;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.DossierVersion;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Eligibility;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.RuleResult;
import vn.thidua.nomination.StageEntry;
import vn.thidua.organisation.Groups;
import vn.thidua.web.api.DossierViews.AchievementView;
import vn.thidua.web.api.DossierViews.ComponentView;
import vn.thidua.web.api.DossierViews.ConsultationView;
import vn.thidua.web.api.DossierViews.DossierDetail;
import vn.thidua.web.api.DossierViews.DossierSummary;
import vn.thidua.web.api.DossierViews.HoldView;
import vn.thidua.web.api.DossierViews.OpinionView;
import vn.thidua.web.api.DossierViews.RuleView;
import vn.thidua.web.api.DossierViews.SavedDossier;
import vn.thidua.web.api.DossierViews.ScoreView;
import vn.thidua.web.api.DossierViews.StepView;
import vn.thidua.web.api.DossierViews.VersionView;
import vn.thidua.web.api.ObligationViews.FileView;

/** Puts together what is shown of a dossier. Whether the actor may see it has been asked before. */
@Component
class DossierViewer {

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final Eligibility eligibility;
    private final Holds holds;
    private final AwardProcedures procedures;
    private final Attachments attachments;
    private final OpinionSight opinions;
    private final Appraisals appraisals;
    private final Consultations consultations;
    private final AwardNames names;
    private final MovableClock clock;

    DossierViewer(
            Campaigns campaigns,
            AwardRounds rounds,
            Dossiers dossiers,
            Eligibility eligibility,
            Holds holds,
            AwardProcedures procedures,
            Attachments attachments,
            OpinionSight opinions,
            Appraisals appraisals,
            Consultations consultations,
            AwardNames names,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.eligibility = eligibility;
        this.holds = holds;
        this.procedures = procedures;
        this.attachments = attachments;
        this.opinions = opinions;
        this.appraisals = appraisals;
        this.consultations = consultations;
        this.names = names;
        this.clock = clock;
    }

    DossierSummary summary(Dossier dossier) {
        var limit = dossier.limitAt();
        var turn = names.group(dossier.campaign(), dossier.turnGroup());
        return new DossierSummary(
                dossier.number(),
                dossier.campaign(),
                dossier.round(),
                dossier.unit(),
                dossier.unitName(),
                dossier.form(),
                dossier.formName(),
                dossier.grade(),
                dossier.kind(),
                dossier.kind().label(),
                dossier.nomineeName(),
                dossier.state(),
                dossier.state().label(),
                Moment.of(dossier.since()),
                turn.isEmpty() ? dossier.state().turn() : turn,
                Moment.of(limit),
                AwardNames.limit(limit),
                dossier.limitBasis(),
                limit != null && !dossier.held() && !clock.instant().isBefore(limit),
                dossier.version(),
                Moment.of(dossier.submittedAt()),
                Moment.of(dossier.receivedAt()),
                dossier.rulePack(),
                dossier.held(),
                dossier.superiorOf(),
                AwardNames.page(dossier.number()));
    }

    DossierDetail detail(Dossier dossier) {
        var campaign = campaigns.get(dossier.campaign());
        var content = dossiers.content(dossier.number());
        var group = campaign.plan().criteria().stream()
                .filter(criteria -> criteria.id().equals(dossier.criteriaGroup()))
                .findFirst();
        var rules = rules(dossier);
        var given = opinions.see(dossier.number());
        return new DossierDetail(
                summary(dossier),
                campaign.name(),
                rounds.get(dossier.round()).name(),
                nominee(campaign, content.nominee()),
                group.map(CriteriaGroup::name).orElse(null),
                content.summary(),
                content,
                content.achievements().stream().map(DossierViewer::achievement).toList(),
                components(campaign, dossier, content),
                rules,
                objections(rules),
                dossiers.versions(dossier.number()).stream().map(this::version).toList(),
                dossiers.history(dossier.number()).stream().map(this::step).toList(),
                given.stream()
                        .map(opinion -> opinion(opinion, group.map(CriteriaGroup::items)))
                        .toList(),
                given.isEmpty() ? null : reconciliation(dossier.number()),
                consultations.of(dossier.number()).stream()
                        .map(DossierViewer::consultation)
                        .toList(),
                holds.of(dossier.number()).stream().map(DossierViewer::hold).toList(),
                mayWrite(dossier));
    }

    /** What the form needs after each change of a draft. */
    SavedDossier saved(Dossier dossier) {
        var rules = rules(dossier);
        var content = dossiers.content(dossier.number());
        return new SavedDossier(
                Moment.of(clock.instant()),
                components(campaigns.get(dossier.campaign()), dossier, content),
                rules,
                objections(rules));
    }

    List<RuleView> rules(Dossier dossier) {
        return eligibility.check(dossier.number()).stream()
                .map(result -> RuleView.of(result, names))
                .toList();
    }

    List<StepView> history(String number) {
        return dossiers.history(number).stream().map(this::step).toList();
    }

    static ConsultationView consultation(Consultation asked) {
        var reply = Stream.of(asked.replyDocument(), VietnamTime.date(asked.replyDate()), asked.note())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return new ConsultationView(
                asked.id(),
                asked.kind().name(),
                asked.kind().label(),
                asked.addressee(),
                asked.document(),
                VietnamTime.date(asked.sentOn()),
                AwardNames.limit(asked.dueAt()),
                asked.stateInWords(),
                reply.isEmpty() ? null : reply);
    }

    static HoldView hold(Hold hold) {
        return new HoldView(
                hold.id(),
                hold.kind().name(),
                hold.kind().label(),
                hold.reason(),
                hold.document(),
                Moment.of(hold.heldAt()),
                Moment.of(hold.endedAt()),
                hold.endReason());
    }

    private static long objections(List<RuleView> rules) {
        return rules.stream()
                .filter(rule -> rule.verdict() == RuleResult.Verdict.OBJECTION && rule.override() == null)
                .count();
    }

    private static boolean mayWrite(Dossier dossier) {
        var isOpen = dossier.state() == DossierState.DRAFT || dossier.state() == DossierState.SUPPLEMENT;
        return isOpen && !dossier.held() && Actor.current().isIn(Groups.ofUnit(dossier.campaign(), dossier.unit()));
    }

    private @Nullable String nominee(Campaign campaign, @Nullable NomineeEntry nominee) {
        if (nominee == null) return null;
        var unit = nominee.unitCode() == null ? null : names.unit(campaign.code(), nominee.unitCode());
        var born = nominee.birthDate() == null || nominee.birthDate().isBlank() ? null : "sinh " + nominee.birthDate();
        var position = nominee.position();
        var detail = Stream.of(born, position, NomineeEntry.unitBeside(position, unit), nominee.address())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return detail.isEmpty() ? null : detail;
    }

    private static AchievementView achievement(AchievementEntry entry) {
        var period = Stream.of(entry.from(), entry.to())
                .filter(day -> day != null && !day.isBlank())
                .collect(Collectors.joining(" – "));
        return new AchievementView(String.valueOf(entry.title()), period, entry.description());
    }

    private List<ComponentView> components(Campaign campaign, Dossier dossier, DossierContent content) {
        return procedures.of(campaign, dossier.form()).components().stream()
                .map(component -> new ComponentView(
                        component.id(),
                        component.name(),
                        component.basis(),
                        component.required(),
                        component.maker(),
                        component.maker().label(),
                        component.maker() == AwardProcedure.Maker.UNIT,
                        files(content.components().getOrDefault(component.id(), List.of()))))
                .toList();
    }

    private List<FileView> files(List<UUID> ids) {
        return attachments.describe(ids).stream().map(FileView::of).toList();
    }

    private VersionView version(DossierVersion version) {
        return new VersionView(
                version.version(),
                names.person(version.submittedBy()),
                Moment.of(version.submittedAt()),
                version.outcome(),
                version.outcomeReason(),
                version.outcomeArticle(),
                Moment.of(version.outcomeAt()),
                files(version.content().components().values().stream()
                        .flatMap(List::stream)
                        .toList()));
    }

    private StepView step(StageEntry entry) {
        return new StepView(
                entry.state(), entry.state().label(), Moment.of(entry.at()), names.person(entry.by()), entry.note());
    }

    private OpinionView opinion(Opinion opinion, Optional<List<Line>> criteria) {
        var by = names.person(opinion.officer());
        return new OpinionView(
                opinion.version(),
                opinion.agency(),
                opinion.agencyName(),
                opinion.verdict().name(),
                opinion.verdict().label(),
                opinion.comment(),
                opinion.scores().stream().map(score -> score(score, criteria)).toList(),
                opinion.article(),
                opinion.officerFor() == null
                        ? by
                        : "%s (làm thay %s)".formatted(by, names.person(opinion.officerFor())),
                Moment.of(opinion.givenAt()));
    }

    private @Nullable String reconciliation(String number) {
        return appraisals
                .reconciliation(number)
                .map(settled -> "%s – %s, %s: %s"
                        .formatted(
                                settled.decision().label(),
                                names.person(settled.officer()),
                                VietnamTime.dateTime(settled.at()),
                                settled.reason()))
                .orElse(null);
    }

    private static ScoreView score(CriterionScore score, Optional<List<Line>> criteria) {
        var item = criteria.filter(lines -> score.item() >= 1 && score.item() <= lines.size())
                .map(lines -> lines.get(score.item() - 1).quote())
                .orElse("Tiêu chí " + score.item());
        return new ScoreView(item, score.score(), score.comment());
    }
}
