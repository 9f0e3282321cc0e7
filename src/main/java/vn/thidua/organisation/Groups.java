package vn.thidua.organisation;

/** The names of user groups: who acts for a unit or an agency in one campaign. */
public final class Groups {

    private Groups() {}

    public static String ofUnit(String campaign, String unit) {
        return campaign + ".unit." + unit;
    }

    public static String ofAgency(String campaign, String agency) {
        return campaign + "." + agency;
    }
}
