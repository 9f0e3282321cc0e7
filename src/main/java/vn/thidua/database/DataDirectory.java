package vn.thidua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded database: the cluster, the server's programs, the password and the lock that says whose it is. Only its
 * owner may look inside.
 */
final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final int PORT_LINE = 3;

    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    DataDirectory(Path root) {
        this.root = root;
        makeFolder(root);
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("pg");
    }

    /** The parent is closed to others because the library makes the folder itself writable for everyone. */
    Path programs() {
        makeFolder(root.resolve("programs"));
        return root.resolve("programs").resolve("postgres");
    }

    /** There while the very first start is not finished: what was left by an interrupted one holds no data yet. */
    Path firstStart() {
        return root.resolve("first-start");
    }

    boolean tryLock() {
        try {
            channel = FileChannel.open(root.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) channel.close();
            return lock != null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void unlock() {
        try {
            if (lock != null) lock.release();
            if (channel != null) channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The password of both database users, made on the first call. */
    String password() {
        var file = root.resolve("database.password");
        try {
            if (!Files.exists(file)) {
                if (Files.exists(cluster().resolve("PG_VERSION")) && !Files.exists(firstStart())) {
                    throw new CannotStart(
                            "The file " + file + " is missing, but the database beside it exists.",
                            "Restore the file from a backup of the data directory.");
                }
                var random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createFile(file, onlyOwner("rw-------"));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The port a running server has written down. */
    OptionalInt runningPort() {
        var file = cluster().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return OptionalInt.empty();
            var lines = Files.readAllLines(file);
            return lines.size() > PORT_LINE
                    ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                    : OptionalInt.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops the server that outlived an application ended by force: it would keep the next one from starting. Needs the lock. */
    void stopOrphan() {
        var file = cluster().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return;
            var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            var process = ProcessHandle.of(pid).filter(this::servesThisCluster);
            if (process.isEmpty()) return;
            LOG.warn("Stopping the database server {} left behind by an application that was ended by force", pid);
            process.get().destroy();
            try {
                process.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (TimeoutException stillThere) {
                process.get().destroyForcibly();
                process.get().onExit().get(10, TimeUnit.SECONDS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CannotStart(
                    "A database server still works on " + cluster() + " and does not stop.",
                    "End that process, then start again.");
        }
    }

    /** A process number may have been given to someone else meanwhile. */
    private boolean servesThisCluster(ProcessHandle process) {
        var info = process.info();
        return info.command().map(command -> command.contains("postgres")).orElse(false)
                && info.commandLine()
                        .map(line -> line.contains(cluster().toString()))
                        .orElse(true);
    }

    private static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, onlyOwner("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
