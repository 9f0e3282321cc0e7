package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.campaign.QuotaGates;
import vn.thidua.nomination.AwardRound.State;
import vn.thidua.nomination.RoundHappened.Kind;
import vn.thidua.nomination.RoundStanding.RunningLimit;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Đợt xét khen thưởng, from its preparation to its end. Form, REST call and timer all end here; each method is one transaction, refuses
 * with a {@link Refusal} and then changes nothing.
 */
@Component
public class AwardRounds {

    private static final Set<DossierState> UNFINISHED = Set.of(
            DossierState.SUBMITTED, DossierState.SUPPLEMENT, DossierState.IN_APPRAISAL, DossierState.OPINIONS_DIFFER);

    private final JdbcClient sql;
    private final RoundTable rounds;
    private final RoundProposals proposals;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final QuotaGates quotas;
    private final Units units;
    private final NominationProcess process;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    AwardRounds(
            JdbcClient sql,
            RoundTable rounds,
            RoundProposals proposals,
            Dossiers dossiers,
            Transitions transitions,
            Campaigns campaigns,
            AwardRoles roles,
            QuotaGates quotas,
            Units units,
            NominationProcess process,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.rounds = rounds;
        this.proposals = proposals;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.campaigns = campaigns;
        this.roles = roles;
        this.quotas = quotas;
        this.units = units;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Refusal NOT_FOUND when there is no such round */
    public AwardRound get(String key) {
        return find(key).orElseThrow(() -> RoundTable.unknown(key));
    }

    public Optional<AwardRound> find(String key) {
        return rounds.find(key);
    }

    /** The rounds of the campaign, the latest first. */
    public List<AwardRound> of(String campaign) {
        return rounds.of(campaign);
    }

    /** What plan and procedures propose for the occasion today; nothing is decided by it. No form is proposed where the plan names none. */
    public RoundTerms proposal(String campaign, Occasion occasion, int year) {
        return proposals.propose(campaigns.get(campaign), occasion, year);
    }

    /**
     * Prepares a round with the proposed terms; the standing agency sets them next.
     *
     * @throws Refusal FORBIDDEN for all but the standing agency; INVALID for a blank name or a year out of the campaign's time; CONFLICT
     *     when such a round has not been cancelled (of ad-hoc rounds there can be many)
     */
    @Transactional
    public AwardRound prepare(String campaign, Occasion occasion, int year, String name) {
        var running = campaigns.get(campaign);
        mustStand(running, "lập đợt xét khen thưởng");
        var called = Required.fitting(Required.text(name, "name", "Tên đợt xét"), "name", "Tên đợt xét", 300);
        mustBeInTime(running, year);
        var terms = proposals.propose(running, occasion, year);
        var now = clock.instant();
        var round = new AwardRound(
                freeKey(running, occasion, year),
                campaign,
                occasion,
                year,
                called,
                State.PREPARED,
                terms,
                terms.closesAt(),
                roles.leadGroup(running),
                Actor.current().userId(),
                now,
                now);
        if (!rounds.add(round)) throw taken(round.key());
        process.start(round);
        happened(Kind.PREPARED, round, null);
        record("round.prepared", round, null, Map.of("name", called));
        return round;
    }

    private void mustBeInTime(Campaign campaign, int year) {
        var to = campaign.plan().duration().to();
        var last = Integer.parseInt(to.substring(to.length() - 4));
        var first = campaign.adoptedOn().getYear() - 1;
        if (year < first || year > last) {
            throw Refusal.invalid(
                    "year",
                    "year",
                    "Năm xét phải từ %d đến %d theo thời gian của phong trào. Hãy ghi lại.".formatted(first, last));
        }
    }

    private String freeKey(Campaign campaign, Occasion occasion, int year) {
        var key = "%s/%d-%s".formatted(campaign.code(), year, occasion);
        var before = rounds.of(campaign.code()).stream()
                .filter(round -> round.occasion() == occasion && round.year() == year)
                .toList();
        if (occasion != Occasion.AD_HOC) {
            before.stream()
                    .filter(round -> round.state() != State.CANCELLED)
                    .findFirst()
                    .ifPresent(round -> {
                        throw taken(round.key());
                    });
        }
        return before.isEmpty() ? key : key + "-" + (before.size() + 1);
    }

    private static Refusal taken(String key) {
        return Refusal.conflict(
                "round-exists",
                "Đã có đợt xét %s. Hãy dùng đợt đó; muốn lập lại thì trước hết phải hủy đợt đó.".formatted(key));
    }

    /**
     * The standing agency sets the terms: the round opens, or its numbers are allocated first.
     *
     * @throws Refusal FORBIDDEN; CONFLICT when they have been set; INVALID by field, also for a form the plan doesn't name and no document
     *     allows
     */
    @Transactional
    public void setTerms(String key, TermsAnswer answer) {
        var round = rounds.locked(key);
        var campaign = campaigns.get(round.campaign());
        mustStand(campaign, "quyết định các nội dung của đợt xét");
        mustBe(round, State.PREPARED);
        var terms = new TermsCheck(campaign, round.occasion(), clock.today())
                .terms(answer)
                .restingOn(round.terms());
        var state = hasNumbers(campaign, round, terms) ? State.ALLOCATING : State.OPEN;
        var set = rounds.update(round, state, terms, clock.instant());
        happened(state == State.OPEN ? Kind.OPENED : Kind.TO_ALLOCATE, set, null);
        record("round.terms-set", set, round.terms(), terms);
    }

    /** Does the plan limit the number of a form the round gives, so that it is to be allocated? */
    public boolean numbersToAllocate(String key) {
        var round = get(key);
        return hasNumbers(campaigns.get(round.campaign()), round, round.terms());
    }

    private boolean hasNumbers(Campaign campaign, AwardRound round, RoundTerms terms) {
        return terms.forms().stream()
                .anyMatch(form -> Stream.of(NomineeKind.values())
                        .anyMatch(kind -> limit(campaign, round, form, kind).isPresent()));
    }

    private Optional<Integer> limit(Campaign campaign, AwardRound round, AwardForm form, NomineeKind kind) {
        var gate = quotas.of(campaign, round.occasion(), form, kind, round.year());
        return gate.state() == QuotaGate.State.LIMITED ? Optional.ofNullable(gate.limit()) : Optional.empty();
    }

    /**
     * The council's standing body (the standing agency where the plan names none) allocates the numbers to the units, or leaves them in
     * common: the round opens.
     *
     * @throws Refusal FORBIDDEN; CONFLICT when nothing is to be allocated now; INVALID when a unit may not nominate, a number is negative,
     *     given twice or for what isn't limited, the sum exceeds the quota, or nothing is allocated without a word why
     */
    @Transactional
    public void allocate(String key, AllocationAnswer answer) {
        var round = rounds.locked(key);
        var campaign = campaigns.get(round.campaign());
        var group = roles.allocatingGroup(campaign).orElseGet(campaign::standingAgencyGroup);
        Actor.current()
                .mustBeIn(
                        group,
                        "Chỉ Thường trực Hội đồng (nơi kế hoạch không nêu thì thư ký Hội đồng hoặc cơ quan thường trực) được phân bổ số lượng của đợt xét này.");
        mustBe(round, State.ALLOCATING);
        List<QuotaAllocation> numbers = answer.numbers() == null ? List.of() : answer.numbers();
        if (numbers.isEmpty()) {
            Required.text(answer.note(), "note", "Lý do không phân bổ số lượng theo đơn vị");
        }
        mustFit(campaign, round, numbers);
        rounds.allocate(key, numbers);
        var open = rounds.update(round, State.OPEN, round.terms(), clock.instant());
        happened(Kind.ALLOCATED, open, answer.note());
        happened(Kind.OPENED, open, null);
        record("round.allocated", open, null, answer);
    }

    private void mustFit(Campaign campaign, AwardRound round, List<QuotaAllocation> numbers) {
        var groups = new HashMap<String, String>();
        units.of(campaign.code()).forEach(unit -> groups.put(unit.code(), unit.group()));
        var seen = new HashSet<String>();
        var sums = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var field = "numbers[%d]".formatted(i);
            if (number == null || number.form() == null || number.kind() == null || number.unit() == null) {
                throw Refusal.invalid(
                        "allocation",
                        field,
                        "Dòng phân bổ thứ %d còn thiếu hình thức, đối tượng hoặc đơn vị. Hãy ghi đủ.".formatted(i + 1));
            }
            if (!round.terms().unitGroups().contains(String.valueOf(groups.get(number.unit())))) {
                throw Refusal.invalid(
                        "allocation-unit",
                        field,
                        "Đơn vị \"%s\" không có trong phong trào hoặc không được đề nghị trong đợt xét này. Hãy bỏ dòng này."
                                .formatted(number.unit()));
            }
            if (number.number() < 0) {
                throw Refusal.invalid("allocation-number", field, "Số lượng phân bổ không được âm. Hãy ghi lại.");
            }
            if (!seen.add(number.form() + "/" + number.kind() + "/" + number.unit())) {
                throw Refusal.invalid(
                        "allocation-twice",
                        field,
                        "Đơn vị \"%s\" được phân bổ hai lần. Hãy gộp lại.".formatted(number.unit()));
            }
            var limit = round.terms().forms().contains(number.form())
                    ? limit(campaign, round, number.form(), number.kind())
                    : Optional.<Integer>empty();
            var what = "%s cho %s"
                    .formatted(number.form().label(), number.kind().label().toLowerCase(Locale.ROOT));
            if (limit.isEmpty()) {
                throw Refusal.invalid(
                        "allocation-form",
                        field,
                        "Kế hoạch không giới hạn số lượng %s trong đợt xét này nên không phân bổ. Hãy bỏ dòng này."
                                .formatted(what));
            }
            var sum = sums.merge(what, number.number(), Integer::sum);
            if (sum > limit.get()) {
                throw Refusal.invalid(
                        "allocation-sum",
                        field,
                        "Tổng số phân bổ %s là %d, vượt chỉ tiêu %d của Kế hoạch. Hãy giảm bớt."
                                .formatted(what, sum, limit.get()));
            }
        }
    }

