package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Limit;
import vn.thidua.campaign.RulePacks;
import vn.thidua.decision.Revocation.Kind;
import vn.thidua.decision.Revocation.State;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Transitions;

/**
 * Hủy bỏ quyết định, thu hồi (Decree 152/2025, Art. 58); cấp đổi, cấp lại of certificates. A revocation never opens the quota again; a
 * ruling can ({@link QuotaUse#reopen}). Each method is one transaction and refuses with a {@link Refusal}; none completes a task.
 */
@Component
public class Revocations {

    private static final String SELECT =
            "select v.*, r.key as register_key from revocation v join award_register r on r.id = v.register ";

    private final JdbcClient sql;
    private final AwardRegister register;
    private final Certificates certificates;
    private final Decisions decisions;
    private final DocumentNumbers numbers;
    private final Signing signing;
    private final Dossiers dossiers;
    private final Transitions transitions;
    private final Campaigns campaigns;
    private final RulePacks packs;
    private final Limits limits;
    private final MovableClock clock;
    private final DecisionProcess process;
    private final ApplicationEventPublisher events;

    Revocations(
            JdbcClient sql,
            AwardRegister register,
            Certificates certificates,
            Decisions decisions,
            DocumentNumbers numbers,
            Signing signing,
            Dossiers dossiers,
            Transitions transitions,
            Campaigns campaigns,
            RulePacks packs,
            Limits limits,
            MovableClock clock,
            DecisionProcess process,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.register = register;
        this.certificates = certificates;
        this.decisions = decisions;
        this.numbers = numbers;
        this.signing = signing;
        this.dossiers = dossiers;
        this.transitions = transitions;
        this.campaigns = campaigns;
        this.packs = packs;
        this.limits = limits;
        this.clock = clock;
        this.process = process;
        this.events = events;
    }

    /**
     * Begins the revocation of an award decided here.
     *
     * @throws Refusal FORBIDDEN for all but who drafted the decision and the standing agency; CONFLICT when the award isn't valid, was
     *     decided by a superior, or something about it is under way already; INVALID without a reason
     */
    @Transactional
    public Revocation start(String registerKey, String reason) {
        return start(registerKey, Kind.REVOKE, State.PROPOSING, reason);
    }

    /**
     * Begins the exchange of a wrong or damaged certificate, or the reissue of a lost one. Refused as {@link #start}, for who keeps the
     * certificates.
     */
    @Transactional
    public Revocation startReissue(String registerKey, Kind kind, String reason) {
        if (kind == Kind.REVOKE) {
            throw Refusal.invalid("kind", "kind", "Hãy chọn cấp đổi hoặc cấp lại.");
        }
        return start(registerKey, kind, State.TO_REISSUE, reason);
    }

    private Revocation start(String registerKey, Kind kind, State state, String reason) {
        var entry = register.get(registerKey);
        if (entry.decision() == null) {
            throw Refusal.conflict(
                    "decided-above",
                    "Khen thưởng này do cấp trên quyết định; việc hủy bỏ, cấp đổi, cấp lại do cấp trên thực hiện.");
        }
        var decision = decisions.get(entry.decision());
        mustBeIn(
                starters(decision, kind),
                kind == Kind.REVOKE
                        ? "Chỉ cơ quan chủ trì hoặc cơ quan thường trực được đề nghị hủy bỏ khen thưởng."
                        : "Chỉ văn thư hoặc cơ quan thường trực được làm thủ tục cấp đổi, cấp lại.");
        if (entry.status() != RegisterEntry.Status.VALID) {
            throw Refusal.conflict("award-revoked", "Khen thưởng %s đã bị hủy bỏ.".formatted(entry.key()));
        }
        var why = Answered.text(reason, "reason", "Chưa ghi lý do. Hãy ghi vì sao phải làm việc này.");
        var key = "%s/THB-%d".formatted(registerKey, numbers.ordinal(registerKey, "THB"));
        try {
            sql.sql("insert into revocation(key, register, kind, state, since, reason) values (?, ?, ?, ?, ?, ?)")
                    .params(key, entry.id(), kind.name(), state.name(), Timestamp.from(clock.instant()), why)
                    .update();
        } catch (DuplicateKeyException other) {
            throw Refusal.conflict(
                    "revocation-open",
                    "Với khen thưởng %s đang có một việc hủy bỏ, cấp đổi hoặc cấp lại chưa xong."
                            .formatted(entry.key()));
        }
        var revocation = get(key);
        process.start(revocation);
        record("revocation.opened", revocation, Map.of("kind", kind.name(), "reason", why));
        return revocation;
    }

