package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.Limits;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.Duty;
import vn.thidua.campaign.ThresholdBase;

/** What the plan and the procedures propose for a round; each value says where it comes from, and a person confirms it. */
@Component
class RoundProposals {

    static final String DEFAULT = "mặc định của hệ thống, cơ quan thường trực quyết định khi mở đợt";

    private static final int WINDOW_DAYS = 30;
    private static final int APPRAISAL_WORKING_DAYS = 30;
    private static final int COUNCIL_WORKING_DAYS = 5;

    private record Closing(LocalDate day, String basis) {}

    private final AwardProcedures procedures;
    private final Limits limits;
    private final MovableClock clock;

    RoundProposals(AwardProcedures procedures, Limits limits, MovableClock clock) {
        this.procedures = procedures;
        this.limits = limits;
        this.clock = clock;
    }

    RoundTerms propose(Campaign campaign, Occasion occasion, int year) {
        var basis = new TreeMap<String, String>();
        var forms = forms(campaign, occasion, basis);
        var used = forms.stream().map(form -> procedures.of(campaign, form)).toList();
        var opensOn = clock.today();
        basis.put("opensOn", DEFAULT);
        var closing = closing(campaign, occasion, year, opensOn);
        basis.put("closesOn", closing.basis());
        var days = used.stream()
                .map(RoundProposals::workingDays)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        var appraisalDue =
                limits.endOf(closing.day(), days.orElse(APPRAISAL_WORKING_DAYS)).date();
        basis.put("appraisalDue", days.isPresent() ? bases(used) : DEFAULT);
        var council = used.stream().filter(AwardProcedure::council).toList();
        var strictest = council.stream()
                .max(Comparator.comparing(procedure -> Objects.requireNonNullElse(procedure.thresholdPercent(), 0)));
        basis.put("council", council.isEmpty() ? DEFAULT : bases(council));
        basis.put("threshold", strictest.map(AwardProcedure::basis).orElse(DEFAULT));
        basis.put("conflictLeavesBase", DEFAULT);
        basis.put(
                "unitGroups",
                campaign.plan().unitGroups().stream()
                        .map(UnitGroup::clause)
                        .distinct()
                        .collect(joining(", ", "mục ", " Kế hoạch")));
        return new RoundTerms(
                forms,
                campaign.plan().unitGroups().stream().map(UnitGroup::id).toList(),
                opensOn,
                closing.day(),
                appraisalDue,
                council.isEmpty()
                        ? null
                        : limits.endOf(appraisalDue, COUNCIL_WORKING_DAYS).date(),
                !council.isEmpty(),
                strictest.map(AwardProcedure::quorumPercent).orElse(67),
                council.isEmpty() ? null : usualThreshold(council),
                strictest.map(AwardProcedure::thresholdBase).orElse(ThresholdBase.ALL_MEMBERS),
                strictest.map(AwardProcedure::secret).orElse(true),
                false,
                basis);
    }

    /** The forms the plan names for the occasion; none where it names none. */
    static Map<AwardForm, String> planned(Campaign campaign, Occasion occasion) {
        var planned = new LinkedHashMap<AwardForm, String>();
        for (var award : campaign.plan().awards()) {
            if (award.occasion() != occasion) continue;
            award.forms().forEach(form -> planned.putIfAbsent(form, "mục %s Kế hoạch".formatted(award.clause())));
        }
        return planned;
    }

    private static List<AwardForm> forms(Campaign campaign, Occasion occasion, Map<String, String> basis) {
        var planned = planned(campaign, occasion);
        planned.forEach((form, clause) -> basis.put(form.name(), clause));
        return List.copyOf(planned.keySet());
    }

    /** Of those whose form has none of its own, the terms' share is the most usual one: the lowest the procedures name. */
    private static Integer usualThreshold(List<AwardProcedure> council) {
        return council.stream()
                .map(AwardProcedure::thresholdPercent)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(51);
    }

    private static Optional<Integer> workingDays(AwardProcedure procedure) {
        if (procedure.receiveDays() == null && procedure.appraisalDays() == null) return Optional.empty();
        return Optional.of(Objects.requireNonNullElse(procedure.receiveDays(), 0)
                + Objects.requireNonNullElse(procedure.appraisalDays(), 0));
    }

    private static String bases(List<AwardProcedure> procedures) {
        return procedures.stream().map(AwardProcedure::basis).distinct().collect(joining("; "));
    }

    /** Annual nominations rest on the year's results: the window closes with the units' report where the plan gives that a day. */
    private static Closing closing(Campaign campaign, Occasion occasion, int year, LocalDate opensOn) {
        if (occasion == Occasion.ANNUAL) {
            for (var duty : campaign.plan().duties()) {
                if (duty.type() != Duty.Type.PERIODIC_REPORT) continue;
                var last = duty.periods().stream()
                        .filter(period -> period.year() == year)
                        .map(period -> duty.due().deadlineOf(period))
                        .flatMap(Optional::stream)
                        .map(Deadline::lastDay)
                        .max(Comparator.naturalOrder());
                if (last.isPresent() && !last.get().isBefore(opensOn)) {
                    return new Closing(
                            last.get(), "cùng hạn báo cáo định kỳ tại mục %s Kế hoạch".formatted(duty.clause()));
                }
            }
        }
        return new Closing(opensOn.plusDays(WINDOW_DAYS), DEFAULT);
    }
}
