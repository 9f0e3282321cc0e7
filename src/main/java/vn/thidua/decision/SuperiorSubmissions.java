package vn.thidua.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.RulePacks;
import vn.thidua.decision.SubmissionItem.Outcome;
import vn.thidua.decision.SubmissionTable.Result;
import vn.thidua.decision.SuperiorSubmission.State;
import vn.thidua.nomination.Achievement;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.Stage;
import vn.thidua.nomination.Transitions;

/**
 * Trình cấp trên, from the letter to the superior's outcome. A commune submits to its province, a province to the Prime Minister or the
 * President. Each method is one transaction, refuses with a {@link Refusal} and then changes nothing; none completes a task.
 */
@Component
public class SuperiorSubmissions {

    private static final int MONTHS = 6;

    private final SubmissionTable table;
    private final Decisions decisions;
    private final DocumentNumbers numbers;
    private final AwardRegister register;
    private final SuperiorLinks links;
    private final Signing signing;
    private final Consultations consultations;
    private final Nominations nominations;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final AwardProcedures procedures;
    private final RulePacks packs;
    private final Limits limits;
    private final MovableClock clock;
    private final DecisionProcess process;
    private final ApplicationEventPublisher events;

    SuperiorSubmissions(
            SubmissionTable table,
            Decisions decisions,
            DocumentNumbers numbers,
            AwardRegister register,
            SuperiorLinks links,
            Signing signing,
            Consultations consultations,
            Nominations nominations,
            Dossiers dossiers,
            Transitions transitions,
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            AwardProcedures procedures,
            RulePacks packs,
            Limits limits,
            MovableClock clock,
            DecisionProcess process,
            ApplicationEventPublisher events) {
        this.table = table;
        this.decisions = decisions;
        this.numbers = numbers;
        this.register = register;
        this.links = links;
        this.signing = signing;
        this.consultations = consultations;
        this.nominations = nominations;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.procedures = procedures;
        this.packs = packs;
        this.limits = limits;
        this.clock = clock;
        this.process = process;
        this.events = events;
    }

    /** Service step: what a superior decides of the round, one letter for each superior; their processes are started. */
    @Transactional
    public List<SuperiorSubmission> open(String round) {
        var found = rounds.get(round);
        var campaign = campaigns.get(found.campaign());
        var ready = decisions.ready(found, campaign).stream()
                .filter(dossier -> roles.isAbove(campaign, dossier.form()))
                .toList();
        var taken =
                Set.copyOf(table.submitted(ready.stream().map(Dossier::number).toList()));
        var bySuperior = ready.stream()
                .filter(dossier -> !taken.contains(dossier.number()))
                .collect(groupingBy(dossier -> superior(campaign, dossier), LinkedHashMap::new, Collectors.toList()));
        return bySuperior.entrySet().stream()
                .map(each -> open(campaign, found, each.getKey(), each.getValue()))
                .toList();
    }

    /** A commune's cases all go to the province, whoever decides in the end. */
    private DecisionAuthority superior(Campaign campaign, Dossier dossier) {
        var form = isProvince(campaign) ? dossier.form() : AwardForm.BK_TINH;
        return roles.authority(campaign, form, dossier.unit());
    }

    private static boolean isProvince(Campaign campaign) {
        return campaign.plan().authority().level() == CampaignPlan.Level.PROVINCE;
    }

    private SuperiorSubmission open(
            Campaign campaign, AwardRound round, DecisionAuthority superior, List<Dossier> cases) {
        var own = isProvince(campaign) ? AwardForm.BK_TINH : AwardForm.GK;
        var signer = roles.authority(campaign, own, cases.get(0).unit());
        var fresh = new SubmissionTable.Fresh(
                "%s/TTr-%d".formatted(round.key(), numbers.ordinal(round.key(), DocumentNumbers.LETTER)),
                campaign.code(),
                round.key(),
                round.occasion(),
                round.year(),
                superior,
                signer,
                roles.leadGroup(campaign),
                "Về việc đề nghị %s khen thưởng tập thể, cá nhân có thành tích trong phong trào thi đua%s"
                        .formatted(superior.name(), round.occasion().inYear(round.year())),
                Issuers.name(campaign, signer),
                "TTr-" + Issuers.abbreviation(signer, signer.name()),
                isProvince(campaign) ? submitBy(cases) : null);
        var id = table.add(fresh, cases, clock.instant());
        var submission = get(id);
        process.start(submission);
        record("submission-letter.opened", submission, Map.of("cases", cases.size()));
        return submission;
    }

