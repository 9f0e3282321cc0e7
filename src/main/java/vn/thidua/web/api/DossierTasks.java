package vn.thidua.web.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.RulePacks;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Holds;
import vn.thidua.organisation.Units;
import vn.thidua.process.TaskLocator.Located;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.AwardTaskViews.ComposeForm;
import vn.thidua.web.api.AwardTaskViews.FormChoice;
import vn.thidua.web.api.AwardTaskViews.HoldForm;
import vn.thidua.web.api.AwardTaskViews.ItemView;
import vn.thidua.web.api.AwardTaskViews.OpinionForm;
import vn.thidua.web.api.ObligationViews.ClauseView;
import vn.thidua.web.api.TasksApi.Choice;

/** What the forms of a dossier need. */
@Component
class DossierTasks {

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Dossiers dossiers;
    private final DossierSight sight;
    private final DossierViewer viewer;
    private final Holds holds;
    private final AwardRoles roles;
    private final AwardProcedures procedures;
    private final RulePacks packs;
    private final Units units;
    private final AwardNames names;
    private final MovableClock clock;

    DossierTasks(
            Campaigns campaigns,
            AwardRounds rounds,
            Dossiers dossiers,
            DossierSight sight,
            DossierViewer viewer,
            Holds holds,
            AwardRoles roles,
            AwardProcedures procedures,
            RulePacks packs,
            Units units,
            AwardNames names,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.dossiers = dossiers;
        this.sight = sight;
        this.viewer = viewer;
        this.holds = holds;
        this.roles = roles;
        this.procedures = procedures;
        this.packs = packs;
        this.units = units;
        this.names = names;
        this.clock = clock;
    }

    AwardTask of(Located located, String asks) {
        var dossier = sight.see(located.businessKey());
        var campaign = campaigns.get(dossier.campaign());
        return switch (located.definition()) {
            case "Task_ComposeDossier" -> compose(campaign, dossier, "Hoàn thiện hồ sơ", asks);
            case "Task_SupplementDossier" -> compose(campaign, dossier, "Bổ sung hồ sơ", asks);
            case "Task_ReceiveDossier" ->
                page(campaign, dossier, "Tiếp nhận hồ sơ", asks)
                        .by(AwardRole.LEAD)
                        .warning(rulePack(campaign, dossier))
                        .plain(viewer.detail(dossier));
            case "Task_AppraiseDossier" -> opinion(campaign, dossier, asks, Objects.requireNonNull(located.agency()));
            case "Task_ReconcileOpinions" ->
                page(campaign, dossier, "Kết luận ý kiến khác nhau", asks)
                        .by(AwardRole.LEAD)
                        .download(
                                "Báo cáo thẩm định (Word)",
                                "/api/dossiers/%s/documents/bao-cao-tham-dinh.docx".formatted(dossier.number()))
                        .plain(viewer.detail(dossier));
            default -> hold(campaign, dossier, asks, Objects.requireNonNull(located.hold()));
        };
    }

    private TaskPage page(Campaign campaign, Dossier dossier, String heading, String asks) {
        var page = base(campaign, dossier, heading, asks);
        return dossier.held() ? page.stopped("Hồ sơ đang tạm dừng xét; bỏ tạm dừng xong mới làm tiếp được.") : page;
    }

    private TaskPage base(Campaign campaign, Dossier dossier, String heading, String asks) {
        return new TaskPage(campaign, "%s: %s".formatted(heading, dossier.nomineeName()), asks, clock.instant())
                .fact("Hồ sơ", dossier.number())
                .fact("Đơn vị đề nghị", dossier.unitName())
                .fact("Hình thức", dossier.formName())
                .fact("Tình trạng", dossier.state().label())
                .fact("Căn cứ của hạn", dossier.limitBasis())
                .limit(dossier.limitAt())
                .awards(dossier.occasion(), dossier.form())
                .link("Trang hồ sơ", AwardNames.page(dossier.number()))
                .link("Trang đợt xét", "/dot-xet/" + dossier.round());
    }

