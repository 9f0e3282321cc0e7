package vn.thidua.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Act;
import vn.thidua.calendar.MovableClock;

/**
 * Writes every {@link Act} to the chain, in the transaction that did it: what is rolled back leaves nothing. The chain is locked only
 * while the transaction commits, so writers hardly wait for one another.
 */
@Component
class AuditLog {

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    AuditLog(JdbcClient sql, MovableClock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(Act act) {
        var recorded = RecordedAct.of(act, clock.instant());
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().add(recorded);
        } else {
            ownTransaction.executeWithoutResult(begun -> write(List.of(recorded)));
        }
    }

    private Pending pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending) return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void write(List<RecordedAct> acts) {
        sql.sql(
                        "select append_to_audit(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])")
                .params(
                        texts(acts, act -> act.at().toString()),
                        texts(acts, RecordedAct::actor),
                        texts(acts, RecordedAct::action),
                        texts(acts, RecordedAct::campaign),
                        texts(acts, RecordedAct::unit),
                        texts(acts, RecordedAct::subject),
                        texts(acts, RecordedAct::before),
                        texts(acts, RecordedAct::after))
                .query()
                .singleRow();
    }

    private static String[] texts(List<RecordedAct> acts, Function<RecordedAct, @Nullable String> field) {
        return acts.stream().map(field).toArray(String[]::new);
    }

    /** The acts of one transaction, until it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<RecordedAct> acts = new ArrayList<>();
        private final Map<Object, Integer> actsAtSavepoint = new HashMap<>();

        void add(RecordedAct act) {
            acts.add(act);
        }

        @Override
        public void savepoint(Object savepoint) {
            actsAtSavepoint.put(savepoint, acts.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            var kept = actsAtSavepoint.getOrDefault(savepoint, 0);
            acts.subList(kept, acts.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!readOnly) writeAll();
        }

        // an act that came while or after the transaction committed, or in one that may only read, still has to be told
        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED && !acts.isEmpty()) ownTransaction.executeWithoutResult(begun -> writeAll());
        }

        private void writeAll() {
            if (acts.isEmpty()) return;
            write(acts);
            acts.clear();
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
