package vn.thidua;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntSupplier;
import vn.thidua.campaign.PlanCommand;

/** What the application can do from a command line without being started; each answers with an exit code. */
final class Commands {

    private Commands() {}

    static Optional<IntSupplier> named(String[] args) {
        if (args.length == 0) return Optional.empty();
        var rest = Arrays.copyOfRange(args, 1, args.length);
        return switch (args[0]) {
            case "check-plan" -> Optional.of(() -> PlanCommand.check(rest, System.out));
            case "verify-audit" -> Optional.of(() -> AuditCommand.verify(rest, System.out));
            default -> Optional.empty();
        };
    }
}
