package vn.thidua.organisation;

import java.util.List;

/**
 * What importing a unit list would do. With a single fault nothing is imported.
 *
 * @param units the units as read, without the faulty rows
 * @param notInFile units the campaign already has that the file does not name; they stay as they are
 */
public record UnitImport(List<Unit> units, List<Fault> faults, int added, int changed, int unchanged, int notInFile) {

    /** One thing wrong in one cell, as a Vietnamese sentence. */
    public record Fault(int row, String column, String sentence) {}

    public boolean isClean() {
        return faults.isEmpty();
    }
}
