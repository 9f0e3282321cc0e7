package vn.thidua.notification;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.Campaign;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Mailboxes;
import vn.thidua.organisation.Units;
import vn.thidua.submission.Obligation;

/** Whom a mail for a unit or an agency goes to: the addresses of the unit list and those of the accounts, each person once. */
@Component
class Addresses {

    /** The addresses by user group, read once for a whole run. */
    record Book(Map<String, Set<String>> byGroup) {

        Set<String> of(Obligation obligation) {
            return ofGroup(obligation.ownerGroup());
        }

        /** The address itself, or those of the user group. */
        Set<String> to(String recipient) {
            return recipient.contains("@") ? Set.of(recipient) : ofGroup(recipient);
        }

        Set<String> ofGroup(String group) {
            return byGroup.getOrDefault(group, Set.of());
        }
    }

    private final Units units;
    private final Mailboxes mailboxes;

    Addresses(Units units, Mailboxes mailboxes) {
        this.units = units;
        this.mailboxes = mailboxes;
    }

    Book read(Collection<Campaign> campaigns) {
        var byGroup = new HashMap<String, Set<String>>();
        mailboxes.byGroup().forEach((group, addresses) -> addresses.forEach(address -> add(byGroup, group, address)));
        for (var campaign : campaigns) {
            for (var unit : units.of(campaign.code())) {
                for (var address : unit.emails()) {
                    add(byGroup, Groups.ofUnit(campaign.code(), unit.code()), address);
                    if (campaign.plan().agency(unit.code()).isPresent()) {
                        add(byGroup, campaign.groupOf(unit.code()), address);
                    }
                }
            }
        }
        return new Book(byGroup);
    }

    /** The addresses of one group, read for one mail. */
    Set<String> of(String group) {
        return of(Set.of(group)).ofGroup(group);
    }

    /** The addresses of some groups, read for one transaction's mails: a statement for the accounts and one for each campaign's units. */
    Book of(Collection<String> groups) {
        var byGroup = new HashMap<String, Set<String>>();
        mailboxes.of(groups).forEach((group, addresses) -> addresses.forEach(address -> add(byGroup, group, address)));
        groups.stream().collect(groupingBy(Groups::campaignOf)).forEach((campaign, its) -> {
            var bodies = its.stream()
                    .collect(groupingBy(group -> Groups.bodyOf(group).orElse("")));
            units.of(campaign, bodies.keySet())
                    .forEach(unit -> bodies.get(unit.code())
                            .forEach(group -> unit.emails().forEach(address -> add(byGroup, group, address))));
        });
        return new Book(byGroup);
    }

    private static void add(Map<String, Set<String>> byGroup, String group, String address) {
        byGroup.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(address.toLowerCase(Locale.ROOT));
    }
}
