package vn.thidua.web.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.thidua.appraisal.Appraisals;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.appraisal.CriterionScore;
import vn.thidua.appraisal.Opinion;
import vn.thidua.appraisal.OpinionSight;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.RulePacks;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.council.CouncilSight;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.Certificate;
import vn.thidua.decision.Certificates;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.decision.Revocations;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierVersion;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Eligibility;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.StageEntry;
import vn.thidua.web.api.AwardNames;

/** Puts together what the page of a dossier shows. Whether the person may see it has been asked before. */
@Component
class DossierSheet {

    /** A component with its files. */
    record Part(AwardProcedure.Component component, List<Attachment> files) {}

    /** A version as it was submitted, with its files. */
    record Submitted(
            DossierVersion version, String by, @Nullable String outcome, List<Attachment> files) {}

    /** An opinion with its scores in the plan's words. */
    record Said(Opinion opinion, String by, List<Score> scores) {}

    record Score(String item, CriterionScore score) {}

    /** A step of its way. */
    record Step(
            StageEntry entry,
            String by,
            String turn,
            @Nullable String limit) {}

    /** Something asked of another body. */
    record Asked(Consultation consultation, @Nullable String due) {}

    /** What the council said. @param result null until it is counted */
    record Sat(CouncilSession session, @Nullable String result) {}

    /** An award as it was entered in the register. */
    record Entered(RegisterEntry entry, List<Certificate> certificates) {}

    private static final Map<String, String> OUTCOMES =
            Map.of("RECEIVED", "Đã tiếp nhận", "SUPPLEMENT", "Yêu cầu bổ sung", "RETURNED", "Đã trả lại");

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final AwardProcedures procedures;
    private final Attachments attachments;
    private final Eligibility eligibility;
    private final Holds holds;
    private final Appraisals appraisals;
    private final OpinionSight opinions;
    private final Consultations consultations;
    private final CouncilSight councilSight;
    private final CouncilSessions sessions;
    private final AwardRegister register;
    private final Certificates certificates;
    private final Revocations revocations;
    private final RulePacks packs;
    private final AwardNames names;

