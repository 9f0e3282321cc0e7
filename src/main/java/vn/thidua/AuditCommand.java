package vn.thidua;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vn.thidua.audit.AuditTrail;
import vn.thidua.database.EmbeddedDatabase;

/** Verifies the audit record from a command line, whether or not the application is running. */
final class AuditCommand {

    private AuditCommand() {}

    /**
     * Verifies the chain in the embedded database's folder, or in the PostgreSQL named by {@code --url}, {@code --user} and the
     * environment variable PGPASSWORD; {@code --hash} is the last hash noted earlier, which must still occur.
     *
     * @return 0 when the chain is intact, 1 when it is broken
     */
    static int verify(String[] args, PrintStream out) {
        var url = option(args, "--url");
        if (url != null) return verify(configured(url, option(args, "--user")), option(args, "--hash"), out);
        var directory = option(args, "--dir");
        try (var database = EmbeddedDatabase.open(Path.of(directory == null ? "./data" : directory))) {
            return verify(database.dataSource(), option(args, "--hash"), out);
        }
    }

    private static int verify(DataSource database, @Nullable String notedHash, PrintStream out) {
        var verification = AuditTrail.verify(database, notedHash);
        out.println(verification.sentence());
        return verification.intact() ? 0 : 1;
    }

    private static DataSource configured(String url, @Nullable String user) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        if (user != null) database.setUser(user);
        var password = System.getenv("PGPASSWORD");
        if (password != null) database.setPassword(password);
        return database;
    }

    private static @Nullable String option(String[] args, String name) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(name + "="))
                .map(arg -> arg.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
