package vn.thidua.appraisal;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.organisation.Substitution;
import vn.thidua.organisation.Substitutions;

/**
 * Who acts for an agency: one of its people, or who stands in for one of them that day.
 *
 * @param absent the officer in whose stead; null for own work
 */
record Officer(String userId, @Nullable String absent) {

    /** @throws Refusal FORBIDDEN with the sentence when the actor does neither */
    static Officer acting(Substitutions substitutions, String group, LocalDate today, String otherwise) {
        var absent = substitutions.standsInFor(Actor.current().userId(), today).stream()
                .collect(toMap(Substitution::group, Substitution::absent, (first, later) -> first));
        return acting(absent, group, otherwise);
    }

    /** As above, where it was read already for whom the actor stands in. @param absentByGroup by user group */
    static Officer acting(Map<String, String> absentByGroup, String group, String otherwise) {
        var actor = Actor.current();
        var absent = absentByGroup.get(group);
        if (absent == null) actor.mustBeIn(group, otherwise);
        return new Officer(actor.userId(), absent);
    }
}
