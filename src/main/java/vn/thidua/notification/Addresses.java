package vn.thidua.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    Set<String> of(Campaign campaign, String group) {
        return read(List.of(campaign)).ofGroup(group);
    }

    private static void add(Map<String, Set<String>> byGroup, String group, String address) {
        byGroup.computeIfAbsent(group, key -> new LinkedHashSet<>()).add(address.toLowerCase(Locale.ROOT));
    }
}
