package vn.thidua.appraisal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.RulePacks;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Required;
import vn.thidua.nomination.Stage;
import vn.thidua.nomination.Transitions;

/**
 * What agencies do with a dossier under appraisal. Every agency asked gives one opinion on each version handed in; nobody acts on a
 * dossier of their own unit, or on one they composed, voted or decide on.
 */
@Component
public class Appraisals {

    private final Opinions opinions;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final RulePacks packs;
    private final Limits limits;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Appraisals(
            Opinions opinions,
            Dossiers dossiers,
            Transitions transitions,
            Campaigns campaigns,
            AwardRoles roles,
            RulePacks packs,
            Limits limits,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.opinions = opinions;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.campaigns = campaigns;
        this.roles = roles;
        this.packs = packs;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /** The agencies whose opinion is asked, the lead first, by agency id. */
    public List<String> agenciesToAsk(Dossier dossier) {
        return asked(dossier).stream().map(AwardAgency::id).toList();
    }

    /** The group whose people give this agency's opinion. @throws Refusal NOT_FOUND when the agency isn't asked */
    public String group(Dossier dossier, String agency) {
        return agency(dossier, agency).group();
    }

    /** The agency asked whose people are one of these groups. @throws Refusal NOT_FOUND when none is asked any more */
    public String agencyOf(Dossier dossier, Collection<String> groups) {
        return asked(dossier).stream()
                .filter(agency -> groups.contains(agency.group()))
                .map(AwardAgency::id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "Không còn cơ quan nào trong số này được lấy ý kiến về hồ sơ %s.".formatted(dossier.number())));
    }

    /**
     * An officer gives the agency's opinion on the version in hand; a supplement request sends it back to the unit, and the agency's own
     * limit rests meanwhile.
     *
     * @return the dossier as it then stands
     * @throws Refusal FORBIDDEN for who isn't of the agency or may not act on this dossier; CONFLICT when it isn't under appraisal, on
     *     hold, or the agency has given its opinion; INVALID when a criterion, the comment, the article or the deadline is missing
     */
    @Transactional
    public Dossier give(String dossier, String agency, OpinionAnswer answer) {
        var desk = opinions.locked(dossier, clock.today());
        return give(desk, agency(desk.dossier(), agency), answer);
    }

    /** As {@link #give(String, String, OpinionAnswer)}, for the agency whose people are one of the groups. */
    @Transactional
    public Dossier give(String dossier, Collection<String> groups, OpinionAnswer answer) {
        var desk = opinions.locked(dossier, clock.today());
        return give(desk, agency(desk.dossier(), agencyOf(desk.dossier(), groups)), answer);
    }

    private Dossier give(Opinions.Desk desk, AwardAgency asked, OpinionAnswer answer) {
        var before = desk.dossier();
        var dossier = before.number();
        var officer = Officer.acting(
                desk.absent(), asked.group(), "Chỉ người của %s được cho ý kiến này.".formatted(asked.name()));
        Transitions.mustNotBeHeld(before);
        mustBe(before, DossierState.IN_APPRAISAL, "cho ý kiến thẩm định");
        transitions.actsIn(before, Stage.APPRAISAL);
        var opinion = opinion(before, asked, officer, answer);
        if (!opinions.add(opinion)) {
            throw Refusal.conflict(
                    "opinion-given",
                    "%s đã cho ý kiến về lần nộp này của hồ sơ. Hãy tải lại trang.".formatted(asked.name()));
        }
        record("opinion.given", before, summary(opinion));
        return opinion.verdict() == Verdict.SUPPLEMENT
                ? transitions.askSupplement(dossier, opinion.newDeadline(), opinion.comment(), opinion.article())
                : before;
    }

    /**
     * Where the opinions on the version in hand lead: a request for a supplement goes before everything, then every agency has to propose
     * the award.
     */
    public Outcome outcome(String dossier) {
        var asked = dossiers.get(dossier);
        return outcome(asked, opinions.of(dossier, asked.version()));
    }

    private Outcome outcome(Dossier dossier, List<Opinion> given) {
        if (given.stream().anyMatch(opinion -> opinion.verdict() == Verdict.SUPPLEMENT)) return Outcome.SUPPLEMENT;
        var proposed = given.stream()
                .filter(opinion -> opinion.verdict() == Verdict.FAVOUR)
                .map(Opinion::agency)
                .toList();
        return asked(dossier).stream().map(AwardAgency::id).allMatch(proposed::contains)
                ? Outcome.FAVOURABLE
                : Outcome.DIFFER;
    }

