package vn.thidua.submission;

import java.time.Instant;
import java.util.List;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Period;
import vn.thidua.campaign.Duty;

/**
 * Nghĩa vụ nộp: what one unit (or, for a consolidated report, one agency) owes for one period, with a part per addressee.
 *
 * @param key business key: campaign/unit, campaign/unit/period or campaign/period
 * @param owner unit code, or agency id for a consolidated report
 * @param ownerGroup the user group that acts for the owner
 */
public record Obligation(
        long id,
        String key,
        String campaign,
        String duty,
        Duty.Type type,
        Period period,
        String owner,
        String ownerName,
        String ownerGroup,
        Instant openedAt,
        List<Part> parts) {

    /** @throws Refusal NOT_FOUND when nothing is owed to that addressee */
    public Part part(String addressee) {
        return parts.stream()
                .filter(part -> part.addressee().equals(addressee))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Nghĩa vụ %s không có nơi nhận \"%s\".".formatted(key, addressee)));
    }

    public boolean isPartlySubmitted() {
        return parts.stream().anyMatch(Part::isHandedIn) && parts.stream().anyMatch(Part::isAwaited);
    }

    /** "Báo cáo định kỳ năm 2026"; a launch plan has no period. */
    public String title() {
        return type == Duty.Type.LAUNCH_PLAN ? type.label() : type.label() + " " + period.inWords();
    }

    Obligation withParts(List<Part> parts) {
        return new Obligation(id, key, campaign, duty, type, period, owner, ownerName, ownerGroup, openedAt, parts);
    }
}