    DossierSheet(
            Campaigns campaigns,
            AwardRounds rounds,
            Dossiers dossiers,
            AwardProcedures procedures,
            Attachments attachments,
            Eligibility eligibility,
            Holds holds,
            Appraisals appraisals,
            OpinionSight opinions,
            Consultations consultations,
            CouncilSight councilSight,
            CouncilSessions sessions,
            AwardRegister register,
            Certificates certificates,
            Revocations revocations,
            RulePacks packs,
            AwardNames names) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.attachments = attachments;
        this.eligibility = eligibility;
        this.holds = holds;
        this.appraisals = appraisals;
        this.opinions = opinions;
        this.consultations = consultations;
        this.councilSight = councilSight;
        this.sessions = sessions;
        this.register = register;
        this.certificates = certificates;
        this.revocations = revocations;
        this.packs = packs;
        this.names = names;
    }

    Campaign campaign(Dossier dossier) {
        return campaigns.get(dossier.campaign());
    }

    DossierContent content(Dossier dossier) {
        return dossiers.content(dossier.number());
    }

    Optional<RegisterEntry> entry(String number) {
        return register.ofDossier(number);
    }

    void fill(Dossier dossier, Model model) {
        var number = dossier.number();
        var campaign = campaign(dossier);
        var content = content(dossier);
        if (dossier.rulePack() != null) model.addAttribute("rulePack", packs.get(dossier.rulePack()));
        var criteria = campaign.plan().criteria().stream()
                .filter(group -> group.id().equals(dossier.criteriaGroup()))
                .findFirst();
        var seesAll = opinions.seesAll(dossier);
        model.addAttribute("campaign", campaign);
        model.addAttribute("round", rounds.get(dossier.round()));
        model.addAttribute("dossier", dossier);
        model.addAttribute("content", content);
        model.addAttribute("nomineeUnit", nomineeUnit(dossier, content));
        model.addAttribute("criteria", criteria.orElse(null));
        model.addAttribute("parts", parts(campaign, dossier, content));
        model.addAttribute("rules", eligibility.check(number));
        model.addAttribute(
                "opinions",
                opinions.see(dossier).stream()
                        .map(opinion -> said(opinion, criteria))
                        .toList());
        model.addAttribute(
                "reconciliation", seesAll ? appraisals.reconciliation(number).orElse(null) : null);
        model.addAttribute(
                "consultations",
                seesAll
                        ? consultations.of(number).stream()
                                .map(each -> new Asked(each, AwardNames.limit(each.dueAt())))
                                .toList()
                        : List.of());
        model.addAttribute("holds", holds.of(number));
        model.addAttribute("sittings", sittings(dossier));
        model.addAttribute("entered", entry(number).map(this::entered).orElse(null));
        model.addAttribute(
                "revocations",
                entry(number).map(entry -> revocations.of(entry.key())).orElse(List.of()));
        model.addAttribute(
                "versions",
                dossiers.versions(number).stream().map(this::submitted).toList());
        model.addAttribute(
                "steps",
                dossiers.history(number).stream()
                        .map(step -> step(dossier, step))
                        .toList());
    }

    private @Nullable String nomineeUnit(Dossier dossier, DossierContent content) {
        var nominee = content.nominee();
        return nominee == null
                        || nominee.unitCode() == null
                        || nominee.unitCode().isBlank()
                ? null
                : names.unit(dossier.campaign(), nominee.unitCode());
    }

    private List<Part> parts(Campaign campaign, Dossier dossier, DossierContent content) {
        return procedures.of(campaign, dossier.form()).components().stream()
                .map(component ->
                        new Part(component, files(content.components().getOrDefault(component.id(), List.of()))))
                .toList();
    }

    private List<Attachment> files(Collection<UUID> ids) {
        return attachments.describe(ids);
    }

    private Said said(Opinion opinion, Optional<CriteriaGroup> criteria) {
        var by = names.person(opinion.officer());
        return new Said(
                opinion,
                opinion.officerFor() == null
                        ? by
                        : "%s (làm thay %s)".formatted(by, names.person(opinion.officerFor())),
                opinion.scores().stream()
                        .map(score -> new Score(item(score.item(), criteria), score))
                        .toList());
    }

    private static String item(int number, Optional<CriteriaGroup> criteria) {
        return criteria.map(CriteriaGroup::items)
                .filter(items -> number >= 1 && number <= items.size())
                .map(items -> items.get(number - 1))
                .map(Line::quote)
                .orElse("Tiêu chí " + number);
    }

    private List<Sat> sittings(Dossier dossier) {
        if (!councilSight.sees(dossier.campaign())) return List.of();
        return sessions.of(dossier.round()).stream()
                .filter(session -> sessions.items(session.key()).stream()
                        .anyMatch(item -> item.dossier().equals(dossier.number())))
                .map(session -> new Sat(
                        session,
                        session.isCounted()
                                ? sessions.tally(session.key(), dossier.number())
                                        .sentence()
                                : null))
                .toList();
    }

    private Entered entered(RegisterEntry entry) {
        return new Entered(entry, certificates.of(entry.key()));
    }

    private Submitted submitted(DossierVersion version) {
        return new Submitted(
                version,
                names.person(version.submittedBy()),
                version.outcome() == null ? null : OUTCOMES.get(version.outcome()),
                files(version.content().components().values().stream()
                        .flatMap(List::stream)
                        .toList()));
    }

    private Step step(Dossier dossier, StageEntry entry) {
        return new Step(
                entry,
                names.person(entry.by()),
                names.group(dossier.campaign(), entry.turnGroup()),
                AwardNames.limit(entry.limitAt()));
    }
}
