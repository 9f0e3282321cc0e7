package vn.thidua.decision;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.campaign.QuotaGates;

/**
 * How many places of each quota are taken. A place is taken when a decision is signed, by the database itself: of two signatures at once
 * the second waits for the first and is then refused when nothing is left.
 */
@Component
public class QuotaUse {

    /** A clause of the plan; anything else is the document that has changed it. */
    private static final Pattern CLAUSE = Pattern.compile("[IVX]+\\S*");

    private final JdbcClient sql;
    private final Campaigns campaigns;
    private final QuotaGates gates;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    QuotaUse(
            JdbcClient sql,
            Campaigns campaigns,
            QuotaGates gates,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.gates = gates;
        this.clock = clock;
        this.events = events;
    }

    private record Line(AwardForm form, NomineeKind kind) {}

    /** The quota of a form for each kind of nominee, and how far it is used. */
    public List<QuotaStanding> standing(String campaign, Occasion occasion, AwardForm form, int year) {
        var plan = campaigns.get(campaign);
        return Arrays.stream(NomineeKind.values())
                .map(kind -> {
                    var gate = gates.of(plan, occasion, form, kind, year);
                    return new QuotaStanding(
                            form, kind, gate, used(campaign, occasion, countedIn(gate, year), new Line(form, kind)));
                })
                .toList();
    }

