package vn.thidua.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Counts what work costs PostgreSQL: statements it executed (pg_stat_statements; what begins and ends a transaction is not among them),
 * transactions that wrote, and WAL. Work can be counted
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
    private String[] beside = {};
    private final Map<String, Step> steps = new LinkedHashMap<>();

    Meter(JdbcClient sql) {
        this.sql = sql;
        sql.sql("create extension if not exists pg_stat_statements").update();
        sql.sql("create extension if not exists pg_walinspect").update();
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

    /** From here on the WAL of these tables and all that belongs to them is not counted. */
    void beside(String... tables) {
        beside = tables;
    }

    void begin() {
        nanos = statements = writes = wal = 0;
        steps.clear();
    }

    void count(Runnable work) {
        count("", work);
    }

    /** Counts this piece of work in, as one of the pieces of this step. */
    void count(String step, Runnable work) {
        sql.sql("select pg_stat_statements_reset()").query(Object.class).optional();
        var transactionsBefore = transactions();
        var from = position();
        var walBefore = written();
        var begin = System.nanoTime();
        work.run();
        nanos += System.nanoTime() - begin;
        var walNow = written() - walBefore;
        wal += walNow - besides(from);
        writes += transactions() - transactionsBefore;
        statements += sql.sql("""
                        select coalesce(sum(calls), 0) from pg_stat_statements
                        where query not like '%pg_current_%' and query not like '%pg_get_wal%' and query not in ('BEGIN', 'COMMIT')""").query(Long.class).single();
        if (Boolean.getBoolean("benchmark.statements"))
            steps.computeIfAbsent(step, begun -> new Step()).add(walNow, from, position());
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
        steps.forEach((step, counted) -> counted.print(step, items));
    }

    void print() {
        System.out.println("\n" + String.join("\n", table) + "\n");
    }

    static void progress(String what, int done, int of) {
        System.out.printf("%s: %d of %d%n", what, done, of);
    }

    /** -Dbenchmark.statements=true: which statements a step was made of. */
    private final class Step {

        private final Map<String, Long> calls = new HashMap<>();
        private long bytes;
        private final Map<String, Double> relations = new HashMap<>();

        void add(long written, String begun, String ended) {
            bytes += written;
            sql.sql("""
                    with part as (
                        select relfilenode, record_length::float / count(*) over (partition by start_lsn) bytes
                        from pg_get_wal_block_info(?::pg_lsn, ?::pg_lsn))
                    select coalesce(relname, 'without a table') relation, sum(bytes) bytes from part left join pg_class using (relfilenode)
                    group by 1""").params(begun, ended).query(row -> {
                relations.merge(row.getString("relation"), row.getDouble("bytes"), Double::sum);
            });
            sql.sql("""
                    select left(regexp_replace(query, '\\s+', ' ', 'g'), 220) query, sum(calls) calls from pg_stat_statements
                    where query not like '%pg_current_%' and query not like '%pg_stat_%' and query not like '%pg_get_wal%'
                        and query not in ('BEGIN', 'COMMIT')
                    group by 1""").query(row -> {
                calls.merge(row.getString("query"), row.getLong("calls"), Long::sum);
            });
        }

        void print(String step, int items) {
            var all = calls.values().stream().mapToLong(each -> each).sum();
            System.out.printf(
                    "%n%s: %.2f statements and %.1f KB of WAL an item%n",
                    step, (double) all / items, bytes / 1024.0 / items);
            calls.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(each -> System.out.printf("%8.2f %s%n", (double) each.getValue() / items, each.getKey()));
            relations.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(each -> System.out.printf("%8.2f KB %s%n", each.getValue() / 1024 / items, each.getKey()));
        }
    }

    /** Grows by one with each transaction that writes, and only with those. */
    private long transactions() {
        return sql.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Of a record that touches several tables each has its part. */
    private long besides(String begun) {
        if (beside.length == 0) return 0;
        return sql.sql("""
                        with part as (
                            select relfilenode, record_length::float / count(*) over (partition by start_lsn) bytes
                            from pg_get_wal_block_info(?::pg_lsn, ?::pg_lsn)),
                        aside as (
                            select t.oid, t.reltoastrelid from pg_class t where t.relname = any(?))
                        select coalesce(sum(bytes), 0)::bigint from part join pg_class c using (relfilenode)
                        left join pg_index i on i.indexrelid = c.oid
                        join aside on coalesce(i.indrelid, c.oid) in (aside.oid, aside.reltoastrelid)""").params(begun, position(), beside).query(Long.class).single();
    }

    private String position() {
        return sql.sql("select pg_current_wal_insert_lsn()::text")
                .query(String.class)
                .single();
    }

    private long written() {
        return sql.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                .query(Long.class)
                .single();
    }
}