    public List<QuotaAllocation> allocations(String key) {
        return rounds.allocations(key);
    }

    /**
     * The window closes: no dossier comes in any more without a permission.
     *
     * @throws Refusal CONFLICT when the round isn't open, or its window has not passed
     */
    @Transactional
    public void closeWindow(String key) {
        var round = rounds.locked(key);
        mustBe(round, State.OPEN);
        if (clock.instant().isBefore(round.closesAt())) {
            throw Refusal.conflict(
                    "window-open",
                    "Đợt xét còn nhận hồ sơ đến %s."
                            .formatted(round.terms().window().inWords()));
        }
        var closed = rounds.update(round, State.CLOSED, round.terms(), clock.instant());
        happened(Kind.CLOSED, closed, null);
        record("round.closed", closed, null, null);
    }

    /**
     * A unit asks to nominate after the window has closed.
     *
     * @throws Refusal FORBIDDEN for other units; CONFLICT while the window is open, after the appraisal, or while a request is pending;
     *     INVALID without a reason
     */
    @Transactional
    public LatePermission requestLate(String key, String unit, String reason) {
        var round = rounds.locked(key);
        var asking = unit(round.campaign(), unit);
        Actor.current()
                .mustBeIn(
                        Groups.ofUnit(round.campaign(), unit),
                        "Chỉ người của %s được xin nộp muộn cho đơn vị này.".formatted(asking.name()));
        var why = Required.text(reason, "reason", "Lý do xin nộp muộn");
        if (round.state() != State.OPEN && round.state() != State.CLOSED) throw wrongState(round);
        if (clock.instant().isBefore(round.closesAt())) {
            throw Refusal.conflict(
                    "window-open",
                    "Đợt xét còn nhận hồ sơ (%s), chưa cần xin nộp muộn. Hãy nộp hồ sơ ngay."
                            .formatted(round.terms().window().inWords()));
        }
        var permission = rounds.request(
                        key, unit, asking.name(), why, Actor.current().userId(), clock.instant())
                .orElseThrow(() -> Refusal.conflict(
                        "late-pending", "Đơn vị đã có một đề nghị nộp muộn đang chờ quyết định. Hãy chờ kết quả."));
        process.lateRequested(key, permission.id());
        happened(Kind.LATE_REQUESTED, round, asking.name() + ": " + why);
        events.publishEvent(Act.of("round.late-requested", round.campaign(), unit, key, null, permission));
        return permission;
    }

