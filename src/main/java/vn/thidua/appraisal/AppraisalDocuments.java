package vn.thidua.appraisal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.RulePacks;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.WordTemplates;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Citations;
import vn.thidua.nomination.Citations.Citation;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Eligibility;
import vn.thidua.nomination.RuleResult;

/**
 * The papers of the appraisal as Word, from the office's templates: phiếu lấy ý kiến on a dossier, báo cáo thẩm định on a dossier or a
 * round. Who may have them: the agencies that work on it.
 */
@Component
public class AppraisalDocuments {

    private static final String OPEN_BOX = "□";
    private static final String CHOSEN_BOX = "■";
    private static final String DOTS = ".".repeat(90);

    private final AppraisalReports reports;
    private final OpinionSight opinionSight;
    private final DossierSight sight;
    private final Dossiers dossiers;
    private final Citations citations;
    private final Eligibility eligibility;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final RulePacks packs;
    private final WordTemplates word;
    private final MovableClock clock;

    AppraisalDocuments(
            AppraisalReports reports,
            OpinionSight opinionSight,
            DossierSight sight,
            Dossiers dossiers,
            Citations citations,
            Eligibility eligibility,
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            RulePacks packs,
            WordTemplates word,
            MovableClock clock) {
        this.reports = reports;
        this.opinionSight = opinionSight;
        this.sight = sight;
        this.dossiers = dossiers;
        this.citations = citations;
        this.eligibility = eligibility;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.packs = packs;
        this.word = word;
        this.clock = clock;
    }

