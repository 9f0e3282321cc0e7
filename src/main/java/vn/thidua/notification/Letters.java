package vn.thidua.notification;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.Dossier;
import vn.thidua.notification.Notices.Notice;

/**
 * What one transaction has to tell user groups, written before it commits: however many dossiers it moves, it costs a statement or two.
 * Addresses are looked up only for what is told at once; those of a notice by the digest.
 */
@Component
class Letters {

    private final Campaigns campaigns;
    private final Addresses addresses;
    private final Notices notices;
    private final Outbox outbox;
    private final AwardLines lines;
    private final MovableClock clock;

    Letters(
            Campaigns campaigns,
            Addresses addresses,
            Notices notices,
            Outbox outbox,
            AwardLines lines,
            MovableClock clock) {
        this.lines = lines;
        this.campaigns = campaigns;
        this.addresses = addresses;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Has the matter told before the running transaction commits; with one that fails nothing is told.
     *
     * @throws IllegalStateException where no transaction runs
     */
    void tell(Consumer<Post> matter) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending) {
                pending.matters.add(matter);
                return;
            }
        }
        var pending = new Pending();
        pending.matters.add(matter);
        TransactionSynchronizationManager.registerSynchronization(pending);
    }

    private final class Pending implements TransactionSynchronization {

        private final List<Consumer<Post>> matters = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            var post = new Post();
            matters.forEach(matter -> matter.accept(post));
            post.send();
        }
    }

    private record Letter(Collection<String> groups, String kind, String subject, DigestLine line, boolean atOnce) {}

    private record Alike(
            String group,
            String kind,
            String round,
            @Nullable Instant limitAt,
            Section section,
            String what,
            @Nullable String reason) {}

    /** The letters of one transaction. */
    final class Post {

        private final Map<String, Campaign> known = new HashMap<>();
        private final List<Letter> written = new ArrayList<>();
        private final Map<Alike, Map<String, Dossier>> alike = new LinkedHashMap<>();
        private final Instant now = clock.instant();

        Campaign campaign(String code) {
            return known.computeIfAbsent(code, campaigns::get);
        }

        /** For the next digest. */
        void note(Collection<String> groups, String kind, String subject, DigestLine line) {
            written.add(new Letter(groups, kind, subject, line, false));
        }

        /** For a mail of its own. */
        void atOnce(Collection<String> groups, String kind, String subject, DigestLine line) {
            written.add(new Letter(groups, kind, subject, line, true));
        }

        /** For the next digest; what is said alike of several dossiers of a round is one line. */
        void note(
                Collection<String> groups,
                String kind,
                Dossier dossier,
                Section section,
                String what,
                @Nullable String reason) {
            groups.forEach(group -> alike.computeIfAbsent(
                            new Alike(group, kind, dossier.round(), dossier.limitAt(), section, what, reason),
                            first -> new LinkedHashMap<>())
                    .put(dossier.number(), dossier));
        }

        /** A mail of its own about a dossier. */
        void atOnce(
                Collection<String> groups,
                String kind,
                Dossier dossier,
                Section section,
                String what,
                @Nullable String reason) {
            var line = lines.of(campaign(dossier.campaign()), dossier, section, what, reason);
            atOnce(groups, kind, dossier.number(), line);
        }

        private void send() {
            sendAtOnce(written.stream().filter(Letter::atOnce).toList());
            var later = new ArrayList<Notice>();
            written.stream()
                    .filter(letter -> !letter.atOnce())
                    .flatMap(letter -> letter.groups().stream()
                            .map(group -> new Notice(group, letter.kind(), letter.subject(), letter.line())))
                    .forEach(later::add);
            alike.forEach((words, dossiers) -> later.add(notice(words, List.copyOf(dossiers.values()))));
            if (!later.isEmpty()) notices.addAll(later);
        }

        private Notice notice(Alike words, List<Dossier> dossiers) {
            var first = dossiers.get(0);
            var campaign = campaign(first.campaign());
            return dossiers.size() == 1
                    ? new Notice(
                            words.group(),
                            words.kind(),
                            first.number(),
                            lines.of(campaign, first, words.section(), words.what(), words.reason()))
                    : new Notice(
                            words.group(),
                            words.kind(),
                            words.round(),
                            lines.ofMany(campaign, dossiers, words.section(), words.what(), words.reason()));
        }

        private void sendAtOnce(List<Letter> urgent) {
            if (urgent.isEmpty()) return;
            var groups =
                    urgent.stream().flatMap(letter -> letter.groups().stream()).collect(toSet());
            var book = addresses.of(groups);
            outbox.queueAll(urgent.stream()
                    .flatMap(letter -> recipients(book, letter).map(recipient -> mail(letter, recipient)))
                    .toList());
        }

        private Stream<String> recipients(Addresses.Book book, Letter letter) {
            return letter.groups().stream()
                    .map(book::ofGroup)
                    .flatMap(Set::stream)
                    .distinct();
        }

        private Mail mail(Letter letter, String recipient) {
            var cause = "%s/%s/%s/%s".formatted(letter.kind(), letter.subject(), now, recipient);
            return DigestComposer.compose(cause, clock.today(), recipient, List.of(letter.line()));
        }
    }
}
