package vn.thidua.web.pages;

import java.util.HashMap;
import java.util.Map;
import vn.thidua.nomination.Dossier;
import vn.thidua.organisation.Groups;
import vn.thidua.web.api.AwardNames;

/** Whose turn it is, in words; asks for each group once, however long the list. */
final class Turns {

    private final AwardNames names;
    private final Map<String, String> known = new HashMap<>();

    Turns(AwardNames names) {
        this.names = names;
    }

    /** Empty where nobody acts any more. */
    String of(Dossier dossier) {
        if (dossier.state().isFinal()) return "";
        if (dossier.turnGroup().equals(Groups.ofUnit(dossier.campaign(), dossier.unit()))) return dossier.unitName();
        var group = known.computeIfAbsent(dossier.turnGroup(), each -> names.group(dossier.campaign(), each));
        return group.isEmpty() ? dossier.state().turn() : group;
    }
}
