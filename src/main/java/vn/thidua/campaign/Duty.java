package vn.thidua.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period;
import vn.thidua.calendar.Period.Frequency;

/**
 * Nghĩa vụ nộp: what the plan asks for, of whom, to whom, how often and until when.
 *
 * @param from {@code all} or unit groups; the writing agency of a consolidated report
 * @param to the addressee agencies, each with its own receipt; empty where the plan names none
 */
public record Duty(
        String id,
        Type type,
        String name,
        List<String> from,
        List<String> to,
        @Nullable String via,
        Frequency every,
        @Nullable Integer first,
        @Nullable Integer last,
        DueRule due,
        List<Exception> exceptions,
        @Nullable String consolidates,
        boolean closesAtDeadline,
        @Nullable DueRule superiorDue,
        String clause,
        String quote,
        @Nullable String note) {

    private static final String ALL = "all";

    public enum Type {
        LAUNCH_PLAN("Văn bản phát động"),
        PERIODIC_REPORT("Báo cáo định kỳ"),
        CONSOLIDATED_REPORT("Báo cáo tổng hợp");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A deadline of its own for some unit groups, by its own words. */
    public record Exception(
            List<String> groups,
            DueRule due,
            String clause,
            String quote,
            @Nullable String note) {}

    public Duty {
        to = CampaignPlan.orEmpty(to);
        exceptions = CampaignPlan.orEmpty(exceptions);
    }

    public boolean isOwedBy(String unitGroup) {
        return type != Type.CONSOLIDATED_REPORT && (from.contains(ALL) || from.contains(unitGroup));
    }

    @JsonIgnore
    public List<Period> periods() {
        return Period.of(every, first == null ? 0 : first, last == null ? 0 : last);
    }

    /** The deadline for units of that group; empty where the plan names none. */
    public Optional<Deadline> deadline(String unitGroup, Period period) {
        return dueOf(unitGroup).deadlineOf(period);
    }

    /** The line of the plan that sets the deadline of that group. */
    public CampaignPlan.Line basis(String unitGroup) {
        return exceptions.stream()
                .filter(exception -> exception.groups().contains(unitGroup))
                .findFirst()
                .map(exception -> new CampaignPlan.Line(exception.clause(), exception.quote(), exception.note()))
                .orElse(new CampaignPlan.Line(clause, quote, note));
    }

    /**
     * The day from which the obligation stands open: so many days before its deadline; without one, at once for what happens once or at
     * no stated frequency, else on the first day of the period's last month.
     */
    public LocalDate opensOn(String unitGroup, Period period, int daysBefore) {
        var deadline = deadline(unitGroup, period);
        if (deadline.isPresent()) return deadline.get().date().minusDays(daysBefore);
        return period.frequency().isRecurring() ? period.lastDay().withDayOfMonth(1) : LocalDate.MIN;
    }

    /** Does the superior plan close before this duty is due? Then what is consolidated comes too late up there. */
    public Optional<String> superiorConflict(Period period) {
        if (superiorDue == null) return Optional.empty();
        var own = due.deadlineOf(period);
        var superior = superiorDue.deadlineOf(period);
        if (own.isEmpty()
                || superior.isEmpty()
                || !superior.get().instant().isBefore(own.get().instant())) {
            return Optional.empty();
        }
        return Optional.of("Cấp trên khép kỳ %s (%s), sớm hơn hạn của kế hoạch này (%s)."
                .formatted(period.inWords(), superior.get().inWords(), own.get().inWords()));
    }

    Duty withDue(DueRule due, Frequency every, @Nullable Integer first, @Nullable Integer last) {
        return with(due, every, first, last, to, exceptions, superiorDue);
    }

    Duty withExceptions(List<Exception> exceptions) {
        return with(due, every, first, last, to, exceptions, superiorDue);
    }

    Duty withAddressees(List<String> to) {
        return with(due, every, first, last, to, exceptions, superiorDue);
    }

    Duty withSuperiorDue(DueRule superiorDue) {
        return with(due, every, first, last, to, exceptions, superiorDue);
    }

    private Duty with(
            DueRule due,
            Frequency every,
            @Nullable Integer first,
            @Nullable Integer last,
            List<String> to,
            List<Exception> exceptions,
            @Nullable DueRule superiorDue) {
        return new Duty(
                id,
                type,
                name,
                from,
                to,
                via,
                every,
                first,
                last,
                due,
                exceptions,
                consolidates,
                closesAtDeadline,
                superiorDue,
                clause,
                quote,
                note);
    }

    private DueRule dueOf(String unitGroup) {
        return exceptions.stream()
                .filter(exception -> exception.groups().contains(unitGroup))
                .findFirst()
                .map(Exception::due)
                .orElse(due);
    }
}