    /** @throws Refusal NOT_FOUND */
    public LatePermission latePermission(long id) {
        return rounds.late(id).orElseThrow(() -> Refusal.notFound("Không có đề nghị nộp muộn số %d.".formatted(id)));
    }

    public List<LatePermission> latePermissions(String key) {
        return rounds.lates(key);
    }

    /**
     * The standing agency decides on a request to nominate late.
     *
     * @throws Refusal FORBIDDEN; CONFLICT when it is decided or the appraisal is over; INVALID without decision, reason, or for a day that
     *     has passed or lies after the appraisal's end
     */
    @Transactional
    public void decideLate(long id, LateAnswer answer) {
        var permission = latePermission(id);
        var round = rounds.locked(permission.round());
        mustStand(campaigns.get(round.campaign()), "quyết định đề nghị nộp muộn");
        if (permission.state() != LatePermission.State.REQUESTED) {
            throw Refusal.conflict(
                    "late-decided",
                    "Đề nghị này đã được quyết định: %s."
                            .formatted(permission.state().label()));
        }
        var decision = Required.choice(
                answer.decision(),
                "decision",
                "Chưa chọn kết quả. Hãy chọn \"Cho nộp muộn\" hoặc \"Không cho nộp muộn\".");
        var reason = Required.text(answer.reason(), "reason", "Lý do");
        var isGranted = decision == LateAnswer.Decision.GRANT;
        var decided = rounds.decide(new LatePermission(
                id,
                permission.round(),
                permission.unit(),
                permission.unitName(),
                permission.reason(),
                permission.requestedBy(),
                permission.requestedAt(),
                isGranted ? LatePermission.State.GRANTED : LatePermission.State.REFUSED,
                isGranted ? until(round, answer) : null,
                Actor.current().userId(),
                clock.instant(),
                reason,
                Required.textOrNull(answer.document(), "document", "Số văn bản")));
        if (isGranted) giveTime(round, decided);
        happened(isGranted ? Kind.LATE_GRANTED : Kind.LATE_REFUSED, round, decided.unitName() + ": " + reason);
        events.publishEvent(Act.of(
                "round.late-decided", round.campaign(), decided.unit(), round.key(), permission.state(), decided));
    }

