package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.QuotaGates;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;

/** Điều kiện, tiêu chuẩn: what each rule says of a dossier. The machine objects; a person decides. */
@Component
public class Eligibility {

    private static final Set<String> LOST = Set.of("REVOKED");

    private final Desks desks;
    private final Campaigns campaigns;
    private final AwardProcedures procedures;
    private final QuotaGates quotas;
    private final RulePacks packs;
    private final PastAwards past;
    private final MovableClock clock;

    Eligibility(
            Desks desks,
            Campaigns campaigns,
            AwardProcedures procedures,
            QuotaGates quotas,
            RulePacks packs,
            PastAwards past,
            MovableClock clock) {
        this.desks = desks;
        this.campaigns = campaigns;
        this.procedures = procedures;
        this.quotas = quotas;
        this.packs = packs;
        this.past = past;
        this.clock = clock;
    }

    /**
     * Every rule's result as things stand today: on what was submitted last, or for the unit on what it is writing.
     *
     * @throws Refusal NOT_FOUND when there is no such dossier
     */
    public List<RuleResult> check(String number) {
        return Rules.check(facts(desks.read(number)));
    }

    Facts facts(Desk desk) {
        return facts(
                desk,
                past.of(desk.dossier().nominee()).stream()
                        .filter(award -> !LOST.contains(award.status()))
                        // what it was awarded itself is no award before it
                        .filter(award -> !award.dossier().equals(desk.dossier().number()))
                        .toList());
    }

    /** As {@link #facts(Desk)} without what other awards there are: enough to tell whether a dossier is complete. */
    Facts formalFacts(Desk desk) {
        return facts(desk, List.of());
    }

    private Facts facts(Desk desk, List<PastAward> awards) {
        var dossier = desk.dossier();
        var campaign = campaigns.get(dossier.campaign());
        var today = clock.today();
        return new Facts(
                desk,
                campaign,
                procedures.of(campaign, dossier.form()),
                quotas.of(campaign, dossier.occasion(), dossier.form(), dossier.kind(), dossier.year()),
                pack(dossier, today),
                packs.whyNone(today),
                today,
                ContentCheck.readable(desk.content()),
                awards);
    }

    private @Nullable RulePack pack(Dossier dossier, LocalDate today) {
        return dossier.rulePack() == null
                ? packs.inForce(dossier.campaign(), today).orElse(null)
                : packs.get(dossier.rulePack());
    }
}