    private List<String> starters(AwardDecision decision, Kind kind) {
        var standing = campaigns.get(decision.campaign()).standingAgencyGroup();
        return kind == Kind.REVOKE
                ? List.of(decision.draftingGroup(), standing)
                : Stream.concat(decisions.clerkGroups(decision).stream(), Stream.of(standing))
                        .toList();
    }

    /** @throws Refusal NOT_FOUND */
    public Revocation get(String key) {
        return find("where v.key = ?", key);
    }

    /** @throws Refusal NOT_FOUND */
    public Revocation get(long id) {
        return find("where v.id = ?", id);
    }

    /** All about one award, by its register key, the oldest first. */
    public List<Revocation> of(String registerKey) {
        return query("where r.key = ? order by v.id", registerKey);
    }

    /** All of a campaign, the newest first. */
    public List<Revocation> ofCampaign(String campaign) {
        return query("where r.campaign = ? order by v.id desc", campaign);
    }

    /**
     * For the current actor: those who work on it or follow the campaign's awards.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN
     */
    public Revocation see(long id) {
        var revocation = get(id);
        var decision = decisionOf(revocation);
        var seeing = new ArrayList<>(starters(decision, revocation.kind()));
        seeing.addAll(signerGroups(revocation));
        seeing.addAll(decisions.clerkGroups(decision));
        seeing.addAll(Issuers.watching(campaigns.get(decision.campaign())));
        var actor = Actor.current();
        if (actor.isAdministrator() || seeing.stream().anyMatch(actor::isIn)) return revocation;
        throw Refusal.forbidden("Việc này không thuộc cơ quan, đơn vị của ông/bà.");
    }

    /** Who may be asked to sign: whoever decided on the award. */
    public List<String> signerGroups(Revocation revocation) {
        return decisions.signerGroups(decisionOf(revocation));
    }

    /** Who proposes it. */
    public String proposingGroup(Revocation revocation) {
        return decisionOf(revocation).draftingGroup();
    }

    /** Who sees to recovery and issues the new certificate. */
    public List<String> clerkGroups(Revocation revocation) {
        return decisions.clerkGroups(decisionOf(revocation));
    }

    private AwardDecision decisionOf(Revocation revocation) {
        return decisions.get(Objects.requireNonNull(revocation.entry().decision()));
    }

    /**
     * The proposal goes to the one who signs.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when it isn't being proposed; INVALID when a field is missing
     */
    @Transactional
    public void propose(String key, RevocationAnswers.Proposal answer) {
        var revocation = locked(key, State.PROPOSING);
        mustBeIn(
                starters(decisionOf(revocation), Kind.REVOKE),
                "Chỉ cơ quan chủ trì hoặc cơ quan thường trực được đề nghị hủy bỏ khen thưởng.");
        var reason = Answered.text(answer.reason(), "reason", "Chưa ghi lý do hủy bỏ.");
        var article = Answered.text(
                answer.article(), "article", "Chưa ghi căn cứ pháp lý. Hãy ghi điều, khoản quy định việc hủy bỏ.");
        var document = Answered.text(
                answer.document(), "document", "Chưa ghi văn bản kết luận. Hãy ghi số, ký hiệu văn bản làm căn cứ.");
        var date = Answered.pastDate(answer.documentDate(), "documentDate", "Ngày văn bản", clock.today());
        sql.sql("""
                update revocation set state = 'TO_SIGN', since = ?, reason = ?, article = ?, document = ?, document_date = ?,
                    sent_back = null where id = ?""")
                .params(now(), reason, article, document, date, revocation.id())
                .update();
        record("revocation.proposed", revocation, Map.of("reason", reason, "article", article, "document", document));
    }

