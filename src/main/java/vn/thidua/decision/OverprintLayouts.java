package vn.thidua.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Overprint;
import vn.thidua.document.OverprintLayout;
import vn.thidua.organisation.Groups;

/** Where the texts go on the pre-printed blanks of a campaign, by award form; kept by its standing agency and clerk. */
@Component
public class OverprintLayouts {

    private final JdbcClient sql;
    private final ObjectMapper json;
    private final MovableClock clock;
    private final Campaigns campaigns;
    private final ApplicationEventPublisher events;

    OverprintLayouts(
            JdbcClient sql,
            ObjectMapper json,
            MovableClock clock,
            Campaigns campaigns,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.campaigns = campaigns;
        this.events = events;
    }

    /** As the campaign set it, otherwise the standard one. */
    public OverprintLayout of(String campaign, AwardForm form) {
        return sql.sql("select layout from overprint_layout where campaign = ? and form = ?")
                .params(campaign, form.name())
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(OverprintLayout.STANDARD);
    }

    /** As {@link #of}, for who keeps it. @throws Refusal FORBIDDEN for others */
    public OverprintLayout see(String campaign, AwardForm form) {
        mustKeep(campaign);
        return of(campaign, form);
    }

    /** @throws Refusal FORBIDDEN for others than the standing agency, the clerk and administrators; INVALID naming the field */
    @Transactional
    public void set(String campaign, AwardForm form, OverprintLayout layout) {
        mustKeep(campaign);
        if (CertificateModels.template(form).isEmpty()) {
            throw Refusal.invalid("form", "form", "Hình thức này không in lên phôi từ hệ thống.");
        }
        var before = of(campaign, form);
        var sound = layout.sound();
        sql.sql("""
                insert into overprint_layout(campaign, form, layout, changed_by, changed_at) values (?, ?, ?::jsonb, ?, ?)
                on conflict (campaign, form) do update set layout = excluded.layout, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at""")
                .params(
                        campaign,
                        form.name(),
                        write(sound),
                        Actor.current().userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(Act.of("overprint.changed", campaign, null, campaign + "/" + form, before, sound));
    }

    /** One sheet with boxes and a ruler, to hold against a blank. @throws Refusal as {@link #see} */
    public byte[] test(String campaign, AwardForm form) {
        var layout = see(campaign, form);
        return Overprint.test(
                layout,
                Map.of(
                        "name", "Ông Nguyễn Văn Ánh",
                        "position", "Chức vụ, đơn vị",
                        "achievement",
                                "Đã có thành tích xuất sắc trong "
                                        + campaigns.get(campaign).name(),
                        "decision", "Quyết định số 00/QĐ-UBND\nngày 00 tháng 00 năm 0000",
                        "register", "Vào sổ vàng số 00000/0000",
                        "date", "Địa danh, ngày 00 tháng 00 năm 0000",
                        "signerTitle", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                        "signerName", "Họ và tên người ký",
                        "qr", "https://thi-dua.example/xac-minh/thu-nghiem"));
    }

    private void mustKeep(String campaign) {
        var actor = Actor.current();
        if (actor.isAdministrator() || actor.isIn(Groups.ofClerk(campaign))) return;
        actor.mustBeIn(
                campaigns.get(campaign).standingAgencyGroup(),
                "Chỉ cơ quan thường trực, văn thư và quản trị viên được chỉnh vị trí in lên phôi.");
    }

    private OverprintLayout read(String text) {
        try {
            return json.readValue(text, OverprintLayout.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("written by this class", impossible);
        }
    }

    private String write(OverprintLayout layout) {
        try {
            return json.writeValueAsString(layout);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