    private void giveTime(AwardRound round, LatePermission granted) {
        rounds.limitDrafts(round.key(), granted.unit(), granted.endsAt());
        dossiers.of(round.key(), DossierState.DRAFT).stream()
                .filter(dossier -> dossier.unit().equals(granted.unit()))
                .forEach(dossier -> process.limitMoved(dossier.number()));
    }

    /**
     * The days of a permission are over: what the unit has not submitted lapses, unless it has been given more days.
     *
     * @throws Refusal NOT_FOUND; CONFLICT when it was not granted, or its days are not over
     */
    @Transactional
    public void closeLate(long id) {
        var permission = latePermission(id);
        var round = rounds.locked(permission.round());
        if (permission.until() == null || clock.instant().isBefore(permission.endsAt())) {
            throw Refusal.conflict(
                    "late-open", "Đề nghị nộp muộn này chưa được phép, hoặc chưa hết thời gian được nộp.");
        }
        var hasMore = rounds.lates(round.key()).stream()
                .filter(other -> other.unit().equals(permission.unit()) && other.until() != null)
                .anyMatch(other -> clock.instant().isBefore(other.endsAt()));
        if (hasMore) return;
        var drafts = dossiers.of(round.key(), DossierState.DRAFT).stream()
                .filter(dossier -> dossier.unit().equals(permission.unit()))
                .map(Dossier::number)
                .toList();
        if (drafts.isEmpty()) return;
        transitions.endAll(drafts, DossierState.LAPSED, "Hết thời gian được nộp muộn mà chưa nộp");
        process.ended(drafts);
    }

