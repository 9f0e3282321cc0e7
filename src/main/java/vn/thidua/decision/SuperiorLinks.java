package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.Level;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Units;

/** Which campaigns of this installation hand their dossiers up to which; kept by administrators. */
@Component
public class SuperiorLinks {

    private final JdbcClient sql;
    private final Campaigns campaigns;
    private final Units units;
    private final ApplicationEventPublisher events;

    SuperiorLinks(JdbcClient sql, Campaigns campaigns, Units units, ApplicationEventPublisher events) {
        this.sql = sql;
        this.campaigns = campaigns;
        this.units = units;
        this.events = events;
    }

    /** The link of a commune's campaign to its province's. */
    public Optional<SuperiorLink> of(String campaign) {
        return sql.sql("select * from superior_link where campaign = ?")
                .param(campaign)
                .query(SuperiorLinks::link)
                .optional();
    }

    public List<SuperiorLink> all() {
        return sql.sql("select * from superior_link order by campaign")
                .query(SuperiorLinks::link)
                .list();
    }

    /**
     * Links a commune's campaign with its province's, or changes the link.
     *
     * @throws Refusal FORBIDDEN for all but administrators, NOT_FOUND for an unknown campaign, INVALID when the levels don't fit or the
     *     superior's list has no such unit
     */
    @Transactional
    public void put(SuperiorLink link) {
        Actor.current().mustBeAdministrator();
        var lower = campaigns.get(link.campaign());
        var superior = campaigns.get(link.superiorCampaign());
        if (lower.plan().authority().level() != Level.COMMUNE
                || superior.plan().authority().level() != Level.PROVINCE) {
            throw Refusal.invalid(
                    "link-levels",
                    "superiorCampaign",
                    "Chỉ nối được phong trào cấp xã với phong trào cấp tỉnh. Hãy chọn lại phong trào.");
        }
        if (units.find(superior.code(), String.valueOf(link.unitThere())).isEmpty()) {
            throw Refusal.invalid(
                    "link-unit",
                    "unitThere",
                    "Danh sách đơn vị của phong trào \"%s\" không có \"%s\". Hãy chọn mã đơn vị mà UBND xã dùng ở cấp tỉnh."
                            .formatted(superior.name(), link.unitThere()));
        }
        var before = of(link.campaign()).orElse(null);
        sql.sql("""
                insert into superior_link(campaign, superior_campaign, unit_there) values (?, ?, ?)
                on conflict (campaign) do update set superior_campaign = excluded.superior_campaign, unit_there = excluded.unit_there""")
                .params(link.campaign(), link.superiorCampaign(), link.unitThere())
                .update();
        events.publishEvent(Act.of("superior-link.put", link.campaign(), null, link.campaign(), before, link));
    }

    /** From now on letters leave this installation. @throws Refusal FORBIDDEN for all but administrators, NOT_FOUND */
    @Transactional
    public void remove(String campaign) {
        Actor.current().mustBeAdministrator();
        var before = of(campaign).orElseThrow(() -> Refusal.notFound("Phong trào này chưa được nối với cấp trên nào."));
        sql.sql("delete from superior_link where campaign = ?").param(campaign).update();
        events.publishEvent(Act.of("superior-link.removed", campaign, null, campaign, before, null));
    }

    private static SuperiorLink link(ResultSet row, int i) throws SQLException {
        return new SuperiorLink(
                row.getString("campaign"), row.getString("superior_campaign"), row.getString("unit_there"));
    }
}
