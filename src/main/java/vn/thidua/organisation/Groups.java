package vn.thidua.organisation;

import java.util.Optional;
import java.util.Set;

/** The names of user groups: who acts for a unit or an agency in one campaign. */
public final class Groups {

    /** The names no agency of a plan may have as its id: these groups, and the prefix of the units. */
    public static final Set<String> RESERVED = Set.of("council", "council-secretary", "clerk", "deputy", "unit");

    private Groups() {}

    public static String ofUnit(String campaign, String unit) {
        return campaign + ".unit." + unit;
    }

    /** The campaign a group belongs to, e.g. {@code binh-phuoc}. */
    public static String campaignOf(String group) {
        return group.substring(0, Math.max(0, group.indexOf('.')));
    }

    /** The unit the group acts for, or the agency, whose id may be a unit's code, too; empty for the fixed groups. */
    public static Optional<String> bodyOf(String group) {
        var body = group.substring(group.indexOf('.') + 1);
        if (body.startsWith("unit.")) return Optional.of(body.substring("unit.".length()));
        return RESERVED.contains(body) ? Optional.empty() : Optional.of(body);
    }

    public static String ofAgency(String campaign, String agency) {
        return campaign + "." + agency;
    }

    /** The members of the council. */
    public static String ofCouncil(String campaign) {
        return campaign + ".council";
    }

    /** Who prepares and writes up what the council does. */
    public static String ofSecretary(String campaign) {
        return campaign + ".council-secretary";
    }

    /** Văn thư: who numbers, seals and sends out. */
    public static String ofClerk(String campaign) {
        return campaign + ".clerk";
    }

    /** Cấp phó, who signs only under a delegation in force. */
    public static String ofDeputy(String campaign) {
        return campaign + ".deputy";
    }
}
