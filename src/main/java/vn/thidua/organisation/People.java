package vn.thidua.organisation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;

/** Whose account it was, where the record or a version names only the account. */
@Component
public class People {

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * "Nguyễn Văn A (lan)" by account, in one look-up; the account alone where it has ended or bears no name, "Hệ thống" for the system.
     *
     * @param userIds as they come, also repeated or null
     */
    public Map<String, String> called(Collection<@Nullable String> userIds) {
        var ids = userIds.stream().filter(Objects::nonNull).distinct().toList();
        var names = accounts.namesOf(ids);
        return ids.stream().collect(toMap(identity(), id -> called(id, names.getOrDefault(id, ""))));
    }

    private static String called(String userId, String name) {
        if (userId.equals(Actor.SYSTEM.userId())) return "Hệ thống";
        return name.isBlank() || name.equals(userId) ? userId : "%s (%s)".formatted(name, userId);
    }
}
