package vn.thidua.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the preparer of a letter to the superior enters.
 *
 * @param title trích yếu
 * @param summary grounds of the proposal
 * @param consultations opinions to ask for before it is signed (Decree 152/2025, Art. 33, 34)
 * @param dropped cases that are not submitted after all
 */
public record PrepareAnswer(
        String title,
        @Nullable String summary,
        @Nullable List<Request> consultations,
        @Nullable List<Dropped> dropped) {

    /**
     * @param kind PARTY_OPINION or MINISTRY
     * @param sentOn dd/MM/yyyy
     */
    public record Request(String dossier, String kind, String to, String sentOn, String document) {}

    public record Dropped(String dossier, String reason) {}

    public PrepareAnswer {
        consultations = consultations == null ? List.of() : List.copyOf(consultations);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
    }
}
