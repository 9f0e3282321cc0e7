package vn.thidua.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.calendar.Deadline;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/** What groups, people and limits are called before officials. */
@Component
public class AwardNames {

    private static final String UNIT = "unit.";

    private final Campaigns campaigns;
    private final Units units;
    private final Accounts accounts;

    AwardNames(Campaigns campaigns, Units units, Accounts accounts) {
        this.campaigns = campaigns;
        this.units = units;
        this.accounts = accounts;
    }

    /** Who acts for the group: "Sở Y tế", "Hội đồng thi đua, khen thưởng"; empty for no group. */
    public String group(String campaign, String group) {
        if (group.isEmpty()) return "";
        if (group.equals(Groups.ofCouncil(campaign))) return "Hội đồng thi đua, khen thưởng";
        if (group.equals(Groups.ofSecretary(campaign))) return "Thư ký Hội đồng thi đua, khen thưởng";
        if (group.equals(Groups.ofClerk(campaign))) return "Văn thư";
        if (group.equals(Groups.ofDeputy(campaign))) return "Cấp phó được ủy quyền";
        var role = group.startsWith(campaign + ".") ? group.substring(campaign.length() + 1) : group;
        return role.startsWith(UNIT)
                ? unit(campaign, role.substring(UNIT.length()))
                : campaigns.agencyName(campaign, role);
    }

    public String unit(String campaign, String code) {
        return units.find(campaign, code).map(Unit::name).orElse(code);
    }

    /** "Nguyễn Văn A"; the system where a timer acted; the account where it bears no name. */
    public String person(String userId) {
        if (userId.equals(Actor.SYSTEM.userId())) return "Hệ thống";
        return accounts.nameOf(userId).filter(name -> !name.isBlank()).orElse(userId);
    }

    /** "chậm nhất hết thứ Năm 03/12/2026" of the first instant that is late. */
    public static @Nullable String limit(@Nullable Instant firstLate) {
        return firstLate == null
                ? null
                : new Deadline(Deadline.Kind.BY, VietnamTime.dayOf(firstLate.minusNanos(1))).inWords();
    }

    /** The page of a dossier. */
    static String page(String dossier) {
        return "/ho-so/" + dossier;
    }
}
