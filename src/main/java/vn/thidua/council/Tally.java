package vn.thidua.council;

import org.jspecify.annotations.Nullable;

/** Kết quả kiểm phiếu of one dossier, as a sentence for the minutes. */
public sealed interface Tally permits Carried, Lost, NoQuorum, Tied {

    Counts counts();

    String sentence();

    /**
     * The votes on one dossier.
     *
     * @param cast ballots taken from members who may vote on it: always yes + no + abstain
     * @param base the number the share is counted on
     * @param needed yes votes needed; null where more yes than no is enough
     */
    record Counts(
            int yes,
            int no,
            int abstain,
            int cast,
            int base,
            @Nullable Integer needed) {

        String inWords() {
            return "%d đồng ý, %d không đồng ý, %d không có ý kiến".formatted(yes, no, abstain);
        }

        String neededInWords() {
            return needed == null ? "cần số phiếu đồng ý nhiều hơn không đồng ý" : "cần %d/%d".formatted(needed, base);
        }
    }
}
