package vn.thidua.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final long CHAIN_LOCK = 0x7468_6964_7561L; // "thidua"

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
        sql.sql("select pg_advisory_xact_lock(?)").param(CHAIN_LOCK).query().singleRow();
        var last = sql.sql("select seq, hash from audit_entry order by seq desc limit 1")
                .query((row, i) -> new Link(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(new Link(0, AuditEntry.NOTHING_BEFORE));
        var entries = new ArrayList<AuditEntry>(acts.size());
        for (var act : acts) {
            var entry = AuditEntry.following(last.seq() + 1, last.hash(), act);
            entries.add(entry);
            last = new Link(entry.seq(), entry.hash());
        }
        insert(entries);
    }

    private void insert(List<AuditEntry> entries) {
        // arrays, because a statement takes at most 65,535 single parameters
        sql.sql("""
                insert into audit_entry(%s)
                select * from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[])""".formatted(AuditEntry.COLUMNS))
                .params(
                        entries.stream().map(AuditEntry::seq).toArray(Long[]::new),
                        entries.stream().map(entry -> entry.at().toString()).toArray(String[]::new),
                        entries.stream().map(AuditEntry::actor).toArray(String[]::new),
                        entries.stream().map(AuditEntry::action).toArray(String[]::new),
                        entries.stream().map(AuditEntry::campaign).toArray(String[]::new),
                        entries.stream().map(AuditEntry::unit).toArray(String[]::new),
                        entries.stream().map(AuditEntry::subject).toArray(String[]::new),
                        entries.stream().map(AuditEntry::before).toArray(String[]::new),
                        entries.stream().map(AuditEntry::after).toArray(String[]::new),
                        entries.stream().map(AuditEntry::previousHash).toArray(String[]::new),
                        entries.stream().map(AuditEntry::hash).toArray(String[]::new))
                .update();
    }

    private record Link(long seq, String hash) {}

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