    /** What an officer has to know of the law in force for the dossier. */
    private String rulePack(Campaign campaign, Dossier dossier) {
        var frozen = dossier.rulePack();
        var today = clock.today();
        return (frozen == null ? packs.inForce(campaign.code(), today) : Optional.of(packs.get(frozen)))
                .map(pack -> pack.note() == null ? "" : pack.name() + ": " + pack.note())
                .orElseGet(() -> packs.whyNone(today));
    }

    private AwardTask compose(Campaign campaign, Dossier dossier, String heading, String asks) {
        var round = rounds.get(dossier.round());
        var page = page(campaign, dossier, heading, asks);
        if (dossier.state() == DossierState.SUPPLEMENT) {
            dossiers.versions(dossier.number()).stream()
                    .filter(version -> version.version() == dossier.version() && version.outcomeReason() != null)
                    .forEach(version -> page.warning("Cần bổ sung: %s (căn cứ: %s)"
                            .formatted(version.outcomeReason(), version.outcomeArticle())));
        }
        var content = dossiers.content(dossier.number());
        var evidence = campaign.plan().evidence().stream().findFirst();
        return page.with(
                viewer.detail(dossier),
                new ComposeForm(
                        content,
                        forms(campaign, round),
                        Arrays.stream(NomineeKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList(),
                        campaign.plan().criteria().stream()
                                .map(group -> new Choice(group.id(), group.name()))
                                .toList(),
                        ownUnits(dossier),
                        evidence.map(rule -> rule.documents()).orElse(List.of()),
                        evidence.map(rule -> ClauseView.of(new Line(rule.clause(), rule.quote(), rule.note())))
                                .orElse(null)));
    }

    private List<FormChoice> forms(Campaign campaign, AwardRound round) {
        return round.terms().forms().stream()
                .map(form -> new FormChoice(
                        form.name(),
                        form.label(),
                        true,
                        procedures.of(campaign, form).basis(),
                        null))
                .toList();
    }

    /** The unit itself and those under it. */
    private List<Choice> ownUnits(Dossier dossier) {
        var today = clock.today();
        var under = units.of(dossier.campaign()).stream()
                .filter(unit -> dossier.unit().equals(unit.parent()) && unit.existsOn(today))
                .map(unit -> new Choice(unit.code(), unit.name()));
        return Stream.concat(Stream.of(new Choice(dossier.unit(), dossier.unitName())), under)
                .toList();
    }

    private AwardTask opinion(Campaign campaign, Dossier dossier, String asks, String agency) {
        var asked = roles.opinionAgencies(campaign, dossier.unit()).stream()
                .filter(each -> each.id().equals(agency))
                .findFirst();
        var name =
                asked.map(each -> each.name()).orElseGet(() -> campaign.plan().agencyName(agency));
        var items = campaign.plan().criteria().stream()
                .filter(group -> group.id().equals(dossier.criteriaGroup()))
                .findFirst()
                .map(CriteriaGroup::items)
                .orElse(List.of());
        return page(campaign, dossier, "Thẩm định hồ sơ", asks)
                .fact("Ý kiến của", name)
                .download(
                        "Phiếu lấy ý kiến (Word)",
                        "/api/dossiers/%s/documents/phieu-lay-y-kien.docx?agency=%s"
                                .formatted(dossier.number(), agency))
                .by(asked.map(each -> each.role()).orElse(AwardRole.LEAD))
                .warning(rulePack(campaign, dossier))
                .with(
                        viewer.detail(dossier),
                        new OpinionForm(
                                agency,
                                name,
                                IntStream.range(0, items.size())
                                        .mapToObj(i -> new ItemView(
                                                i + 1,
                                                items.get(i).clause(),
                                                items.get(i).quote()))
                                        .toList()));
    }

    private AwardTask hold(Campaign campaign, Dossier dossier, String asks, long id) {
        var hold = holds.get(id);
        return base(campaign, dossier, "Bỏ tạm dừng", asks)
                .fact("Tạm dừng vì", hold.kind().label())
                .fact("Lý do", hold.reason())
                .fact("Văn bản", hold.document())
                .fact(
                        "Người tạm dừng",
                        "%s, %s".formatted(names.person(hold.heldBy()), VietnamTime.dateTime(hold.heldAt())))
                .with(viewer.detail(dossier), new HoldForm(id));
    }
}
