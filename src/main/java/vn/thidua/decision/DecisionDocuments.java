package vn.thidua.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.LetterHeads;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.OfficeLetter.Issuer;
import vn.thidua.document.WordTemplates;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Citations;
import vn.thidua.nomination.Citations.Citation;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Units;

/**
 * Decisions and letters as Word, from the office's templates: tờ trình with its list, quyết định with its list, tờ trình and công văn to
 * the superior with their list, quyết định of a revocation. In lists higher awards come first, collectives before individuals.
 */
@Component
public class DecisionDocuments {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    /** A case of any list. */
    private record Case(
            String dossier,
            String award,
            NomineeKind kind,
            String name,
            String unitName,
            @Nullable Long prize) {}

    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final AwardRounds rounds;
    private final Units units;
    private final Dossiers dossiers;
    private final RulePacks packs;
    private final DecisionTable decisions;
    private final Citations citations;
    private final WordTemplates word;
    private final MovableClock clock;

    DecisionDocuments(
            Campaigns campaigns,
            AwardRoles roles,
            AwardRounds rounds,
            Units units,
            Dossiers dossiers,
            RulePacks packs,
            DecisionTable decisions,
            Citations citations,
            WordTemplates word,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.roles = roles;
        this.rounds = rounds;
        this.units = units;
        this.dossiers = dossiers;
        this.packs = packs;
        this.decisions = decisions;
        this.citations = citations;
        this.word = word;
        this.clock = clock;
    }

    /** Tờ trình with the list of what is proposed; number and date stay open until the drafter has entered them. */
    public byte[] submissionLetter(AwardDecision decision) {
        var campaign = campaigns.get(decision.campaign());
        var from = drafter(decision, campaign);
        var to = LetterHeads.spelledOut(decision.authority().name());
        var issuer = LetterHeads.ofAgency(campaign, from);
        var cases = decision.items().stream().map(DecisionDocuments::proposed).toList();
        var letter = OfficeLetter.of(issuer, "TTr", decision.letterNumber(), decision.letterDate(), clock.today())
                .with(
                        "subject",
                        "Về việc đề nghị khen thưởng, "
                                + rounds.get(decision.round()).name())
                .with("addressee", to)
                .bases(LetterHeads.bases(decision.bases()))
                .texts(
                        "paragraphs",
                        List.of(
                                "%s kính trình %s xem xét, quyết định khen thưởng đối với %s đã có thành tích xuất sắc trong %s, gồm:"
                                        .formatted(
                                                LetterHeads.spelledOut(from),
                                                to,
                                                counted(cases),
                                                LetterHeads.campaignInWords(campaign))))
                .with("summary", summary(cases))
                .with("closing", "%s kính trình %s xem xét, quyết định./.".formatted(LetterHeads.spelledOut(from), to))
                .recipients(List.of("Như trên"), "VT")
                .signed(LetterHeads.headOf(from));
        return word.render(
                "to-trinh",
                withList(letter, cases, source("Tờ trình", decision.letterNumber(), from), false)
                        .model());
    }

    /** Quyết định with its list; without number and signature while it is a draft. */
    public byte[] decision(AwardDecision decision) {
        var campaign = campaigns.get(decision.campaign());
        var authority = LetterHeads.spelledOut(decision.authority().name());
        var number = decision.number();
        var cases =
                decision.standing().stream().map(DecisionDocuments::proposed).toList();
        var letter = OfficeLetter.of(
                        decider(decision, campaign),
                        "QĐ",
                        number == null ? null : number.text(),
                        number == null ? null : number.date(),
                        clock.today())
                .with("subject", decision.title())
                .with("authority", authority)
                .bases(decisionBases(decision, campaign))
                .with("articles", articles(decision, cases, campaign, authority))
                .recipients(List.of("Như Điều 3", LetterHeads.spelledOut(drafter(decision, campaign))), "VT")
                .signed(signature(decision.signature(), decision.authority().position()));
        if (number == null) letter.with("number", "          /" + decision.symbol());
        return word.render(
                "quyet-dinh",
                withList(letter, cases, source("Quyết định", number == null ? null : number.text(), authority), true)
                        .model());
    }

