package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.EvidenceRule;
import vn.thidua.campaign.LegalArticle;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.campaign.RulePack;

/**
 * All the rules look at, read once.
 *
 * @param pack the law frozen at receipt, else the one in force on the day; null where none is
 * @param day on which the dossier is judged, Asia/Ho_Chi_Minh
 * @param past what the nominee has been awarded before and not lost again
 */
record Facts(
        Desk desk,
        Campaign campaign,
        AwardProcedure procedure,
        QuotaGate quota,
        @Nullable RulePack pack,
        String whyNoPack,
        LocalDate day,
        List<Achievement> achievements,
        List<PastAward> past) {

    Dossier dossier() {
        return desk.dossier();
    }

    AwardRound round() {
        return desk.round();
    }

    DossierContent content() {
        return desk.content();
    }

    Optional<CriteriaGroup> criteria() {
        return campaign.plan().criteria().stream()
                .filter(group -> group.id().equals(content().criteriaGroup()))
                .findFirst();
    }

    Optional<EvidenceRule> evidenceRule() {
        return campaign.plan().evidence().stream()
                .filter(rule -> rule.criteria().equals(content().criteriaGroup()))
                .findFirst();
    }

    /** The required components of the unit that hold no file. */
    List<AwardProcedure.Component> missing() {
        return procedure.components().stream()
                .filter(component -> component.required() && component.maker() == Maker.UNIT)
                .filter(Predicate.not(this::isThere))
                .toList();
    }

    boolean isThere(AwardProcedure.Component component) {
        return !content().components().getOrDefault(component.id(), List.of()).isEmpty();
    }

    Optional<LegalArticle> principle(String id) {
        return pack == null ? Optional.empty() : pack.principle(id);
    }

    /** The evidence that counts under the rule: one of its documents, with its file among the evidence. */
    List<EvidenceEntry> recognised(EvidenceRule rule) {
        var files = content().components().getOrDefault(AwardProcedure.EVIDENCE, List.of());
        return content().evidence().stream()
                .filter(entry -> entry.document() != null
                        && rule.documents().stream()
                                .anyMatch(document -> NameKey.of(document).equals(NameKey.of(entry.document()))))
                .filter(entry -> entry.attachment() != null && files.contains(entry.attachment()))
                .toList();
    }

    static String names(List<AwardProcedure.Component> components) {
        return components.stream().map(AwardProcedure.Component::name).collect(joining("; "));
    }
}
