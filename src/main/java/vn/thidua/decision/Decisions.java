package vn.thidua.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.LetterHeads;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.Prizes;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.decision.DecisionHappened.Kind;
import vn.thidua.decision.SignAnswer.StruckOut;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Stage;
import vn.thidua.nomination.Transitions;
import vn.thidua.organisation.Groups;

/**
 * Award decisions from draft to hand-over. Each method is one transaction, refuses with a {@link Refusal} and then changes nothing; none
 * completes a task.
 */
@Component
public class Decisions {

    private static final int MANY_CASES = 100;

    private final DecisionTable table;
    private final DocumentNumbers numbers;
    private final QuotaUse quotas;
    private final AwardRegister register;
    private final Signing signing;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final AwardProcedures procedures;
    private final Prizes prizes;
    private final RulePacks packs;
    private final Limits limits;
    private final MovableClock clock;
    private final DecisionProcess process;
    private final ApplicationEventPublisher events;

    Decisions(
            DecisionTable table,
            DocumentNumbers numbers,
            QuotaUse quotas,
            AwardRegister register,
            Signing signing,
            Dossiers dossiers,
            Transitions transitions,
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            AwardProcedures procedures,
            Prizes prizes,
            RulePacks packs,
            Limits limits,
            MovableClock clock,
            DecisionProcess process,
            ApplicationEventPublisher events) {
        this.table = table;
        this.numbers = numbers;
        this.quotas = quotas;
        this.register = register;
        this.signing = signing;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.procedures = procedures;
        this.prizes = prizes;
        this.packs = packs;
        this.limits = limits;
        this.clock = clock;
        this.process = process;
        this.events = events;
    }

