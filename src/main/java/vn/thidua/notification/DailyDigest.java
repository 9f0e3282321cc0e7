package vn.thidua.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Reminders;

/**
 * Thư tổng hợp hằng ngày: everything one person is to be told today in one mail. Written on working days only, once a day; what happens
 * on a day off is told on the next working day.
 */
@Component
public class DailyDigest {

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final JdbcClient sql;
    private final Campaigns campaigns;
    private final Obligations obligations;
    private final Reminders reminders;
    private final Notices notices;
    private final Addresses addresses;
    private final DigestLines lines;
    private final RunningLimits limits;
    private final Outbox outbox;
    private final Holidays holidays;
    private final MovableClock clock;

    DailyDigest(
            JdbcClient sql,
            Campaigns campaigns,
            Obligations obligations,
            Reminders reminders,
            Notices notices,
            Addresses addresses,
            DigestLines lines,
            RunningLimits limits,
            Outbox outbox,
            Holidays holidays,
            MovableClock clock) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.reminders = reminders;
        this.notices = notices;
        this.addresses = addresses;
        this.lines = lines;
        this.limits = limits;
        this.outbox = outbox;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Writes today's digests into the outbox. @return how many; none before 07:00, on a day off, or when they have been written */
    @Transactional
    public int write() {
        var today = clock.today();
        var morning = today.atTime(MORNING).atZone(VietnamTime.ZONE).toInstant();
        if (clock.instant().isBefore(morning) || !holidays.calendar().isWorkingDay(today)) return 0;
        var since = lastWritten();
        if (!beginDay(today)) return 0;
        var byRecipient = new LinkedHashMap<String, List<DigestLine>>();
        collect(since, byRecipient);
        var mails = byRecipient.entrySet().stream()
                .map(digest -> DigestComposer.compose(today, digest.getKey(), digest.getValue()))
                .toList();
        outbox.queueAll(mails);
        return mails.size();
    }

    private void collect(Instant since, Map<String, List<DigestLine>> byRecipient) {
        var byCode = campaigns.all().stream().collect(Collectors.toMap(Campaign::code, Function.identity()));
        var book = addresses.read(byCode.values());
        notices.takeAll().forEach((recipient, taken) -> deliver(taken, book.to(recipient), byRecipient));
        var unreachable = new HashMap<String, Set<String>>();
        var seen = new LinkedHashSet<Long>();
        for (var obligation : reminders.take()) {
            tell(byCode.get(obligation.campaign()), obligation, book, byRecipient, unreachable);
            seen.add(obligation.id());
        }
        for (var obligation : obligations.changedSince(since)) {
            if (seen.add(obligation.id())) {
                tell(byCode.get(obligation.campaign()), obligation, book, byRecipient, unreachable);
            }
        }
        limits.on(clock.today(), since, byCode)
                .forEach((recipient, told) -> deliver(told, book.to(recipient), byRecipient));
        for (var campaign : byCode.values()) {
            var line = lines.forStandingAgency(
                    campaign,
                    obligations.overdueSince(campaign.code(), since),
                    unreachable.getOrDefault(campaign.code(), Set.of()));
            line.forEach(each -> book.ofGroup(campaign.standingAgencyGroup())
                    .forEach(recipient -> add(byRecipient, recipient, each)));
        }
    }

    private void tell(
            Campaign campaign,
            Obligation obligation,
            Addresses.Book book,
            Map<String, List<DigestLine>> byRecipient,
            Map<String, Set<String>> unreachable) {
        var recipients = book.of(obligation);
        if (recipients.isEmpty()) {
            unreachable
                    .computeIfAbsent(campaign.code(), code -> new LinkedHashSet<>())
                    .add(obligation.ownerName());
        }
        for (var line : lines.forOwner(campaign, obligation)) {
            recipients.forEach(recipient -> add(byRecipient, recipient, line));
        }
    }

    /** Who belongs to two of the groups told reads it once. */
    private static void deliver(
            List<DigestLine> taken, Set<String> recipients, Map<String, List<DigestLine>> byRecipient) {
        for (var recipient : recipients) {
            var lines = byRecipient.computeIfAbsent(recipient, address -> new ArrayList<>());
            taken.stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        }
    }

    private static void add(Map<String, List<DigestLine>> byRecipient, String recipient, DigestLine line) {
        byRecipient.computeIfAbsent(recipient, address -> new ArrayList<>()).add(line);
    }

    private Instant lastWritten() {
        return sql.sql("select max(written_at) from digest_day")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    private boolean beginDay(LocalDate today) {
        return sql.sql("insert into digest_day(day, written_at) values (?, ?) on conflict do nothing")
                        .params(today, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
