package vn.thidua.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.organisation.Groups;

/** Whose series of numbers a document comes from, by which symbol, and who keeps it. */
final class Issuers {

    private static final Set<String> LINKING = Set.of("và", "của");

    private Issuers() {}

    /** One office has one series over all its campaigns, so its name, told apart by the province. */
    static String name(Campaign campaign, DecisionAuthority authority) {
        var province = campaign.plan().authority().province();
        return authority.name().endsWith(province) ? authority.name() : authority.name() + ", " + province;
    }

    /** What follows the kind in the symbol: UBND, or the first letters of the unit's name; the drafter corrects it. */
    static String abbreviation(DecisionAuthority authority, String unitName) {
        if (authority.level() != Level.UNIT_HEAD) return "UBND";
        if (unitName.startsWith("UBND") || unitName.startsWith("Ủy ban nhân dân")) return "UBND";
        var letters = new StringBuilder();
        for (var word : unitName.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !LINKING.contains(word)) letters.append(word.charAt(0));
        }
        return letters.toString().toUpperCase(Locale.forLanguageTag("vi"));
    }

    /** Văn thư and the standing agency; for the head of a unit the unit itself. */
    static List<String> clerks(Campaign campaign, DecisionAuthority authority) {
        return authority.level() == Level.UNIT_HEAD
                ? List.of(authority.group())
                : List.of(Groups.ofClerk(campaign.code()), campaign.standingAgencyGroup());
    }

    /** Those who follow everything that is decided in a campaign. */
    static List<String> watching(Campaign campaign) {
        var groups = new ArrayList<String>();
        groups.add(campaign.standingAgencyGroup());
        groups.add(Groups.ofCouncil(campaign.code()));
        groups.add(Groups.ofSecretary(campaign.code()));
        campaign.plan().awardWork().forEach(work -> groups.add(campaign.groupOf(work.agency())));
        return groups;
    }
}
