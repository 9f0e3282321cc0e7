package vn.thidua.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.database.ReferenceVersion;

/** Rulings on open points and amendments of plans, made by the standing agency, each on a document. */
@Component
public class PlanChanges {

    /** A plan has changed; published inside the changing transaction, so that open duties follow in it. */
    public record PlanChanged(Campaign campaign, PlanChange change) {}

    /**
     * What the standing agency enters.
     *
     * @param due how the deadline is said: before, by or within, and its dates (d/M or d/M/yyyy); null where it isn't about a deadline
     * @param groups the unit groups it holds for; empty for all
     */
    public record Decision(
            String documentNumber,
            String documentDate,
            String reason,
            @Nullable DueRule due,
            @Nullable Frequency every,
            @Nullable Integer first,
            @Nullable Integer last,
            List<String> groups,
            List<String> addressees,
            CampaignPlan.@Nullable Quota quota) {

        public Decision {
            groups = CampaignPlan.orEmpty(groups);
            addressees = CampaignPlan.orEmpty(addressees);
        }
    }

    private final JdbcClient sql;
    private final Campaigns campaigns;
    private final MovableClock clock;
    private final ReferenceVersion reference;
    private final ApplicationEventPublisher events;

    PlanChanges(
            JdbcClient sql,
            Campaigns campaigns,
            MovableClock clock,
            ReferenceVersion reference,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.clock = clock;
        this.reference = reference;
        this.events = events;
    }

    /**
     * The standing agency rules on what the plan leaves open.
     *
     * @throws Refusal FORBIDDEN for anybody else, NOT_FOUND for no such point, CONFLICT when it is ruled already, INVALID for what cannot hold
     */
    @Transactional
    public PlanChange rule(String campaignCode, String openPoint, Decision decision) {
        var campaign = campaigns.get(campaignCode);
        mustStandFor(campaign);
        var point = campaign.plan()
                .openPoint(openPoint)
                .orElseThrow(() -> Refusal.notFound("Kế hoạch không có điểm bỏ ngỏ \"%s\".".formatted(openPoint)));
        if (campaign.rulingOn(openPoint).isPresent()) {
            throw Refusal.conflict(
                    "already-ruled",
                    "Điểm này đã có quyết định. Muốn thay đổi, hãy nhập văn bản sửa đổi, bổ sung kế hoạch.");
        }
        return change(campaign, PlanChange.Kind.RULING, openPoint, point.duty(), point.aspect(), decision);
    }

    /** The standing agency enters an amendment of the plan. Refusals as for a ruling. */
    @Transactional
    public PlanChange amend(String campaignCode, @Nullable String duty, Aspect aspect, Decision decision) {
        var campaign = campaigns.get(campaignCode);
        mustStandFor(campaign);
        return change(campaign, PlanChange.Kind.AMENDMENT, null, duty, aspect, decision);
    }

    private static void mustStandFor(Campaign campaign) {
        Actor.current()
                .mustBeIn(
                        campaign.standingAgencyGroup(),
                        "Chỉ cơ quan thường trực (%s) được quyết định điểm bỏ ngỏ hoặc sửa đổi kế hoạch."
                                .formatted(campaign.plan().standingAgency().name()));
    }

