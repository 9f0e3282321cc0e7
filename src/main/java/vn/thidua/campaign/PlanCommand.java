package vn.thidua.campaign;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks plan files from a command line without starting anything. */
public final class PlanCommand {

    private PlanCommand() {}

    /** Prints every fault of every file. @return 0 when all can be used, 1 when one has faults, 2 when one isn't there */
    public static int check(String[] files, PrintStream out) {
        var result = files.length == 0 ? 2 : 0;
        if (files.length == 0) out.println("Cách dùng: check-plan TỆP.yaml [TỆP.yaml ...]");
        for (var name : files) {
            var file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                out.printf("%s: không tìm thấy tệp%n", name);
                result = 2;
                continue;
            }
            var checked = PlanFiles.at(file).check();
            checked.faults().forEach(fault -> out.printf("%s: %s%n", name, fault.sentence()));
            if (checked.faults().isEmpty()) out.printf("%s: hợp lệ%n", name);
            else {
                out.printf("%s: %d lỗi%n", name, checked.faults().size());
                result = Math.max(result, 1);
            }
        }
        return result;
    }
}
