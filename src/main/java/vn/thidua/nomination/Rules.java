package vn.thidua.nomination;

import static java.util.stream.Collectors.joining;
import static vn.thidua.nomination.Rule.Judgement.ask;
import static vn.thidua.nomination.Rule.Judgement.met;
import static vn.thidua.nomination.Rule.Judgement.notApplicable;
import static vn.thidua.nomination.Rule.Judgement.objection;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedure.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.QuotaGate;
import vn.thidua.campaign.RulePack;
import vn.thidua.nomination.Rule.Judgement;

/** The law and the plan as a list one can read: what a dossier must keep, each with its article or clause. */
final class Rules {

    static final List<Rule> RULES = List.of(
            fixed("form-in-round", "hình thức nằm trong đợt xét", Rules::formClause, Rules::formInRound),
            fixed("unit-may-nominate", "đơn vị thuộc khối được đề nghị", Rules::unitClause, Rules::unitMayNominate),
            fixed(
                    "window",
                    "nộp trong thời hạn nhận hồ sơ",
                    facts -> facts.round().name(),
                    Rules::inWindow),
            fixed("kind-for-form", "hình thức dành cho đối tượng này", Rules::formClause, Rules::kindForForm),
            overridable(
                    "criteria-group", "nhóm tiêu chí khớp với đối tượng", Rules::criteriaClause, Rules::criteriaFit),
            formal("components", "đủ thành phần hồ sơ", Rules::componentBasis, Rules::complete),
            overridable(
                    "report-confirmed",
                    "báo cáo thành tích có xác nhận của cấp trình",
                    Rules::reportBasis,
                    Rules::reportConfirmed),
            formal("evidence", "có minh chứng kế hoạch yêu cầu", Rules::evidenceClause, Rules::evidence),
            fixed(
                    "one-achievement",
                    "không khen thưởng nhiều lần cho một thành tích",
                    principle(RulePack.ONE_ACHIEVEMENT),
                    byLaw(RulePack.ONE_ACHIEVEMENT, Rules::notAwardedBefore)),
            overridable(
                    "one-achievement-pending",
                    "thành tích không đang được đề nghị ở hồ sơ khác",
                    principle(RulePack.ONE_ACHIEVEMENT),
                    byLaw(RulePack.ONE_ACHIEVEMENT, Rules::notPending)),
            fixed(
                    "campaign-not-merit",
                    "khen thưởng phong trào, đột xuất không tính để xét khen thưởng công trạng",
                    principle(RulePack.CAMPAIGN_NOT_MERIT),
                    byLaw(RulePack.CAMPAIGN_NOT_MERIT, Rules::countsNoCampaignAward)),
            fixed(
                    "hold",
                    "không trong thời gian xem xét kỷ luật, thanh tra, khiếu nại, tố cáo, báo chí nêu",
                    principle(RulePack.HOLD),
                    byLaw(RulePack.HOLD, Rules::notHeld)),
            fixed(
                    "six-months",
                    "thành tích khen cấp Nhà nước kết thúc không quá 06 tháng đến ngày tỉnh trình",
                    principle(RulePack.SIX_MONTHS),
                    Rules::sixMonths),
            fixed(
                    "party-opinion",
                    "có ý kiến của Ban Thường vụ Tỉnh ủy đối với người thuộc diện quản lý",
                    principle(RulePack.PARTY_OPINION),
                    Rules::partyOpinion),
            overridable("allocation", "trong số lượng phân bổ cho đơn vị", Rules::quotaClause, Rules::allocation),
            fixed("quota", "hình thức còn được quyết định theo chỉ tiêu", Rules::quotaClause, Rules::quota),
            fixed("rule-pack", "có quy định đang áp dụng cho ngày tiếp nhận", Rules::packSource, Rules::rulePack));

    private Rules() {}

    static List<RuleResult> check(Facts facts) {
        return RULES.stream().map(rule -> rule.of(facts)).toList();
    }

    /** The objections that make a dossier incomplete. */
    static List<RuleResult> incomplete(Facts facts) {
        return RULES.stream()
                .filter(Rule::formal)
                .map(rule -> rule.of(facts))
                .filter(RuleResult::stands)
                .toList();
    }

    private static Rule fixed(
            String id, String name, Function<Facts, String> article, Function<Facts, Judgement> judge) {
        return new Rule(id, name, article, false, false, judge);
    }

