package vn.thidua.nomination;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.organisation.Unit;

/** Which units of a campaign stand in one line of succession (kế thừa đơn vị). */
public final class Lineage {

    private final Map<String, Unit> units;

    public Lineage(List<Unit> units) {
        this.units = units.stream().collect(toMap(Unit::code, unit -> unit));
    }

    /** Is it the same unit, or has one of them taken over the other, over any number of mergers? */
    public boolean isOne(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) return false;
        return successors(one).contains(other) || successors(other).contains(one);
    }

    /** The unit and all whose place it has taken. */
    public Set<String> withPredecessors(String unit) {
        return units.keySet().stream()
                .filter(each -> successors(each).contains(unit))
                .collect(Collectors.toSet());
    }

    /** The units called so, now or before a merger: those whose own name holds the text, with all whose place they have taken. */
    public Set<String> called(String text) {
        if (NameKey.of(text).isEmpty()) return Set.of();
        var called = new HashSet<String>();
        for (var unit : units.values()) {
            if (NameKey.holds(unit.name(), text)) called.addAll(withPredecessors(unit.code()));
        }
        return called;
    }

    @Nullable
    String name(@Nullable String unit) {
        var known = unit == null ? null : units.get(unit);
        return known == null ? null : known.name();
    }

    /** The unit itself and those that took its place one after the other. */
    private Set<String> successors(String unit) {
        var line = new LinkedHashSet<String>();
        for (var next = unit; next != null && line.add(next); ) {
            var known = units.get(next);
            next = known == null ? null : known.successor();
        }
        return line;
    }
}
