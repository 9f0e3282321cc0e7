package vn.thidua.nomination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lead agency ends the appraisal of a round.
 *
 * @param lapsed dossiers still unfinished that are no longer considered in this round, each with a reason
 */
public record ConclusionAnswer(
        @Nullable String note, @Nullable List<Lapse> lapsed) {

    public record Lapse(@Nullable String dossier, @Nullable String reason) {}
}