    private static Rule overridable(
            String id, String name, Function<Facts, String> article, Function<Facts, Judgement> judge) {
        return new Rule(id, name, article, true, false, judge);
    }

    private static Rule formal(
            String id, String name, Function<Facts, String> article, Function<Facts, Judgement> judge) {
        return new Rule(id, name, article, true, true, judge);
    }

    private static Function<Facts, String> principle(String id) {
        return facts -> facts.principle(id)
                .map(article -> article.article())
                .orElseGet(() ->
                        facts.pack() == null ? "chưa có quy định" : facts.pack().source());
    }

    /** Where the pack's text isn't in the system, nothing is said in its name: an officer looks it up. */
    private static Function<Facts, Judgement> byLaw(String id, Function<Facts, Judgement> judge) {
        return facts -> {
            var judgement = judge.apply(facts);
            if (facts.principle(id).isPresent() || judgement.verdict() != RuleResult.Verdict.OBJECTION)
                return judgement;
            return ask("%s %s".formatted(judgement.reason(), unknownText(facts)));
        };
    }

    private static String unknownText(Facts facts) {
        return facts.pack() == null
                ? facts.whyNoPack()
                : "Nội dung %s chưa có trong hệ thống; hãy đối chiếu văn bản."
                        .formatted(facts.pack().source());
    }

    private static Judgement formInRound(Facts facts) {
        var form = facts.dossier().form();
        return facts.round().terms().forms().contains(form)
                ? met("%s là hình thức của đợt xét.".formatted(form.label()))
                : objection("Đợt xét không có hình thức %s.".formatted(form.label()));
    }

    private static String formClause(Facts facts) {
        return facts.round()
                .terms()
                .basis()
                .getOrDefault(facts.dossier().form().name(), facts.round().name());
    }

    private static Judgement unitMayNominate(Facts facts) {
        var unit = facts.dossier().unitName();
        return facts.desk().unitGroup() != null
                        && facts.round()
                                .terms()
                                .unitGroups()
                                .contains(facts.desk().unitGroup())
                ? met("%s thuộc khối đơn vị được đề nghị trong đợt xét.".formatted(unit))
                : objection("%s không thuộc khối đơn vị nào được đề nghị trong đợt xét.".formatted(unit));
    }

    private static String unitClause(Facts facts) {
        return facts.round()
                .terms()
                .basis()
                .getOrDefault("unitGroups", facts.round().name());
    }

    private static Judgement inWindow(Facts facts) {
        var window = facts.round().terms().window();
        var dossier = facts.dossier();
        var until = facts.desk().lateUntil();
        if (dossier.version() > 1) return met("Đã nộp lần đầu trong thời hạn; đây là bản bổ sung.");
        if (dossier.submittedAt() == null) {
            return VietnamTime.dayOf(window.instant()).isAfter(facts.day())
                    ? met("Nhận hồ sơ %s.".formatted(window.inWords()))
                    : until != null && !facts.day().isAfter(until)
                            ? met("Được nộp muộn đến hết ngày %s.".formatted(VietnamTime.date(until)))
                            : objection("Đã hết hạn nhận hồ sơ (%s).".formatted(window.inWords()));
        }
        if (!window.isPassedAt(dossier.submittedAt())) {
            return met("Nộp lúc %s, trong hạn.".formatted(VietnamTime.dateTime(dossier.submittedAt())));
        }
        return until != null
                ? met("Nộp lúc %s, được phép nộp muộn đến hết ngày %s."
                        .formatted(VietnamTime.dateTime(dossier.submittedAt()), VietnamTime.date(until)))
                : objection("Nộp lúc %s, sau hạn nhận hồ sơ.".formatted(VietnamTime.dateTime(dossier.submittedAt())));
    }

    private static Judgement kindForForm(Facts facts) {
        var form = facts.dossier().form();
        if (form.forCollectivesOnly() && facts.dossier().kind() != NomineeKind.COLLECTIVE) {
            return objection("%s chỉ tặng cho tập thể.".formatted(form.label()));
        }
        return met("%s tặng được cho %s."
                .formatted(form.label(), facts.dossier().kind().label().toLowerCase(Locale.ROOT)));
    }

