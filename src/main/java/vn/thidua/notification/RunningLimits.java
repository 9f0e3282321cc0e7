package vn.thidua.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.calendar.WorkingCalendar;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Groups;

/**
 * The limits of dossiers, called to mind on the same days as duties: so many days before, on the last working day, and again and again
 * after. All of a day's are read in one statement; dossiers of one round that stand alike make one line.
 */
@Component("limitsToRemind")
class RunningLimits {

    private record Alike(String group, String round, DossierState state, Deadline limit) {}

    private final Dossiers dossiers;
    private final AwardRoles roles;
    private final AwardLines lines;
    private final Holidays holidays;

    RunningLimits(Dossiers dossiers, AwardRoles roles, AwardLines lines, Holidays holidays) {
        this.dossiers = dossiers;
        this.roles = roles;
        this.lines = lines;
        this.holidays = holidays;
    }

    /**
     * What each user group is to be told today.
     *
     * @param since when the last digests were written; a day missed since is made up for
     */
    Map<String, List<DigestLine>> on(LocalDate today, Instant since, Map<String, Campaign> campaigns) {
        var from =
                since.equals(Instant.EPOCH) ? today : VietnamTime.dayOf(since).plusDays(1);
        var calendar = holidays.calendar();
        var alike = new LinkedHashMap<Alike, List<Dossier>>();
        for (var dossier : dossiers.running(horizon(today, campaigns.values()))) {
            var campaign = campaigns.get(dossier.campaign());
            var limit = AwardLines.deadline(dossier.limitAt());
            if (!isDue(campaign, limit, from, today, calendar)) continue;
            for (var group : turn(campaign, dossier)) {
                alike.computeIfAbsent(
                                new Alike(group, dossier.round(), dossier.state(), limit), key -> new ArrayList<>())
                        .add(dossier);
            }
        }
        var told = new HashMap<String, List<DigestLine>>();
        alike.forEach((key, same) -> told.computeIfAbsent(key.group(), group -> new ArrayList<>())
                .add(line(campaigns.get(same.get(0).campaign()), key, same, today)));
        return told;
    }

    private DigestLine line(Campaign campaign, Alike key, List<Dossier> same, LocalDate today) {
        var section = key.limit().lastDay().isBefore(today) ? Section.OVERDUE : Section.DUE_SOON;
        var what = key.state().label().toLowerCase(Locale.ROOT);
        return same.size() == 1
                ? lines.of(campaign, same.get(0), section, what, null)
                : lines.ofMany(campaign, same, section, what);
    }

    /** Beyond the earliest reminder of any campaign. */
    private static Instant horizon(LocalDate today, Collection<Campaign> campaigns) {
        var days = campaigns.stream()
                .flatMap(campaign -> campaign.plan().settings().remindDaysBefore().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return today.plusDays(days + 14L).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    private static boolean isDue(
            Campaign campaign, Deadline limit, LocalDate from, LocalDate today, WorkingCalendar calendar) {
        var rule = campaign.plan().settings().reminderRule();
        return !rule.next(limit, from, calendar).isAfter(today);
    }

    /** Whose turn it is; where it is more than one group's, all of them. */
    private List<String> turn(Campaign campaign, Dossier dossier) {
        if (!dossier.turnGroup().isEmpty()) return List.of(dossier.turnGroup());
        return switch (dossier.state()) {
            case IN_APPRAISAL ->
                roles.opinionAgencies(campaign, dossier.unit()).stream()
                        .map(AwardAgency::group)
                        .toList();
            case IN_COUNCIL -> List.of(Groups.ofSecretary(campaign.code()), campaign.standingAgencyGroup());
            default -> List.of(dossier.leadGroup());
        };
    }
}
