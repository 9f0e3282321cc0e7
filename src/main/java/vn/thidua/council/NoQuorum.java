package vn.thidua.council;

/**
 * Too few members took part: nothing was decided.
 *
 * @param present members who sat
 * @param needed members needed
 * @param members all voting members
 */
public record NoQuorum(Counts counts, int present, int needed, int members) implements Tally {

    @Override
    public String sentence() {
        return "Không đủ thành viên: %d/%d thành viên dự họp, cần ít nhất %d".formatted(present, members, needed);
    }
}