    private PlanChange change(
            Campaign campaign,
            PlanChange.Kind kind,
            @Nullable String openPoint,
            @Nullable String duty,
            Aspect aspect,
            Decision decision) {
        var documentDate = checkDocument(decision);
        var value = value(campaign, duty, aspect, decision);
        var id = sql.sql("""
                insert into plan_change(campaign, kind, open_point, duty, aspect, value, document_number, document_date, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning id""")
                .params(
                        campaign.code(),
                        kind.name(),
                        openPoint,
                        duty,
                        aspect.name(),
                        value.toString(),
                        decision.documentNumber().strip(),
                        documentDate,
                        decision.reason().strip(),
                        Actor.current().userId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        reference.changed();
        var changed = campaigns.get(campaign.code());
        var change = changed.changes().stream()
                .filter(made -> made.id() == id)
                .findFirst()
                .orElseThrow();
        events.publishEvent(Act.of(
                kind == PlanChange.Kind.RULING ? "plan.ruled" : "plan.amended",
                campaign.code(),
                null,
                openPoint == null ? campaign.code() : campaign.code() + "#" + openPoint,
                duty == null ? null : campaign.plan().duty(duty).orElse(null),
                Map.of("value", value, "document", change.documentInWords(), "reason", change.reason())));
        events.publishEvent(new PlanChanged(changed, change));
        return change;
    }

    private LocalDate checkDocument(Decision decision) {
        if (decision.documentNumber() == null || decision.documentNumber().isBlank()) {
            throw Refusal.invalid(
                    "document-number",
                    "documentNumber",
                    "Số, ký hiệu văn bản không được để trống. Hãy ghi văn bản làm căn cứ, ví dụ 125/SNV-TĐKT.");
        }
        var date = VietnamTime.parse(decision.documentDate())
                .orElseThrow(() -> Refusal.invalid(
                        "document-date", "documentDate", "Ngày văn bản phải có dạng dd/MM/yyyy, ví dụ 05/12/2026."));
        if (date.isAfter(clock.today())) {
            throw Refusal.invalid("document-date", "documentDate", "Ngày văn bản không được sau ngày hôm nay.");
        }
        if (decision.reason() == null || decision.reason().isBlank()) {
            throw Refusal.invalid(
                    "reason", "reason", "Nội dung quyết định không được để trống. Hãy tóm tắt nội dung văn bản.");
        }
        return date;
    }

    private ObjectNode value(Campaign campaign, @Nullable String dutyId, Aspect aspect, Decision decision) {
        var value = PlanFormat.JSON.createObjectNode();
        switch (aspect) {
            case OTHER -> value.put("text", decision.reason().strip());
            case QUOTA -> {
                value.put("text", decision.reason().strip());
                if (decision.quota() != null) value.set("quota", quota(decision.quota()));
            }
            case ADDRESSEE -> value.set("to", addressees(campaign, duty(campaign, dutyId), decision.addressees()));
            case SUPERIOR_DUE -> value.set("due", due(duty(campaign, dutyId).every(), decision.due()));
            case DUE -> due(campaign, duty(campaign, dutyId), decision, value);
        }
        return value;
    }

    private void due(Campaign campaign, Duty duty, Decision decision, ObjectNode value) {
        var every = decision.every() == null ? duty.every() : decision.every();
        if (every != duty.every() && duty.every() != Frequency.UNSTATED) {
            throw Refusal.invalid(
                    "every", "every", "Kế hoạch đã nêu kỳ nộp; chỉ được đổi kỳ khi kế hoạch chưa quy định kỳ.");
        }
        mustGoWithItsReports(campaign, duty, every);
        if (duty.every() == Frequency.UNSTATED && !decision.groups().isEmpty()) {
            throw Refusal.invalid(
                    "groups",
                    "groups",
                    "Kế hoạch chưa quy định kỳ nộp; hãy quy định kỳ và hạn chung cho mọi nhóm đơn vị trước.");
        }
        value.set("due", due(every, decision.due()));
        if (every != duty.every()) {
            if (!decision.groups().isEmpty()) {
                throw Refusal.invalid(
                        "groups", "groups", "Kỳ nộp phải quy định chung cho mọi nhóm đơn vị. Hãy bỏ chọn nhóm.");
            }
            var first = decision.first() == null ? clock.today().getYear() : (int) decision.first();
            var last = decision.last() == null ? lastYear(campaign) : (int) decision.last();
            if (last < first) {
                throw Refusal.invalid(
                        "last", "last", "Năm cuối (%d) không được trước năm đầu (%d).".formatted(last, first));
            }
            value.put("every", every.name()).put("first", first).put("last", last);
        }
        if (!decision.groups().isEmpty()) {
            for (var group : decision.groups()) {
                if (!campaign.plan().groupIds().contains(group)) {
                    throw Refusal.invalid("group", "groups", "Kế hoạch không có nhóm đơn vị \"%s\".".formatted(group));
                }
            }
            value.set("groups", PlanFormat.JSON.valueToTree(decision.groups()));
        }
    }

    /** A consolidated report has the periods of the reports it puts together, no others. */
    private static void mustGoWithItsReports(Campaign campaign, Duty duty, Frequency every) {
        if (duty.type() != Duty.Type.CONSOLIDATED_REPORT) return;
        if (duty(campaign, duty.consolidates()).every() != every) {
            throw Refusal.invalid(
                    "every",
                    "every",
                    "Báo cáo tổng hợp phải cùng kỳ với báo cáo của các đơn vị. Hãy quyết định kỳ nộp của báo cáo đó trước.");
        }
    }

    private static int lastYear(Campaign campaign) {
        var to = campaign.plan().duration().to();
        return Integer.parseInt(to.substring(to.length() - 4));
    }

    private static Duty duty(Campaign campaign, @Nullable String duty) {
        return campaign.plan()
                .duty(String.valueOf(duty))
                .orElseThrow(
                        () -> Refusal.invalid("duty", "duty", "Kế hoạch không có nghĩa vụ \"%s\".".formatted(duty)));
    }

    private static JsonNode due(Frequency every, @Nullable DueRule due) {
        if (due == null || due.isUndated()) {
            throw Refusal.invalid(
                    "due", "due", "Phải nêu hạn nộp: \"trước ngày\", \"chậm nhất ngày\" hoặc \"trong tháng\".");
        }
        var faults = due.faults(every);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("due", "due", "Hạn nộp không hợp lệ: %s.".formatted(faults.get(0)));
        }
        return PlanFormat.JSON.valueToTree(due);
    }

    private static JsonNode addressees(Campaign campaign, Duty duty, List<String> addressees) {
        if (addressees.isEmpty()) {
            throw Refusal.invalid("addressees", "addressees", "Phải chọn ít nhất một nơi nhận.");
        }
        if (duty.type() == Duty.Type.CONSOLIDATED_REPORT && addressees.size() > 1) {
            throw Refusal.invalid("addressees", "addressees", "Báo cáo tổng hợp chỉ gửi một nơi nhận.");
        }
        for (var addressee : addressees) {
            if (campaign.plan().agency(addressee).isEmpty()) {
                throw Refusal.invalid(
                        "addressees", "addressees", "Kế hoạch không có cơ quan \"%s\".".formatted(addressee));
            }
        }
        return PlanFormat.JSON.valueToTree(addressees.stream().distinct().toList());
    }

    private static JsonNode quota(CampaignPlan.Quota quota) {
        var limited = quota.state() == CampaignPlan.Quota.State.LIMITED;
        if (limited
                && (quota.collectives() == null
                        || quota.individuals() == null
                        || quota.collectives() < 0
                        || quota.individuals() < 0
                        || quota.households() != null && quota.households() < 0)) {
            throw Refusal.invalid(
                    "quota", "quota", "Chỉ tiêu phải nêu số tập thể và số cá nhân (số hộ gia đình nếu có), không âm.");
        }
        return PlanFormat.JSON.valueToTree(quota);
    }
}
