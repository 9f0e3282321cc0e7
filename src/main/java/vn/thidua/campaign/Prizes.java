package vn.thidua.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;

/** Tiền thưởng: coefficient × base salary on the day of the decision, rounded up. Empty where either is not known: then a person enters it. */
@Component
public class Prizes {

    /** How a collective's sum is counted. */
    public enum Collective {
        /** twice the coefficient, rounded once */
        OWN_COEFFICIENT,
        /** twice the individual's rounded sum */
        TWICE_ROUNDED
    }

    /** @param collective OWN_COEFFICIENT where not set */
    @ConfigurationProperties("thidua.prize")
    public record Settings(@Nullable Collective collective) {

        public Settings {
            collective = collective == null ? Collective.OWN_COEFFICIENT : collective;
        }
    }

    private record BaseSalary(String from, long amount, String source) {}

    private record Coefficients(List<String> packs, String source, Map<AwardForm, List<BigDecimal>> forms) {}

    private record File(
            long roundUpTo,
            BigDecimal collectiveTimes,
            BigDecimal householdTimes,
            List<BaseSalary> baseSalaries,
            List<Coefficients> coefficients) {}

    private final File file;
    private final Settings settings;
    private final RulePacks packs;

    Prizes(LawFiles law, Settings settings, RulePacks packs) {
        this.file = law.read("prizes.yaml", File.class);
        this.settings = settings;
        this.packs = packs;
    }

    /**
     * By the law in force on the day.
     *
     * @param grade 1 to 3 for Huân chương, null for all other forms
     * @param decidedOn day of the decision, Asia/Ho_Chi_Minh
     */
    public Optional<Prize> of(AwardForm form, @Nullable Integer grade, NomineeKind kind, LocalDate decidedOn) {
        return packs.byLaw(decidedOn).flatMap(pack -> of(pack, form, grade, kind, decidedOn));
    }

    /** By the law in force on the day, or where there is none by the pack the campaign's standing agency ruled to apply. */
    public Optional<Prize> of(
            String campaign, AwardForm form, @Nullable Integer grade, NomineeKind kind, LocalDate decidedOn) {
        return packs.inForce(campaign, decidedOn).flatMap(pack -> of(pack, form, grade, kind, decidedOn));
    }

    /** Why the prize can't be computed, and what to do. */
    public String whyNone(AwardForm form, LocalDate decidedOn) {
        return "Hệ thống chưa có hệ số hoặc lương cơ sở để tính tiền thưởng %s quyết định ngày %s. Hãy nhập số tiền theo quy định hiện hành."
                .formatted(form.label(), VietnamTime.date(decidedOn));
    }

    private Optional<Prize> of(
            RulePack pack, AwardForm form, @Nullable Integer grade, NomineeKind kind, LocalDate decidedOn) {
        if (form.forCollectivesOnly() && kind != NomineeKind.COLLECTIVE) return Optional.empty();
        var line = file.coefficients().stream()
                .filter(coefficients -> coefficients.packs().contains(pack.code()))
                .findFirst();
        return line.flatMap(coefficients -> coefficient(coefficients, form, grade))
                .flatMap(coefficient -> baseSalary(decidedOn)
                        .map(salary -> prize(
                                coefficient,
                                form.forCollectivesOnly() ? NomineeKind.INDIVIDUAL : kind,
                                salary,
                                line.get().source())));
    }

    private static Optional<BigDecimal> coefficient(Coefficients line, AwardForm form, @Nullable Integer grade) {
        var byGrade = line.forms().getOrDefault(form, List.of());
        if (byGrade.size() == 1) return Optional.of(byGrade.get(0));
        return grade == null || grade < 1 || grade > byGrade.size()
                ? Optional.empty()
                : Optional.of(byGrade.get(grade - 1));
    }

    private Optional<BaseSalary> baseSalary(LocalDate day) {
        return file.baseSalaries().stream()
                .filter(salary -> !LawFiles.day(salary.from()).isAfter(day))
                .max(Comparator.comparing(salary -> LawFiles.day(salary.from())));
    }

    /** @param kind INDIVIDUAL for a flag, whose coefficient is the collective's already */
    private Prize prize(BigDecimal coefficient, NomineeKind kind, BaseSalary salary, String source) {
        var own = switch (kind) {
            case INDIVIDUAL -> coefficient;
            case COLLECTIVE -> coefficient.multiply(file.collectiveTimes());
            case HOUSEHOLD -> coefficient.multiply(file.householdTimes());
        };
        var amount = kind == NomineeKind.COLLECTIVE && settings.collective() == Collective.TWICE_ROUNDED
                ? file.collectiveTimes()
                        .multiply(BigDecimal.valueOf(roundedUp(coefficient, salary)))
                        .longValueExact()
                : roundedUp(own, salary);
        return new Prize(amount, own.stripTrailingZeros(), salary.amount(), source + "; " + salary.source());
    }

    private long roundedUp(BigDecimal coefficient, BaseSalary salary) {
        var step = BigDecimal.valueOf(file.roundUpTo());
        return coefficient
                .multiply(BigDecimal.valueOf(salary.amount()))
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step)
                .longValueExact();
    }
}
