package vn.thidua.council;

/** @param byPerson a person settled the tie of yes and no */
public record Carried(Counts counts, boolean byPerson) implements Tally {

    @Override
    public String sentence() {
        return byPerson
                ? "Đạt: %s; số phiếu ngang nhau, được quyết định đề nghị khen thưởng".formatted(counts.inWords())
                : "Đạt: %s (%s)".formatted(counts.inWords(), counts.neededInWords());
    }
}