    /** Tờ trình to the superior with the list of what is submitted; number and date stay open until it is sent. */
    public byte[] superiorSubmissionLetter(SuperiorSubmission submission) {
        var campaign = campaigns.get(submission.campaign());
        var number = submission.number();
        var to = LetterHeads.spelledOut(submission.superior().name());
        var from = LetterHeads.spelledOut(campaign.plan().authority().name());
        var cases = submitted(submission);
        var paragraphs = new ArrayList<>(said(submission));
        paragraphs.add(
                "%s kính trình %s xem xét, quyết định hoặc trình cấp có thẩm quyền khen thưởng đối với %s đã có thành tích xuất sắc trong %s, gồm:"
                        .formatted(from, to, counted(cases), LetterHeads.campaignInWords(campaign)));
        var letter = OfficeLetter.of(
                        LetterHeads.ofAuthority(campaign),
                        DocumentNumbers.LETTER,
                        number == null ? null : number.text(),
                        number == null ? null : number.date(),
                        clock.today())
                .with("subject", LetterHeads.spelledOut(submission.title()))
                .with("addressee", to)
                .bases(LetterHeads.bases(campaign, packsOf(cases)))
                .texts("paragraphs", paragraphs)
                .with("summary", summary(cases))
                .with("closing", "%s kính trình %s xem xét, quyết định./.".formatted(from, to))
                .recipients(
                        List.of(
                                "Như trên",
                                LetterHeads.spelledOut(roles.lead(campaign).name())),
                        "VT")
                .signed(signature(submission.signature(), submission.signer().position()));
        return word.render(
                "to-trinh",
                withList(letter, cases, source("Tờ trình", number == null ? null : number.text(), from), false)
                        .model());
    }

    /** What the letter says of the cases, a paragraph to a line. */
    private static List<String> said(SuperiorSubmission submission) {
        return submission.summary() == null
                ? List.of()
                : submission.summary().lines().filter(line -> !line.isBlank()).toList();
    }

    private static List<Case> submitted(SuperiorSubmission submission) {
        return submission.items().stream()
                .filter(item -> item.outcome() != SubmissionItem.Outcome.DROPPED)
                .map(item ->
                        new Case(item.dossier(), item.award(), item.kind(), item.nomineeName(), item.unitName(), null))
                .toList();
    }

    private Stream<RulePack> packsOf(List<Case> cases) {
        return dossiers.all(cases.stream().map(Case::dossier).toList()).stream()
                .map(Dossier::rulePack)
                .filter(Objects::nonNull)
                .distinct()
                .map(packs::get);
    }

    /** Công văn that sends tờ trình and dossiers to the superior, with the list; its own number is given by văn thư by hand. */
    public byte[] superiorLetter(SuperiorSubmission submission) {
        var campaign = campaigns.get(submission.campaign());
        var number = submission.number();
        var to = LetterHeads.spelledOut(
                submission.sentTo() == null ? submission.superior().name() : submission.sentTo());
        var cases = submitted(submission);
        var paragraphs = new ArrayList<String>();
        paragraphs.add("%s gửi %s %s và hồ sơ đề nghị khen thưởng đối với %s đã có thành tích xuất sắc trong %s: %s."
                .formatted(
                        LetterHeads.spelledOut(campaign.plan().authority().name()),
                        to,
                        number == null
                                ? "Tờ trình"
                                : "Tờ trình số %s %s".formatted(number.text(), OfficeLetter.inWords(number.date())),
                        counted(cases),
                        LetterHeads.campaignInWords(campaign),
                        inAwards(cases)));
        paragraphs.addAll(said(submission));
        paragraphs.add("Danh sách và hồ sơ gửi kèm. Trân trọng đề nghị xem xét, quyết định./.");
        var letter = OfficeLetter.of(
                        LetterHeads.ofAuthority(campaign),
                        "",
                        "          /UBND-"
                                + LetterHeads.ofAgency(
                                                campaign, roles.lead(campaign).name())
                                        .abbreviation(),
                        number == null ? null : number.date(),
                        clock.today())
                .with(
                        "subject",
                        lowerFirst(LetterHeads.spelledOut(submission.title()).replaceFirst("^Về việc ", "")))
                .with("addressee", to)
                .texts("paragraphs", paragraphs)
                .recipients(
                        List.of(
                                "Như trên",
                                LetterHeads.spelledOut(roles.lead(campaign).name())),
                        "VT")
                .signed(signature(submission.signature(), submission.signer().position()));
        return word.render(
                "cong-van",
                withList(
                                letter,
                                cases,
                                source(
                                        "Công văn",
                                        null,
                                        campaign.plan().authority().name()),
                                false)
                        .model());
    }

