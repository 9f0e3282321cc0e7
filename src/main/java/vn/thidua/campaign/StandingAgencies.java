package vn.thidua.campaign;

import org.springframework.stereotype.Component;
import vn.thidua.organisation.UnitListKeepers;

/** Cơ quan thường trực keeps the unit list of its campaign. */
@Component
class StandingAgencies implements UnitListKeepers {

    private final Campaigns campaigns;

    StandingAgencies(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String groupOf(String campaign) {
        return campaigns.get(campaign).standingAgencyGroup();
    }
}
