package vn.thidua.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A started server on a locked data directory. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;
    int users;

    private Server(DataDirectory directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    static Server start(DataDirectory directory) {
        try {
            directory.stopOrphan();
            if (Files.exists(directory.firstStart())) FileSystemUtils.deleteRecursively(directory.cluster());
            var password = directory.password();
            if (!Files.exists(directory.cluster())) Files.createFile(directory.firstStart());
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.cluster())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(directory.programs().toFile())
                    .setDataDirectoryCustomizer(cluster -> {
                        if (Files.exists(directory.firstStart())) secure(directory, password);
                    })
                    .setConnectConfig("password", password)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // its hook would race the application's own shutdown
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "60")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            LOG.info("Embedded database listens on 127.0.0.1:{}, data in {}", postgres.getPort(), directory.root());
            return new Server(directory, postgres);
        } catch (IOException failed) {
            directory.unlock();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            directory.unlock();
            throw failed;
        }
    }

    /**
     * The library creates a cluster that trusts everyone on this machine. Before it is started for the first time, without opening a
     * port, its users get their password and the application a user and a database of its own.
     */
    private static void secure(DataDirectory directory, String password) {
        try {
            var process = new ProcessBuilder(singleUser(directory))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.root().resolve("first-start").toFile())
                    .start();
            try (var statements = process.outputWriter()) {
                statements.write("ALTER ROLE postgres PASSWORD '%s';\n".formatted(password));
                statements.write("CREATE ROLE thidua LOGIN PASSWORD '%s';\n".formatted(password));
                statements.write("CREATE DATABASE thidua OWNER thidua;\n");
            }
            var exit = process.waitFor();
            var errors = Files.readAllLines(directory.firstStart()).stream()
                    .filter(line -> line.contains("ERROR:") || line.contains("FATAL:"))
                    .toList();
            if (exit != 0 || !errors.isEmpty()) {
                throw new CannotStart(
                        "The embedded database could not be set up (exit code %d): %s".formatted(exit, errors),
                        "Start again; if it fails again, check the space and the rights of " + directory.root() + ".");
            }
            Files.writeString(directory.cluster().resolve("pg_hba.conf"), """
                    # TYPE  DATABASE  USER  ADDRESS       METHOD
                    host    all       all   127.0.0.1/32  scram-sha-256
                    """);
            Files.delete(directory.firstStart());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> singleUser(DataDirectory directory) throws IOException {
        var command = new ArrayList<String>();
        // the server refuses to run as root
        if (LinuxUtils.isUnshareAvailable()) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(
                program(directory).toString(),
                "--single",
                "-D",
                directory.cluster().toString(),
                "postgres"));
        return command;
    }

    private static Path program(DataDirectory directory) throws IOException {
        try (var files = Files.walk(directory.programs(), 3)) {
            return files.filter(file ->
                            file.endsWith(Path.of("bin", "postgres")) || file.endsWith(Path.of("bin", "postgres.exe")))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    int port() {
        return postgres.getPort();
    }

    String password() {
        return directory.password();
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            directory.unlock();
        }
    }
}
