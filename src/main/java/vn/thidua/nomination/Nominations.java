package vn.thidua.nomination;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.database.ReferenceVersion;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;
import vn.thidua.document.Attachments.Incoming;
import vn.thidua.nomination.AwardRound.State;
import vn.thidua.nomination.DossierHappened.Kind;
import vn.thidua.nomination.DossierRows.Fresh;
import vn.thidua.nomination.ReceiptAnswer.OverrideAnswer;
import vn.thidua.organisation.Groups;

/**
 * What units and the lead agency do with a dossier until it is received. Form, REST call and import all end here; each method is one
 * transaction, refuses with a {@link Refusal} and then changes nothing.
 */
@Component
public class Nominations {

    private static final int MOST_ATTACHMENTS = 20;

    private final JdbcClient sql;
    private final RoundTable rounds;
    private final Dossiers dossiers;
    private final DossierRows rows;
    private final Desks desks;
    private final Eligibility eligibility;
    private final Transitions transitions;
    private final Nominees nominees;
    private final Attachments attachments;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final AwardProcedures procedures;
    private final Limits limits;
    private final NominationProcess process;
    private final MovableClock clock;
    private final ReferenceVersion reference;
    private final ApplicationEventPublisher events;

    Nominations(
            JdbcClient sql,
            RoundTable rounds,
            Dossiers dossiers,
            DossierRows rows,
            Desks desks,
            Eligibility eligibility,
            Transitions transitions,
            Nominees nominees,
            Attachments attachments,
            Campaigns campaigns,
            AwardRoles roles,
            AwardProcedures procedures,
            Limits limits,
            NominationProcess process,
            MovableClock clock,
            ReferenceVersion reference,
            ApplicationEventPublisher events) {
        this.reference = reference;
        this.sql = sql;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.rows = rows;
        this.desks = desks;
        this.eligibility = eligibility;
        this.transitions = transitions;
        this.nominees = nominees;
        this.attachments = attachments;
        this.campaigns = campaigns;
        this.roles = roles;
        this.procedures = procedures;
        this.limits = limits;
        this.process = process;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Begins a dossier as a draft of the unit.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for other units; CONFLICT when the round takes no dossiers, or the nominee's name alone doesn't
     *     tell who is meant; INVALID when form, kind or nominee are missing, or the round doesn't give the form
     */
    @Transactional
    public Dossier create(String round, String unit, DossierContent content) {
        return create(round, unit, List.of(content)).get(0);
    }

    /** As {@link #create(String, String, DossierContent)}, with its files at once; refusals as for {@link #attach}. */
    @Transactional
    public Dossier create(String round, String unit, DossierContent content, List<Upload> files) {
        var created = create(round, unit, content);
        if (!files.isEmpty()) {
            store(created, procedures.of(campaigns.get(created.campaign()), created.form()), 0, files);
        }
        return created;
    }

    /** As {@link #create(String, String, DossierContent)} for many, all or none, in a fixed number of statements; in the order given. */
    @Transactional
    public List<Dossier> create(String round, String unit, List<DossierContent> contents) {
        if (contents.isEmpty()) return List.of();
        var place = place(round, unit);
        var running = place.round();
        var nominator = place.nominator();
        Actor.current()
                .mustBeIn(
                        nominator.group(),
                        "Chỉ người của %s được lập hồ sơ cho đơn vị này.".formatted(nominator.name()));
        mustTake(running, nominator);
        contents.forEach(content -> mustFit(running, content));
        var ids = nominees.resolve(
                running.campaign(),
                contents.stream().map(DossierContent::nominee).toList());
        var authorities = new Authorities(campaigns.get(running.campaign()), unit);
        var fresh = new ArrayList<Fresh>();
        for (int i = 0; i < contents.size(); i++) {
            var content = contents.get(i).with(Map.of());
            fresh.add(new Fresh(content, ids.get(i), authorities.group(content.form()), null));
        }
        var created = rows.add(running, nominator, fresh);
        created.forEach(dossier -> transitions.record("dossier.created", dossier, Map.of("form", dossier.form())));
        process.start(created);
        return created;
    }

    /** Who decides on each form, asked once. */
    private final class Authorities {

        private final Campaign campaign;
        private final String unit;
        private final Map<AwardForm, String> groups = new HashMap<>();

        Authorities(Campaign campaign, String unit) {
            this.campaign = campaign;
            this.unit = unit;
        }

        String group(AwardForm form) {
            return groups.computeIfAbsent(
                    form, each -> roles.authority(campaign, each, unit).group());
        }
    }

    /** Where a unit nominates. */
    private record Place(AwardRound round, Nominator nominator) {}

    private Place place(String round, String unit) {
        return sql.sql("""
                select row_to_json(r) as the_round, r.campaign, u.name, u.unit_group, (select max(until) from late_permission p
                    where p.round = r.key and p.unit = u.code and p.state = 'GRANTED') as late_until, %s
                from award_round r left join unit u on u.campaign = r.campaign and u.code = :unit where r.key = :round""".formatted(ReferenceVersion.COLUMN))
                .param("round", round)
                .param("unit", unit)
                .query((row, i) -> {
                    reference.seen(row);
                    return new Place(rounds.fromJson(row.getString("the_round")), nominator(row, unit));
                })
                .optional()
                .orElseThrow(() -> RoundTable.unknown(round));
    }

    private static Nominator nominator(ResultSet row, String unit) throws SQLException {
        var name = row.getString("name");
        if (name == null) throw Refusal.notFound("Phong trào không có đơn vị \"%s\".".formatted(unit));
        return new Nominator(
                unit,
                name,
                row.getString("unit_group"),
                Groups.ofUnit(row.getString("campaign"), unit),
                row.getObject("late_until", LocalDate.class));
    }

    private void mustTake(AwardRound round, Nominator nominator) {
        mustBeTaking(round);
        if (!round.terms().unitGroups().contains(nominator.unitGroup())) {
            throw Refusal.conflict(
                    "unit-may-not-nominate",
                    "%s không thuộc khối đơn vị được đề nghị trong đợt xét này.".formatted(nominator.name()));
        }
        if (!clock.instant().isBefore(round.closesAt())) mustBeLate(round, nominator.lateUntil());
    }

    private static void mustBeTaking(AwardRound round) {
        if (round.state() != State.OPEN && round.state() != State.CLOSED) {
            throw Refusal.conflict(
                    "round-state",
                    "Đợt xét \"%s\" đang ở trạng thái \"%s\" nên không nhận hồ sơ."
                            .formatted(round.name(), round.state().label()));
        }
    }

    private void mustBeLate(AwardRound round, @Nullable LocalDate until) {
        if (until != null && !clock.today().isAfter(until)) return;
        throw Refusal.conflict(
                "window-closed",
                until == null
                        ? "Đã hết hạn nhận hồ sơ của đợt xét (%s). Hãy gửi đề nghị nộp muộn để cơ quan thường trực quyết định."
                                .formatted(round.terms().window().inWords())
                        : "Đã hết hạn được nộp muộn (hết ngày %s). Hãy gửi đề nghị nộp muộn mới."
                                .formatted(VietnamTime.date(until)));
    }

    private static void mustFit(AwardRound round, DossierContent content) {
        ContentCheck.mustBeSound(content);
        if (!round.terms().forms().contains(content.form())) {
            throw Refusal.invalid(
                    "form-not-in-round",
                    "form",
                    "Đợt xét này không có hình thức %s. Hãy chọn hình thức khác."
                            .formatted(content.form().label()));
        }
    }

    /**
     * Keeps what the unit has typed so far; its files are left alone.
     *
     * @throws Refusal as for {@link #create(String, String, DossierContent)}; CONFLICT once it is submitted, or while it is paused
     */
    @Transactional
    public void saveDraft(String number, DossierContent content) {
        var desk = mineToWrite(number);
        mustFit(desk.round(), content);
        if (desk.dossier().state() == DossierState.SUPPLEMENT) rows.save(number, content.with(Map.of()));
        else become(desk.dossier(), desk.content(), content);
    }

    /** The dossier's own columns follow what is written; while a supplement is, only when it is submitted. */
    private void become(Dossier dossier, DossierContent before, DossierContent content) {
        var nominee = Objects.equals(before.nominee(), content.nominee())
                ? dossier.nominee()
                : nominees.resolve(dossier.campaign(), Objects.requireNonNull(content.nominee()));
        var authority = content.form() == dossier.form()
                ? dossier.authorityGroup()
                : roles.authority(campaigns.get(dossier.campaign()), content.form(), dossier.unit())
                        .group();
        rows.save(dossier.number(), content.with(Map.of()), nominee, authority);
    }

    private Desk mineToWrite(String number) {
        var desk = desks.locked(number);
        var dossier = desk.dossier();
        Actor.current().mustBeIn(dossier.unitGroup(), "Chỉ %s được sửa hồ sơ này.".formatted(dossier.unitName()));
        if (dossier.held()) throw Transitions.held(dossier);
        if (dossier.state() != DossierState.DRAFT && dossier.state() != DossierState.SUPPLEMENT) {
            throw Transitions.wrongState(List.of(dossier));
        }
        return desk;
    }

    /**
     * Attaches a file to a component of the draft; versions submitted before keep theirs.
     *
     * @throws Refusal as for {@link #saveDraft}, and those of {@link Attachments#store}
     */
    @Transactional
    public Attachment attach(String number, String component, String fileName, InputStream content) {
        return attach(number, List.of(new Upload(component, fileName, content))).get(0);
    }

    /** As {@link #attach(String, String, String, InputStream)} for several files, all or none. */
    @Transactional
    public List<Attachment> attach(String number, List<Upload> files) {
        var desk = mineToWrite(number);
        var dossier = desk.dossier();
        var there = desk.content().components().values().stream()
                .mapToInt(List::size)
                .sum();
        return store(dossier, procedures.of(campaigns.get(dossier.campaign()), dossier.form()), there, files);
    }

    private List<Attachment> store(Dossier dossier, AwardProcedure procedure, int there, List<Upload> files) {
        if (there + files.size() > MOST_ATTACHMENTS) {
            throw Refusal.conflict(
                    "too-many-attachments",
                    "Mỗi hồ sơ kèm tối đa %d tệp. Hãy gỡ bớt tệp trước khi thêm.".formatted(MOST_ATTACHMENTS));
        }
        for (var file : files) {
            procedure
                    .component(file.component())
                    .filter(component -> component.maker() == Maker.UNIT)
                    .orElseThrow(() -> Refusal.invalid(
                            "component",
                            "component",
                            "Hồ sơ đề nghị %s không có thành phần \"%s\" do đơn vị lập. Hãy chọn lại thành phần."
                                    .formatted(dossier.form().label(), file.component())));
        }
        var stored = attachments.store(
                dossier.number(),
                files.stream()
                        .map(file -> new Incoming(file.fileName(), file.content()))
                        .toList());
        rows.attach(
                dossier.number(),
                files.stream().map(Upload::component).toList(),
                stored.stream().map(Attachment::id).toList());
        return stored;
    }

    /** Takes a file off the draft; versions submitted before keep it. @throws Refusal as for {@link #saveDraft}; NOT_FOUND */
    @Transactional
    public void detach(String number, UUID attachment) {
        var dossier = mineToWrite(number).dossier();
        if (!rows.detach(number, attachment)) throw Refusal.notFound("Tệp này không có trong bản nháp của hồ sơ.");
        transitions.record("attachment.removed", dossier, attachment);
    }

    /**
     * The unit submits what it has written, for the first time or as a supplement; the version is kept for ever.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for other units and who has acted in another stage; CONFLICT when it is not to be submitted now,
     *     is paused, or the window (of a supplement: its deadline) has
     *     passed and no permission was given; INVALID naming the field or the components that are missing, with
     *     the article or clause
     */
    @Transactional
    public void submit(String number) {
        var desk = mineToWrite(number);
        mustBeOpenFor(desk);
        mustActIn(desk, Stage.COMPOSE);
        var achievements = ContentCheck.achievements(desk.content(), clock.today());
        var facts = eligibility.formalFacts(desk);
        mustBeComplete(facts);
        var isSupplement = desk.dossier().state() == DossierState.SUPPLEMENT;
        if (isSupplement) become(desk.dossier(), dossiers.content(number), desk.content());
        var submitted = isSupplement
                ? rows.submit(desk, achievements, afterRest(desk), desk.restingLimitBasis())
                : submitFirst(desk, facts.procedure(), achievements);
        transitions.record("dossier.submitted", submitted, Map.of("version", submitted.version()));
        happened(Kind.SUBMITTED, submitted, null);
    }

    private Dossier submitFirst(Desk desk, AwardProcedure procedure, List<Achievement> achievements) {
        var days = procedure.receiveDays();
        return rows.submit(
                desk,
                achievements,
                days == null ? null : limits.endOf(clock.today(), days).instant(),
                days == null ? null : "tiếp nhận trong %d ngày làm việc (%s)".formatted(days, procedure.basis()));
    }

    private void mustBeOpenFor(Desk desk) {
        var round = desk.round();
        mustBeTaking(round);
        var limit = desk.dossier().limitAt();
        if (desk.dossier().state() == DossierState.SUPPLEMENT) {
            if (limit == null || clock.instant().isBefore(limit)) return;
            throw Refusal.conflict(
                    "supplement-late",
                    "Đã hết hạn bổ sung (%s). Cơ quan chủ trì sẽ quyết định trên bản đã nộp; hãy liên hệ cơ quan chủ trì."
                            .formatted(VietnamTime.dateTime(limit.minusSeconds(1))));
        }
        if (clock.instant().isBefore(round.terms().opensAt())) {
            throw Refusal.conflict(
                    "window-not-open",
                    "Đợt xét nhận hồ sơ từ ngày %s. Hãy nộp từ ngày đó; bản nháp vẫn được giữ."
                            .formatted(VietnamTime.date(round.terms().opensOn())));
        }
        if (!clock.instant().isBefore(round.closesAt())) mustBeLate(round, desk.lateUntil());
    }

    private static void mustActIn(Desk desk, Stage stage) {
        Transitions.mustNotBeOwn(desk.dossier(), stage);
        if (desk.ownStage() != null && desk.ownStage() != stage) {
            throw Transitions.twoStages(desk.dossier().number(), stage);
        }
    }

    private static void mustBeComplete(Facts facts) {
        Rules.incomplete(facts).stream().findFirst().ifPresent(missing -> {
            throw Refusal.invalid(
                    "incomplete",
                    missing.rule(),
                    "Hồ sơ chưa đủ: %s (%s). Hãy bổ sung rồi nộp lại.".formatted(missing.reason(), missing.article()));
        });
    }

    /** The limit that rested goes on with the working days it had left. */
    private @Nullable Instant afterRest(Desk desk) {
        if (desk.restingLimitAt() == null || desk.restingSince() == null) return desk.restingLimitAt();
        return limits.afterRest(desk.restingLimitAt(), VietnamTime.dayOf(desk.restingSince()), clock.today());
    }

    /**
     * The deadline of a supplement has passed without one: the version submitted last goes back to its receipt. Does nothing when the
     * supplement came in time.
     *
     * @throws Refusal NOT_FOUND; CONFLICT while it is paused, or before the deadline
     */
    @Transactional
    public void endSupplement(String number) {
        var desk = desks.locked(number);
        var dossier = desk.dossier();
        if (dossier.state() != DossierState.SUPPLEMENT) return;
        if (dossier.held()) throw Transitions.held(dossier);
        if (dossier.limitAt() != null && clock.instant().isBefore(dossier.limitAt())) {
            throw Refusal.conflict(
                    "supplement-open",
                    "Đơn vị còn được bổ sung đến %s.".formatted(VietnamTime.dateTime(dossier.limitAt())));
        }
        var back = rows.endSupplement(desk, afterRest(desk), "Hết hạn bổ sung mà đơn vị chưa bổ sung");
        transitions.record("dossier.supplement-missed", back, null);
    }

    /**
     * The unit takes the dossier back, or gives up its draft; possible until the decision is signed.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for other units; CONFLICT when it is over, has been submitted upward, or is paused; INVALID
     *     without a reason
     */
    @Transactional
    public void withdraw(String number, @Nullable String reason) {
        var dossier = dossiers.get(number);
        Actor.current().mustBeIn(dossier.unitGroup(), "Chỉ %s được rút hồ sơ này.".formatted(dossier.unitName()));
        var why = Required.text(reason, "reason", "Lý do rút hồ sơ");
        transitions.move(number, DossierState.WITHDRAWN, "", null, null, why);
        process.ended(List.of(number));
    }

    /**
     * The lead agency takes the dossier in, asks for a supplement or returns it. Taken in, the law in force on the day is frozen for it.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for all but the lead agency, for the dossier of one's own unit, and for who has acted in another
     *     stage; CONFLICT when it does not await receipt, is paused, objections stand, or no law is in force; INVALID when a field is
     *     missing, or an objection that can't be overridden was
     */
    @Transactional
    public void receive(String number, ReceiptAnswer answer) {
        var desk = desks.locked(number);
        var dossier = desk.dossier();
        Actor.current().mustBeIn(dossier.leadGroup(), "Chỉ cơ quan chủ trì được tiếp nhận hồ sơ này.");
        if (dossier.held()) throw Transitions.held(dossier);
        if (dossier.state() != DossierState.SUBMITTED) throw Transitions.wrongState(List.of(dossier));
        mustActIn(desk, Stage.APPRAISAL);
        switch (Required.choice(
                answer.decision(),
                "decision",
                "Chưa chọn kết quả. Hãy chọn \"Tiếp nhận\", \"Yêu cầu bổ sung\" hoặc \"Trả lại\".")) {
            case RECEIVE -> takeIn(desk, answer);
            case SUPPLEMENT -> {
                transitions.actsIn(dossier, Stage.APPRAISAL);
                transitions.askSupplement(
                        number,
                        Required.day(answer.newDeadline(), "newDeadline", "Hạn bổ sung"),
                        answer.reason(),
                        answer.article());
            }
            case RETURN -> giveBack(desk, answer);
        }
    }

    private void takeIn(Desk desk, ReceiptAnswer answer) {
        List<OverrideAnswer> overrides = answer.overrides() == null ? List.of() : answer.overrides();
        var facts = eligibility.facts(desk);
        var results = Rules.check(facts);
        mustBeOverridable(overrides, results);
        results.stream()
                .filter(RuleResult::stands)
                .filter(result ->
                        overrides.stream().noneMatch(override -> result.rule().equals(override.rule())))
                .findFirst()
                .ifPresent(result -> {
                    throw Refusal.conflict(
                            "objection",
                            "Chưa tiếp nhận được hồ sơ: %s (%s). Hãy yêu cầu bổ sung, trả lại%s."
                                    .formatted(
                                            result.reason(),
                                            result.article(),
                                            result.overridable() ? ", hoặc ghi lý do vẫn chấp nhận" : ""));
                });
        if (facts.pack() == null) throw Refusal.conflict("no-rule-pack", facts.whyNoPack());
        var dossier = desk.dossier();
        var days = facts.procedure().appraisalDays();
        Instant limitAt;
        String basis;
        if (dossier.receivedAt() != null) {
            limitAt = dossier.limitAt();
            basis = dossier.limitBasis();
        } else if (days != null) {
            limitAt = limits.endOf(clock.today(), days).instant();
            basis = "thẩm định trong %d ngày làm việc (%s)"
                    .formatted(days, facts.procedure().basis());
        } else {
            limitAt = desk.round().terms().appraisalDueAt();
            basis = "hạn thẩm định của đợt xét";
        }
        var received = rows.receive(desk, overrides, facts.pack().code(), limitAt, basis);
        transitions.record(
                "dossier.received",
                received,
                Map.of(
                        "rulePack",
                        String.valueOf(received.rulePack()),
                        "overrides",
                        overrides,
                        "objections",
                        results.stream()
                                .filter(result -> result.verdict() == RuleResult.Verdict.OBJECTION)
                                .map(RuleResult::rule)
                                .toList()));
        happened(Kind.RECEIVED, received, null);
    }

    private static void mustBeOverridable(List<OverrideAnswer> overrides, List<RuleResult> results) {
        for (int i = 0; i < overrides.size(); i++) {
            var override = overrides.get(i);
            var field = "overrides[%d].".formatted(i);
            var result = results.stream()
                    .filter(each -> each.rule().equals(override.rule()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "no-such-rule", field + "rule", "Không có điều kiện \"%s\".".formatted(override.rule())));
            if (result.verdict() != RuleResult.Verdict.OBJECTION) {
                throw Refusal.invalid(
                        "nothing-to-override",
                        field + "rule",
                        "Điều kiện \"%s\" không có vướng mắc nên không cần chấp nhận riêng.".formatted(result.name()));
            }
            if (!result.overridable()) {
                throw Refusal.invalid(
                        "not-overridable",
                        field + "rule",
                        "Điều kiện \"%s\" (%s) không cho phép chấp nhận khác. Hãy trả lại hoặc yêu cầu bổ sung."
                                .formatted(result.name(), result.article()));
            }
            Required.text(override.reason(), field + "reason", "Lý do vẫn chấp nhận");
        }
    }

    private void giveBack(Desk desk, ReceiptAnswer answer) {
        var reason = Required.text(answer.reason(), "reason", "Lý do trả lại");
        var article = Required.text(answer.article(), "article", "Căn cứ pháp lý (điều, khoản)");
        var number = desk.dossier().number();
        transitions.actsIn(desk.dossier(), Stage.APPRAISAL);
        rows.returned(desk, reason, article);
        transitions.move(number, DossierState.RETURNED, "", null, null, "%s (căn cứ: %s)".formatted(reason, article));
    }

    /**
     * Dossiers of a lower level become dossiers of the unit in a round of the higher level's campaign, as they were submitted and without
     * retyping; they begin at their receipt there. Who may do so is for the caller to check.
     *
     * @return in the order of the lower ones' numbers
     * @throws Refusal NOT_FOUND; CONFLICT when the round takes no dossiers of the unit, or not their form
     */
    @Transactional
    public List<Dossier> handOver(Collection<String> lower, String round, String unit) {
        var place = place(round, unit);
        var running = place.round();
        var nominator = place.nominator();
        mustTake(running, nominator);
        var from = dossiers.all(lower);
        var campaign = campaigns.get(running.campaign());
        var authorities = new Authorities(campaign, unit);
        var fresh = new ArrayList<Fresh>();
        for (var dossier : from) {
            var content = translated(dossiers.content(dossier.number()), campaign);
            mustFit(running, content);
            fresh.add(new Fresh(content, dossier.nominee(), authorities.group(dossier.form()), dossier.number()));
        }
        var submitted = new ArrayList<Dossier>();
        for (var created : rows.add(running, nominator, fresh)) {
            rows.copyFiles(String.valueOf(created.superiorOf()), created.number());
            var desk = desks.locked(created.number());
            submitted.add(submitFirst(
                    desk,
                    procedures.of(campaign, created.form()),
                    ContentCheck.achievements(desk.content(), clock.today())));
        }
        process.start(submitted);
        submitted.forEach(dossier -> {
            transitions.record("dossier.handed-over", dossier, Map.of("from", String.valueOf(dossier.superiorOf())));
            happened(Kind.SUBMITTED, dossier, null);
        });
        return submitted;
    }

    /** The criteria group of the same id there, or the first one for the kind. */
    private static DossierContent translated(DossierContent content, Campaign campaign) {
        var groups = campaign.plan().criteria();
        var same = groups.stream()
                .filter(group -> group.id().equals(content.criteriaGroup()))
                .findFirst();
        var group = same.or(() -> groups.stream()
                        .filter(each -> each.nominee().equals(String.valueOf(content.kind())))
                        .findFirst())
                .map(each -> each.id())
                .orElse(content.criteriaGroup());
        return content.inGroup(group);
    }

    private void happened(Kind kind, Dossier dossier, @Nullable String reason) {
        events.publishEvent(new DossierHappened(kind, dossier, reason));
    }
}