    /** Quyết định that takes an award back. @throws Refusal NOT_FOUND for an exchange or reissue, which needs none */
    public byte[] revocation(Revocation revocation) {
        if (revocation.kind() != Revocation.Kind.REVOKE) {
            throw Refusal.notFound("Cấp đổi, cấp lại không có quyết định hủy bỏ.");
        }
        var entry = revocation.entry();
        var campaign = campaigns.get(entry.campaign());
        var decision = decisions.find(Objects.requireNonNull(entry.decision())).orElseThrow();
        var authority = LetterHeads.spelledOut(entry.authority());
        var number = revocation.number();
        var letter = OfficeLetter.of(
                        decider(decision, campaign),
                        DocumentNumbers.DECISION,
                        number == null ? null : number.text(),
                        number == null ? null : number.date(),
                        clock.today())
                .with("subject", "Về việc hủy bỏ quyết định tặng %s".formatted(entry.award()))
                .with("authority", authority)
                .bases(revocationBases(revocation, decision, campaign))
                .with(
                        "articles",
                        List.of(
                                article(
                                        1,
                                        "Hủy bỏ việc tặng %s cho %s tại %s. Lý do: %s."
                                                .formatted(
                                                        entry.award(),
                                                        entry.name().equals(entry.unitName())
                                                                ? entry.name()
                                                                : entry.name() + ", " + entry.unitName(),
                                                        inFull(decision),
                                                        revocation
                                                                .reason()
                                                                .strip()
                                                                .replaceAll("\\.$", ""))),
                                article(
                                        2,
                                        "Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận%s."
                                                .formatted(
                                                        entry.prize() == null
                                                                ? ""
                                                                : ", %s đồng".formatted(dong(entry.prize())))),
                                article(
                                        3,
                                        "Thủ trưởng các cơ quan, đơn vị có liên quan và %s có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./."
                                                .formatted(entry.kind().label().toLowerCase(VIETNAMESE)))))
                .recipients(List.of("Như Điều 3", LetterHeads.spelledOut(drafter(decision, campaign))), "VT")
                .signed(signature(revocation.signature(), decision.authority().position()));
        if (number == null) letter.with("number", "          /" + decision.symbol());
        var cases = List.of(
                new Case(entry.dossier(), entry.award(), entry.kind(), entry.name(), entry.unitName(), entry.prize()));
        return word.render(
                "quyet-dinh",
                withList(letter, cases, source("Quyết định", number == null ? null : number.text(), authority), true)
                        .with("listHeading", "DANH SÁCH HỦY BỎ KHEN THƯỞNG")
                        .model());
    }

    /** What established the grounds may not have been entered yet. */
    private List<String> revocationBases(Revocation revocation, AwardDecision decision, Campaign campaign) {
        var bases = new ArrayList<String>();
        dossiers.all(List.of(revocation.entry().dossier())).stream()
                .map(Dossier::rulePack)
                .filter(Objects::nonNull)
                .flatMap(pack -> packs.get(pack).bases().stream())
                .forEach(bases::add);
        if (revocation.article() != null) bases.add(revocation.article());
        bases.add("%s về việc tặng %s"
                .formatted(inFull(decision), revocation.entry().award()));
        if (revocation.document() != null) {
            bases.add(
                    revocation.documentDate() == null
                            ? revocation.document()
                            : "%s %s"
                                    .formatted(revocation.document(), OfficeLetter.inWords(revocation.documentDate())));
        }
        bases.add("Theo đề nghị của " + LetterHeads.spelledOut(drafter(decision, campaign)));
        return LetterHeads.bases(bases);
    }

    /** "Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2026"; of an issued one. */
    private static String inFull(AwardDecision decision) {
        var number = Objects.requireNonNull(decision.number());
        return "Quyết định số %s %s".formatted(number.text(), OfficeLetter.inWords(number.date()));
    }

    private static Case proposed(DecisionItem item) {
        return new Case(item.dossier(), item.award(), item.kind(), item.nomineeName(), item.unitName(), item.prize());
    }

    private String drafter(AwardDecision decision, Campaign campaign) {
        return decision.isOfUnitHead()
                ? unitName(decision)
                : roles.lead(campaign).name();
    }

    private Issuer decider(AwardDecision decision, Campaign campaign) {
        return decision.isOfUnitHead()
                ? LetterHeads.ofAgency(campaign, unitName(decision))
                : LetterHeads.ofAuthority(campaign);
    }

    private String unitName(AwardDecision decision) {
        var unit = decision.items().get(0).unit();
        return units.find(decision.campaign(), unit).map(found -> found.name()).orElse(unit);
    }

    private static OfficeLetter.Signature signature(@Nullable Signature signed, String position) {
        return signed == null
                ? new OfficeLetter.Signature(List.of(position.toUpperCase(VIETNAMESE)), "")
                : new OfficeLetter.Signature(signed.lines(), signed.name());
    }

    private List<String> decisionBases(AwardDecision decision, Campaign campaign) {
        var bases = new ArrayList<>(LetterHeads.bases(decision.bases()));
        if (decision.letterNumber() != null
                && bases.stream().noneMatch(basis -> basis.contains(decision.letterNumber()))) {
            bases.add("Theo đề nghị của %s tại Tờ trình số %s %s"
                    .formatted(
                            LetterHeads.spelledOut(drafter(decision, campaign)),
                            decision.letterNumber(),
                            OfficeLetter.inWords(Objects.requireNonNull(decision.letterDate()))));
        }
        return bases;
    }

