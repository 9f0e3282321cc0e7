package vn.thidua.appraisal;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;

/** What the appraisal of dossiers came to; who may read it is asked at {@link OpinionSight}. */
@Component
public class AppraisalReports {

    private final Dossiers dossiers;
    private final Opinions opinions;
    private final Consultations consultations;
    private final Campaigns campaigns;
    private final AwardRoles roles;

    AppraisalReports(
            Dossiers dossiers, Opinions opinions, Consultations consultations, Campaigns campaigns, AwardRoles roles) {
        this.dossiers = dossiers;
        this.opinions = opinions;
        this.consultations = consultations;
        this.campaigns = campaigns;
        this.roles = roles;
    }

    public AppraisalReport of(String dossier) {
        return of(List.of(dossiers.get(dossier))).get(0);
    }

    /** Of every dossier of the round that was received, in their order; a fixed number of statements. */
    public List<AppraisalReport> ofRound(String round) {
        return of(dossiers.of(round).stream()
                .filter(dossier -> dossier.receivedAt() != null)
                .toList());
    }

    private List<AppraisalReport> of(List<Dossier> about) {
        if (about.isEmpty()) return List.of();
        var numbers = about.stream().map(Dossier::number).toList();
        var campaign = campaigns.get(about.get(0).campaign());
        var given = opinions.ofAll(numbers).stream().collect(groupingBy(Opinion::dossier));
        var settled = opinions.reconciliations(numbers).stream().collect(groupingBy(Reconciliation::dossier));
        var asked = consultations.ofAll(numbers).stream().collect(groupingBy(Consultation::dossier));
        return about.stream()
                .map(dossier -> report(campaign, dossier, given, settled, asked))
                .toList();
    }

    private AppraisalReport report(
            Campaign campaign,
            Dossier dossier,
            Map<String, List<Opinion>> given,
            Map<String, List<Reconciliation>> settled,
            Map<String, List<Consultation>> asked) {
        var order = roles.opinionAgencies(campaign, dossier.unit()).stream()
                .map(AwardAgency::id)
                .toList();
        var all = given.getOrDefault(dossier.number(), List.of());
        var current = all.stream()
                .filter(opinion -> opinion.version() == dossier.version())
                .sorted(Comparator.comparing(opinion -> order.indexOf(opinion.agency())))
                .toList();
        var reconciled = settled.getOrDefault(dossier.number(), List.of()).stream()
                .filter(each -> each.version() == dossier.version())
                .findFirst()
                .orElse(null);
        return new AppraisalReport(
                dossier,
                Criteria.of(campaign, dossier),
                current,
                all.stream()
                        .filter(opinion -> opinion.verdict() == Verdict.SUPPLEMENT)
                        .toList(),
                reconciled,
                asked.getOrDefault(dossier.number(), List.of()),
                conclusion(order.size(), current, reconciled));
    }

    private static String conclusion(int agencies, List<Opinion> opinions, @Nullable Reconciliation reconciled) {
        if (reconciled != null) {
            return "%s: %s".formatted(reconciled.decision().label(), reconciled.reason());
        }
        var favour = opinions.stream()
                .filter(opinion -> opinion.verdict() == Verdict.FAVOUR)
                .count();
        if (favour == agencies) return "Các cơ quan thống nhất đề nghị khen thưởng.";
        if (opinions.size() < agencies) {
            return "Chưa đủ ý kiến: có %d/%d cơ quan cho ý kiến.".formatted(opinions.size(), agencies);
        }
        return "Ý kiến khác nhau: %d/%d cơ quan đề nghị khen thưởng.".formatted(favour, agencies);
    }
}
