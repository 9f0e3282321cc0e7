package vn.thidua.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.organisation.Accounts;

/** The engine's user tables as the one store of accounts. */
@Component
class EngineAccounts implements Accounts {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;
    private final RoleGrants grants;
    private final EngineIdentity identity;
    private final String nobodysPassword;

    EngineAccounts(
            IdentityService identities,
            ProcessEngineConfigurationImpl engine,
            RoleGrants grants,
            EngineIdentity identity) {
        this.identities = identities;
        this.engine = engine;
        this.grants = grants;
        this.identity = identity;
        nobodysPassword = engine.getPasswordManager().encrypt("nobody has this password");
    }

    @Override
    public void create(String userId, String name, String email, String password, Set<String> groups) {
        if (exists(userId)) {
            throw Refusal.conflict(
                    "account-exists", "Tài khoản \"%s\" đã có. Hãy chọn tên tài khoản khác.".formatted(userId));
        }
        var user = identities.newUser(userId);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(email);
        user.setPassword(password);
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw Refusal.invalid("weak-password", "password", MixedPasswords.SENTENCE);
        }
        grants.participants(groups.stream()
                .filter(group -> !group.equals(Actor.ADMINISTRATORS))
                .collect(Collectors.toMap(group -> group, group -> group)));
        // one command, one flush: the engine batches the rows
        engine.getCommandExecutorTxRequired().execute(context -> {
            identities.saveUser(user);
            groups.forEach(group -> identities.createMembership(userId, group));
            return null;
        });
    }

    @Override
    public boolean exists(String userId) {
        return identity.asSystem(
                () -> identities.createUserQuery().userId(userId).count() > 0);
    }

    @Override
    public Optional<Actor> authenticate(String userId, String password) {
        return identity.asSystem(() -> {
            if (!exists(userId)) {
                engine.getPasswordManager().check(password, nobodysPassword);
                return Optional.empty();
            }
            return identities.checkPassword(userId, password) ? Optional.of(actor(userId)) : Optional.empty();
        });
    }

    @Override
    public Optional<Actor> find(String userId) {
        return identity.asSystem(() -> exists(userId) ? Optional.of(actor(userId)) : Optional.empty());
    }

    @Override
    public Optional<String> nameOf(String userId) {
        return identity.asSystem(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(user -> (user.getFirstName() + " " + user.getLastName()).strip()));
    }

    @Override
    public void join(String userId, String group) {
        grants.participants(Map.of(group, group));
        identity.asSystem(() -> {
            var isMember = identities
                            .createGroupQuery()
                            .groupId(group)
                            .groupMember(userId)
                            .count()
                    > 0;
            if (!isMember) identities.createMembership(userId, group);
            return !isMember;
        });
    }

    @Override
    public void leave(String userId, String group) {
        identity.asSystem(() -> {
            identities.deleteMembership(userId, group);
            return true;
        });
    }

    private Actor actor(String userId) {
        return new Actor(
                userId,
                identities.createGroupQuery().groupMember(userId).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
