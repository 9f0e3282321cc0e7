package vn.thidua.council;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person settles the ties.
 *
 * @param preferred the dossiers chosen: an even vote counts as carried, a dossier competing for a place gets it. All others don't
 * @param reason always needed
 */
public record TieAnswer(List<String> preferred, @Nullable String reason) {

    public TieAnswer {
        preferred = preferred == null ? List.of() : List.copyOf(preferred);
    }
}
