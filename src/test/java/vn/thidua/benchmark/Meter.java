package vn.thidua.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Counts what work costs PostgreSQL: statements it executed (pg_stat_statements), transactions that wrote, and WAL. Work can be counted
 * in pieces; what lies between them is not. Prints a table, judges nothing.
 */
final class Meter {

    private static final String FORMAT = "%-52s %8s %8s %8s %9s %8s %9s %8s %8s";

    private final JdbcClient sql;
    private final List<String> table = new ArrayList<>();
    private long nanos;
    private long statements;
    private long writes;
    private long wal;

    Meter(JdbcClient sql) {
        this.sql = sql;
        sql.sql("create extension if not exists pg_stat_statements").update();
        table.add(FORMAT.formatted(
                "run", "items", "seconds", "SQL", "SQL/item", "write tx", "tx/item", "WAL KB", "KB/item"));
    }

    /** A PostgreSQL that counts and writes as durably as the one of an installation. */
    static void database(DynamicPropertyRegistry properties) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            properties.add(
                    "spring.datasource.url",
                    () -> postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
            properties.add("spring.datasource.username", () -> "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void begin() {
        nanos = statements = writes = wal = 0;
    }

    /** Counts this piece of work in. */
    void count(Runnable work) {
        sql.sql("select pg_stat_statements_reset()").query(Object.class).optional();
        var transactionsBefore = transactions();
        var walBefore = written();
        var begin = System.nanoTime();
        work.run();
        nanos += System.nanoTime() - begin;
        wal += written() - walBefore;
        writes += transactions() - transactionsBefore;
        statements += sql.sql(
                        "select coalesce(sum(calls), 0) from pg_stat_statements where query not like '%pg_current_%'")
                .query(Long.class)
                .single();
        if (Boolean.getBoolean("benchmark.statements")) listStatements();
    }

    /** Puts what was counted since {@link #begin} into the table. */
    void end(String name, int items) {
        table.add(FORMAT.formatted(
                name,
                items,
                "%.2f".formatted(TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0),
                statements,
                "%.2f".formatted((double) statements / items),
                writes,
                "%.2f".formatted((double) writes / items),
                wal / 1024,
                "%.1f".formatted(wal / 1024.0 / items)));
    }

    void print() {
        System.out.println("\n" + String.join("\n", table) + "\n");
    }

    static void progress(String what, int done, int of) {
        System.out.printf("%s: %d of %d%n", what, done, of);
    }

    /** -Dbenchmark.statements=true: which statements the piece was made of. */
    private void listStatements() {
        sql.sql("""
                select calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) from pg_stat_statements
                where query not like '%pg_%' order by calls desc limit 25""")
                .query((row, i) -> "%8d %s".formatted(row.getLong(1), row.getString(2)))
                .list()
                .forEach(System.out::println);
    }

    /** Grows by one with each transaction that writes, and only with those. */
    private long transactions() {
        return sql.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private long written() {
        return sql.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                .query(Long.class)
                .single();
    }
}
