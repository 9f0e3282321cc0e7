package vn.thidua.council;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.council.AgendaAnswer.MemberDossier;
import vn.thidua.council.Conflict.Ground;
import vn.thidua.nomination.NameKey;
import vn.thidua.nomination.Required;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.Groups;

/**
 * Who doesn't vote on which dossier: members of the nominating unit, the nominee, who has worked on it before, and whom the secretary
 * names. A namesake of the nominee counts as the nominee until the secretary says that it is somebody else.
 */
@Component
class ConflictFinder {

    private final Accounts accounts;
    private final SessionTable sessions;

    ConflictFinder(Accounts accounts, SessionTable sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** @throws Refusal INVALID when the secretary names a member or dossier that isn't of this sitting, or gives no reason */
    List<Conflict> find(String campaign, List<CouncilMember> members, List<SessionItem> items, AgendaAnswer answer) {
        var voting = members.stream().filter(CouncilMember::votes).toList();
        var cleared = cleared(voting, items, answer);
        var earlier = sessions.workedEarlier(
                items.stream().map(SessionItem::dossier).toList(),
                voting.stream()
                        .map(CouncilMember::userId)
                        .filter(Objects::nonNull)
                        .toList());
        var found = new ArrayList<>(declared(voting, items, answer));
        var groupsOf = accounts.groupsOf(voting.stream()
                .map(CouncilMember::userId)
                .filter(Objects::nonNull)
                .toList());
        for (var member : voting) {
            var groups = groupsOf.getOrDefault(String.valueOf(member.userId()), Set.of());
            var name = NameKey.of(member.name());
            for (var item : items)
                ground(campaign, member, groups, name, item, earlier, cleared).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Conflict> ground(
            String campaign,
            CouncilMember member,
            Set<String> groups,
            String name,
            SessionItem item,
            Map<String, Set<String>> earlier,
            Set<String> cleared) {
        if (item.unit().equals(member.unit()) || groups.contains(Groups.ofUnit(campaign, item.unit()))) {
            return Optional.of(
                    conflict(item, member, Ground.OWN_UNIT, "Hồ sơ do %s đề nghị".formatted(item.unitName())));
        }
        if (item.kind() == NomineeKind.INDIVIDUAL
                && NameKey.of(item.nomineeName()).equals(name)
                && !cleared.contains(key(member.id(), item.dossier()))) {
            return Optional.of(conflict(item, member, Ground.NOMINEE, "Trùng tên với người được đề nghị"));
        }
        if (earlier.getOrDefault(item.dossier(), Set.of()).contains(String.valueOf(member.userId()))) {
            return Optional.of(conflict(item, member, Ground.EARLIER_STAGE, "Đã soạn hoặc thẩm định hồ sơ này"));
        }
        return Optional.empty();
    }

    private static List<Conflict> declared(List<CouncilMember> members, List<SessionItem> items, AgendaAnswer answer) {
        return answer.conflicts().stream()
                .map(named -> conflict(
                        item(items, named, "conflicts"),
                        member(members, named.member(), "conflicts"),
                        Ground.DECLARED,
                        Required.text(named.reason(), "conflicts", "Lý do không biểu quyết")))
                .toList();
    }

    private static Set<String> cleared(List<CouncilMember> members, List<SessionItem> items, AgendaAnswer answer) {
        var cleared = new HashSet<String>();
        for (var named : answer.clearances()) {
            Required.text(named.reason(), "clearances", "Lý do xác nhận không phải một người");
            cleared.add(key(
                    member(members, named.member(), "clearances").id(),
                    item(items, named, "clearances").dossier()));
        }
        return cleared;
    }

    private static CouncilMember member(List<CouncilMember> members, @Nullable Long id, String field) {
        return members.stream()
                .filter(member -> Long.valueOf(member.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "member", field, "Không có thành viên biểu quyết số %s trong phiên họp này.".formatted(id)));
    }

    private static SessionItem item(List<SessionItem> items, MemberDossier named, String field) {
        return items.stream()
                .filter(item -> item.dossier().equals(named.dossier()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "dossier",
                        field,
                        "Hồ sơ \"%s\" không có trong chương trình phiên họp này.".formatted(named.dossier())));
    }

    private static String key(long member, String dossier) {
        return member + " " + dossier;
    }

    private static Conflict conflict(SessionItem item, CouncilMember member, Ground ground, String reason) {
        return new Conflict(item.dossier(), member.id(), member.name(), ground, reason);
    }
}