    /**
     * The authority that gave the award, or its deputy under a delegation, signs the revoking decision, which takes the next number of its
     * series; sends the proposal back, or dismisses it.
     */
    @Transactional
    public void sign(String key, RevocationAnswers.Signing answer) {
        var revocation = locked(key, State.TO_SIGN);
        var decision = decisionOf(revocation);
        var signature = signing.of(decision.campaign(), decision.authority());
        switch (String.valueOf(answer.decision())) {
            case "SIGN" -> {
                var today = clock.today();
                var number = numbers.next(decision.issuer(), DocumentNumbers.DECISION, today);
                sql.sql("""
                        update revocation set state = 'SIGNED', since = ?, signed_by = ?, signer_name = ?, authority_position = ?,
                            signer_position = ?, capacity = ?, delegation = ?, signed_at = ?, issuer = ?, number = ?, symbol = ?,
                            decided_on = ? where id = ?""")
                        .params(
                                now(),
                                signature.userId(),
                                signature.name(),
                                signature.authority(),
                                signature.position(),
                                signature.capacity() == null
                                        ? null
                                        : signature.capacity().name(),
                                signature.delegation(),
                                Timestamp.from(signature.at()),
                                decision.issuer(),
                                number,
                                decision.symbol(),
                                today,
                                revocation.id())
                        .update();
                record("revocation.signed", revocation, Map.of("signature", signature.lines(), "number", number));
            }
            case "SEND_BACK" -> {
                var reason =
                        Answered.text(answer.reason(), "reason", "Chưa ghi lý do trả lại. Hãy ghi rõ cần sửa điều gì.");
                sql.sql("update revocation set state = 'PROPOSING', since = ?, sent_back = ? where id = ?")
                        .params(now(), reason, revocation.id())
                        .update();
                record("revocation.sent-back", revocation, Map.of("reason", reason));
            }
            case "DISMISS" -> {
                var reason = Answered.text(answer.reason(), "reason", "Chưa ghi lý do không chấp nhận đề nghị hủy bỏ.");
                sql.sql("update revocation set state = 'DISMISSED', since = ?, sent_back = ? where id = ?")
                        .params(now(), reason, revocation.id())
                        .update();
                record("revocation.dismissed", revocation, Map.of("reason", reason));
            }
            default ->
                throw Refusal.invalid(
                        "decision",
                        "decision",
                        "Chưa chọn kết quả. Hãy chọn \"Ký\", \"Trả lại\" hoặc \"Không chấp nhận\".");
        }
    }

    /**
     * Service step after signing: register, certificates and dossier say that the award is revoked, at lower levels too; the working days
     * for giving back begin (Decree 152/2025, Art. 58). The quota stays used.
     */
    @Transactional
    public void revoke(String key) {
        var revocation = locked(key, State.SIGNED);
        var number = Objects.requireNonNull(revocation.number());
        var words = "Hủy bỏ theo quyết định số " + number.inWords();
        revoke(revocation.entry(), words);
        var days = recoveryDays(revocation, number.date());
        sql.sql("update revocation set state = 'RECOVERING', since = ?, recover_by = ? where id = ?")
                .params(
                        now(),
                        days.map(each -> Timestamp.from(
                                        limits.endOf(number.date(), each).instant()))
                                .orElse(null),
                        revocation.id())
                .update();
        record("award.revoked", revocation, Map.of("number", number.inWords()));
    }

    private void revoke(RegisterEntry entry, String words) {
        register.revoke(entry);
        transitions.move(entry.dossier(), DossierState.REVOKED, "", null, null, words);
        // the same award stands in the register of the level it was handed over from
        Optional.ofNullable(dossiers.get(entry.dossier()).superiorOf())
                .flatMap(register::ofDossier)
                .filter(lower -> lower.status() == RegisterEntry.Status.VALID)
                .ifPresent(lower -> revoke(lower, words));
    }

    /** By the law of the day; where none is in force, by the pack the dossier was received under. */
    private Optional<Integer> recoveryDays(Revocation revocation, LocalDate day) {
        var entry = revocation.entry();
        return packs.inForce(entry.campaign(), day)
                .or(() -> Optional.ofNullable(dossiers.get(entry.dossier()).rulePack())
                        .map(packs::get))
                .flatMap(pack -> pack.days(Limit.RECOVERY));
    }

