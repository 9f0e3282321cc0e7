package vn.thidua.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the running transaction has found out once. It is gone with it, and one that is suspended finds its own again. */
public final class PerTransaction<T> {

    private final class Kept implements TransactionSynchronization {

        private @Nullable T value;

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }

    /** @param found out now where it is not kept; where no transaction runs each time */
    public T get(Supplier<T> found) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return found.get();
        var kept = kept();
        if (kept == null) {
            kept = new Kept();
            TransactionSynchronizationManager.bindResource(this, kept);
            TransactionSynchronizationManager.registerSynchronization(kept);
        }
        if (kept.value != null) return kept.value;
        var value = found.get();
        kept.value = value;
        return value;
    }

    public void forget() {
        var kept = kept();
        if (kept != null) kept.value = null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Kept kept() {
        return (Kept) TransactionSynchronizationManager.getResource(this);
    }
}