    /**
     * Service step: what the round has to decide at this level, one decision for each authority; their processes are started. What the
     * council voted for is decided, and what no council had to vote on.
     */
    @Transactional
    public List<AwardDecision> open(String round) {
        var found = rounds.get(round);
        var campaign = campaigns.get(found.campaign());
        var ready = ready(found, campaign).stream()
                .filter(dossier -> !roles.isAbove(campaign, dossier.form()))
                .toList();
        var taken = Set.copyOf(table.decided(numbersOf(ready)));
        var byAuthority = ready.stream()
                .filter(dossier -> !taken.contains(dossier.number()))
                .collect(groupingBy(
                        dossier -> roles.authority(campaign, dossier.form(), dossier.unit()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byAuthority.entrySet().stream()
                .map(each -> open(campaign, found, each.getKey(), each.getValue()))
                .toList();
    }

    /** The dossiers of a round that wait for whoever decides on them; not what is paused. */
    List<Dossier> ready(AwardRound round, Campaign campaign) {
        return dossiers.of(round.key(), DossierState.APPRAISED, DossierState.VOTED).stream()
                .filter(dossier -> !dossier.held())
                .filter(dossier -> dossier.state() == DossierState.VOTED
                        || !round.terms().council()
                        || !procedures.of(campaign, dossier.form()).council())
                .toList();
    }

    private AwardDecision open(Campaign campaign, AwardRound round, DecisionAuthority authority, List<Dossier> cases) {
        var isOfHead = authority.level() == Level.UNIT_HEAD;
        var drafting = isOfHead ? authority.group() : roles.leadGroup(campaign);
        var fresh = new DecisionTable.Fresh(
                "%s/QD-%d".formatted(round.key(), numbers.ordinal(round.key(), "QD")),
                campaign.code(),
                round.key(),
                round.occasion(),
                round.year(),
                authority,
                drafting,
                title(campaign, round, cases),
                bases(campaign, cases),
                "QĐ-" + Issuers.abbreviation(authority, cases.get(0).unitName()),
                Issuers.name(campaign, authority));
        var id = table.add(fresh, cases, clock.instant());
        var waiting = cases.stream()
                .filter(dossier -> dossier.state() != DossierState.TO_SIGN)
                .map(Dossier::number)
                .toList();
        transitions.moveAll(waiting, DossierState.TO_SIGN, drafting, null, null, null);
        var decision = get(id);
        process.start(decision);
        happened(Kind.OPENED, decision, null);
        record("decision.opened", decision, Map.of("cases", cases.size()));
        return decision;
    }

    private static String title(Campaign campaign, AwardRound round, List<Dossier> cases) {
        var forms = cases.stream()
                .map(Dossier::form)
                .distinct()
                .sorted(Comparator.comparingInt(AwardForm::rank))
                .map(AwardForm::label)
                .collect(joining(", "));
        var kinds = cases.stream()
                .map(Dossier::kind)
                .distinct()
                .sorted()
                .map(kind -> kind.label().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        return "Về việc tặng %s cho %s có thành tích trong phong trào thi đua%s"
                .formatted(forms, kinds, round.occasion().inYear(round.year()));
    }

    /** The law the dossiers were received under and the plan; the drafter completes them. */
    private List<String> bases(Campaign campaign, List<Dossier> cases) {
        return LetterHeads.bases(campaign, packsOf(cases).stream());
    }

    private List<RulePack> packsOf(List<Dossier> cases) {
        return cases.stream()
                .map(Dossier::rulePack)
                .filter(Objects::nonNull)
                .distinct()
                .map(packs::get)
                .toList();
    }

    /** Is nothing of the round left to decide, hand over or hear about from a superior? What is paused or was is still to be decided. */
    public boolean nothingLeft(String round) {
        return !table.anythingOpen(round);
    }

    /** @throws Refusal NOT_FOUND */
    public AwardDecision get(String key) {
        return table.find(key).orElseThrow(Decisions::unknown);
    }

    /** @throws Refusal NOT_FOUND */
    public AwardDecision get(long id) {
        return table.find(id).orElseThrow(Decisions::unknown);
    }

    /** In the order they were opened. */
    public List<AwardDecision> of(String round) {
        return table.of(round);
    }

    /**
     * The decision for the current actor: those who work on it or decide, and once it is issued the units whose cases it names.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN
     */
    public AwardDecision see(long id) {
        var decision = get(id);
        var campaign = campaigns.get(decision.campaign());
        var seeing = Stream.of(
                        signerGroups(decision),
                        clerkGroups(decision),
                        Issuers.watching(campaign),
                        List.of(decision.draftingGroup()),
                        decision.issuedAt() == null ? List.<String>of() : unitsOf(decision))
                .flatMap(List::stream);
        var actor = Actor.current();
        if (actor.isAdministrator() || seeing.anyMatch(actor::isIn)) return decision;
        throw Refusal.forbidden("Quyết định này không thuộc cơ quan, đơn vị của ông/bà.");
    }

    private static List<String> unitsOf(AwardDecision decision) {
        return decision.standing().stream()
                .map(item -> Groups.ofUnit(decision.campaign(), item.unit()))
                .distinct()
                .toList();
    }

    /** Who may be asked to sign. */
    public List<String> signerGroups(AwardDecision decision) {
        return Signing.groups(decision.campaign(), decision.authority());
    }

    /** Who numbers, sends and hands over: the clerk and the standing agency, for a unit head the unit. */
    public List<String> clerkGroups(AwardDecision decision) {
        return Issuers.clerks(campaigns.get(decision.campaign()), decision.authority());
    }

    /** What the drafter's form begins with. */
    public DraftAnswer proposal(String key) {
        var decision = get(key);
        return new DraftAnswer(
                decision.letterNumber() == null ? "" : decision.letterNumber(),
                VietnamTime.date(decision.letterDate()),
                decision.bases(),
                decision.title(),
                decision.symbol());
    }

    /**
     * The drafter hands the draft with its tờ trình to the one who signs.
     *
     * @throws Refusal FORBIDDEN for others, CONFLICT when it isn't being drafted, INVALID for what can't be
     */
    @Transactional
    public void draft(String key, DraftAnswer answer) {
        var decision = locked(key, State.DRAFTING);
        Actor.current()
                .mustBeIn(decision.draftingGroup(), "Chỉ cơ quan, đơn vị chủ trì được soạn thảo quyết định này.");
        var checked = new DraftAnswer(
                Answered.text(
                        answer.submissionLetterNo(),
                        "submissionLetterNo",
                        "Chưa ghi số tờ trình. Hãy ghi số, ký hiệu tờ trình kèm danh sách, ví dụ 125/TTr-SNV."),
                answer.submissionLetterDate(),
                bases(answer, decision),
                Answered.text(answer.title(), "title", "Chưa ghi trích yếu của quyết định."),
                Answered.isGiven(answer.symbol()) ? answer.symbol().strip() : null);
        if (checked.symbol() != null && !checked.symbol().startsWith("QĐ-")) {
            throw Refusal.invalid("symbol", "symbol", "Ký hiệu phải có dạng QĐ-<cơ quan>, ví dụ QĐ-UBND.");
        }
        var letterDate = Answered.pastDate(
                answer.submissionLetterDate(), "submissionLetterDate", "Ngày tờ trình", clock.today());
        table.drafted(decision.id(), checked, letterDate, clock.instant());
        var drafted = get(decision.id());
        passTurn(drafted, drafted.authority().group());
        happened(Kind.DRAFTED, drafted, null);
        record(
                "decision.drafted",
                drafted,
                Map.of("letter", checked.submissionLetterNo(), "letterDate", letterDate.toString()));
    }

    private static List<String> bases(DraftAnswer answer, AwardDecision decision) {
        var given = answer.bases() == null
                ? List.<String>of()
                : answer.bases().stream()
                        .filter(Answered::isGiven)
                        .map(String::strip)
                        .toList();
        return given.isEmpty() ? decision.bases() : given;
    }

    /**
     * The authority signs, striking out what it doesn't agree to, or sends the draft back. Signing takes the places of the quota.
     *
     * @throws Refusal FORBIDDEN for who may not sign on this day, or not in this case; CONFLICT when the quota has no place left, a case is
     *     paused, or it isn't to be signed; INVALID for an answer that can't be
     */
    @Transactional
    public void sign(String key, SignAnswer answer) {
        var decision = get(key);
        if (answer.decision() != null && answer.decision().equals("SEND_BACK")) {
            sendBack(decision, answer);
            return;
        }
        if (!"SIGN".equals(answer.decision())) {
            throw Refusal.invalid(
                    "decision", "decision", "Chưa chọn kết quả. Hãy chọn \"Ký\" hoặc \"Trả lại dự thảo\".");
        }
        var signature = signing.of(decision.campaign(), decision.authority());
        var struck = struckOut(decision, answer.struckOut());
        var kept = decision.standing().stream()
                .filter(item -> !struck.containsKey(item.dossier()))
                .toList();
        mustBeReady(kept);
        // the dossiers' rows before the decision's: whoever withdraws one locks in the same order
        transitions.actsInAll(kept.stream().map(DecisionItem::dossier).toList(), Stage.DECIDE);
        mustBeAsRead(decision, locked(key, State.TO_SIGN));
        struck.values().stream()
                .collect(groupingBy(each -> Map.entry(each.reason().strip(), isWaiting(each))))
                .forEach((why, cases) -> table.strikeOut(
                        decision.id(), cases.stream().map(StruckOut::dossier).toList(), why.getKey(), why.getValue()));
        quotas.take(decision, kept, signature.name());
        var state = kept.isEmpty() ? State.EMPTY : State.SIGNED;
        table.signed(decision.id(), state, signature, clock.instant());
        var signed = get(decision.id());
        refuse(struck.values());
        keepWaiting(signed, struck.values());
        passTurn(signed, clerkGroups(signed).get(0));
        happened(Kind.SIGNED, signed, null);
        record("decision.signed", signed, summary(signed));
        if (state == State.EMPTY) checkRound(signed.round());
    }

    private void sendBack(AwardDecision decision, SignAnswer answer) {
        locked(decision.key(), State.TO_SIGN);
        signing.of(decision.campaign(), decision.authority());
        var reason =
                Answered.text(answer.reason(), "reason", "Chưa ghi lý do trả lại dự thảo. Hãy ghi rõ cần sửa điều gì.");
        table.sentBack(decision.id(), reason, clock.instant());
        var sentBack = get(decision.id());
        passTurn(sentBack, sentBack.draftingGroup());
        happened(Kind.SENT_BACK, sentBack, reason);
        record("decision.sent-back", sentBack, Map.of("reason", reason));
    }

    private static Map<String, StruckOut> struckOut(AwardDecision decision, List<StruckOut> answers) {
        var standing = decision.standing().stream().map(DecisionItem::dossier).collect(Collectors.toSet());
        var struck = new LinkedHashMap<String, StruckOut>();
        for (var each : answers) {
            if (!standing.contains(each.dossier())) {
                throw Refusal.invalid(
                        "struck-out",
                        "struckOut",
                        "Hồ sơ %s không có trong danh sách của quyết định này. Hãy tải lại trang."
                                .formatted(each.dossier()));
            }
            Answered.text(
                    each.reason(),
                    "struckOut",
                    "Chưa ghi lý do gạch tên ở hồ sơ %s. Hãy ghi lý do.".formatted(each.dossier()));
            struck.put(each.dossier(), each);
        }
        return struck;
    }

    private static boolean isWaiting(StruckOut struck) {
        return Boolean.TRUE.equals(struck.waits());
    }

    /** A unit may have withdrawn a case while the signer was at it: what is signed is what was read. */
    private static void mustBeAsRead(AwardDecision read, AwardDecision now) {
        if (read.standing().equals(now.standing())) return;
        throw Refusal.conflict(
                "decision-changed",
                "Danh sách của quyết định vừa thay đổi vì có hồ sơ được rút. Hãy tải lại trang, xem lại danh sách rồi ký.");
    }

    private void mustBeReady(List<DecisionItem> kept) {
        var paused = dossiers.all(kept.stream().map(DecisionItem::dossier).toList()).stream()
                .filter(Dossier::held)
                .map(dossier -> "%s (%s)".formatted(dossier.nomineeName(), dossier.number()))
                .toList();
        if (paused.isEmpty()) return;
        throw Refusal.conflict(
                "dossier-held",
                "Không ký được: đang tạm dừng xét %s (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP). Hãy gạch tên và để lại chờ, hoặc đợi cơ quan chủ trì cho tiếp tục."
                        .formatted(String.join("; ", paused)));
    }

    private void refuse(Collection<StruckOut> struck) {
        var refused = struck.stream().filter(each -> !isWaiting(each)).toList();
        refused.stream()
                .collect(groupingBy(each -> each.reason().strip()))
                .forEach((reason, cases) -> transitions.moveAll(
                        cases.stream().map(StruckOut::dossier).toList(),
                        DossierState.NOT_AWARDED,
                        "",
                        null,
                        null,
                        "Người có thẩm quyền không quyết định khen thưởng: " + reason));
        if (!refused.isEmpty()) {
            process.concluded(refused.stream().map(StruckOut::dossier).toList());
        }
    }

    /** What may wait, e.g. for a place in the quota, is decided by a decision of its own. */
    private void keepWaiting(AwardDecision signed, Collection<StruckOut> struck) {
        var waiting = struck.stream()
                .filter(Decisions::isWaiting)
                .map(StruckOut::dossier)
                .toList();
        if (waiting.isEmpty()) return;
        open(campaigns.get(signed.campaign()), rounds.get(signed.round()), signed.authority(), dossiers.all(waiting));
    }

    private static Map<String, Object> summary(AwardDecision signed) {
        var summary = new LinkedHashMap<String, Object>();
        var signature = Objects.requireNonNull(signed.signature());
        summary.put("signature", signature.lines());
        if (signature.delegation() != null) summary.put("delegation", signature.delegation());
        summary.put("cases", signed.standing().size());
        summary.put(
                "struckOut",
                signed.items().stream()
                        .filter(item -> !item.stands())
                        .map(item -> "%s: %s".formatted(item.dossier(), item.struckOut()))
                        .toList());
        return summary;
    }

    /**
     * The clerk gives the next number of the issuer's series, and with the date the prizes.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when it isn't signed; INVALID for a date before the signature or the last number, after
     *     today, or when a prize sum is needed
     */
    @Transactional
    public void number(String key, NumberAnswer answer) {
        var decision = locked(key, State.SIGNED);
        mustBeClerk(decision, "vào số quyết định");
        var signedOn =
                VietnamTime.dayOf(Objects.requireNonNull(decision.signature()).at());
        var date = Answered.dateSince(answer.date(), "date", "Ngày ban hành", signedOn, "ngày ký", clock.today());
        prize(decision, answer, date);
        var number = numbers.next(decision.issuer(), DocumentNumbers.DECISION, date);
        table.numbered(decision.id(), number, date, clock.instant());
        var numbered = get(decision.id());
        happened(Kind.NUMBERED, numbered, null);
        record(
                "decision.numbered",
                numbered,
                Map.of("number", Objects.requireNonNull(numbered.number()).inWords()));
    }

    private record Award(AwardForm form, @Nullable Integer grade, NomineeKind kind) {}

    /** What each case of the decision gets when it is dated this day, one line for each award and kind in the order of the list. */
    public List<PrizeLine> prizes(AwardDecision decision, LocalDate date) {
        var awards = decision.standing().stream()
                .collect(groupingBy(
                        item -> new Award(item.form(), item.grade(), item.kind()),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return awards.entrySet().stream()
                .map(each -> {
                    var award = each.getKey();
                    return new PrizeLine(
                            award.form(),
                            award.grade(),
                            award.kind(),
                            each.getValue().intValue(),
                            prizes.of(decision.campaign(), award.form(), award.grade(), award.kind(), date));
                })
                .toList();
    }

    private void prize(AwardDecision decision, NumberAnswer answer, LocalDate date) {
        var lines = prizes(decision, date);
        for (var line : lines) {
            if (line.known().isPresent()) {
                var known = line.known().get();
                prize(decision, line, known.amount(), known.source());
                continue;
            }
            var isOnlyOfItsKind =
                    lines.stream().filter(other -> other.kind() == line.kind()).count() == 1;
            var sum = answer.sum(line.form(), line.grade(), line.kind(), isOnlyOfItsKind)
                    .orElseThrow(() -> Refusal.invalid("prize", "sums", prizes.whyNone(line.form(), date)));
            if (sum.amount() < 0) throw Refusal.invalid("prize", "sums", "Mức tiền thưởng không được âm.");
            prize(
                    decision,
                    line,
                    sum.amount(),
                    Answered.text(
                            sum.source(),
                            "prizeSource",
                            "Chưa ghi văn bản quy định mức tiền thưởng. Hãy ghi số, ngày văn bản."));
        }
    }

    private void prize(AwardDecision decision, PrizeLine line, long amount, String source) {
        table.prize(decision.id(), line.form(), line.grade(), line.kind(), amount, source);
    }

    /**
     * Service step after the number: entries in the register, certificates, the dossiers' end; the limits for telling and handing over
     * begin with the decision's date (Decree 152/2025, Art. 35.4).
     */
    @Transactional
    public void issue(String key) {
        var decision = locked(key, State.NUMBERED);
        var number = Objects.requireNonNull(decision.number());
        var cases = decision.standing();
        register.enter(decision);
        var awarded = cases.stream().map(DecisionItem::dossier).toList();
        var known = packsOf(dossiers.all(awarded));
        table.issued(
                decision.id(),
                endOf(known, Limit.TELL_RESULT, number.date()),
                endOf(known, cases.size() >= MANY_CASES ? Limit.DELIVER_MANY : Limit.DELIVER, number.date()),
                clock.instant());
        transitions.moveAll(awarded, DossierState.AWARDED, "", null, null, "Quyết định số " + number.inWords());
        process.concluded(awarded);
        var issued = get(decision.id());
        happened(Kind.ISSUED, issued, null);
        record("decision.issued", issued, Map.of("number", number.inWords(), "cases", awarded.size()));
    }

    /** The shortest of the limits of the packs the cases were received under; null where none is known. */
    private @Nullable Instant endOf(List<RulePack> known, Limit limit, LocalDate from) {
        return known.stream()
                .map(pack -> pack.days(limit))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(days -> limits.endOf(from, days).instant())
                .orElse(null);
    }

    /** The result was told and copies sent. Refused as {@link #number}. */
    @Transactional
    public void sendResults(String key, DeliveryAnswer answer) {
        var decision = issued(key, "thông báo kết quả");
        if (decision.toldOn() != null) {
            throw Refusal.conflict("told", "Kết quả đã được thông báo ngày %s.".formatted(date(decision.toldOn())));
        }
        var date = since(decision, answer, "Ngày thông báo");
        table.told(decision.id(), date, note(answer), clock.instant());
        done(Kind.TOLD, "decision.told", decision, date, answer);
    }

    /** Certificates and money were handed over. Refused as {@link #number}. */
    @Transactional
    public void handOver(String key, DeliveryAnswer answer) {
        var decision = issued(key, "trao thưởng");
        if (decision.handedOverOn() != null) {
            throw Refusal.conflict(
                    "handed-over", "Việc trao thưởng đã được ghi ngày %s.".formatted(date(decision.handedOverOn())));
        }
        var date = since(decision, answer, "Ngày trao");
        table.handedOver(decision.id(), date, note(answer), clock.instant());
        done(Kind.HANDED_OVER, "decision.handed-over", decision, date, answer);
    }

    private AwardDecision issued(String key, String what) {
        var decision = locked(key, State.ISSUED, State.TOLD);
        mustBeClerk(decision, what);
        return decision;
    }

    private LocalDate since(AwardDecision decision, DeliveryAnswer answer, String called) {
        return Answered.dateSince(
                answer.date(),
                "date",
                called,
                Objects.requireNonNull(decision.number()).date(),
                "ngày ban hành quyết định",
                clock.today());
    }

    private static @Nullable String note(DeliveryAnswer answer) {
        return Answered.isGiven(answer.note()) ? answer.note().strip() : null;
    }

    private void done(Kind kind, String action, AwardDecision before, LocalDate date, DeliveryAnswer answer) {
        var after = get(before.id());
        happened(kind, after, note(answer));
        record(action, after, Map.of("date", date.toString()));
        checkRound(after.round());
    }

    /** Tells the round's process when nothing is left of it. */
    void checkRound(String round) {
        if (nothingLeft(round)) process.roundConcluded(round);
    }

    /** A unit takes a dossier back, or it lapses: it is struck out while nobody has signed, afterwards it stays. */
    void gone(String dossier, String reason) {
        var standing = table.standingIn(dossier);
        if (standing.isEmpty()) return;
        table.lock(standing.get());
        var decision = get(standing.get());
        if (!decision.state().isOpenToChange()) {
            throw Refusal.conflict(
                    "decision-signed",
                    "Quyết định có hồ sơ %s đã được ký nên không rút hoặc dừng được nữa. Nếu có căn cứ, hãy đề nghị hủy bỏ khen thưởng."
                            .formatted(dossier));
        }
        table.strikeOut(decision.id(), List.of(dossier), reason, false);
        record("decision.case-gone", decision, Map.of("dossier", dossier, "reason", reason));
        if (decision.standing().size() > 1) return;
        table.emptied(decision.id(), clock.instant());
        process.ended(get(decision.id()));
        checkRound(decision.round());
    }

    private void mustBeClerk(AwardDecision decision, String what) {
        var actor = Actor.current();
        if (clerkGroups(decision).stream().noneMatch(actor::isIn)) {
            throw Refusal.forbidden(
                    decision.isOfUnitHead()
                            ? "Chỉ đơn vị ban hành được %s.".formatted(what)
                            : "Chỉ văn thư hoặc cơ quan thường trực được %s.".formatted(what));
        }
    }

    private void passTurn(AwardDecision decision, String group) {
        transitions.passTurn(
                decision.standing().stream().map(DecisionItem::dossier).toList(), DossierState.TO_SIGN, group);
    }

    private AwardDecision locked(String key, State... expected) {
        table.lock(get(key).id());
        var decision = get(key);
        if (List.of(expected).contains(decision.state())) return decision;
        throw Refusal.conflict(
                "decision-state",
                "Không làm được bước này lúc này: quyết định %s đang ở trạng thái \"%s\". Hãy tải lại trang."
                        .formatted(decision.key(), decision.state().label()));
    }

    private void happened(Kind kind, AwardDecision decision, @Nullable String reason) {
        events.publishEvent(new DecisionHappened(kind, decision, reason));
    }

    private void record(String action, AwardDecision decision, Object after) {
        events.publishEvent(Act.of(action, decision.campaign(), null, decision.key(), null, after));
    }

    private static List<String> numbersOf(List<Dossier> dossiers) {
        return dossiers.stream().map(Dossier::number).toList();
    }

    private static String date(LocalDate day) {
        return VietnamTime.date(day);
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không tìm thấy quyết định này. Hãy mở lại từ danh sách.");
    }
}