    /**
     * Phiếu lấy ý kiến to one of the agencies asked; what it has answered is filled in, the rest is left open for the pen.
     *
     * @throws Refusal NOT_FOUND when the agency isn't asked, FORBIDDEN for who may not read opinions
     */
    public byte[] opinionSheet(String number, String agency) {
        var dossier = seen(number);
        var campaign = campaigns.get(dossier.campaign());
        var asked = roles.opinionAgencies(campaign, dossier.unit()).stream()
                .filter(each -> each.id().equals(agency))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notFound("Cơ quan \"%s\" không được lấy ý kiến về hồ sơ này.".formatted(agency)));
        var report = reports.of(number);
        var given = report.opinions().stream()
                .filter(opinion -> opinion.agency().equals(agency))
                .findFirst()
                .orElse(null);
        var lead = roles.lead(campaign).name();
        var letter = OfficeLetter.of(LetterHeads.ofAgency(campaign, lead), "PYK", null, null, clock.today())
                .with("subject", "Về hồ sơ đề nghị tặng %s số %s".formatted(dossier.formName(), shortNumber(dossier)))
                .with("addressee", LetterHeads.spelledOut(asked.name()))
                .texts("paragraphs", List.of(request(dossier, lead)))
                .with("facts", facts(campaign, dossier))
                .with("rules", rules(number))
                .with("criteria", criteria(report.criteria(), given))
                .with("choices", choices(given))
                .with("comment", given == null || given.comment().isBlank() ? DOTS : given.comment())
                .recipients(List.of("Như trên"), "VT")
                .signed(LetterHeads.headOf(asked.name()));
        return word.render("phieu-lay-y-kien", letter.model());
    }

    /** Báo cáo thẩm định on one dossier. @throws Refusal FORBIDDEN for who may not read opinions */
    public byte[] report(String number) {
        var dossier = seen(number);
        return report(
                campaigns.get(dossier.campaign()),
                List.of(reports.of(number)),
                "Kết quả thẩm định hồ sơ số %s đề nghị tặng %s".formatted(shortNumber(dossier), dossier.formName()),
                List.of("Hồ sơ số %s của %s nộp ngày %s, tiếp nhận ngày %s."
                        .formatted(
                                shortNumber(dossier),
                                dossier.unitName(),
                                day(dossier.submittedAt()),
                                day(dossier.receivedAt()))));
    }

    /**
     * Báo cáo thẩm định on all dossiers of the round that were received.
     *
     * @throws Refusal FORBIDDEN for all but the agencies that work on the round; CONFLICT when none was received
     */
    public byte[] roundReport(String key) {
        var round = rounds.get(key);
        var campaign = campaigns.get(round.campaign());
        if (!sight.seesAll(campaign)) {
            throw Refusal.forbidden("Chỉ các cơ quan tham gia xét đợt này được xem báo cáo thẩm định.");
        }
        var all = reports.ofRound(key);
        if (all.isEmpty()) {
            throw Refusal.conflict(
                    "no-dossier", "Đợt xét chưa có hồ sơ nào được tiếp nhận nên chưa lập được báo cáo thẩm định.");
        }
        var submitted = dossiers.of(key).stream()
                .filter(dossier -> dossier.submittedAt() != null)
                .count();
        return report(
                campaign,
                all,
                "Kết quả thẩm định hồ sơ đề nghị khen thưởng, " + round.name(),
                List.of(
                        "Đợt xét nhận hồ sơ đến hết ngày %s."
                                .formatted(VietnamTime.date(round.terms().closesOn())),
                        "Có %d hồ sơ đã nộp, trong đó %d hồ sơ được tiếp nhận và thẩm định."
                                .formatted(submitted, all.size())));
    }

    private byte[] report(Campaign campaign, List<AppraisalReport> all, String subject, List<String> intake) {
        var names =
                citations.of(all.stream().map(each -> each.dossier().number()).toList());
        var groups = new ArrayList<Map<String, Object>>();
        all.stream()
                .collect(groupingBy(each -> each.dossier().formName(), LinkedHashMap::new, toList()))
                .forEach((form, reported) -> groups.add(Map.of("heading", form, "rows", rows(reported, names))));
        var lead = roles.lead(campaign).name();
        var letter = OfficeLetter.of(LetterHeads.ofAgency(campaign, lead), "BC", null, null, clock.today())
                .with("subject", subject)
                .bases(bases(
                        campaign, all.stream().map(AppraisalReport::dossier).toList()))
                .texts("intake", intake)
                .with("groups", groups)
                .texts("paragraphs", List.of(proposal(all, lead)))
                .recipients(
                        List.of(roles.council(campaign).map(AwardAgency::name).orElse("Hội đồng thi đua, khen thưởng")),
                        "VT")
                .signed(LetterHeads.headOf(lead));
        return word.render("bao-cao-tham-dinh", letter.model());
    }

    private List<Map<String, Object>> rows(List<AppraisalReport> reported, Map<String, Citation> names) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var report : reported) {
            var dossier = report.dossier();
            rows.add(Map.of(
                    "index",
                    String.valueOf(rows.size() + 1),
                    "name",
                    "%s\n%s".formatted(names.get(dossier.number()).nameAndPosition(), dossier.unitName()),
                    "rules",
                    rulesInWords(eligibility.check(dossier.number())),
                    "opinions",
                    report.opinions().stream()
                            .map(opinion -> "%s: %s%s"
                                    .formatted(
                                            LetterHeads.spelledOut(opinion.agencyName()),
                                            opinion.verdict().label().toLowerCase(Locale.ROOT),
                                            scores(opinion)))
                            .collect(joining("\n")),
                    "outcome",
                    report.conclusion()));
        }
        return rows;
    }

    private static String scores(Opinion opinion) {
        var scored = opinion.scores().stream()
                .map(CriterionScore::score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return scored.isEmpty()
                ? ""
                : String.format(Locale.forLanguageTag("vi"), " (điểm bình quân %.1f)", scored.getAsDouble());
    }

    private static String rulesInWords(List<RuleResult> results) {
        var objections = results.stream().filter(RuleResult::stands).toList();
        var overridden =
                results.stream().filter(result -> result.override() != null).toList();
        if (objections.isEmpty() && overridden.isEmpty()) return "Không có điều kiện nào bị máy nêu là chưa đạt";
        var words = new ArrayList<String>();
        objections.forEach(result -> words.add("Chưa đạt: %s (%s)".formatted(result.name(), result.article())));
        overridden.forEach(result -> words.add("Cán bộ quyết định khác: %s, lý do: %s"
                .formatted(
                        result.name(), Objects.requireNonNull(result.override()).reason())));
        return String.join("\n", words);
    }

    private static String proposal(List<AppraisalReport> all, String lead) {
        var proposed =
                all.stream().filter(report -> isProposed(report.dossier())).count();
        return "%s đề nghị xem xét khen thưởng đối với %d/%d hồ sơ đã thẩm định, kết luận từng hồ sơ nêu tại mục II."
                .formatted(LetterHeads.spelledOut(lead), proposed, all.size());
    }

    private static boolean isProposed(Dossier dossier) {
        return switch (dossier.state()) {
            case APPRAISED, IN_COUNCIL, VOTED, TO_SIGN, ESCALATED, AWARDED, REVOKED -> true;
            default -> false;
        };
    }

    private List<String> bases(Campaign campaign, List<Dossier> about) {
        return LetterHeads.bases(
                campaign,
                about.stream()
                        .map(Dossier::rulePack)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(packs::get));
    }

    private static String request(Dossier dossier, String lead) {
        var until = dossier.limitAt() == null
                ? ""
                : ", chậm nhất ngày "
                        + VietnamTime.date(VietnamTime.dayOf(dossier.limitAt().minusSeconds(1)));
        return "%s đề nghị Quý cơ quan cho ý kiến thẩm định về hồ sơ sau%s."
                .formatted(LetterHeads.spelledOut(lead), until);
    }

    private List<Map<String, Object>> facts(Campaign campaign, Dossier dossier) {
        var citation = citations.of(List.of(dossier.number())).get(dossier.number());
        var facts = new ArrayList<Map<String, Object>>();
        fact(facts, "Số hồ sơ", shortNumber(dossier));
        fact(facts, dossier.kind().label(), citation.nameAndPosition());
        fact(facts, "Đơn vị đề nghị", dossier.unitName());
        fact(facts, "Hình thức đề nghị", dossier.formName());
        fact(
                facts,
                "Nhóm đối tượng",
                campaign.plan().criteria().stream()
                        .filter(group -> group.id().equals(dossier.criteriaGroup()))
                        .map(group -> group.name())
                        .findFirst()
                        .orElse(dossier.criteriaGroup()));
        fact(facts, "Thành tích", citation.meritsInWords());
        return facts;
    }

    private static void fact(List<Map<String, Object>> facts, String label, String value) {
        facts.add(Map.of("label", label, "value", value));
    }

    private List<Map<String, Object>> rules(String number) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var result : eligibility.check(number)) {
            if (result.verdict() == RuleResult.Verdict.NOT_APPLICABLE) continue;
            rows.add(Map.of(
                    "index",
                    String.valueOf(rows.size() + 1),
                    "rule",
                    capitalised(result.name()),
                    "basis",
                    result.article(),
                    "result",
                    "%s. %s".formatted(result.verdict().label(), result.reason())));
        }
        return rows;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.forLanguageTag("vi")) + text.substring(1);
    }

    private static List<Map<String, Object>> criteria(List<Line> criteria, @Nullable Opinion given) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < criteria.size(); i++) {
            var item = i + 1;
            var answer = given == null
                    ? null
                    : given.scores().stream()
                            .filter(score -> score.item() == item)
                            .findFirst()
                            .orElse(null);
            rows.add(Map.of(
                    "index",
                    String.valueOf(item),
                    "criterion",
                    criteria.get(i).quote(),
                    "score",
                    answer == null || answer.score() == null ? "" : String.valueOf(answer.score()),
                    "comment",
                    answer == null || answer.comment() == null ? "" : answer.comment()));
        }
        return rows;
    }

    private static List<Map<String, Object>> choices(@Nullable Opinion given) {
        var choices = new ArrayList<Map<String, Object>>();
        for (var verdict : Verdict.values()) {
            var isChosen = given != null && given.verdict() == verdict;
            choices.add(Map.of("box", isChosen ? CHOSEN_BOX : OPEN_BOX, "text", verdict.label()));
        }
        return choices;
    }

    private Dossier seen(String number) {
        var dossier = sight.see(number);
        if (!opinionSight.seesAll(dossier)) {
            throw Refusal.forbidden(
                    "Chỉ các cơ quan tham gia xét hồ sơ được xem tài liệu thẩm định trước khi kết luận.");
        }
        return dossier;
    }

    private static String shortNumber(Dossier dossier) {
        return dossier.number().substring(dossier.number().indexOf('/') + 1);
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : VietnamTime.date(VietnamTime.dayOf(at));
    }
}