    private LocalDate until(AwardRound round, LateAnswer answer) {
        if (round.state() != State.OPEN && round.state() != State.CLOSED) throw wrongState(round);
        var until = Required.dayFrom(clock.today(), answer.until(), "until", "Ngày cuối được nộp muộn");
        if (until.isAfter(round.terms().appraisalDue())) {
            throw Refusal.invalid(
                    "late-after-appraisal",
                    "until",
                    "Ngày cuối được nộp muộn không được sau hạn thẩm định (%s)."
                            .formatted(VietnamTime.date(round.terms().appraisalDue())));
        }
        return until;
    }

    /**
     * The standing agency moves the window's end, while it is open.
     *
     * @param newClosesOn last day, inclusive
     * @throws Refusal FORBIDDEN; CONFLICT once it is closed; INVALID without document or reason, or for a day that has passed or lies after
     *     the appraisal's end
     */
    @Transactional
    public void moveWindow(String key, LocalDate newClosesOn, String document, String reason) {
        var round = rounds.locked(key);
        mustStand(campaigns.get(round.campaign()), "đổi hạn nhận hồ sơ");
        var basis = Required.text(document, "document", "Số văn bản");
        var why = Required.text(reason, "reason", "Lý do");
        if (round.state() != State.OPEN && round.state() != State.ALLOCATING) throw wrongState(round);
        if (round.state() == State.OPEN && !clock.instant().isBefore(round.closesAt())) {
            throw Refusal.conflict(
                    "window-closed", "Đã hết hạn nhận hồ sơ nên không đổi hạn được; đơn vị nộp sau phải xin nộp muộn.");
        }
        if (newClosesOn.isBefore(clock.today())
                || newClosesOn.isBefore(round.terms().opensOn())) {
            throw Refusal.invalid(
                    "date-past", "newClosesOn", "Hạn mới không được trước hôm nay hoặc trước ngày bắt đầu nhận hồ sơ.");
        }
        if (newClosesOn.isAfter(round.terms().appraisalDue())) {
            throw Refusal.invalid(
                    "date-order",
                    "newClosesOn",
                    "Hạn mới không được sau hạn thẩm định (%s)."
                            .formatted(VietnamTime.date(round.terms().appraisalDue())));
        }
        var moved = rounds.update(round, round.state(), round.terms().closingOn(newClosesOn, basis), round.since());
        rounds.limitDrafts(key, null, moved.closesAt());
        process.windowMoved(moved);
        happened(Kind.WINDOW_MOVED, moved, why);
        record(
                "round.window-moved",
                moved,
                VietnamTime.date(round.terms().closesOn()),
                Map.of("closesOn", VietnamTime.date(newClosesOn), "document", basis, "reason", why));
    }

