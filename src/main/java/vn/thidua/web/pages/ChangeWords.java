package vn.thidua.web.pages;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.Duty;
import vn.thidua.campaign.PlanChange;
import vn.thidua.web.pages.PlanLine.Fact;

/** What a ruling or an amendment sets, read from its value as {@link PlanChange} lays it down. */
final class ChangeWords {

    private final CampaignPlan plan;

    /** @param plan the plan in force, for the names */
    ChangeWords(CampaignPlan plan) {
        this.plan = plan;
    }

    List<Fact> of(PlanChange change) {
        var value = change.value();
        var facts = new ArrayList<Fact>();
        var every = every(change);
        if (value.has("every")) {
            facts.add(fact("Kỳ mới", DueWords.frequency(every, year(value, "first"), year(value, "last"))));
        }
        if (value.has("due")) facts.add(fact("Hạn mới", DueWords.rule(due(value.get("due")), every)));
        if (value.has("groups")) facts.add(fact("Áp dụng cho", groups(texts(value.get("groups")))));
        if (value.has("to")) {
            facts.add(fact(
                    "Nơi nhận mới",
                    texts(value.get("to")).stream().map(plan::agencyName).collect(joining("; "))));
        }
        if (value.has("quota")) facts.add(fact("Chỉ tiêu mới", quota(value.get("quota"))));
        return facts;
    }

    private Frequency every(PlanChange change) {
        if (change.value().has("every")) {
            return Frequency.valueOf(change.value().get("every").asText());
        }
        return change.duty() == null
                ? Frequency.ONCE
                : plan.duty(change.duty()).map(Duty::every).orElse(Frequency.ONCE);
    }

    private static int year(JsonNode value, String field) {
        return value.path(field).asInt();
    }

    private static DueRule due(JsonNode due) {
        for (var kind : Deadline.Kind.values()) {
            var dates = due.get(kind.name().toLowerCase(Locale.ROOT));
            if (dates != null) {
                return new DueRule(kind, texts(dates), due.path("nextYear").asBoolean());
            }
        }
        return DueRule.UNDATED;
    }

    private String groups(List<String> ids) {
        return plan.unitGroups().stream()
                .filter(group -> ids.contains(group.id()))
                .map(UnitGroup::name)
                .collect(joining("; "));
    }

    private static String quota(JsonNode quota) {
        var state = Quota.State.valueOf(quota.get("state").asText());
        var numbers = state == Quota.State.LIMITED
                ? " %d tập thể và %d cá nhân"
                        .formatted(
                                quota.path("collectives").asInt(),
                                quota.path("individuals").asInt())
                : "";
        return "%s, %s: %s%s"
                .formatted(
                        Occasion.valueOf(quota.get("occasion").asText()).label(),
                        AwardForm.valueOf(quota.get("form").asText()).label(),
                        state.label().toLowerCase(Locale.ROOT),
                        numbers);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Fact fact(String label, String text) {
        return new Fact(label, text, false);
    }
}
