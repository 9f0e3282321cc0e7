package vn.thidua.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thidua.organisation.Delegation.Capacity;

/**
 * Who signed and in which capacity, as it is printed under the document.
 *
 * @param authority position of the one who has the authority, e.g. "Chủ tịch"
 * @param position the signer's own position
 * @param capacity null when the one with the authority signed in person
 * @param delegation the document that delegates, with its date; null in person
 */
public record Signature(
        String userId,
        String name,
        String authority,
        String position,
        @Nullable Capacity capacity,
        @Nullable String delegation,
        Instant at) {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /**
     * The lines above the name (Decree 30/2020, Annex I): "CHỦ TỊCH"; "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH"; a committee first says on whose
     * behalf: "TM. ỦY BAN NHÂN DÂN".
     */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var isCommittee = authority.startsWith("UBND") || authority.startsWith("Ủy ban nhân dân");
        if (isCommittee) lines.add("TM. ỦY BAN NHÂN DÂN");
        var office = isCommittee ? "CHỦ TỊCH" : authority.toUpperCase(VIETNAMESE);
        if (capacity == null) lines.add(office);
        else {
            lines.add(capacity.printed() + " " + office);
            lines.add(position.toUpperCase(VIETNAMESE));
        }
        return List.copyOf(lines);
    }
}
