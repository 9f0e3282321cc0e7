package vn.thidua.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.thidua.nomination.LimitedWork;
import vn.thidua.nomination.LimitedWork.Running;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Mailboxes;

/**
 * The limits of award work, called to mind on the same days as duties: so many days before, on the last working day, and again and again
 * after. All of a day's are read in as many statements as one; what stands alike in a round makes one line.
 */
@Component("limitsToRemind")
class RunningLimits {

    private record Alike(String group, String round, DossierState state, Deadline limit) {}

    private record Same(String round, String what, Instant limitAt, Set<String> groups, Set<String> people) {

        static Same of(Running work) {
            return new Same(work.round(), work.what(), work.limitAt(), work.groups(), work.people());
        }
    }

    private final Dossiers dossiers;
    private final List<LimitedWork> works;
    private final AwardRoles roles;
    private final Mailboxes mailboxes;
    private final AwardLines lines;
    private final Holidays holidays;

    RunningLimits(
            Dossiers dossiers,
            List<LimitedWork> works,
            AwardRoles roles,
            Mailboxes mailboxes,
            AwardLines lines,
            Holidays holidays) {
        this.dossiers = dossiers;
        this.works = works;
        this.roles = roles;
        this.mailboxes = mailboxes;
        this.lines = lines;
        this.holidays = holidays;
    }

    /**
     * What is to be told today, by recipient: a user group, or an address where it is one person's turn.
     *
     * @param since when the last digests were written; a day missed since is made up for
     */
    Map<String, List<DigestLine>> on(LocalDate today, Instant since, Map<String, Campaign> campaigns) {
        var day = new Day(today, since, campaigns);
        day.tellOfDossiers(dossiers.running(day.horizon()));
        day.tellOfWork(works.stream()
                .flatMap(room -> room.running(day.horizon()).stream())
                .toList());
        return day.told;
    }

    /** One day's reminders. */
    private final class Day {

        private final LocalDate today;
        private final LocalDate from;
        private final Map<String, Campaign> campaigns;
        private final WorkingCalendar calendar = holidays.calendar();
        private final Map<String, List<DigestLine>> told = new HashMap<>();

        Day(LocalDate today, Instant since, Map<String, Campaign> campaigns) {
            this.today = today;
            this.from = since.equals(Instant.EPOCH)
                    ? today
                    : VietnamTime.dayOf(since).plusDays(1);
            this.campaigns = campaigns;
        }

        /** Beyond the earliest reminder of any campaign. */
        Instant horizon() {
            var days = campaigns.values().stream()
                    .flatMap(campaign -> campaign.plan().settings().remindDaysBefore().stream())
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            return today.plusDays(days + 14L).atStartOfDay(VietnamTime.ZONE).toInstant();
        }

        void tellOfDossiers(List<Dossier> running) {
            var alike = new LinkedHashMap<Alike, List<Dossier>>();
            for (var dossier : running) {
                var campaign = campaigns.get(dossier.campaign());
                var limit = AwardLines.deadline(dossier.limitAt());
                if (!isDue(campaign, limit)) continue;
                for (var group : turn(campaign, dossier)) {
                    alike.computeIfAbsent(
                                    new Alike(group, dossier.round(), dossier.state(), limit), key -> new ArrayList<>())
                            .add(dossier);
                }
            }
            alike.forEach((key, same) ->
                    tell(key.group(), line(campaigns.get(same.get(0).campaign()), key, same)));
        }

        void tellOfWork(List<Running> running) {
            var due = running.stream()
                    .filter(work -> isDue(campaigns.get(work.campaign()), AwardLines.deadline(work.limitAt())))
                    .collect(groupingBy(Same::of, LinkedHashMap::new, toList()));
            var people = due.keySet().stream()
                    .flatMap(same -> same.people().stream())
                    .collect(toSet());
            var addresses = people.isEmpty() ? Map.<String, String>of() : mailboxes.ofPeople(people);
            due.forEach((same, works) -> {
                var line = line(campaigns.get(works.get(0).campaign()), works);
                same.groups().forEach(group -> tell(group, line));
                same.people().stream()
                        .map(addresses::get)
                        .filter(Objects::nonNull)
                        .forEach(address -> tell(address.toLowerCase(Locale.ROOT), line));
            });
        }

        private void tell(String recipient, DigestLine line) {
            told.computeIfAbsent(recipient, first -> new ArrayList<>()).add(line);
        }

        private boolean isDue(Campaign campaign, Deadline limit) {
            var rule = campaign.plan().settings().reminderRule();
            return !rule.next(limit, from, calendar).isAfter(today);
        }

        private DigestLine line(Campaign campaign, Alike key, List<Dossier> same) {
            var what = key.state().label().toLowerCase(Locale.ROOT);
            return same.size() == 1
                    ? lines.of(campaign, same.get(0), section(key.limit()), what, null)
                    : lines.ofMany(campaign, same, section(key.limit()), what, null);
        }

        private DigestLine line(Campaign campaign, List<Running> same) {
            var section = section(AwardLines.deadline(same.get(0).limitAt()));
            return same.size() == 1 ? lines.of(campaign, same.get(0), section) : lines.ofMany(campaign, same, section);
        }

        private Section section(Deadline limit) {
            return limit.lastDay().isBefore(today) ? Section.OVERDUE : Section.DUE_SOON;
        }
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