    /**
     * Every opinion asked for is there, the last one just given: the dossier is appraised, or goes to the lead to reconcile. Does nothing where a supplement was
     * asked for.
     *
     * @throws Refusal CONFLICT when an agency hasn't given its opinion yet, or the dossier isn't under appraisal
     */
    @Transactional
    public void conclude(Dossier before) {
        var dossier = before.number();
        var given = opinions.of(dossier, before.version());
        var outcome = outcome(before, given);
        if (outcome == Outcome.SUPPLEMENT) return;
        mustBe(before, DossierState.IN_APPRAISAL, "kết thúc thẩm định");
        mustBeComplete(before, given);
        if (outcome == Outcome.FAVOURABLE) {
            appraised(before, "Các cơ quan thống nhất đề nghị khen thưởng.");
        } else {
            transitions.move(
                    dossier,
                    DossierState.OPINIONS_DIFFER,
                    reconciler(before).group(),
                    before.limitAt(),
                    before.limitBasis(),
                    "Có cơ quan không đề nghị khen thưởng.");
        }
    }

    /**
     * The lead settles opinions that differ: the dossier is proposed all the same, or returned with the legal ground.
     *
     * @throws Refusal FORBIDDEN for who isn't of the lead; CONFLICT when there is nothing to settle; INVALID without a reason or, to
     *     reject, without an article
     */
    @Transactional
    public void reconcile(String dossier, ReconcileAnswer answer) {
        var desk = opinions.locked(dossier, clock.today());
        var before = desk.dossier();
        var lead = reconciler(before);
        var officer = Officer.acting(
                desk.absent(), lead.group(), "Chỉ người của %s được thống nhất ý kiến.".formatted(lead.name()));
        Transitions.mustNotBeHeld(before);
        mustBe(before, DossierState.OPINIONS_DIFFER, "thống nhất ý kiến");
        transitions.actsIn(before, Stage.APPRAISAL);
        var settled = settled(before, officer, answer);
        opinions.add(settled);
        record("opinions.reconciled", before, summary(settled));
        if (settled.decision() == ReconcileAnswer.Decision.PROPOSE) {
            appraised(before, settled.reason());
        } else {
            transitions.move(
                    dossier,
                    DossierState.RETURNED,
                    "",
                    null,
                    null,
                    "%s (%s)".formatted(settled.reason(), settled.article()));
        }
    }

    /** All opinions ever given on the dossier, oldest first. No check of who asks: see {@link OpinionSight}. */
    public List<Opinion> of(String dossier) {
        return opinions.of(dossier);
    }

    /** How differing opinions on the version in hand were settled. */
    public Optional<Reconciliation> reconciliation(String dossier) {
        return opinions.reconciliation(dossier, dossiers.get(dossier).version());
    }

    /** The limit of a step has passed: recorded once per version and step, by the id of the task or event. */
    @Transactional
    public void markOverdue(String dossier, String step) {
        var late = dossiers.get(dossier);
        if (!opinions.markOverdue(dossier, late.version(), step, clock.instant())) return;
        var told = new LinkedHashMap<String, Object>();
        told.put("step", step);
        told.put("state", late.state().label());
        told.put("limit", VietnamTime.dateTime(late.limitAt()));
        record("dossier.overdue", late, told);
    }

    private List<AwardAgency> asked(Dossier dossier) {
        return roles.opinionAgencies(campaigns.get(dossier.campaign()), dossier.unit());
    }

