package vn.thidua.nomination;

import java.util.List;

/**
 * What taking a list of nominees over would do. With a single fault nothing is taken over.
 *
 * @param rows one per dossier, in the order of the file
 */
public record ImportPreview(List<Row> rows, List<Fault> faults) {

    /**
     * A dossier to be made.
     *
     * @param number the row as a spreadsheet numbers it, the head being row 1
     * @param code the row's own code, by which files are matched
     * @param known those already known by the name, the most likely first
     * @param files the names of the files matched with it
     */
    public record Row(int number, String code, DossierContent content, List<NomineeMatch> known, List<String> files) {

        /** Is it somebody the system knows? */
        public boolean isRecognised() {
            return content.nominee().existing() != null
                    || !content.nominee().isNew()
                            && known.stream().anyMatch(match -> match.likeness() == NomineeMatch.Likeness.SAME);
        }
    }

    /**
     * One thing wrong.
     *
     * @param row 0 where it is a file's fault
     * @param column the head of the column, or the name of the file
     * @param sentence in Vietnamese, with the way out
     */
    public record Fault(int row, String column, String sentence) {}

    public boolean isClean() {
        return faults.isEmpty();
    }

    public long recognised() {
        return rows.stream().filter(Row::isRecognised).count();
    }

    public int files() {
        return rows.stream().mapToInt(row -> row.files().size()).sum();
    }
}