    /** The province's working days for appraising and submitting run from the first receipt (Decree 152/2025, Art. 35.3). */
    private @Nullable Instant submitBy(List<Dossier> cases) {
        return cases.stream()
                .map(this::submitBy)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Instant> submitBy(Dossier dossier) {
        if (dossier.rulePack() == null || dossier.receivedAt() == null) return Optional.empty();
        return packs.get(dossier.rulePack())
                .days(Limit.PROVINCE_SUBMISSION)
                .map(days -> limits.endOf(VietnamTime.dayOf(dossier.receivedAt()), days)
                        .instant());
    }

    /**
     * The first late instant for the ministry to appraise a sent letter (Decree 152/2025, Art. 35.2); empty where it isn't sent or nothing
     * says.
     */
    public Optional<Instant> outcomeBy(SuperiorSubmission submission) {
        var sentOn = submission.sentOn();
        if (sentOn == null || !goesToTheState(submission)) return Optional.empty();
        var applying = dossiers
                .all(submission.items().stream().map(SubmissionItem::dossier).toList())
                .stream()
                .map(Dossier::rulePack)
                .filter(Objects::nonNull)
                .toList();
        return packs.fewestDays(Limit.MINISTRY, applying)
                .map(days -> limits.endOf(sentOn, days).instant());
    }

    /** @throws Refusal NOT_FOUND */
    public SuperiorSubmission get(String key) {
        return table.find(key).orElseThrow(SuperiorSubmissions::unknown);
    }

    /** @throws Refusal NOT_FOUND */
    public SuperiorSubmission get(long id) {
        return table.find(id).orElseThrow(SuperiorSubmissions::unknown);
    }

    /** In the order they were opened. */
    public List<SuperiorSubmission> of(String round) {
        return table.of(round);
    }

    /**
     * The letter for the current actor: those who work on it or follow the campaign's awards.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN
     */
    public SuperiorSubmission see(long id) {
        var submission = get(id);
        var campaign = campaigns.get(submission.campaign());
        var actor = Actor.current();
        var seeing = Stream.of(
                        signerGroups(submission),
                        clerkGroups(submission),
                        Issuers.watching(campaign),
                        List.of(submission.preparingGroup()))
                .flatMap(List::stream);
        if (actor.isAdministrator() || seeing.anyMatch(actor::isIn)) return submission;
        throw Refusal.forbidden("Hồ sơ trình này không thuộc cơ quan, đơn vị của ông/bà.");
    }

    /** Who may be asked to sign. */
    public List<String> signerGroups(SuperiorSubmission submission) {
        return Signing.groups(submission.campaign(), submission.signer());
    }

    /** Who sends the letter and enters what comes back. */
    public List<String> clerkGroups(SuperiorSubmission submission) {
        return Issuers.clerks(campaigns.get(submission.campaign()), submission.signer());
    }

    /**
     * The preparer hands the letter on for signature and asks for the opinions it needs: of the provincial party committee's standing
     * committee (Decree 152/2025, Art. 33.2), of the ministry (Art. 34.6).
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when it isn't being prepared; INVALID when an opinion isn't asked for, when
     *     achievements are older than six months (Art. 33.9), or a field can't be
     */
    @Transactional
    public void prepare(String key, PrepareAnswer answer) {
        var submission = locked(key, State.PREPARING);
        Actor.current().mustBeIn(submission.preparingGroup(), "Chỉ cơ quan chủ trì được chuẩn bị hồ sơ trình này.");
        var title = Answered.text(answer.title(), "title", "Chưa ghi trích yếu của tờ trình.");
        drop(
                submission,
                answer.dropped().stream()
                        .map(each -> Map.entry(String.valueOf(each.dossier()), String.valueOf(each.reason())))
                        .toList(),
                "dropped");
        for (var asked : answer.consultations()) {
            mustBePending(get(submission.id()), asked.dossier(), "consultations");
            consultations.request(
                    asked.dossier(),
                    Consultation.Kind.of(asked.kind()),
                    asked.to(),
                    Answered.pastDate(asked.sentOn(), "consultations", "Ngày gửi lấy ý kiến", clock.today()),
                    asked.document());
        }
        var left = get(submission.id());
        mustBeRecent(left, clock.today());
        mustHaveAsked(left);
        var summary = Answered.isGiven(answer.summary()) ? answer.summary().strip() : null;
        var state = left.pending().isEmpty() ? State.CONCLUDED : State.TO_SIGN;
        table.prepared(submission.id(), title, summary, state, clock.instant());
        record(
                "submission-letter.prepared",
                left,
                Map.of("cases", left.pending().size()));
        if (state == State.CONCLUDED) decisions.checkRound(submission.round());
    }

    /** Cases that aren't submitted after all: they end here. */
    private void drop(SuperiorSubmission submission, List<Map.Entry<String, String>> dropped, String field) {
        for (var each : dropped) {
            mustBePending(submission, each.getKey(), field);
            var reason = Answered.text(
                    each.getValue(), field, "Chưa ghi lý do không trình hồ sơ %s.".formatted(each.getKey()));
            result(submission, new Result(each.getKey(), Outcome.DROPPED, null, null, reason));
            transitions.move(
                    each.getKey(), DossierState.NOT_AWARDED, "", null, null, "Không trình cấp trên: " + reason);
        }
        if (!dropped.isEmpty())
            process.concluded(dropped.stream().map(Map.Entry::getKey).toList());
    }

    private static void mustBePending(SuperiorSubmission submission, @Nullable String dossier, String field) {
        if (submission.pending().stream().anyMatch(item -> item.dossier().equals(dossier))) return;
        throw Refusal.invalid(
                "not-submitted", field, "Hồ sơ %s không có trong tờ trình này. Hãy tải lại trang.".formatted(dossier));
    }

    private void mustBeRecent(SuperiorSubmission submission, LocalDate submittedOn) {
        if (!goesToTheState(submission)) return;
        for (var item : submission.pending()) {
            Achievement.latest(dossiers.achievements(item.dossier()))
                    .filter(achievement -> achievement.to().plusMonths(MONTHS).isBefore(submittedOn))
                    .ifPresent(achievement -> {
                        throw Refusal.invalid(
                                "six-months",
                                "dropped",
                                "Không trình được %s (%s): thành tích \"%s\" kết thúc ngày %s, quá %d tháng tính đến ngày trình %s (khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP). Hãy đưa hồ sơ này vào phần không trình."
                                        .formatted(
                                                item.nomineeName(),
                                                item.dossier(),
                                                achievement.title(),
                                                VietnamTime.date(achievement.to()),
                                                MONTHS,
                                                VietnamTime.date(submittedOn)));
                    });
        }
    }

    private static boolean goesToTheState(SuperiorSubmission submission) {
        return submission.superior().level() == Level.PRIME_MINISTER
                || submission.superior().level() == Level.PRESIDENT;
    }

    private List<Consultation.Kind> needed(Campaign campaign, SubmissionItem item) {
        var procedure = procedures.of(campaign, item.form());
        var needed = new ArrayList<Consultation.Kind>();
        if (dossiers.content(item.dossier()).managedByPartyCommittee()) needed.add(Consultation.Kind.PARTY_OPINION);
        if (procedure.ministryConsultation()) needed.add(Consultation.Kind.MINISTRY);
        return needed;
    }

    private void mustHaveAsked(SuperiorSubmission submission) {
        if (!goesToTheState(submission)) return;
        var campaign = campaigns.get(submission.campaign());
        for (var item : submission.pending()) {
            var asked = consultations.of(item.dossier());
            for (var kind : needed(campaign, item)) {
                if (asked.stream().noneMatch(each -> each.kind() == kind)) {
                    throw Refusal.invalid(
                            "opinion-missing",
                            "consultations",
                            "Hồ sơ %s (%s) chưa lấy %s (%s). Hãy ghi nơi nhận, ngày gửi và số văn bản lấy ý kiến."
                                    .formatted(
                                            item.nomineeName(), item.dossier(), lower(kind.label()), kind.article()));
                }
            }
        }
    }

    /** The opinions asked for whose reply hasn't been recorded yet. */
    public List<Long> openConsultations(String key) {
        var submission = get(key);
        return consultations
                .awaited(submission.pending().stream()
                        .map(SubmissionItem::dossier)
                        .toList())
                .stream()
                .map(Consultation::id)
                .toList();
    }

    /**
     * The deciding authority of this level, or a deputy under a delegation, signs the letter or sends it back; what it strikes out isn't
     * submitted.
     *
     * @throws Refusal as for a decision; CONFLICT while an opinion is awaited or the party committee's isn't favourable
     */
    @Transactional
    public void sign(String key, SignAnswer answer) {
        var submission = locked(key, State.TO_SIGN);
        var signature = signing.of(submission.campaign(), submission.signer());
        if ("SEND_BACK".equals(answer.decision())) {
            var reason =
                    Answered.text(answer.reason(), "reason", "Chưa ghi lý do trả lại. Hãy ghi rõ cần sửa điều gì.");
            table.sentBack(submission.id(), reason, clock.instant());
            record("submission-letter.sent-back", submission, Map.of("reason", reason));
            return;
        }
        if (!"SIGN".equals(answer.decision())) {
            throw Refusal.invalid("decision", "decision", "Chưa chọn kết quả. Hãy chọn \"Ký\" hoặc \"Trả lại\".");
        }
        drop(
                submission,
                answer.struckOut().stream()
                        .map(each -> Map.entry(String.valueOf(each.dossier()), String.valueOf(each.reason())))
                        .toList(),
                "struckOut");
        var left = get(submission.id());
        var cases = left.pending().stream().map(SubmissionItem::dossier).toList();
        transitions.actsInAll(cases, Stage.DECIDE);
        mustBeRecent(left, clock.today());
        mustHaveReplies(left);
        var state = cases.isEmpty() ? State.CONCLUDED : State.TO_SEND;
        table.signed(submission.id(), state, signature, clock.instant());
        record("submission-letter.signed", left, Map.of("signature", signature.lines(), "cases", cases.size()));
        if (state == State.CONCLUDED) decisions.checkRound(submission.round());
    }

    private void mustHaveReplies(SuperiorSubmission submission) {
        if (!goesToTheState(submission)) return;
        var names = submission.pending().stream().collect(toMap(SubmissionItem::dossier, SubmissionItem::nomineeName));
        for (var asked : consultations.ofAll(names.keySet())) {
            if (!asked.replied()) {
                throw Refusal.conflict(
                        "reply-awaited",
                        "Chưa ký được: hồ sơ %s (%s) còn chờ %s của %s. Hãy ghi ý kiến trả lời trước."
                                .formatted(
                                        names.get(asked.dossier()),
                                        asked.dossier(),
                                        lower(asked.kind().label()),
                                        asked.addressee()));
            }
        }
        var campaign = campaigns.get(submission.campaign());
        for (var item : submission.pending()) {
            if (!needed(campaign, item).contains(Consultation.Kind.PARTY_OPINION)) continue;
            var agreed = consultations.of(item.dossier()).stream()
                    .anyMatch(each ->
                            each.kind() == Consultation.Kind.PARTY_OPINION && Boolean.TRUE.equals(each.favour()));
            if (!agreed) {
                throw Refusal.conflict(
                        "party-opinion",
                        "Chưa ký được: hồ sơ %s (%s) chưa có ý kiến đồng ý bằng văn bản của cấp ủy quản lý (khoản 2 Điều 33 Nghị định 152/2025/NĐ-CP). Hãy gạch hồ sơ này khỏi tờ trình hoặc trả lại để lấy ý kiến."
                                .formatted(item.nomineeName(), item.dossier()));
            }
        }
    }

    /**
     * The clerk sends the signed letter with the next number.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when it isn't signed, or the superior's campaign in this installation takes none of
     *     its cases; INVALID for a date that can't be, or with which achievements are older than six months
     */
    @Transactional
    public void send(String key, SendAnswer answer) {
        var submission = locked(key, State.TO_SEND);
        mustBeClerk(submission, false);
        var to = Answered.text(answer.to(), "to", "Chưa ghi nơi nhận. Hãy ghi cơ quan nhận hồ sơ trình.");
        var signedOn =
                VietnamTime.dayOf(Objects.requireNonNull(submission.signature()).at());
        var date = Answered.dateSince(answer.date(), "date", "Ngày gửi", signedOn, "ngày ký", clock.today());
        mustBeRecent(submission, date);
        if (isHandedOverHere(key)) superiorRounds(submission);
        var number = numbers.next(submission.issuer(), DocumentNumbers.LETTER, date);
        table.sent(submission.id(), number, date, to, clock.instant());
        var sent = get(submission.id());
        var words = Objects.requireNonNull(sent.number()).inWords();
        var escalated = dossiers
                .all(sent.pending().stream().map(SubmissionItem::dossier).toList())
                .stream()
                .filter(dossier -> dossier.state() != DossierState.ESCALATED) // submitted again, it is there already
                .map(Dossier::number)
                .toList();
        transitions.moveAll(
                escalated, DossierState.ESCALATED, "", null, null, "Tờ trình số %s gửi %s".formatted(words, to));
        record("submission-letter.sent", sent, Map.of("number", words, "to", to));
    }

    /** Does the superior work in this installation, so that the dossiers are handed over? */
    public boolean isHandedOverHere(String key) {
        var submission = get(key);
        return submission.superior().level() == Level.PROVINCE
                && links.of(submission.campaign()).isPresent();
    }

    /** For each case the superior's open round that takes its form: of the same occasion and year before any other. */
    private Map<String, String> superiorRounds(SuperiorSubmission submission) {
        var link = links.of(submission.campaign()).orElseThrow();
        var open = rounds.of(link.superiorCampaign()).stream()
                .filter(round -> round.state() == AwardRound.State.OPEN)
                .sorted(Comparator.comparing((AwardRound round) -> round.occasion() != submission.occasion())
                        .thenComparing(round -> round.year() != submission.year())
                        .thenComparing(AwardRound::key))
                .toList();
        var taking = new LinkedHashMap<String, String>();
        for (var item : submission.pending()) {
            var round = open.stream()
                    .filter(each -> each.terms().forms().contains(item.form()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict(
                            "no-superior-round",
                            "Phong trào cấp trên \"%s\" chưa có đợt xét đang nhận hồ sơ %s. Hãy đề nghị cơ quan thường trực cấp trên mở đợt xét, rồi gửi lại."
                                    .formatted(
                                            campaigns
                                                    .get(link.superiorCampaign())
                                                    .name(),
                                            item.form().label())));
            taking.put(item.dossier(), round.key());
        }
        return taking;
    }

    /**
     * Service step after sending: the superior's round gets the same dossiers, with content, versions and files.
     *
     * @throws Refusal CONFLICT when the superior has no open round for a case
     */
    @Transactional
    public void handOver(String key) {
        var submission = locked(key, State.SENT);
        var link = links.of(submission.campaign()).orElseThrow(SuperiorSubmissions::unknown);
        superiorRounds(submission).entrySet().stream()
                .collect(groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((round, cases) -> {
                    for (var above : nominations.handOver(cases, round, link.unitThere())) {
                        table.handedOver(submission.id(), String.valueOf(above.superiorOf()), above.number());
                    }
                });
        record("submission-letter.handed-over", submission, Map.of("to", link.superiorCampaign()));
    }

    /**
     * The clerk or the preparer enters what the superior decided on every case.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when it isn't sent; INVALID when a case is missing or a field can't be
     */
    @Transactional
    public void enterOutcome(String key, OutcomeAnswer answer) {
        var submission = locked(key, State.SENT);
        mustBeClerk(submission, true);
        var answers = answer.outcomes().stream()
                .collect(toMap(
                        each -> String.valueOf(each.dossier()),
                        each -> each,
                        (first, second) -> second,
                        LinkedHashMap::new));
        answers.keySet().forEach(dossier -> mustBePending(submission, dossier, "outcomes"));
        for (var item : submission.pending()) {
            var given = answers.get(item.dossier());
            if (given == null) {
                throw Refusal.invalid(
                        "outcome-missing",
                        "outcomes",
                        "Chưa ghi kết quả của hồ sơ %s (%s).".formatted(item.nomineeName(), item.dossier()));
            }
            outcome(submission, read(submission, given));
        }
        settle(submission.id());
    }

    private Result read(SuperiorSubmission submission, OutcomeAnswer.CaseOutcome given) {
        var outcome = switch (String.valueOf(given.outcome())) {
            case "APPROVED" -> Outcome.APPROVED;
            case "REFUSED" -> Outcome.REFUSED;
            case "RETURNED" -> Outcome.RETURNED;
            default ->
                throw Refusal.invalid(
                        "outcome",
                        "outcomes",
                        "Chưa chọn kết quả của hồ sơ %s: được khen thưởng, không được khen thưởng hoặc bị trả lại."
                                .formatted(given.dossier()));
        };
        var document = Answered.text(
                given.document(),
                "outcomes",
                "Chưa ghi số văn bản của cấp trên cho hồ sơ %s.".formatted(given.dossier()));
        var date = Answered.pastDate(given.documentDate(), "outcomes", "Ngày văn bản của cấp trên", clock.today());
        var sentOn = Objects.requireNonNull(submission.sentOn());
        if (date.isBefore(sentOn)) {
            throw Refusal.invalid(
                    "outcome-date",
                    "outcomes",
                    "Ngày văn bản của cấp trên không được trước ngày trình (%s).".formatted(VietnamTime.date(sentOn)));
        }
        if (outcome != Outcome.APPROVED) {
            Answered.text(
                    given.reason(), "outcomes", "Chưa ghi lý do của cấp trên cho hồ sơ %s.".formatted(given.dossier()));
        }
        return new Result(
                given.dossier(),
                outcome,
                "%s ngày %s".formatted(document, VietnamTime.date(date)),
                date,
                Answered.isGiven(given.reason()) ? given.reason().strip() : null);
    }

    /** What the superior decided on a dossier that was handed over to it in this installation. */
    @Transactional
    public void outcomeFromAbove(Dossier above, Outcome outcome, @Nullable String reason) {
        var waiting = table.waitingIn(String.valueOf(above.superiorOf()));
        if (waiting.isEmpty()) return;
        table.lock(waiting.get());
        var submission = get(waiting.get());
        var isOurs =
                submission.pending().stream().anyMatch(item -> above.number().equals(item.superiorDossier()));
        if (submission.state() != State.SENT || !isOurs) return;
        var entry =
                outcome == Outcome.APPROVED ? register.ofDossier(above.number()).orElseThrow() : null;
        outcome(
                submission,
                new Result(
                        String.valueOf(above.superiorOf()),
                        outcome,
                        entry == null ? null : entry.document(),
                        entry == null ? null : entry.decidedOn(),
                        reason));
        settle(submission.id());
        if (get(submission.id()).state() != State.SENT) process.outcomeArrived(submission.key());
    }

    private void outcome(SuperiorSubmission submission, Result result) {
        result(submission, result);
        var dossier = result.dossier();
        switch (result.outcome()) {
            case APPROVED -> {
                register.enter(
                        dossiers.get(dossier),
                        String.valueOf(result.document()),
                        Objects.requireNonNull(result.documentDate()),
                        submission.superior().name());
                transitions.move(
                        dossier,
                        DossierState.AWARDED,
                        "",
                        null,
                        null,
                        "Quyết định của cấp trên số " + result.document());
                process.concluded(List.of(dossier));
            }
            case REFUSED -> {
                transitions.move(dossier, DossierState.NOT_AWARDED, "", null, null, result.reason());
                process.concluded(List.of(dossier));
            }
            case RETURNED, DROPPED -> {}
        }
    }

    private void result(SuperiorSubmission submission, Result result) {
        table.result(submission.id(), result, Actor.current().userId(), clock.instant());
        var after = new LinkedHashMap<String, Object>();
        after.put("dossier", result.dossier());
        after.put("outcome", result.outcome().name());
        if (result.document() != null) after.put("document", result.document());
        if (result.reason() != null) after.put("reason", result.reason());
        record("submission-letter.outcome", submission, after);
    }

    /** Once every case has an outcome: prepared again where one was returned, otherwise done. */
    private void settle(long id) {
        var submission = get(id);
        if (submission.items().stream().anyMatch(item -> item.outcome() == null)) return;
        var returned = isReturned(submission.key());
        table.state(id, returned ? State.PREPARING : State.CONCLUDED, clock.instant());
        if (!returned) decisions.checkRound(submission.round());
    }

    /** Did the superior return any case, so that the letter has to be prepared again? */
    public boolean isReturned(String key) {
        return get(key).items().stream().anyMatch(item -> item.outcome() == Outcome.RETURNED);
    }

    /** A unit takes a dossier back, or it lapses, before the letter is sent: the letter goes without it. */
    void gone(String dossier, String reason) {
        var waiting = table.waitingIn(dossier);
        if (waiting.isEmpty()) return;
        table.lock(waiting.get());
        var submission = get(waiting.get());
        if (!submission.state().isOpenToChange()) {
            throw Refusal.conflict(
                    "letter-signed",
                    "Tờ trình có hồ sơ %s đã được ký nên không rút hoặc dừng được nữa. Hãy đề nghị cơ quan chủ trì báo cáo cấp trên."
                            .formatted(dossier));
        }
        result(submission, new Result(dossier, Outcome.DROPPED, null, null, reason));
        if (!get(submission.id()).pending().isEmpty()) return;
        table.state(submission.id(), State.CONCLUDED, clock.instant());
        process.ended(get(submission.id()));
        decisions.checkRound(submission.round());
    }

    private void mustBeClerk(SuperiorSubmission submission, boolean orPreparer) {
        var actor = Actor.current();
        if (orPreparer && actor.isIn(submission.preparingGroup())) return;
        if (clerkGroups(submission).stream().noneMatch(actor::isIn)) {
            throw Refusal.forbidden(
                    "Chỉ văn thư hoặc cơ quan thường trực được gửi hồ sơ trình và ghi kết quả của cấp trên.");
        }
    }

    private SuperiorSubmission locked(String key, State expected) {
        table.lock(get(key).id());
        var submission = get(key);
        if (submission.state() == expected) return submission;
        throw Refusal.conflict(
                "submission-state",
                "Không làm được bước này lúc này: hồ sơ trình %s đang ở trạng thái \"%s\". Hãy tải lại trang."
                        .formatted(submission.key(), submission.state().label()));
    }

    private void record(String action, SuperiorSubmission submission, Object after) {
        events.publishEvent(Act.of(action, submission.campaign(), null, submission.key(), null, after));
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private static Refusal unknown() {
        return Refusal.notFound("Không tìm thấy hồ sơ trình này. Hãy mở lại từ danh sách.");
    }
}
