package vn.thidua.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;

/** The one store of people who may sign in. */
public interface Accounts {

    /** Someone who is to have an account. */
    record Newcomer(String userId, String name, String email, Set<String> groups) {}

    /**
     * Creates an account that belongs to the groups; groups that do not exist yet are created with it.
     *
     * @throws Refusal CONFLICT when the account exists, INVALID when the password is weaker than the policy asks
     */
    default void create(String userId, String name, String email, String password, Set<String> groups) {
        createAll(List.of(new Newcomer(userId, name, email, groups)), password);
    }

    /** Creates accounts that begin with one password, which is hashed once: all of them or, with the refusals of one account, none. */
    void createAll(List<Newcomer> people, String password);

    boolean exists(String userId);

    /** The actor, when the password is right. Takes as long for an account that does not exist. */
    Optional<Actor> authenticate(String userId, String password);

    /** The actor with the groups held at this moment. */
    Optional<Actor> find(String userId);

    /** The groups each of these accounts holds at this moment. */
    Map<String, Set<String>> groupsOf(Collection<String> userIds);

    /** The person's name as the account carries it. */
    Optional<String> nameOf(String userId);

    /** The same for many in one look-up; who has no account, or none any more, is not in it. */
    Map<String, String> namesOf(Collection<String> userIds);

    /** Puts the account into the group; does nothing when it is there already. */
    void join(String userId, String group);

    /** Takes the account out of the group. */
    void leave(String userId, String group);
}