    /**
     * Certificate and money came back, or why they did not.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when nothing is being recovered; INVALID for a date that can't be, or when something
     *     is missing without a note
     */
    @Transactional
    public void recover(String key, RevocationAnswers.Recovery answer) {
        var revocation = locked(key, State.RECOVERING);
        mustBeIn(clerkGroups(revocation), "Chỉ văn thư hoặc cơ quan thường trực được ghi kết quả thu hồi.");
        var certificate = back(revocation, answer.certificateBackOn(), "certificateBackOn", "Ngày nộp lại hiện vật");
        var money = back(revocation, answer.moneyBackOn(), "moneyBackOn", "Ngày nộp lại tiền thưởng");
        var note = Answered.isGiven(answer.note()) ? answer.note().strip() : null;
        if ((certificate == null || money == null) && note == null) {
            throw Refusal.invalid(
                    "note",
                    "note",
                    "Chưa thu hồi đủ hiện vật và tiền thưởng. Hãy ghi ngày nộp lại, hoặc ghi lý do không thu hồi được.");
        }
        sql.sql("""
                update revocation set state = 'DONE', since = ?, certificate_back_on = ?, money_back_on = ?, note = ? where id = ?""").params(now(), certificate, money, note, revocation.id()).update();
        var after = new LinkedHashMap<String, Object>();
        if (certificate != null) after.put("certificateBackOn", certificate.toString());
        if (money != null) after.put("moneyBackOn", money.toString());
        if (note != null) after.put("note", note);
        record("award.recovered", revocation, after);
    }

    private @Nullable LocalDate back(Revocation revocation, @Nullable String date, String field, String called) {
        if (!Answered.isGiven(date)) return null;
        return Answered.dateSince(
                date,
                field,
                called,
                Objects.requireNonNull(revocation.number()).date(),
                "ngày quyết định hủy bỏ",
                clock.today());
    }

    /**
     * The new certificate of an exchange or reissue, with a code of its own; the old one from then on says that another stands in its
     * place.
     *
     * @throws Refusal FORBIDDEN for others; CONFLICT when none is to be issued; INVALID for a date that can't be
     */
    @Transactional
    public void issue(String key, RevocationAnswers.Issue answer) {
        var revocation = locked(key, State.TO_REISSUE);
        mustBeIn(clerkGroups(revocation), "Chỉ văn thư hoặc cơ quan thường trực được cấp đổi, cấp lại bằng.");
        var entry = revocation.entry();
        var date = Answered.dateSince(
                answer.date(), "date", "Ngày cấp", entry.decidedOn(), "ngày quyết định khen thưởng", clock.today());
        var name = Answered.isGiven(answer.correctedName())
                ? answer.correctedName().strip()
                : entry.name();
        if (!name.equals(entry.name())) register.correct(entry, name);
        var fresh = certificates.replace(entry, name, date);
        sql.sql("update revocation set state = 'DONE', since = ?, new_certificate = ? where id = ?")
                .params(now(), fresh.code(), revocation.id())
                .update();
        record(
                "certificate.reissued",
                revocation,
                Map.of("kind", revocation.kind().name(), "number", fresh.numberText()));
    }

    private static void mustBeIn(List<String> groups, String otherwise) {
        if (groups.stream().noneMatch(Actor.current()::isIn)) throw Refusal.forbidden(otherwise);
    }

    private Revocation locked(String key, State expected) {
        sql.sql("select id from revocation where key = ? for update")
                .param(key)
                .query(Long.class)
                .optional();
        var revocation = get(key);
        if (revocation.state() == expected) return revocation;
        throw Refusal.conflict(
                "revocation-state",
                "Không làm được bước này lúc này: việc %s đang ở trạng thái \"%s\". Hãy tải lại trang."
                        .formatted(revocation.key(), revocation.state().label()));
    }

    private Revocation find(String where, Object param) {
        return query(where, param).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Không tìm thấy việc này. Hãy mở lại từ danh sách."));
    }

    private List<Revocation> query(String where, Object param) {
        return sql.sql(SELECT + where).param(param).query(this::revocation).list();
    }

    private Revocation revocation(ResultSet row, int i) throws SQLException {
        return new Revocation(
                row.getLong("id"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                register.get(row.getString("register_key")),
                State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("reason"),
                row.getString("article"),
                row.getString("document"),
                row.getObject("document_date", LocalDate.class),
                row.getString("sent_back"),
                Signing.read(row, row.getString("authority_position")),
                PaperRows.number(row, "decided_on"),
                DecisionTable.instant(row, "recover_by"),
                row.getObject("certificate_back_on", LocalDate.class),
                row.getObject("money_back_on", LocalDate.class),
                row.getString("note"),
                row.getString("new_certificate"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void record(String action, Revocation revocation, Object after) {
        var entry = revocation.entry();
        events.publishEvent(Act.of(action, entry.campaign(), entry.unit(), revocation.key(), null, after));
    }
}