    /**
     * The lead agency ends the appraisal: drafts lapse, and so do unfinished dossiers it names, each with a reason.
     *
     * @throws Refusal FORBIDDEN; CONFLICT before the window has closed, or when unfinished dossiers remain that it did not name; INVALID
     *     when a named dossier is finished, unknown to the round, or without a reason
     */
    @Transactional
    public void concludeAppraisal(String key, ConclusionAnswer answer) {
        var round = rounds.locked(key);
        Actor.current().mustBeIn(round.leadGroup(), "Chỉ cơ quan chủ trì được kết thúc thẩm định đợt xét này.");
        mustBe(round, State.CLOSED);
        var open = new LinkedHashMap<String, Dossier>();
        dossiers.of(key, UNFINISHED.toArray(DossierState[]::new))
                .forEach(dossier -> open.put(dossier.number(), dossier));
        var ended = new ArrayList<String>();
        List<ConclusionAnswer.Lapse> named = answer.lapsed() == null ? List.of() : answer.lapsed();
        for (int i = 0; i < named.size(); i++) ended.add(lapse(named.get(i), "lapsed[%d].".formatted(i), open));
        if (!open.isEmpty()) throw unfinished(open.values());
        var drafts = dossiers.of(key, DossierState.DRAFT).stream()
                .map(Dossier::number)
                .toList();
        transitions.endAll(drafts, DossierState.LAPSED, "Chưa nộp khi đợt xét kết thúc thẩm định");
        ended.addAll(drafts);
        if (!ended.isEmpty()) process.ended(ended);
        var appraised = rounds.update(round, State.APPRAISED, round.terms(), clock.instant());
        happened(Kind.APPRAISED, appraised, answer.note());
        record("round.appraised", appraised, null, answer);
    }

    private String lapse(ConclusionAnswer.Lapse lapse, String field, Map<String, Dossier> open) {
        var number = Required.text(lapse.dossier(), field + "dossier", "Số hồ sơ");
        var reason = Required.text(lapse.reason(), field + "reason", "Lý do không xét trong đợt này");
        if (open.remove(number) == null) {
            throw Refusal.invalid(
                    "not-unfinished",
                    field + "dossier",
                    "Hồ sơ %s không phải là hồ sơ còn dở của đợt xét này. Hãy bỏ dòng này.".formatted(number));
        }
        transitions.endAll(List.of(number), DossierState.LAPSED, reason);
        return number;
    }

    private static Refusal unfinished(Collection<Dossier> open) {
        return Refusal.conflict(
                "dossiers-unfinished",
                "Còn %d hồ sơ chưa thẩm định xong: %s. Hãy xử lý xong, hoặc ghi lý do không xét trong đợt này."
                        .formatted(
                                open.size(),
                                open.stream()
                                        .limit(5)
                                        .map(dossier -> "%s (%s%s)"
                                                .formatted(
                                                        dossier.number(),
                                                        dossier.state().label(),
                                                        dossier.held() ? ", đang tạm dừng" : ""))
                                        .collect(joining("; "))));
    }

    /**
     * The round is over, when all has been decided or submitted upward: what is still left, paused or forgotten, lapses. Idempotent.
     *
     * @throws Refusal CONFLICT before the appraisal has ended
     */
    @Transactional
    public void conclude(String key) {
        var round = rounds.locked(key);
        if (round.state() == State.CONCLUDED) return;
        mustBe(round, State.APPRAISED);
        var left = dossiers.of(key).stream()
                .filter(dossier -> !dossier.state().isFinal() && dossier.state() != DossierState.ESCALATED)
                .map(Dossier::number)
                .toList();
        transitions.endAll(left, DossierState.LAPSED, "Đợt xét đã kết thúc khi hồ sơ chưa được quyết định");
        if (!left.isEmpty()) process.ended(left);
        var concluded = rounds.update(round, State.CONCLUDED, round.terms(), clock.instant());
        happened(Kind.CONCLUDED, concluded, null);
        record("round.concluded", concluded, null, Map.of("lapsed", left));
    }

