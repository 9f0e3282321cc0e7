package vn.thidua.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.OpenPoint;
import vn.thidua.organisation.Groups;

/**
 * Phong trào thi đua as it stands: its plan with every ruling and amendment laid over it.
 *
 * @param plan the plan in force
 * @param adoptedOn first day this system runs the campaign, Asia/Ho_Chi_Minh; what was due before is history
 */
public record Campaign(CampaignPlan plan, LocalDate adoptedOn, Instant loadedAt, List<PlanChange> changes) {

    public String code() {
        return plan.code();
    }

    public String name() {
        return plan.name();
    }

    /** The open points nobody has ruled on. */
    public List<OpenPoint> openPoints() {
        return plan.openPoints().stream()
                .filter(point -> rulingOn(point.id()).isEmpty())
                .toList();
    }

    public Optional<PlanChange> rulingOn(String openPoint) {
        return changes.stream()
                .filter(change -> openPoint.equals(change.openPoint()))
                .findFirst();
    }

    public String groupOf(String agency) {
        return Groups.ofAgency(code(), agency);
    }

    public String standingAgencyGroup() {
        return groupOf(plan.standingAgency().id());
    }

    /** Was this deadline already past when the campaign was adopted? */
    public boolean isHistory(Instant deadline) {
        return !deadline.isAfter(adoptedOn.atStartOfDay(VietnamTime.ZONE).toInstant());
    }
}
