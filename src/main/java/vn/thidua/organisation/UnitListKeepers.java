package vn.thidua.organisation;

/** Who, besides administrators, keeps the unit list of a campaign; the room that knows the plans answers. */
public interface UnitListKeepers {

    /** The user group of the campaign's standing agency. @throws vn.thidua.act.Refusal NOT_FOUND when there is no such campaign */
    String groupOf(String campaign);
}