    /**
     * The standing agency calls the round off: its dossiers lapse.
     *
     * @throws Refusal FORBIDDEN; CONFLICT when it is over, or a dossier of it is being signed, has been submitted upward or awarded; INVALID
     *     without reason or document
     */
    @Transactional
    public void cancel(String key, String reason, String document) {
        var round = rounds.locked(key);
        mustStand(campaigns.get(round.campaign()), "hủy đợt xét");
        var why = Required.text(reason, "reason", "Lý do hủy");
        var basis = Required.text(document, "document", "Số văn bản");
        if (round.state().isOver()) throw wrongState(round);
        var all = dossiers.of(key);
        all.stream()
                .filter(dossier -> Set.of(
                                DossierState.TO_SIGN,
                                DossierState.ESCALATED,
                                DossierState.AWARDED,
                                DossierState.REVOKED)
                        .contains(dossier.state()))
                .findFirst()
                .ifPresent(dossier -> {
                    throw Refusal.conflict(
                            "round-decided",
                            "Không hủy được đợt xét: hồ sơ %s đang ở trạng thái \"%s\"."
                                    .formatted(dossier.number(), dossier.state().label()));
                });
        var left = all.stream()
                .filter(dossier -> !dossier.state().isFinal())
                .map(Dossier::number)
                .toList();
        transitions.endAll(left, DossierState.LAPSED, "Đợt xét đã hủy: " + why);
        if (!left.isEmpty()) process.ended(left);
        process.roundCancelled(key);
        var cancelled = rounds.update(round, State.CANCELLED, round.terms(), clock.instant());
        happened(Kind.CANCELLED, cancelled, why);
        record("round.cancelled", cancelled, round.state(), Map.of("reason", why, "document", basis));
    }

    /** How many dossiers stand where, and which limits are running. */
    public RoundStanding standing(String key) {
        var round = get(key);
        var counts = new EnumMap<DossierState, Integer>(DossierState.class);
        var held = new int[1];
        var running = new ArrayList<RunningLimit>(own(round));
        sql.sql("""
                select state, count(*) as dossiers, count(held_since) as held,
                    min(limit_at) filter (where held_since is null) as limit_at,
                    count(limit_at) filter (where held_since is null) as limited,
                    (array_agg(limit_basis order by limit_at) filter (where held_since is null and limit_at is not null))[1] as basis
                from dossier where round = ? group by state""").param(key).query((ResultSet row) -> {
            var state = DossierState.valueOf(row.getString("state"));
            counts.put(state, row.getInt("dossiers"));
            held[0] += row.getInt("held");
            var limit = Row.instant(row, "limit_at");
            if (limit != null) {
                running.add(new RunningLimit(
                        state.label(), limit, String.valueOf(row.getString("basis")), row.getInt("limited")));
            }
        });
        running.sort(Comparator.comparing(RunningLimit::at));
        return new RoundStanding(round, counts, held[0], running);
    }

    private static List<RunningLimit> own(AwardRound round) {
        var basis = round.terms().basis();
        return switch (round.state()) {
            case OPEN ->
                List.of(
                        new RunningLimit("Hạn nhận hồ sơ", round.closesAt(), basis.getOrDefault("closesOn", ""), 0),
                        appraisal(round));
            case CLOSED -> List.of(appraisal(round));
            default -> List.of();
        };
    }

    private static RunningLimit appraisal(AwardRound round) {
        return new RunningLimit(
                "Hạn thẩm định đợt xét",
                round.terms().appraisalDueAt(),
                round.terms().basis().getOrDefault("appraisalDue", ""),
                0);
    }

    private Unit unit(String campaign, String code) {
        return units.find(campaign, code)
                .orElseThrow(() -> Refusal.notFound("Phong trào không có đơn vị \"%s\".".formatted(code)));
    }

    private static void mustStand(Campaign campaign, String what) {
        Actor.current()
                .mustBeIn(
                        campaign.standingAgencyGroup(),
                        "Chỉ cơ quan thường trực (%s) được %s."
                                .formatted(campaign.plan().standingAgency().name(), what));
    }

    private static void mustBe(AwardRound round, State state) {
        if (round.state() != state) throw wrongState(round);
    }

    private static Refusal wrongState(AwardRound round) {
        return Refusal.conflict(
                "round-state",
                "Không làm được bước này: đợt xét \"%s\" đang ở trạng thái \"%s\". Hãy tải lại trang."
                        .formatted(round.name(), round.state().label()));
    }

    private void happened(Kind kind, AwardRound round, @Nullable String detail) {
        events.publishEvent(new RoundHappened(kind, round, detail));
    }

    private void record(String action, AwardRound round, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(Act.of(action, round.campaign(), null, round.key(), before, after));
    }
}
