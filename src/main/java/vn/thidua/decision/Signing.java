package vn.thidua.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Delegation;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.Groups;

/** Who may sign, and in which capacity. */
@Component
class Signing {

    private final Delegations delegations;
    private final CouncilMembers members;
    private final Accounts accounts;
    private final MovableClock clock;

    Signing(Delegations delegations, CouncilMembers members, Accounts accounts, MovableClock clock) {
        this.delegations = delegations;
        this.members = members;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The groups that may be asked to sign; a deputy of theirs is refused on a day without a delegation. */
    static List<String> groups(String campaign, DecisionAuthority authority) {
        return authority.level() == Level.UNIT_HEAD
                ? List.of(authority.group())
                : List.of(authority.group(), Groups.ofDeputy(campaign));
    }

    /**
     * The current actor's signature on this day.
     *
     * @throws Refusal FORBIDDEN for who has no authority, or is a deputy without a delegation in force today
     */
    Signature of(String campaign, DecisionAuthority authority) {
        var actor = Actor.current();
        if (actor.isIn(authority.group())) {
            return new Signature(
                    actor.userId(),
                    name(campaign, actor),
                    authority.position(),
                    authority.position(),
                    null,
                    null,
                    clock.instant());
        }
        if (!actor.isIn(Groups.ofDeputy(campaign)) || authority.level() == Level.UNIT_HEAD) {
            throw Refusal.forbidden(
                    "Chỉ %s, hoặc cấp phó được giao quyền, ủy quyền, được ký văn bản này.".formatted(authority.name()));
        }
        var today = clock.today();
        var delegation = delegations
                .inForce(campaign, actor.userId(), today)
                .orElseThrow(() -> Refusal.forbidden(
                        "Hôm nay (%s) không có văn bản giao quyền, ủy quyền nào cho bạn còn hiệu lực. %s phải ký, hoặc cơ quan thường trực phải ghi văn bản giao quyền, ủy quyền mới."
                                .formatted(VietnamTime.date(today), authority.name())));
        return underDelegation(authority, delegation);
    }

    private Signature underDelegation(DecisionAuthority authority, Delegation delegation) {
        return new Signature(
                delegation.userId(),
                delegation.name(),
                authority.position(),
                delegation.position(),
                delegation.capacity(),
                "%s ngày %s".formatted(delegation.document(), VietnamTime.date(delegation.documentDate())),
                clock.instant());
    }

    /** As the council lists the person, else as the account does. */
    private String name(String campaign, Actor actor) {
        return members.of(campaign).stream()
                .filter(member -> actor.userId().equals(member.userId()))
                .map(CouncilMember::name)
                .findFirst()
                .or(() -> accounts.nameOf(actor.userId()))
                .orElse(actor.userId());
    }

    /** Reads the signature from the columns every signed document has; null while it isn't signed. */
    static @Nullable Signature read(ResultSet row, String authorityPosition) throws SQLException {
        var signedBy = row.getString("signed_by");
        if (signedBy == null) return null;
        var capacity = row.getString("capacity");
        return new Signature(
                signedBy,
                row.getString("signer_name"),
                authorityPosition,
                row.getString("signer_position"),
                capacity == null ? null : Delegation.Capacity.valueOf(capacity),
                row.getString("delegation"),
                row.getTimestamp("signed_at").toInstant());
    }
}
