package vn.thidua.nomination;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;

/**
 * What a unit fills in. A draft may be incomplete; submitted, it must pass {@link Nominations#submit}.
 *
 * @param criteriaGroup id of the plan's criteria group the nominee belongs to
 * @param otherSubject an individual of "đối tượng khác", for whom a plan may name evidence
 * @param managedByPartyCommittee managed by the standing committee of the provincial party committee
 * @param women70 for a collective, whether at least 70 % are women; null where nobody says
 * @param countedAwards earlier awards the nomination counts on: dossier numbers of this system, or titles
 * @param components attachment ids by component id; attached and detached on their own, so saving a draft leaves them alone
 */
public record DossierContent(
        @Nullable AwardForm form,
        @Nullable Integer grade,
        @Nullable NomineeKind kind,
        @Nullable NomineeEntry nominee,
        @Nullable String criteriaGroup,
        List<AchievementEntry> achievements,
        boolean otherSubject,
        boolean managedByPartyCommittee,
        @Nullable Boolean women70,
        @Nullable String summary,
        List<String> countedAwards,
        List<EvidenceEntry> evidence,
        Map<String, List<UUID>> components) {

    public DossierContent {
        achievements = achievements == null ? List.of() : List.copyOf(achievements);
        countedAwards = countedAwards == null ? List.of() : List.copyOf(countedAwards);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        components = components == null ? Map.of() : Map.copyOf(components);
    }

    DossierContent with(Map<String, List<UUID>> attached) {
        return new DossierContent(
                form,
                grade,
                kind,
                nominee,
                criteriaGroup,
                achievements,
                otherSubject,
                managedByPartyCommittee,
                women70,
                summary,
                countedAwards,
                evidence,
                attached);
    }

    DossierContent inGroup(@Nullable String group) {
        return new DossierContent(
                form,
                grade,
                kind,
                nominee,
                group,
                achievements,
                otherSubject,
                managedByPartyCommittee,
                women70,
                summary,
                countedAwards,
                evidence,
                components);
    }
}
