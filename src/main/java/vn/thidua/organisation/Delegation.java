package vn.thidua.organisation;

import java.time.LocalDate;

/**
 * Giao quyền, ủy quyền ký: a deputy may sign in these days.
 *
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, inclusive
 * @param document number of the document that delegates
 */
public record Delegation(
        long id,
        String campaign,
        String userId,
        String name,
        String position,
        Capacity capacity,
        LocalDate from,
        LocalDate to,
        String document,
        LocalDate documentDate) {

    /** Thể thức ký as printed before the signature. */
    public enum Capacity {
        KT("KT.", "Ký thay"),
        TUQ("TUQ.", "Thừa ủy quyền");

        private final String printed;
        private final String label;

        Capacity(String printed, String label) {
            this.printed = printed;
            this.label = label;
        }

        public String printed() {
            return printed;
        }

        public String label() {
            return label;
        }
    }
}
