package vn.thidua.web.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Period;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.Duty;

/** The next day something is due. */
public record NextDeadline(Duty duty, Period period, Deadline deadline) {

    /** The first deadline of any duty that has not passed; empty where the plan names none that lies ahead. */
    static Optional<NextDeadline> of(CampaignPlan plan, Instant now) {
        return plan.duties().stream().flatMap(duty -> ahead(plan, duty, now)).min(bySooner());
    }

    /** The first deadline of one duty that has not passed, of whatever unit group. */
    static Optional<NextDeadline> of(CampaignPlan plan, Duty duty, Instant now) {
        return ahead(plan, duty, now).min(bySooner());
    }

    private static Stream<NextDeadline> ahead(CampaignPlan plan, Duty duty, Instant now) {
        var groups = duty.type() == Duty.Type.CONSOLIDATED_REPORT
                ? Stream.of("")
                : plan.unitGroups().stream().map(UnitGroup::id).filter(duty::isOwedBy);
        return groups.flatMap(group -> duty.periods().stream()
                .flatMap(period -> duty.deadline(group, period).stream()
                        .filter(deadline -> !deadline.isPassedAt(now))
                        .map(deadline -> new NextDeadline(duty, period, deadline))));
    }

    private static Comparator<NextDeadline> bySooner() {
        return Comparator.comparing(next -> next.deadline().instant());
    }
}
