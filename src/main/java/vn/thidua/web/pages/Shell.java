package vn.thidua.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaign;
import vn.thidua.organisation.Groups;

/** What every page's frame asks about the person before it: which links to show. What may be done is decided where it is done. */
@Component("shell")
public class Shell {

    public boolean signedIn() {
        return person() != null;
    }

    public String userId() {
        var person = person();
        return person == null ? "" : person.getName();
    }

    public boolean administrator() {
        return Actor.current().isAdministrator();
    }

    public boolean takesPartIn(Campaign campaign) {
        return Actor.current().takesPartIn(campaign.code());
    }

    public boolean standsFor(Campaign campaign) {
        return Actor.current().isIn(campaign.standingAgencyGroup());
    }

    public boolean keepsUnitsOf(Campaign campaign) {
        return administrator() || standsFor(campaign);
    }

    /** The clerk, the standing agency and units give their documents numbers. */
    public boolean numbersDocumentsOf(Campaign campaign) {
        return standsFor(campaign)
                || Actor.current().isIn(Groups.ofClerk(campaign.code()))
                || Actor.current().groups().stream()
                        .anyMatch(group -> group.startsWith(Groups.ofUnit(campaign.code(), "")));
    }

    private static @Nullable Authentication person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken ? null : authentication;
    }
}
