package vn.thidua.database;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** An embedded database on its way up, in a thread of its own: on an empty directory that takes seconds which the context needs too. */
final class DatabaseStart {

    private final FutureTask<EmbeddedDatabase> start;

    DatabaseStart(Path directory) {
        start = new FutureTask<>(() -> EmbeddedDatabase.own(directory));
        var thread = new Thread(start, "database-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** The database, once it answers. @throws CannotStart as {@link EmbeddedDatabase#own} */
    EmbeddedDatabase await() {
        try {
            return start.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
