package vn.thidua.appraisal;

import java.time.LocalDate;
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
        var actor = Actor.current();
        var absent = substitutions.standsInFor(actor.userId(), today).stream()
                .filter(substitution -> substitution.group().equals(group))
                .map(Substitution::absent)
                .findFirst()
                .orElse(null);
        if (absent == null) actor.mustBeIn(group, otherwise);
        return new Officer(actor.userId(), absent);
    }
}
