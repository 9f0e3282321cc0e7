package vn.thidua.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where the people of each user group read their mail, by their accounts. */
public interface Mailboxes {

    /** E-mail addresses by group; a group nobody with an address belongs to is not in it. */
    Map<String, Set<String>> byGroup();

    /** The same for some groups only. */
    Map<String, Set<String>> of(Collection<String> groups);

    /** E-mail addresses by account; an account without one is not in it. */
    Map<String, String> ofPeople(Collection<String> userIds);
}
