package vn.thidua.process;

import java.util.LinkedHashMap;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.Campaigns.CampaignLoaded;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.UnitLists.UnitsChanged;
import vn.thidua.organisation.Units;
import vn.thidua.process.engine.RoleGrants;

/** Every agency and unit of a campaign, its council, clerk and deputies have their user group in the engine, named as officials know it. */
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

    /** Campaigns loaded by an earlier version lack the groups that came since. */
    @EventListener
    void create(ApplicationStartedEvent started) {
        campaigns.all().forEach(this::create);
    }

    private void create(Campaign campaign) {
        var code = campaign.code();
        var names = new LinkedHashMap<String, String>();
        names.put(Groups.ofCouncil(code), "Hội đồng thi đua, khen thưởng – " + code);
        names.put(Groups.ofSecretary(code), "Thư ký Hội đồng – " + code);
        names.put(Groups.ofClerk(code), "Văn thư – " + code);
        names.put(Groups.ofDeputy(code), "Cấp phó ký theo ủy quyền – " + code);
        campaign.plan()
                .agencies()
                .forEach(agency -> names.put(campaign.groupOf(agency.id()), agency.name() + " – " + campaign.code()));
        units.of(campaign.code())
                .forEach(unit ->
                        names.put(Groups.ofUnit(campaign.code(), unit.code()), unit.name() + " – " + campaign.code()));
        grants.participants(names);
    }
}