    private static Judgement criteriaFit(Facts facts) {
        var group = facts.criteria();
        if (group.isEmpty()) {
            var chosen = facts.content().criteriaGroup();
            return objection(
                    chosen == null
                            ? "Chưa chọn nhóm tiêu chí của đối tượng."
                            : "Kế hoạch không có nhóm tiêu chí \"%s\".".formatted(chosen));
        }
        var kind = facts.dossier().kind();
        if (kind == NomineeKind.HOUSEHOLD) {
            return ask("Kế hoạch không nêu nhóm tiêu chí cho hộ gia đình; cán bộ xem xét nhóm \"%s\"."
                    .formatted(group.get().name()));
        }
        if (!group.get().nominee().equals(kind.name())) {
            return objection("Nhóm \"%s\" không dành cho %s."
                    .formatted(group.get().name(), kind.label().toLowerCase(Locale.ROOT)));
        }
        var groups = group.get().unitGroups();
        if (!groups.isEmpty()
                && facts.desk().unitGroup() != null
                && !groups.contains(facts.desk().unitGroup())) {
            return ask("Nhóm \"%s\" không nêu khối của %s; cán bộ xem tập thể được đề nghị có thuộc nhóm này không."
                    .formatted(group.get().name(), facts.dossier().unitName()));
        }
        return met("Thuộc nhóm \"%s\".".formatted(group.get().name()));
    }

    private static String criteriaClause(Facts facts) {
        return facts.criteria()
                .map(group -> "mục %s Kế hoạch".formatted(group.clause()))
                .orElse("tiêu chí của Kế hoạch");
    }

    private static Judgement complete(Facts facts) {
        var missing = facts.missing();
        return missing.isEmpty()
                ? met("Đủ các thành phần phải có.")
                : objection("Thiếu: %s.".formatted(Facts.names(missing)));
    }

    private static String componentBasis(Facts facts) {
        var missing = facts.missing();
        return missing.isEmpty()
                ? facts.procedure().basis()
                : missing.stream().map(Component::basis).distinct().collect(joining("; "));
    }

    private static Judgement reportConfirmed(Facts facts) {
        var report = facts.procedure().component(AwardProcedure.REPORT);
        if (report.isEmpty() || !facts.isThere(report.get())) return notApplicable("Chưa có báo cáo thành tích.");
        return ask("Cán bộ mở báo cáo thành tích, xem đã có xác nhận của cấp trình; thiếu thì yêu cầu bổ sung.");
    }

    private static String reportBasis(Facts facts) {
        return facts.procedure()
                .component(AwardProcedure.REPORT)
                .map(Component::basis)
                .orElse(facts.procedure().basis());
    }

    private static Judgement evidence(Facts facts) {
        var rule = facts.evidenceRule();
        if (rule.isEmpty()) return notApplicable("Kế hoạch không yêu cầu minh chứng riêng cho nhóm này.");
        if (!facts.content().otherSubject()) {
            return notApplicable("Không thuộc %s.".formatted(rule.get().nominees()));
        }
        var recognised = facts.recognised(rule.get());
        if (recognised.isEmpty()) {
            return objection("%s phải có ít nhất một trong các giấy tờ: %s, kèm tệp minh chứng."
                    .formatted(
                            rule.get().nominees(), String.join("; ", rule.get().documents())));
        }
        return met("Có %s."
                .formatted(recognised.stream().map(EvidenceEntry::document).collect(joining("; "))));
    }

    private static String evidenceClause(Facts facts) {
        return facts.evidenceRule()
                .map(rule -> "mục %s Kế hoạch".formatted(rule.clause()))
                .orElse("Kế hoạch");
    }

    private static Judgement notAwardedBefore(Facts facts) {
        var keys = facts.achievements().stream().collect(Collectors.toMap(Achievement::key, each -> each, (a, b) -> a));
        for (var award : facts.past()) {
            for (var key : award.achievementKeys()) {
                if (!keys.containsKey(key)) continue;
                return objection("Thành tích \"%s\" đã được tặng %s ngày %s (hồ sơ %s)."
                        .formatted(
                                keys.get(key).title(),
                                award.form().label(),
                                VietnamTime.date(award.decidedOn()),
                                award.dossier()));
            }
        }
        return met("Chưa thành tích nào trong hồ sơ được khen thưởng.");
    }

    private static Judgement notPending(Facts facts) {
        var pending = facts.desk().pending();
        if (pending.isEmpty()) return met("Không có hồ sơ nào khác đang đề nghị cho thành tích này.");
        return objection(pending.stream()
                .map(other -> "Thành tích \"%s\" đang được đề nghị %s tại hồ sơ %s."
                        .formatted(
                                other.title(), AwardForm.valueOf(other.form()).label(), other.dossier()))
                .collect(joining(" ")));
    }