    private int used(String campaign, Occasion occasion, int year, Line line) {
        return sql.sql(
                        "select used from quota_use where campaign = ? and occasion = ? and year = ? and form = ? and kind = ?")
                .params(
                        campaign,
                        occasion.name(),
                        year,
                        line.form().name(),
                        line.kind().name())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** An annual quota counts in its year, any other once for the whole campaign. */
    private static int countedIn(QuotaGate gate, int year) {
        return gate.perYear() ? year : 0;
    }

    /**
     * Takes the places of the cases in the signing transaction.
     *
     * @param signer name of the one who signs, for whoever finds the quota used up
     * @throws Refusal CONFLICT when a quota isn't allocated or has too few places left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(AwardDecision decision, List<DecisionItem> cases, String signer) {
        var wanted = new TreeMap<Line, Integer>(Comparator.comparing(Line::form).thenComparing(Line::kind));
        cases.forEach(each -> wanted.merge(new Line(each.form(), each.kind()), 1, Integer::sum));
        var campaign = campaigns.get(decision.campaign());
        wanted.forEach((line, places) -> take(campaign, decision, line, places, signer));
    }

    private void take(Campaign campaign, AwardDecision decision, Line line, int places, String signer) {
        var gate = gates.of(campaign, decision.occasion(), line.form(), line.kind(), decision.year());
        switch (gate.state()) {
            case NONE -> {}
            case BLOCKED -> throw blocked(gate, line);
            case LIMITED -> take(decision, gate, line, places, signer);
        }
    }

    private void take(AwardDecision decision, QuotaGate gate, Line line, int places, String signer) {
        int limit = gate.limit() == null ? 0 : gate.limit();
        if (places > limit) throw usedUp(decision, gate, line, places);
        var taken = sql.sql("""
                insert into quota_use(campaign, occasion, year, form, kind, quota, used, last_decision, last_name, last_at)
                values (:campaign, :occasion, :year, :form, :kind, :quota, :places, :decision, :name, :at)
                on conflict (campaign, occasion, year, form, kind) do update
                    set used = quota_use.used + excluded.used, quota = excluded.quota,
                        last_decision = excluded.last_decision, last_name = excluded.last_name, last_at = excluded.last_at
                    where quota_use.used + excluded.used <= excluded.quota""")
                .param("campaign", decision.campaign())
                .param("occasion", decision.occasion().name())
                .param("year", countedIn(gate, decision.year()))
                .param("form", line.form().name())
                .param("kind", line.kind().name())
                .param("quota", limit)
                .param("places", places)
                .param("decision", decision.key())
                .param("name", signer)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (taken == 0) throw usedUp(decision, gate, line, places);
    }

    private static Refusal blocked(QuotaGate gate, Line line) {
        return Refusal.conflict(
                "quota-not-allocated",
                "Chưa ký được: %s (%s, %s). Cơ quan thường trực phải nhập văn bản phân bổ hoặc sửa đổi chỉ tiêu ở trang sửa đổi kế hoạch; đến lúc đó hãy gạch tên và để lại chờ, hoặc trả lại dự thảo."
                        .formatted(strip(gate.reason()), lower(line.kind().label()), clause(gate)));
    }

    private Refusal usedUp(AwardDecision decision, QuotaGate gate, Line line, int places) {
        var year = countedIn(gate, decision.year());
        var used = used(decision.campaign(), decision.occasion(), year, line);
        return Refusal.conflict(
                "quota-used-up",
                "Không ký được: chỉ tiêu %s dịp %s cho %s là %d (%s), đã dùng %d, quyết định này cần %d. %sHãy gạch bớt trường hợp hoặc để lại chờ; muốn tăng chỉ tiêu, cơ quan thường trực nhập văn bản sửa đổi kế hoạch."
                        .formatted(
                                line.form().label(),
                                lower(decision.occasion().label()) + (gate.perYear() ? " năm " + decision.year() : ""),
                                lower(line.kind().label()),
                                gate.limit(),
                                clause(gate),
                                used,
                                places,
                                lastUser(decision, year, line)));
    }

    private String lastUser(AwardDecision decision, int year, Line line) {
        return sql.sql("""
                select last_name, last_decision, last_at from quota_use
                where campaign = ? and occasion = ? and year = ? and form = ? and kind = ? and used > 0""")
                .params(
                        decision.campaign(),
                        decision.occasion().name(),
                        year,
                        line.form().name(),
                        line.kind().name())
                .query((row, i) -> "Chỗ gần nhất do %s dùng khi ký %s lúc %s. "
                        .formatted(
                                row.getString("last_name"),
                                row.getString("last_decision"),
                                VietnamTime.dateTime(row.getTimestamp("last_at").toInstant())))
                .optional()
                .orElse("");
    }

    private static String clause(QuotaGate gate) {
        if (gate.clause().isEmpty()) return "theo kế hoạch";
        return CLAUSE.matcher(gate.clause()).matches() ? "điểm " + gate.clause() : gate.clause();
    }

    private static String strip(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /**
     * A ruling gives the place of a revoked award back; revocation alone never does.
     *
     * @param documentDate dd/MM/yyyy
     * @throws Refusal FORBIDDEN for all but the standing agency, NOT_FOUND, CONFLICT unless the award is revoked, holds a place and hasn't
     *     given it back, INVALID for a document that cannot be
     */
    @Transactional
    public void reopen(String registerKey, String document, String documentDate, String reason) {
        var entry = sql.sql("""
                select r.campaign, r.occasion, r.form, r.kind, r.status, r.quota_reopened_by, d.year
                from award_register r join award_decision d on d.id = r.decision where r.key = ? for update of r""").param(registerKey).query().listOfRows().stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Sổ vàng không có mục \"%s\".".formatted(registerKey)));
        var campaign = campaigns.get((String) entry.get("campaign"));
        Actor.current()
                .mustBeIn(
                        campaign.standingAgencyGroup(),
                        "Chỉ cơ quan thường trực (%s) được mở lại chỉ tiêu sau khi hủy bỏ khen thưởng."
                                .formatted(campaign.plan().standingAgency().name()));
        var date = Answered.pastDate(documentDate, "documentDate", "Ngày văn bản", clock.today());
        var ruling = Answered.text(document, "document", "Chưa ghi số văn bản cho phép mở lại chỉ tiêu.") + " ngày "
                + VietnamTime.date(date);
        var why = Answered.text(reason, "reason", "Chưa ghi lý do mở lại chỉ tiêu.");
        if (!"REVOKED".equals(entry.get("status"))) {
            throw Refusal.conflict("not-revoked", "Khen thưởng này chưa bị hủy bỏ nên không có chỉ tiêu để mở lại.");
        }
        if (entry.get("quota_reopened_by") != null) {
            throw Refusal.conflict(
                    "quota-reopened",
                    "Chỉ tiêu của trường hợp này đã được mở lại theo %s.".formatted(entry.get("quota_reopened_by")));
        }
        var occasion = Occasion.valueOf((String) entry.get("occasion"));
        var line = new Line(
                AwardForm.valueOf((String) entry.get("form")), NomineeKind.valueOf((String) entry.get("kind")));
        var year = (int) entry.get("year");
        var gate = gates.of(campaign, occasion, line.form(), line.kind(), year);
        var given = sql.sql("""
                update quota_use set used = used - 1
                where campaign = ? and occasion = ? and year = ? and form = ? and kind = ? and used > 0""")
                .params(
                        campaign.code(),
                        occasion.name(),
                        countedIn(gate, year),
                        line.form().name(),
                        line.kind().name())
                .update();
        if (given == 0) {
            throw Refusal.conflict("no-quota", "Trường hợp này không chiếm chỉ tiêu nào, không cần mở lại.");
        }
        sql.sql("update award_register set quota_reopened_by = ? where key = ?")
                .params(ruling, registerKey)
                .update();
        events.publishEvent(Act.of(
                "quota.reopened", campaign.code(), null, registerKey, null, Map.of("document", ruling, "reason", why)));
    }
}
