package vn.thidua.appraisal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Level;
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
        return new Signature(List.of(isCommittee(agency) ? "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" : "THỦ TRƯỞNG CƠ QUAN"), "");
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
