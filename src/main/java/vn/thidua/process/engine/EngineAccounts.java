package vn.thidua.process.engine;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient sql;
    private final String nobodysPassword;

    EngineAccounts(
            IdentityService identities,
            ProcessEngineConfigurationImpl engine,
            RoleGrants grants,
            EngineIdentity identity,
            JdbcClient sql) {
        this.sql = sql;
        this.identities = identities;
        this.engine = engine;
        this.grants = grants;
        this.identity = identity;
        nobodysPassword = engine.getPasswordManager().encrypt("nobody has this password");
    }

    @Override
    public void createAll(List<Newcomer> people, String password) {
        mustBeNew(people);
        var salt = engine.getSaltGenerator().generateSalt();
        var hash = engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
        var users = people.stream()
                .map(person -> user(person, password, salt, hash))
                .toList();
        grants.participants(people.stream()
                .flatMap(person -> person.groups().stream())
                .filter(group -> !group.equals(Actor.ADMINISTRATORS))
                .distinct()
                .collect(Collectors.toMap(group -> group, group -> group)));
        // one command, one flush: the engine batches the rows
        engine.getCommandExecutorTxRequired().execute(context -> {
            users.forEach(identities::saveUser);
            people.forEach(
                    person -> person.groups().forEach(group -> identities.createMembership(person.userId(), group)));
            return null;
        });
    }

    private void mustBeNew(List<Newcomer> people) {
        var ids = people.stream().map(Newcomer::userId).toArray(String[]::new);
        identity.asSystem(() -> identities.createUserQuery().userIdIn(ids).list()).stream()
                .findFirst()
                .ifPresent(there -> {
                    throw Refusal.conflict(
                            "account-exists",
                            "Tài khoản \"%s\" đã có. Hãy chọn tên tài khoản khác.".formatted(there.getId()));
                });
    }

    private User user(Newcomer person, String password, String salt, String hash) {
        var user = (UserEntity) identities.newUser(person.userId());
        user.setFirstName(person.name());
        user.setLastName("");
        user.setEmail(person.email());
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw Refusal.invalid("weak-password", "password", MixedPasswords.SENTENCE);
        }
        user.setSalt(salt);
        user.setDbPassword(hash);
        return user;
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
    public Map<String, Set<String>> groupsOf(Collection<String> userIds) {
        var groups = new HashMap<String, Set<String>>();
        sql.sql("select user_id_, group_id_ from act_id_membership where user_id_ = any(?)")
                .param(userIds.toArray(String[]::new))
                .query(row -> {
                    groups.computeIfAbsent(row.getString(1), user -> new HashSet<>())
                            .add(row.getString(2));
                });
        return groups;
    }

    @Override
    public Optional<String> nameOf(String userId) {
        return Optional.ofNullable(namesOf(List.of(userId)).get(userId));
    }

    @Override
    public Map<String, String> namesOf(Collection<String> userIds) {
        if (userIds.isEmpty()) return Map.of();
        var ids = userIds.stream().distinct().toArray(String[]::new);
        return identity
                .asSystem(() -> identities.createUserQuery().userIdIn(ids).list())
                .stream()
                .collect(toMap(User::getId, user -> (user.getFirstName() + " " + user.getLastName()).strip()));
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
