package vn.thidua.nomination;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.NomineeKind;

/**
 * Somebody already known by the name that was entered. Of a birthday only the year is told: enough to tell people apart.
 *
 * @param unitName the unit it was first nominated with
 */
public record NomineeMatch(
        UUID id,
        NomineeKind kind,
        String name,
        @Nullable Integer birthYear,
        @Nullable String position,
        @Nullable String unitName,
        Likeness likeness) {

    public enum Likeness {
        /** Name and birthday, or name and unit, agree: it is recognised. */
        SAME("Đã có trong hệ thống"),
        /** Only the name agrees and nothing tells them apart: a person has to say. */
        POSSIBLE("Có thể là một"),
        /** The name agrees, birthday or unit does not. */
        OTHER("Trùng tên");

        private final String label;

        Likeness(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** "Nguyễn Thị Hoa, sinh năm 1980, Phó Giám đốc, Sở Y tế". */
    public String inWords() {
        return String.join(
                ", ",
                Stream.of(
                                name,
                                birthYear == null ? null : "sinh năm " + birthYear,
                                position,
                                NomineeEntry.unitBeside(position, unitName))
                        .filter(NomineeEntry::isGiven)
                        .toList());
    }

    static List<NomineeMatch> mostLikelyFirst(Stream<NomineeMatch> matches) {
        return matches.sorted((one, other) -> one.likeness().compareTo(other.likeness()))
                .toList();
    }
}
