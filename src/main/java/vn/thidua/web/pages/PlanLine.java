package vn.thidua.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan as its page shows it.
 *
 * @param title what it says in short; null where the quotation itself is the line
 * @param state a word beside the title, e.g. for what is still open
 * @param quoted where it stands in the plan; null for what the system adds
 * @param children the lines that belong to it
 */
public record PlanLine(
        @Nullable String title,
        @Nullable State state,
        List<Fact> facts,
        @Nullable Quoted quoted,
        List<PlanLine> children) {

    /** @param tone the style class that colours it */
    public record State(String label, String tone) {}

    /** @param missing the plan does not say */
    public record Fact(String label, String text, boolean missing) {}

    /**
     * A clause and its very words.
     *
     * @param source address of the quotation in the source; null where it does not come from there
     */
    public record Quoted(
            String clause,
            @Nullable String quote,
            @Nullable String note,
            @Nullable String source) {}

    /** @param empty what to say when there are no lines */
    public record Section(String id, String title, List<PlanLine> lines, String empty) {}

    static PlanLine of(String title, Quoted quoted, List<Fact> facts) {
        return new PlanLine(title, null, facts, quoted, List.of());
    }

    static PlanLine verbatim(Quoted quoted) {
        return new PlanLine(null, null, List.of(), quoted, List.of());
    }

    PlanLine with(List<PlanLine> lines) {
        return new PlanLine(title, state, facts, quoted, lines);
    }

    PlanLine in(String label, String tone) {
        return new PlanLine(title, new State(label, tone), facts, quoted, children);
    }
}
