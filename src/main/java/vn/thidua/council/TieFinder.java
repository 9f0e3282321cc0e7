package vn.thidua.council;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.LegalArticle;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.campaign.QuotaGates;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;
import vn.thidua.council.Tie.Candidate;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Nominees;

/**
 * Finds where votes alone don't decide: as many yes as no, or equal yes votes for fewer places than dossiers. Proposes the order of Art.
 * 4.6 of Decree 152/2025; a person confirms.
 */
@Component
class TieFinder {

    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final Nominees nominees;
    private final Campaigns campaigns;
    private final QuotaGates gates;
    private final RulePacks packs;

    TieFinder(
            AwardRounds rounds,
            Dossiers dossiers,
            Nominees nominees,
            Campaigns campaigns,
            QuotaGates gates,
            RulePacks packs) {
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.nominees = nominees;
        this.campaigns = campaigns;
        this.gates = gates;
        this.packs = packs;
    }

    /** Dossiers of one form and kind: they take from one number. */
    private record Pool(AwardForm form, NomineeKind kind) {}

    /** The ties nobody has settled; items without a quorum bring none. */
    List<Tie> unsettled(CouncilSession session, Counting counting, List<CountedItem> items) {
        var live = items.stream().filter(item -> item.item().dropped() == null).toList();
        var ties = new ArrayList<Tie>();
        live.stream()
                .filter(item -> counting.of(item) instanceof Tied)
                .forEach(item -> ties.add(new Tie(
                        Tie.Kind.EVEN, "Số phiếu đồng ý và không đồng ý ngang nhau", 1, candidates(List.of(item)))));
        var carried = live.stream()
                .filter(item -> counting.of(item) instanceof Carried)
                .toList();
        ties.addAll(forPlaces(session, carried));
        return ties;
    }

    private List<Tie> forPlaces(CouncilSession session, List<CountedItem> carried) {
        var round = rounds.get(session.round());
        var ties = new LinkedHashMap<List<String>, Tie>();
        var pools = carried.stream()
                .collect(groupingBy(
                        item -> new Pool(item.item().form(), item.item().kind()), LinkedHashMap::new, toList()));
        for (var pool : pools.entrySet()) {
            quotaPlaces(round, pool.getKey(), pool.getValue())
                    .flatMap(places -> tie(pool.getValue(), places, what(pool.getKey())))
                    .ifPresent(tie -> ties.putIfAbsent(tie.dossiers(), tie));
        }
        for (var allocation : rounds.allocations(round.key())) {
            var own = carried.stream()
                    .filter(item -> item.item().form() == allocation.form()
                            && item.item().kind() == allocation.kind()
                            && item.item().unit().equals(allocation.unit()))
                    .toList();
            if (own.isEmpty()) continue;
            var what = "%s, phân bổ cho %s"
                    .formatted(
                            what(new Pool(allocation.form(), allocation.kind())),
                            own.get(0).item().unitName());
            tie(own, allocation.number(), what).ifPresent(tie -> ties.putIfAbsent(tie.dossiers(), tie));
        }
        return List.copyOf(ties.values());
    }

    /** Those whose equal votes lie across the last place, unless a person has put them in order. */
    private Optional<Tie> tie(List<CountedItem> carried, int places, String what) {
        if (places <= 0 || carried.size() <= places) return Optional.empty();
        var byVotes = carried.stream()
                .sorted(Comparator.comparing(CountedItem::yes).reversed())
                .toList();
        var last = byVotes.get(places - 1).yes();
        var above = (int) byVotes.stream().filter(item -> item.yes() > last).count();
        var equal = byVotes.stream().filter(item -> item.yes() == last).toList();
        var left = places - above;
        if (equal.size() <= left || equal.stream().allMatch(item -> item.item().place() != null)) {
            return Optional.empty();
        }
        return Optional.of(new Tie(Tie.Kind.PLACES, what, left, candidates(equal)));
    }

    /** Places the plan's quota leaves, those of earlier rounds taken off; empty where no number limits. */
    private Optional<Integer> quotaPlaces(AwardRound round, Pool pool, List<CountedItem> carried) {
        var gate = gates.of(campaigns.get(round.campaign()), round.occasion(), pool.form(), pool.kind(), round.year());
        if (gate.state() != QuotaGate.State.LIMITED || gate.limit() == null) return Optional.empty();
        var own = carried.stream().map(CountedItem::dossier).toList();
        var taken = rounds.of(round.campaign()).stream()
                .filter(other -> other.occasion() == round.occasion())
                .filter(other -> !gate.perYear() || other.year() == round.year())
                .flatMap(other -> dossiers
                        .of(
                                other.key(),
                                DossierState.VOTED,
                                DossierState.TO_SIGN,
                                DossierState.AWARDED,
                                DossierState.REVOKED)
                        .stream())
                .filter(dossier -> dossier.form() == pool.form() && dossier.kind() == pool.kind())
                .filter(dossier -> !own.contains(dossier.number()))
                .count();
        return Optional.of(gate.limit() - (int) taken);
    }

    private static String what(Pool pool) {
        return pool.form().label() + " – " + pool.kind().label();
    }

    private List<Candidate> candidates(List<CountedItem> items) {
        var byName = Collator.getInstance(Locale.forLanguageTag("vi"));
        var about = dossiers.all(items.stream().map(CountedItem::dossier).toList()).stream()
                .collect(toMap(Dossier::number, dossier -> dossier));
        return items.stream()
                .map(item -> candidate(item, about))
                .sorted(Comparator.comparing(Candidate::preferred)
                        .reversed()
                        .thenComparing(Candidate::nomineeName, byName)
                        .thenComparing(Candidate::dossier))
                .toList();
    }

    private Candidate candidate(CountedItem counted, Map<String, Dossier> about) {
        var item = counted.item();
        var ground = item.kind() == NomineeKind.INDIVIDUAL
                ? ("FEMALE".equals(nominees.get(item.nominee()).gender()) ? "cá nhân nữ" : null)
                : (Boolean.TRUE.equals(dossiers.content(item.dossier()).women70()) ? "có từ 70% là nữ" : null);
        var why = ground == null
                ? "Không thuộc trường hợp ưu tiên khi thành tích ngang nhau"
                : "Ưu tiên khi thành tích ngang nhau: %s (%s)"
                        .formatted(ground, article(about.get(item.dossier()).rulePack()));
        return new Candidate(item.dossier(), item.nomineeName(), item.unitName(), counted.yes(), ground != null, why);
    }

    private String article(@Nullable String pack) {
        return Optional.ofNullable(pack)
                .flatMap(code -> packs.get(code).principle(RulePack.EQUAL_MERIT_WOMEN))
                .map(LegalArticle::article)
                .orElse("nguyên tắc khen thưởng");
    }
}
