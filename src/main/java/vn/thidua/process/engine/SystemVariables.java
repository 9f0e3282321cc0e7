package vn.thidua.process.engine;

import java.util.Set;

/** Process variables that only the system sets; no form may carry one. */
public final class SystemVariables {

    public static final Set<String> NAMES = Set.of(
            "ownerGroup",
            "addressee",
            "openPoint",
            "obligation",
            "moreToOpen",
            "permission",
            "hold",
            "agency",
            "member",
            "consultation",
            "subject",
            "page",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private SystemVariables() {}
}
