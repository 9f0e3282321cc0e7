package vn.thidua.organisation;

import java.util.Optional;
import java.util.Set;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;

/** The one store of people who may sign in. */
public interface Accounts {

    /**
     * Creates an account that belongs to the groups; groups that do not exist yet are created with it.
     *
     * @throws Refusal CONFLICT when the account exists, INVALID when the password is weaker than the policy asks
     */
    void create(String userId, String name, String email, String password, Set<String> groups);

    boolean exists(String userId);

    /** The actor, when the password is right. Takes as long for an account that does not exist. */
    Optional<Actor> authenticate(String userId, String password);

    /** The actor with the groups held at this moment. */
    Optional<Actor> find(String userId);

    /** The person's name as the account carries it. */
    Optional<String> nameOf(String userId);

    /** Puts the account into the group; does nothing when it is there already. */
    void join(String userId, String group);

    /** Takes the account out of the group. */
    void leave(String userId, String group);
}