    private AwardAgency agency(Dossier dossier, String id) {
        return asked(dossier).stream()
                .filter(agency -> agency.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "Cơ quan \"%s\" không được lấy ý kiến về hồ sơ %s.".formatted(id, dossier.number())));
    }

    /** The lead; where that is the nominating unit itself, the first agency asked in its place. */
    private AwardAgency reconciler(Dossier dossier) {
        return asked(dossier).get(0);
    }

    private Opinion opinion(Dossier dossier, AwardAgency agency, Officer officer, OpinionAnswer answer) {
        var verdict = Required.choice(
                answer.verdict(), "verdict", "Hãy chọn ý kiến: đề nghị, không đề nghị hoặc yêu cầu bổ sung.");
        var isSupplement = verdict == Verdict.SUPPLEMENT;
        var comment = verdict == Verdict.FAVOUR
                ? Required.textOrNull(answer.comment(), "comment", "Nhận xét")
                : Required.text(answer.comment(), "comment", isSupplement ? "Nội dung cần bổ sung" : "Lý do");
        var criteria = Criteria.of(campaigns.get(dossier.campaign()), dossier);
        return new Opinion(
                0,
                dossier.number(),
                dossier.version(),
                agency.id(),
                agency.name(),
                verdict,
                comment == null ? "" : comment,
                isSupplement ? List.of() : Criteria.checked(criteria, answer.scores()),
                isSupplement ? Required.text(answer.article(), "article", "Căn cứ (điều, khoản)") : null,
                isSupplement ? newDeadline(answer.newDeadline()) : null,
                officer.userId(),
                officer.absent(),
                clock.instant());
    }

    private LocalDate newDeadline(@Nullable String text) {
        var day = Required.day(text, "newDeadline", "Hạn bổ sung");
        if (!day.isAfter(clock.today())) {
            throw Refusal.invalid(
                    "date-past",
                    "newDeadline",
                    "Hạn bổ sung phải sau ngày hôm nay (%s).".formatted(VietnamTime.date(clock.today())));
        }
        return day;
    }

    private Reconciliation settled(Dossier dossier, Officer officer, ReconcileAnswer answer) {
        var decision = Required.choice(answer.decision(), "decision", "Hãy chọn: đề nghị khen thưởng hoặc trả lại.");
        return new Reconciliation(
                dossier.number(),
                dossier.version(),
                decision,
                Required.text(answer.reason(), "reason", "Lý do"),
                decision == ReconcileAnswer.Decision.REJECT
                        ? Required.text(answer.article(), "article", "Căn cứ pháp lý (điều, khoản)")
                        : Required.textOrNull(answer.article(), "article", "Căn cứ pháp lý"),
                officer.userId(),
                officer.absent(),
                clock.instant());
    }

    private void mustBeComplete(Dossier dossier, List<Opinion> given) {
        var heard = given.stream().map(Opinion::agency).toList();
        asked(dossier).stream()
                .filter(agency -> !heard.contains(agency.id()))
                .findFirst()
                .ifPresent(silent -> {
                    throw Refusal.conflict(
                            "opinion-awaited",
                            "Còn chờ ý kiến của %s về hồ sơ %s.".formatted(silent.name(), dossier.number()));
                });
    }

    private void appraised(Dossier dossier, String note) {
        var limit = submissionLimit(dossier);
        transitions.move(
                dossier.number(),
                DossierState.APPRAISED,
                reconciler(dossier).group(),
                limit.map(Deadline::instant).orElse(null),
                limit.map(known -> "Trình khen thưởng cấp Nhà nước").orElse(null),
                note);
    }

    /** A State-level dossier has to be submitted some working days after it was received (Art. 35.3 of Decree 152/2025). */
    private Optional<Deadline> submissionLimit(Dossier dossier) {
        Instant received = dossier.receivedAt();
        if (!dossier.form().isOfState() || received == null || dossier.rulePack() == null) return Optional.empty();
        return packs.get(dossier.rulePack())
                .days(Limit.PROVINCE_SUBMISSION)
                .map(days -> limits.endOf(VietnamTime.dayOf(received), days));
    }

    private static void mustBe(Dossier dossier, DossierState state, String what) {
        if (dossier.state() == state) return;
        throw Refusal.conflict(
                "dossier-state",
                "Không %s được: hồ sơ %s đang ở bước \"%s\"."
                        .formatted(what, dossier.number(), dossier.state().label()));
    }

    private void record(String action, Dossier dossier, Object after) {
        events.publishEvent(Act.of(action, dossier.campaign(), dossier.unit(), dossier.number(), null, after));
    }

    private static Map<String, Object> summary(Opinion opinion) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("agency", opinion.agency());
        summary.put("version", opinion.version());
        summary.put("verdict", opinion.verdict().label());
        summary.put("comment", opinion.comment());
        if (opinion.article() != null) summary.put("article", opinion.article());
        if (opinion.newDeadline() != null) summary.put("newDeadline", VietnamTime.date(opinion.newDeadline()));
        if (opinion.officerFor() != null) summary.put("officerFor", opinion.officerFor());
        return summary;
    }

    private static Map<String, Object> summary(Reconciliation settled) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("version", settled.version());
        summary.put("decision", settled.decision().label());
        summary.put("reason", settled.reason());
        if (settled.article() != null) summary.put("article", settled.article());
        if (settled.officerFor() != null) summary.put("officerFor", settled.officerFor());
        return summary;
    }
}
