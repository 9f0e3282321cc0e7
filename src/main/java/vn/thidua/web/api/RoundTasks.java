package vn.thidua.web.api;

import static vn.thidua.campaign.QuotaGate.State.LIMITED;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGates;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.RoundTerms;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.web.api.AwardTaskViews.AllocationColumn;
import vn.thidua.web.api.AwardTaskViews.AllocationForm;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.AwardTaskViews.ConclusionForm;
import vn.thidua.web.api.AwardTaskViews.FactView;
import vn.thidua.web.api.AwardTaskViews.FormChoice;
import vn.thidua.web.api.AwardTaskViews.TermsForm;
import vn.thidua.web.api.AwardTaskViews.TermsProposal;
import vn.thidua.web.api.TasksApi.Choice;

/** What the forms of a round need. */
@Component
class RoundTasks {

    private static final List<DossierState> UNFINISHED = List.of(
            DossierState.DRAFT,
            DossierState.SUBMITTED,
            DossierState.SUPPLEMENT,
            DossierState.IN_APPRAISAL,
            DossierState.OPINIONS_DIFFER);

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final DossierViewer viewer;
    private final AwardProcedures procedures;
    private final QuotaGates gates;
    private final Units units;
    private final AwardNames names;
    private final MovableClock clock;

    RoundTasks(
            Campaigns campaigns,
            AwardRounds rounds,
            Dossiers dossiers,
            DossierViewer viewer,
            AwardProcedures procedures,
            QuotaGates gates,
            Units units,
            AwardNames names,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.viewer = viewer;
        this.procedures = procedures;
        this.gates = gates;
        this.units = units;
        this.names = names;
        this.clock = clock;
    }

    AwardTask of(Located located, String asks) {
        var round = rounds.get(located.businessKey());
        var campaign = campaigns.get(round.campaign());
        return switch (located.definition()) {
            case "Task_SetTerms" -> terms(campaign, round, asks);
            case "Task_AllocateNumbers" -> allocation(campaign, round, asks);
            case "Task_DecideLateNomination" ->
                late(campaign, round, asks, Objects.requireNonNull(located.permission()));
            default -> conclusion(campaign, round, asks);
        };
    }

    private TaskPage page(Campaign campaign, AwardRound round, String heading, String asks) {
        return new TaskPage(campaign, heading + ": " + round.name(), asks, clock.instant())
                .fact("Dịp", round.occasion().label() + ", năm " + round.year())
                .fact("Tình trạng", round.state().label())
                .link("Trang đợt xét", "/dot-xet/" + round.key());
    }

    private AwardTask terms(Campaign campaign, AwardRound round, String asks) {
        var terms = round.terms();
        return page(campaign, round, "Quy định đợt xét", asks)
                .awards(round.occasion(), null)
                .by(AwardRole.LEAD, AwardRole.DECIDE)
                .with(
                        null,
                        new TermsForm(
                                proposal(terms),
                                Arrays.stream(AwardForm.values())
                                        .map(form -> choice(form, terms, procedures.of(campaign, form)))
                                        .toList(),
                                campaign.plan().unitGroups().stream()
                                        .map(group -> new Choice(group.id(), group.name()))
                                        .toList(),
                                Arrays.stream(ThresholdBase.values())
                                        .map(base -> new Choice(base.name(), base.label()))
                                        .toList(),
                                terms.basis().entrySet().stream()
                                        .map(line -> new FactView(field(line.getKey()), line.getValue()))
                                        .sorted(Comparator.comparing(FactView::name))
                                        .toList()));
    }

    private static TermsProposal proposal(RoundTerms terms) {
        return new TermsProposal(
                terms.forms(),
                terms.unitGroups(),
                VietnamTime.date(terms.opensOn()),
                VietnamTime.date(terms.closesOn()),
                VietnamTime.date(terms.appraisalDue()),
                VietnamTime.date(terms.councilOn()),
                terms.council(),
                terms.quorumPercent(),
                terms.thresholdPercent(),
                terms.thresholdBase().name(),
                terms.secret(),
                terms.conflictLeavesBase());
    }

