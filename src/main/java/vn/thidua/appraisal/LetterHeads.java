package vn.thidua.appraisal;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Level;
import vn.thidua.campaign.RulePack;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.OfficeLetter.Issuer;
import vn.thidua.document.OfficeLetter.Signature;

/** Who the letters of the award work come from, as Decree 30/2020 has it above the number and in the line of place and date. */
public final class LetterHeads {

    private static final Set<String> LINKING = Set.of("và", "của", "các");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private LetterHeads() {}

    /** An agency or a unit under the campaign's committee. */
    public static Issuer ofAgency(Campaign campaign, String name) {
        return isCommittee(name)
                ? ofCommittee(campaign, name)
                : new Issuer(
                        spelledOut(campaign.plan().authority().name()),
                        spelledOut(name),
                        initials(spelledOut(name)),
                        place(campaign));
    }

    /** The committee whose campaign it is. */
    public static Issuer ofAuthority(Campaign campaign) {
        return ofCommittee(campaign, campaign.plan().authority().name());
    }

    /** The council that advises the committee. */
    public static Issuer ofCouncil(Campaign campaign, String name) {
        return new Issuer(
                spelledOut(campaign.plan().authority().name()), spelledOut(name), initials(name), place(campaign));
    }

    private static Issuer ofCommittee(Campaign campaign, String name) {
        return new Issuer(
                null,
                spelledOut(name).replaceFirst(" (tỉnh|thành phố|xã|phường|đặc khu) ", "\n$1 "),
                "UBND",
                place(campaign));
    }

    /** "UBND tỉnh" becomes "Ủy ban nhân dân tỉnh", "Sở Nội vụ (Ban …)" becomes "Sở Nội vụ", as letters have it. */
    public static String spelledOut(String name) {
        return name.replaceFirst(" \\([^)]*\\)$", "")
                .replace("UBND", "Ủy ban nhân dân")
                .replace("TĐKT", "Thi đua - Khen thưởng");
    }

    /** Căn cứ as letters have them: one law to a line, and without a word on what a plan's text lacks. */
    public static List<String> bases(List<String> given) {
        return given.stream()
                .flatMap(basis -> Stream.of(basis.split(";\\s+")))
                .map(basis -> basis.replaceAll(" \\(không ghi [^)]*\\)", ""))
                .map(basis -> basis.matches("(?i)(căn cứ|theo|xét|thực hiện) .*") ? basis : "Căn cứ " + basis)
                .toList();
    }

    /** What the law and the plan give as Căn cứ; the plan without number or date where its text has none. */
    public static List<String> bases(Campaign campaign, Stream<RulePack> packs) {
        var plan = campaign.plan().document();
        var document = Stream.of(
                        plan.kind(),
                        plan.number() == null ? null : "số " + plan.number(),
                        plan.date() == null ? null : dateInWords(plan.date()))
                .filter(Objects::nonNull)
                .collect(joining(" "));
        return bases(Stream.concat(
                        packs.flatMap(pack -> pack.bases().stream()).distinct(),
                        Stream.of("%s của %s về %s"
                                .formatted(
                                        document,
                                        spelledOut(campaign.plan().authority().name()),
                                        campaignInWords(campaign))))
                .toList());
    }

    /** "ngày 21 tháng 6 năm 2025" of 21/06/2025, "tháng 8 năm 2025" of 08/2025. */
    private static String dateInWords(String date) {
        return VietnamTime.parse(date)
                .map(OfficeLetter::inWords)
                .orElseGet(() -> date.replaceFirst("^0?(\\d{1,2})/(\\d{4})$", "tháng $1 năm $2"));
    }

    /** "Phong trào thi đua …" as it can stand in a sentence. */
    public static String campaignInWords(Campaign campaign) {
        var name = campaign.name().strip();
        return name.toLowerCase(VIETNAMESE).startsWith("phong trào") ? name : "Phong trào thi đua “%s”".formatted(name);
    }

    /** The province, or the commune whose campaign it is. */
    public static String place(Campaign campaign) {
        var authority = campaign.plan().authority();
        return authority.level() == Level.PROVINCE
                ? authority.province()
                : spelledOut(authority.name()).replaceFirst("^Ủy ban nhân dân (xã|phường|đặc khu) ", "");
    }

    /** For the head of an agency whose name the system doesn't know: it is written by hand. */
    public static Signature headOf(String agency) {
        return new Signature(List.of(titleOfHead(agency)), "");
    }

    private static String titleOfHead(String agency) {
        if (isCommittee(agency)) return "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";
        if (agency.startsWith("Sở ")) return "GIÁM ĐỐC";
        return agency.startsWith("Phòng ") ? "TRƯỞNG PHÒNG" : "THỦ TRƯỞNG CƠ QUAN";
    }

    private static boolean isCommittee(String name) {
        return name.startsWith("UBND") || name.startsWith("Ủy ban nhân dân");
    }

    private static String initials(String name) {
        if (name.startsWith("Hội đồng")) return "HĐTĐKT";
        var letters = new StringBuilder();
        for (var word : name.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !LINKING.contains(word)) letters.append(word.charAt(0));
        }
        return letters.toString().toUpperCase(VIETNAMESE);
    }
}