    private static Judgement countsNoCampaignAward(Facts facts) {
        var counted = facts.content().countedAwards();
        if (counted.isEmpty()) return notApplicable("Hồ sơ không tính khen thưởng đã có làm căn cứ.");
        var campaignAwards = facts.past().stream()
                .map(PastAward::dossier)
                .filter(counted::contains)
                .toList();
        if (!campaignAwards.isEmpty()) {
            return objection(
                    "Khen thưởng theo hồ sơ %s là khen thưởng phong trào hoặc đột xuất, không được tính làm căn cứ."
                            .formatted(String.join(", ", campaignAwards)));
        }
        return ask("Cán bộ xem các khen thưởng tính làm căn cứ (%s) không phải khen thưởng phong trào, đột xuất."
                .formatted(String.join("; ", counted)));
    }

    private static Judgement notHeld(Facts facts) {
        var holds = facts.desk().holds();
        if (holds.isEmpty()) return met("Hồ sơ không bị tạm dừng.");
        return objection(holds.stream()
                .map(hold -> "%s: %s.".formatted(hold.kind().label(), hold.reason()))
                .collect(joining(" ")));
    }

    private static Judgement sixMonths(Facts facts) {
        if (!facts.dossier().form().isOfState()) {
            return notApplicable("Chỉ áp dụng với hình thức khen thưởng cấp Nhà nước.");
        }
        var latest = Achievement.latest(facts.achievements());
        if (latest.isEmpty()) return notApplicable("Chưa ghi thời gian lập thành tích.");
        var end = latest.get().to();
        var last = end.plusMonths(6);
        if (facts.day().isAfter(last)) {
            return byLaw(
                            RulePack.SIX_MONTHS,
                            same -> objection(
                                    "Thành tích kết thúc ngày %s; tỉnh phải trình chậm nhất ngày %s, nay đã là %s."
                                            .formatted(
                                                    VietnamTime.date(end),
                                                    VietnamTime.date(last),
                                                    VietnamTime.date(facts.day()))))
                    .apply(facts);
        }
        return met("Thành tích kết thúc ngày %s; tỉnh phải trình chậm nhất ngày %s."
                .formatted(VietnamTime.date(end), VietnamTime.date(last)));
    }

    private static Judgement partyOpinion(Facts facts) {
        if (!facts.procedure().statePartyOpinion()
                || facts.dossier().kind() != NomineeKind.INDIVIDUAL
                || !facts.content().managedByPartyCommittee()) {
            return notApplicable(
                    "Không phải cá nhân thuộc diện Ban Thường vụ Tỉnh ủy quản lý được đề nghị khen cấp Nhà nước.");
        }
        return ask(
                "Phải lấy ý kiến bằng văn bản của Ban Thường vụ Tỉnh ủy trước khi trình; hệ thống theo dõi khi lấy ý kiến.");
    }

    private static Judgement allocation(Facts facts) {
        var desk = facts.desk();
        if (!desk.allocated()) return notApplicable("Số lượng không phân bổ theo đơn vị.");
        var number = desk.allocation() == null ? 0 : desk.allocation();
        var nominated = desk.beside() + 1;
        var words = "%s được phân bổ %d %s, đã đề nghị %d."
                .formatted(
                        facts.dossier().unitName(),
                        number,
                        facts.dossier().kind().label().toLowerCase(Locale.ROOT),
                        nominated);
        return nominated > number ? objection(words) : met(words);
    }

    private static Judgement quota(Facts facts) {
        return facts.quota().state() == QuotaGate.State.BLOCKED
                ? ask(facts.quota().reason() + " Hồ sơ vẫn được tiếp nhận và chờ.")
                : met(facts.quota().reason());
    }

    private static String quotaClause(Facts facts) {
        return facts.quota().clause().isEmpty()
                ? "Kế hoạch không nêu chỉ tiêu"
                : "mục %s Kế hoạch".formatted(facts.quota().clause());
    }

    private static Judgement rulePack(Facts facts) {
        var pack = facts.pack();
        if (pack == null) return ask(facts.whyNoPack());
        var applied = "Áp dụng %s (%s).".formatted(pack.name(), pack.periodInWords());
        return pack.note() == null
                ? met(applied)
                : ask(applied + " " + pack.note().strip());
    }

    private static String packSource(Facts facts) {
        return facts.pack() == null ? "chưa có quy định" : facts.pack().source();
    }
}
