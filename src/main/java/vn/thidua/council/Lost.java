package vn.thidua.council;

/** @param byPerson a person settled the tie of yes and no */
public record Lost(Counts counts, boolean byPerson) implements Tally {

    @Override
    public String sentence() {
        return byPerson
                ? "Không đạt: %s; số phiếu ngang nhau, được quyết định không đề nghị".formatted(counts.inWords())
                : "Không đạt: %s (%s)".formatted(counts.inWords(), counts.neededInWords());
    }
}
