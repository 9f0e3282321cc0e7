package vn.thidua.web.api;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.DecisionItem;
import vn.thidua.decision.QuotaUse;
import vn.thidua.decision.SubmissionItem;
import vn.thidua.decision.SuperiorSubmission;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;
import vn.thidua.web.api.DecisionViews.CaseView;
import vn.thidua.web.api.DecisionViews.DecisionDetail;
import vn.thidua.web.api.DecisionViews.DecisionSummary;
import vn.thidua.web.api.DecisionViews.QuotaView;
import vn.thidua.web.api.DecisionViews.SignatureView;
import vn.thidua.web.api.DecisionViews.SubmissionDetail;
import vn.thidua.web.api.DecisionViews.SubmissionSummary;

/** Puts together what is shown of decisions and letters to superiors. Whether the actor may see them has been asked before. */
@Component
class DecisionViewer {

    private final QuotaUse quotas;
    private final Dossiers dossiers;
    private final Consultations consultations;

    DecisionViewer(QuotaUse quotas, Dossiers dossiers, Consultations consultations) {
        this.quotas = quotas;
        this.dossiers = dossiers;
        this.consultations = consultations;
    }

    DecisionDetail detail(AwardDecision decision) {
        return new DecisionDetail(
                DecisionSummary.of(decision),
                decision.bases(),
                decision.letterNumber(),
                VietnamTime.date(decision.letterDate()),
                decision.sentBack(),
                SignatureView.of(decision.signature()),
                Moment.of(decision.issuedAt()),
                AwardNames.limit(decision.tellBy()),
                VietnamTime.date(decision.toldOn()),
                AwardNames.limit(decision.deliverBy()),
                VietnamTime.date(decision.handedOverOn()),
                decision.items().stream().map(CaseView::of).toList(),
                quotas(decision));
    }

    /** The quotas of the forms and kinds in the decision. */
    List<QuotaView> quotas(AwardDecision decision) {
        var kinds = decision.items().stream()
                .collect(Collectors.groupingBy(
                        DecisionItem::form, Collectors.mapping(DecisionItem::kind, Collectors.toSet())));
        return kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(form ->
                        quotas
                                .standing(decision.campaign(), decision.occasion(), form.getKey(), decision.year())
                                .stream()
                                .filter(standing -> form.getValue().contains(standing.kind())))
                .map(QuotaView::of)
                .toList();
    }

    SubmissionDetail detail(SuperiorSubmission submission) {
        return new SubmissionDetail(
                SubmissionSummary.of(submission),
                submission.summary(),
                submission.sentBack(),
                SignatureView.of(submission.signature()),
                cases(submission.items()));
    }

    List<CaseView> cases(List<SubmissionItem> items) {
        var numbers = items.stream().map(SubmissionItem::dossier).toList();
        var held = dossiers.all(numbers).stream()
                .filter(Dossier::held)
                .map(Dossier::number)
                .collect(Collectors.toSet());
        var asked = consultations.ofAll(numbers).stream().collect(Collectors.groupingBy(Consultation::dossier));
        return items.stream()
                .map(item -> CaseView.of(
                        item,
                        note(item, held.contains(item.dossier())),
                        asked.getOrDefault(item.dossier(), List.of()).stream()
                                .map(DossierViewer::consultation)
                                .toList()))
                .toList();
    }

    private static @Nullable String note(SubmissionItem item, boolean held) {
        var notes = Stream.of(
                        held ? "Hồ sơ đang tạm dừng xét." : null,
                        item.outcome() == SubmissionItem.Outcome.RETURNED ? "Cấp trên trả lại: " + item.reason() : null)
                .filter(note -> note != null)
                .collect(Collectors.joining(" "));
        return notes.isEmpty() ? null : notes;
    }

    /** What the actor may see of the list; what is not the actor's is left out. */
    static <T> List<T> visible(List<T> all, ToLongFunction<T> id, LongFunction<T> see) {
        return all.stream()
                .filter(each -> {
                    try {
                        see.apply(id.applyAsLong(each));
                        return true;
                    } catch (Refusal notTheirs) {
                        return false;
                    }
                })
                .toList();
    }
}