    private static FormChoice choice(AwardForm form, RoundTerms terms, AwardProcedure procedure) {
        var proposed = terms.forms().contains(form);
        var basis = terms.basis().get(form.name());
        var note = proposed
                ? (basis == null ? "" : "(" + basis + ")")
                : "(kế hoạch không nêu cho dịp này; chọn thì phải ghi văn bản cho phép)";
        return new FormChoice(
                form.name(), form.label(), proposed, note, procedure.council() ? procedure.basis() : null);
    }

    private static String field(String name) {
        return switch (name) {
            case "forms" -> "Hình thức khen thưởng";
            case "unitGroups" -> "Ai được đề nghị";
            case "opensOn" -> "Ngày bắt đầu nhận hồ sơ";
            case "closesOn" -> "Ngày cuối nhận hồ sơ";
            case "appraisalDue" -> "Hạn thẩm định";
            case "councilOn" -> "Ngày họp Hội đồng";
            case "council" -> "Xét qua Hội đồng";
            case "quorumPercent" -> "Tỷ lệ thành viên tham gia";
            case "thresholdPercent" -> "Tỷ lệ phiếu đồng ý";
            case "thresholdBase" -> "Số tính tỷ lệ";
            case "secret" -> "Bỏ phiếu kín";
            case "conflictLeavesBase" -> "Xung đột lợi ích";
            default ->
                Arrays.stream(AwardForm.values())
                        .filter(form -> form.name().equals(name))
                        .map(AwardForm::label)
                        .findFirst()
                        .orElse(name);
        };
    }

    private AwardTask allocation(Campaign campaign, AwardRound round, String asks) {
        var today = clock.today();
        var columns = round.terms().forms().stream()
                .flatMap(form -> Arrays.stream(NomineeKind.values()).map(kind -> {
                    var gate = gates.of(campaign, round.occasion(), form, kind, round.year());
                    return new AllocationColumn(
                            form.name() + "-" + kind.name(),
                            "%s – %s".formatted(form.label(), kind.label()),
                            form,
                            kind,
                            gate.state() == LIMITED ? gate.limit() : null);
                }))
                .filter(column -> column.limit() != null)
                .toList();
        var nominating = units.of(campaign.code()).stream()
                .filter(unit -> round.terms().unitGroups().contains(unit.group()) && unit.existsOn(today))
                .map(RoundTasks::choice)
                .toList();
        return page(campaign, round, "Phân bổ số lượng", asks)
                .by(AwardRole.ALLOCATE)
                .with(null, new AllocationForm(nominating, columns));
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.code(), unit.name());
    }

    private AwardTask late(Campaign campaign, AwardRound round, String asks, long id) {
        var permission = rounds.latePermission(id);
        return page(campaign, round, "Đề nghị nộp sau hạn", asks)
                .fact("Đơn vị", permission.unitName())
                .fact("Lý do", permission.reason())
                .fact(
                        "Người đề nghị",
                        "%s, %s"
                                .formatted(
                                        names.person(permission.requestedBy()),
                                        VietnamTime.dateTime(permission.requestedAt())))
                .fact("Hạn của đợt", round.terms().window().inWords())
                .plain(null);
    }

    private AwardTask conclusion(Campaign campaign, AwardRound round, String asks) {
        var all = dossiers.of(round.key());
        var unfinished = all.stream()
                .filter(dossier -> UNFINISHED.contains(dossier.state()))
                .toList();
        return page(campaign, round, "Kết luận thẩm định", asks)
                .by(AwardRole.LEAD)
                .limit(round.terms().appraisalDueAt())
                .download("Danh sách hồ sơ (Excel)", "/api/rounds/%s/dossiers.xlsx".formatted(round.key()))
                .download(
                        "Báo cáo thẩm định (Word)",
                        "/api/rounds/%s/documents/bao-cao-tham-dinh.docx".formatted(round.key()))
                .with(null, new ConclusionForm(in(all, DossierState.APPRAISED), views(unfinished)));
    }

    private List<DossierViews.DossierSummary> in(List<Dossier> all, DossierState state) {
        return views(all.stream().filter(dossier -> dossier.state() == state).toList());
    }

    private List<DossierViews.DossierSummary> views(List<Dossier> dossiers) {
        return dossiers.stream().map(viewer::summary).toList();
    }
}
