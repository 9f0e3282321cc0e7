package vn.thidua.process;

import java.util.LinkedHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Campaigns.CampaignLoaded;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.UnitLists.UnitsChanged;
import vn.thidua.organisation.Units;
import vn.thidua.process.engine.RoleGrants;

/** Every agency and unit of a campaign has its user group in the engine, named as officials know it. */
@Component
class CampaignGroups {

    private final Campaigns campaigns;
    private final Units units;
    private final RoleGrants grants;

    CampaignGroups(Campaigns campaigns, Units units, RoleGrants grants) {
        this.campaigns = campaigns;
        this.units = units;
        this.grants = grants;
    }

    @EventListener
    void create(CampaignLoaded loaded) {
        create(loaded.campaign());
    }

    @EventListener
    void create(UnitsChanged changed) {
        create(campaigns.get(changed.campaign()));
    }

    private void create(Campaign campaign) {
        var names = new LinkedHashMap<String, String>();
        campaign.plan()
                .agencies()
                .forEach(agency -> names.put(campaign.groupOf(agency.id()), agency.name() + " – " + campaign.code()));
        units.of(campaign.code())
                .forEach(unit ->
                        names.put(Groups.ofUnit(campaign.code(), unit.code()), unit.name() + " – " + campaign.code()));
        grants.participants(names);
    }
}
