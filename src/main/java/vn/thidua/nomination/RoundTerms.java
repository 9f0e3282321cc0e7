package vn.thidua.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.ThresholdBase;

/**
 * The terms of a round: what may be given, who may nominate, when, and how the council votes. Proposed from campaign data, confirmed by
 * the standing agency. Days are in Asia/Ho_Chi_Minh.
 *
 * @param unitGroups ids of the plan's unit groups whose units may nominate
 * @param opensOn first day a dossier can be submitted
 * @param closesOn last day, inclusive
 * @param appraisalDue last day to appraise, inclusive
 * @param councilOn the day planned for the council; null where none is planned or none votes
 * @param thresholdPercent share of agreeing votes needed where the law sets none for the form; null for more yes than no, or where no
 *     council votes
 * @param conflictLeavesBase whether members in conflict leave the number the share is counted of
 * @param basis by field or award form: the clause, document or default each value comes from
 */
public record RoundTerms(
        List<AwardForm> forms,
        List<String> unitGroups,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate appraisalDue,
        @Nullable LocalDate councilOn,
        boolean council,
        int quorumPercent,
        @Nullable Integer thresholdPercent,
        ThresholdBase thresholdBase,
        boolean secret,
        boolean conflictLeavesBase,
        Map<String, String> basis) {

    private static final String DECIDED = "cơ quan thường trực quyết định khi mở đợt";

    public RoundTerms {
        forms = List.copyOf(forms);
        unitGroups = List.copyOf(unitGroups);
        basis = Map.copyOf(basis);
    }

    /** The first instant a dossier can be submitted. */
    public Instant opensAt() {
        return opensOn.atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** The first instant that is too late. */
    public Instant closesAt() {
        return window().instant();
    }

    public Deadline window() {
        return new Deadline(Deadline.Kind.BY, closesOn);
    }

    /** The first instant the appraisal is late. */
    public Instant appraisalDueAt() {
        return new Deadline(Deadline.Kind.BY, appraisalDue).instant();
    }

    RoundTerms closingOn(LocalDate day, String document) {
        var changed = new TreeMap<>(basis);
        changed.put("closesOn", document);
        return with(day, changed);
    }

    /** What stays as proposed rests on what the proposal does; what is changed without naming a document the standing agency decided. */
    RoundTerms restingOn(RoundTerms proposed) {
        var known = new TreeMap<>(basis);
        var before = proposed.values();
        values().forEach((field, value) -> known.putIfAbsent(
                field, value.equals(before.get(field)) ? proposed.basis.getOrDefault(field, DECIDED) : DECIDED));
        return with(closesOn, known);
    }

    private Map<String, Object> values() {
        return Map.of(
                "unitGroups", Set.copyOf(unitGroups),
                "opensOn", opensOn,
                "closesOn", closesOn,
                "appraisalDue", appraisalDue,
                "council", List.of(council, quorumPercent, secret),
                "threshold", Arrays.asList(thresholdPercent, thresholdBase),
                "conflictLeavesBase", conflictLeavesBase);
    }

    private RoundTerms with(LocalDate closing, Map<String, String> bases) {
        return new RoundTerms(
                forms,
                unitGroups,
                opensOn,
                closing,
                appraisalDue,
                councilOn,
                council,
                quorumPercent,
                thresholdPercent,
                thresholdBase,
                secret,
                conflictLeavesBase,
                bases);
    }
}
