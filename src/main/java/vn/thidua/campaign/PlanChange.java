package vn.thidua.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.CampaignPlan.Quota;

/**
 * A ruling on an open point, or an amendment of the plan: who, when, by which document, and what holds from then on.
 *
 * @param value by aspect: DUE {due, every?, first?, last?, groups?}, ADDRESSEE {to}, SUPERIOR_DUE {due}, QUOTA {quota}, OTHER {text}
 */
public record PlanChange(
        long id,
        String campaign,
        Kind kind,
        @Nullable String openPoint,
        @Nullable String duty,
        Aspect aspect,
        JsonNode value,
        String documentNumber,
        LocalDate documentDate,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    public enum Kind {
        RULING("Quyết định điểm bỏ ngỏ"),
        AMENDMENT("Sửa đổi, bổ sung kế hoạch");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The plan as it stands after this change. */
    CampaignPlan applyTo(CampaignPlan plan) {
        return switch (aspect) {
            case OTHER -> plan;
            case QUOTA -> value.has("quota") ? plan.withQuotas(changedQuotas(plan)) : plan;
            case DUE, ADDRESSEE, SUPERIOR_DUE -> plan.withDuties(changedDuties(plan));
        };
    }

    private List<Duty> changedDuties(CampaignPlan plan) {
        var duties = new ArrayList<Duty>();
        for (var duty : plan.duties()) {
            if (duty.id().equals(this.duty)) duties.add(changed(duty));
            else if (aspect == Aspect.DUE && duty.type() == Duty.Type.CONSOLIDATED_REPORT && follows(duty)) {
                duties.add(duty.withDue(duty.due(), every(duty), first(duty), last(duty)));
            } else duties.add(duty);
        }
        return duties;
    }

    /** A consolidated report keeps the periods of the report it puts together. */
    private boolean follows(Duty duty) {
        return this.duty != null
                && this.duty.equals(duty.consolidates())
                && value.has("every")
                && duty.due().isUndated();
    }

    private Duty changed(Duty duty) {
        return switch (aspect) {
            case ADDRESSEE -> duty.withAddressees(texts("to"));
            case SUPERIOR_DUE -> duty.withSuperiorDue(due());
            default ->
                value.has("groups")
                        ? duty.withExceptions(exceptions(duty))
                        : duty.withDue(due(), every(duty), first(duty), last(duty));
        };
    }

    private List<Duty.Exception> exceptions(Duty duty) {
        var groups = texts("groups");
        var exceptions = new ArrayList<Duty.Exception>();
        exceptions.add(new Duty.Exception(groups, due(), documentInWords(), reason, null));
        exceptions.addAll(duty.exceptions());
        return exceptions;
    }

    private List<Quota> changedQuotas(CampaignPlan plan) {
        var quota =
                PlanFormat.JSON.convertValue(value.get("quota"), Quota.class).ruledBy(documentInWords(), reason);
        var quotas = new ArrayList<>(plan.quotas());
        quotas.removeIf(other -> other.occasion() == quota.occasion()
                && other.form() == quota.form()
                && Objects.equals(other.year(), quota.year()));
        quotas.add(quota);
        return quotas;
    }

    private DueRule due() {
        return PlanFormat.JSON.convertValue(value.get("due"), DueRule.class);
    }

    private Frequency every(Duty duty) {
        return value.has("every") ? Frequency.valueOf(value.get("every").asText()) : duty.every();
    }

    private @Nullable Integer first(Duty duty) {
        return value.has("first") ? Integer.valueOf(value.get("first").asInt()) : duty.first();
    }

    private @Nullable Integer last(Duty duty) {
        return value.has("last") ? Integer.valueOf(value.get("last").asInt()) : duty.last();
    }

    private List<String> texts(String field) {
        var texts = new ArrayList<String>();
        value.get(field).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** "Công văn 123/SNV ngày 05/12/2026". */
    public String documentInWords() {
        return "văn bản %s ngày %s".formatted(documentNumber, vn.thidua.calendar.VietnamTime.date(documentDate));
    }
}
