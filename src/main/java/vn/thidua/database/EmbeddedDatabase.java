package vn.thidua.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL that lives in a directory and needs no installation. Data survive every way of ending the application: writes are synced
 * before a commit returns. It listens on 127.0.0.1 only, on a free port, and asks for a password kept in the directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "thidua";

    /** One server per directory in this virtual machine, however many opened it. */
    private static final Map<Path, Server> RUNNING = new HashMap<>();

    private final int port;
    private final String password;
    private final Runnable onClose;

    private EmbeddedDatabase(int port, String password, Runnable onClose) {
        this.port = port;
        this.password = password;
        this.onClose = onClose;
    }

    /**
     * Starts the database for an application that will keep it to itself.
     *
     * @throws CannotStart when another running application holds the directory
     */
    public static EmbeddedDatabase own(Path directory) {
        var home = directory.toAbsolutePath().normalize();
        return shared(home)
                .orElseThrow(() -> new CannotStart(
                        "The data directory " + home + " is in use by another running application.",
                        "Stop that application, or give this one its own directory with thidua.database.dir."));
    }

    /**
     * Opens the database for a short piece of work: the running one where an application holds the directory, else one started now and
     * stopped by {@link #close()}.
     *
     * @throws CannotStart when the application that holds the directory is just starting or stopping
     */
    public static EmbeddedDatabase open(Path directory) {
        var home = directory.toAbsolutePath().normalize();
        return shared(home).orElseGet(() -> attach(home));
    }

    private static Optional<EmbeddedDatabase> shared(Path home) {
        synchronized (RUNNING) {
            var server = RUNNING.get(home);
            if (server == null) {
                var directory = new DataDirectory(home);
                if (!directory.tryLock()) return Optional.empty();
                server = Server.start(directory);
                RUNNING.put(home, server);
            }
            server.users++;
            return Optional.of(new EmbeddedDatabase(server.port(), server.password(), () -> leave(home)));
        }
    }

    private static EmbeddedDatabase attach(Path home) {
        var directory = new DataDirectory(home);
        var port = directory
                .runningPort()
                .orElseThrow(() -> new CannotStart(
                        "The application that uses " + home + " is just starting or stopping.", "Try again."));
        return new EmbeddedDatabase(port, directory.password(), () -> {});
    }

    private static void leave(Path home) {
        synchronized (RUNNING) {
            var server = RUNNING.get(home);
            if (server == null || --server.users > 0) return;
            RUNNING.remove(home);
            server.stop();
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(port, NAME);
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** Connections without a pool, for a command line. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(username());
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