    private static List<Map<String, Object>> articles(
            AwardDecision decision, List<Case> cases, Campaign campaign, String authority) {
        var articles = new ArrayList<Map<String, Object>>();
        articles.add(article(
                1,
                "Tặng %s đã có thành tích xuất sắc trong %s%s (có danh sách kèm theo)."
                        .formatted(
                                inAwards(cases),
                                LetterHeads.campaignInWords(campaign),
                                decision.occasion().inYear(decision.year()))));
        var sum = cases.stream()
                .map(Case::prize)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        var sources = decision.standing().stream()
                .map(DecisionItem::prizeSource)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining("; "));
        articles.add(article(
                2,
                sum == 0
                        ? "Tiền thưởng kèm theo thực hiện theo quy định hiện hành."
                        : "Tiền thưởng kèm theo, tổng số tiền %s đồng (%s).".formatted(dong(sum), sources)));
        articles.add(
                article(
                        3,
                        "Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./."));
        return articles;
    }

    private static Map<String, Object> article(int number, String text) {
        return Map.of("label", "Điều %d.".formatted(number), "text", text);
    }

    private OfficeLetter withList(OfficeLetter letter, List<Case> cases, String source, boolean withPrize) {
        var names = citations.of(cases.stream().map(Case::dossier).toList());
        var groups = new ArrayList<Map<String, Object>>();
        cases.stream()
                .collect(groupingBy(
                        each -> each.award(), LinkedHashMap::new, groupingBy(Case::kind, LinkedHashMap::new, toList())))
                .forEach((award, byKind) -> byKind.forEach((kind, of) -> groups.add(Map.of(
                        "heading",
                        "%s. %s: %d %s"
                                .formatted(
                                        numeral(groups.size()),
                                        award,
                                        of.size(),
                                        kind.label().toLowerCase(VIETNAMESE)),
                        "rows",
                        rows(of, names, withPrize)))));
        return letter.with("listHeading", withPrize ? "DANH SÁCH KHEN THƯỞNG" : "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
                .with("listTitle", cases.stream().map(Case::award).distinct().collect(joining("; ")))
                .with("listSource", source)
                .with("groups", groups)
                .with("listEnd", "Danh sách này có %d trường hợp./.".formatted(cases.size()));
    }

    private static List<Map<String, Object>> rows(List<Case> cases, Map<String, Citation> names, boolean withPrize) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var each : cases) {
            var citation = names.get(each.dossier());
            var row = new LinkedHashMap<String, Object>();
            row.put("index", String.valueOf(rows.size() + 1));
            row.put("name", citation == null ? each.name() : citation.nameAndPosition());
            row.put("unit", each.unitName());
            row.put("achievement", citation == null ? "" : citation.meritsInWords());
            if (withPrize) row.put("prize", each.prize() == null ? "" : dong(each.prize()));
            rows.add(row);
        }
        return rows;
    }

    private static String numeral(int index) {
        return index < ROMAN.size() ? ROMAN.get(index) : String.valueOf(index + 1);
    }

    private static List<Map<String, Object>> summary(List<Case> cases) {
        var rows = new ArrayList<Map<String, Object>>();
        cases.stream()
                .collect(groupingBy(Case::award, LinkedHashMap::new, toList()))
                .forEach((award, of) -> {
                    var collectives = of.stream()
                            .filter(each -> each.kind() == NomineeKind.COLLECTIVE)
                            .count();
                    rows.add(Map.of(
                            "index", String.valueOf(rows.size() + 1),
                            "form", award,
                            "collectives", String.valueOf(collectives),
                            "persons", String.valueOf(of.size() - collectives)));
                });
        return rows;
    }

    /** "Bằng khen … cho 2 tập thể và 3 cá nhân; Giấy khen cho 1 cá nhân". */
    private static String inAwards(List<Case> cases) {
        return cases.stream().collect(groupingBy(Case::award, LinkedHashMap::new, toList())).entrySet().stream()
                .map(each -> "%s cho %s".formatted(each.getKey(), counted(each.getValue())))
                .collect(joining("; "));
    }

    private static String counted(List<Case> cases) {
        return Stream.of(NomineeKind.values())
                .map(kind -> Map.entry(
                        kind, cases.stream().filter(each -> each.kind() == kind).count()))
                .filter(each -> each.getValue() > 0)
                .map(each ->
                        "%d %s".formatted(each.getValue(), each.getKey().label().toLowerCase(VIETNAMESE)))
                .collect(joining(", "));
    }

    private static String source(String kind, @Nullable String number, String of) {
        return "Kèm theo %s số %s của %s".formatted(kind, number == null ? "……" : number, LetterHeads.spelledOut(of));
    }

    /** "3.800.000". */
    static String dong(long amount) {
        return String.format(Locale.GERMANY, "%,d", amount);
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(VIETNAMESE) + text.substring(1);
    }
}
