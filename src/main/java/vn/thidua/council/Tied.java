package vn.thidua.council;

/** As many yes as no: a person settles it. */
public record Tied(Counts counts) implements Tally {

    @Override
    public String sentence() {
        return "Số phiếu ngang nhau: %s".formatted(counts.inWords());
    }
}
