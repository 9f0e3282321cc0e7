package vn.thidua.organisation;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;

/** Takes over unit lists from Excel or CSV: looked at first, then whole or not at all; the same file twice changes nothing. */
@Component
public class UnitLists {

    /** The units of a campaign have changed; published inside the transaction that changed them. */
    public record UnitsChanged(String campaign) {}

    /** The column heads of a unit list, as officials write them. */
    public static final List<String> HEADS =
            List.of("code", "name", "group", "level", "parent", "emails", "founded", "closed", "successor").stream()
                    .map(UnitTable.COLUMNS::get)
                    .toList();

    private final Units units;
    private final UnitListKeepers keepers;
    private final ApplicationEventPublisher events;

    UnitLists(Units units, UnitListKeepers keepers, ApplicationEventPublisher events) {
        this.units = units;
        this.keepers = keepers;
        this.events = events;
    }

    /** @throws Refusal FORBIDDEN for all but administrators, the group that keeps the campaign's list, and the system at the start */
    public void mustKeep(String campaign) {
        var actor = Actor.current();
        if (actor.isSystem() || actor.isAdministrator()) return;
        actor.mustBeIn(
                keepers.groupOf(campaign),
                "Chỉ quản trị viên và cơ quan thường trực của phong trào được nạp danh sách đơn vị.");
    }

    /**
     * What the file would do; changes nothing.
     *
     * @param groups the unit groups the campaign's plan names
     * @throws Refusal INVALID when the file as a whole cannot be read, FORBIDDEN for those who do not keep the list
     */
    public UnitImport preview(String campaign, Set<String> groups, String fileName, InputStream content) {
        mustKeep(campaign);
        return new UnitListCheck(groups, units.of(campaign)).check(UnitTable.read(fileName, content));
    }

    /**
     * Imports the file.
     *
     * @throws Refusal INVALID when any row has a fault, and then nothing is imported; FORBIDDEN for those who do not keep the list
     */
    @Transactional
    public UnitImport take(String campaign, Set<String> groups, String fileName, InputStream content) {
        var list = preview(campaign, groups, fileName, content);
        if (!list.isClean()) {
            throw Refusal.invalid(
                    "unit-list-faults",
                    "file",
                    "Danh sách có %d lỗi, chưa nạp đơn vị nào. %s"
                            .formatted(
                                    list.faults().size(), list.faults().get(0).sentence()));
        }
        if (list.added() + list.changed() == 0) return list;
        units.put(campaign, list.units());
        events.publishEvent(Act.of(
                "units.imported",
                campaign,
                null,
                campaign,
                null,
                Map.of("file", fileName, "added", list.added(), "changed", list.changed())));
        events.publishEvent(new UnitsChanged(campaign));
        return list;
    }
}
