package vn.thidua.act;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Who acts: a signed-in person with the groups {@code <campaign>.<agency>} and {@code <campaign>.unit.<unit>}, or the system
 * itself when a timer acts.
 */
public record Actor(String userId, Set<String> groups) {

    public static final String ADMINISTRATORS = "camunda-admin";
    public static final Actor SYSTEM = new Actor("he-thong", Set.of());

    private static final ThreadLocal<Actor> CURRENT = ThreadLocal.withInitial(() -> SYSTEM);

    /** The one on whose behalf this thread works. */
    public static Actor current() {
        return CURRENT.get();
    }

    /** Does the work as this actor and gives the thread back to whoever had it. */
    public <T> T act(Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    public boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    public boolean isSystem() {
        return this == SYSTEM;
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** Does the actor hold any role in the campaign? */
    public boolean takesPartIn(String campaign) {
        return isAdministrator() || groups.stream().anyMatch(group -> group.startsWith(campaign + "."));
    }

    /** @throws Refusal FORBIDDEN with the sentence when the actor is not in the group */
    public void mustBeIn(String group, String otherwise) {
        if (!isIn(group)) throw Refusal.forbidden(otherwise);
    }

    /** @throws Refusal FORBIDDEN when the actor is not an administrator */
    public void mustBeAdministrator() {
        if (!isAdministrator()) {
            throw Refusal.forbidden("Chỉ quản trị viên được làm việc này. Hãy liên hệ quản trị viên hệ thống.");
        }
    }
}
