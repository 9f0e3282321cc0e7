package vn.thidua.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thidua.calendar.HolidaySeed;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.notification.DailyDigest;
import vn.thidua.organisation.UnitLists;
import vn.thidua.simulation.TimeMachine;
import vn.thidua.submission.DutyOpening;

/**
 * Counts what the two bulk runs cost: opening a yearly report for 2,000 units, and a reminder run over 10,000 open duties. Statements
 * are those PostgreSQL executed (pg_stat_statements). Run by {@code mvn -Pbenchmark test}; prints a table, judges nothing.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "thidua.campaigns.shipped=none",
            "thidua.campaigns.dir=target/no-campaigns",
            "thidua.admin.id=benchmark",
            "thidua.admin.password=Do-Luong#2026-Nhanh",
            "thidua.admin.email=benchmark@thidua.example",
            "thidua.mail.every=1h",
            "camunda.bpm.job-execution.enabled=false",
            "management.server.port=0"
        })
class DutiesBenchmark {

    private static final int UNITS = 2_000;
    private static final List<String> PLANS =
            List.of("binh-phuoc", "binh-dinh", "son-la", "binh-chuong", "quang-trach");

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private UnitLists unitLists;

    @Autowired
    private HolidaySeed holidays;

    @Autowired
    private DutyOpening opening;

    @Autowired
    private DailyDigest digest;

    private final List<String> table = new ArrayList<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            properties.add("spring.datasource.username", () -> "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void counts_what_the_bulk_runs_cost() {
        sql.sql("create extension if not exists pg_stat_statements").update();
        holidays.enter();
        row("run", "items", "seconds", "SQL", "SQL/item", "commits", "WAL KB");
        openReports("binh-phuoc", LocalDate.of(2026, 9, 21), "open a yearly report, cold JVM");
        openReports("quang-trach", LocalDate.of(2026, 9, 21), "open a yearly report, warm");
        fillUpTo(10_000);
        remind();
        System.out.println("\n" + String.join("\n", table) + "\n");
    }

    private void openReports(String code, LocalDate day, String name) {
        load(code, day.minusDays(20));
        time.startAt(day.atTime(LocalTime.of(8, 0)).atZone(VietnamTime.ZONE).toInstant());
        var before = openDuties();
        measure(name, () -> {
            for (var more = true; more; ) {
                more = opening.openSome(code);
                progress(name, openDuties() - before, UNITS);
            }
            return openDuties() - before;
        });
    }

    private void remind() {
        var day = LocalDate.of(2026, 10, 21);
        time.startAt(day.atTime(LocalTime.of(7, 0)).atZone(VietnamTime.ZONE).toInstant());
        sql.sql("update obligation_part set next_reminder_on = ? where state = 'AWAITED'")
                .param(day)
                .update();
        measure("reminder run over all open duties", () -> {
            var mails = digest.write();
            progress("digests", mails, mails);
            return openDuties();
        });
    }

    private void fillUpTo(int duties) {
        for (var code : PLANS) {
            if (openDuties() >= duties) return;
            if (campaigns.find(code).isEmpty()) load(code, LocalDate.of(2026, 9, 25));
            while (openDuties() < duties && opening.openSome(code)) progress("filling up", openDuties(), duties);
        }
    }

    private void load(String code, LocalDate adoptedOn) {
        var plan = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
        var checked = plan.check();
        time.startAt(adoptedOn.atStartOfDay(VietnamTime.ZONE).toInstant());
        campaigns.load(checked, plan.yaml(), adoptedOn);
        var duty = checked.usable().orElseThrow().duty("periodic-report").orElseThrow();
        var group = duty.from().contains("all")
                ? checked.usable().orElseThrow().unitGroups().get(0).id()
                : duty.from().get(0);
        var lines = IntStream.range(0, UNITS)
                .mapToObj(i ->
                        "don-vi-%s-%d,Đơn vị %d,%s,OTHER,,dv%d@%s.example,,,".formatted(code, i, i, group, i, code))
                .collect(Collectors.joining(
                        "\n", "code,name,group,level,parent,emails,founded,closed,successor\n", "\n"));
        unitLists.take(
                code,
                campaigns.get(code).plan().groupIds(),
                "units.csv",
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        while (opening.openSome(code)) progress("recording history of " + code, openDuties(), UNITS);
    }

    private interface Run {
        int items();
    }

    private void measure(String name, Run run) {
        sql.sql("select pg_stat_statements_reset()").query(Object.class).optional();
        var commits = commits();
        var wal = wal();
        var begin = System.nanoTime();
        var items = run.items();
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        var statements = sql.sql("select coalesce(sum(calls), 0) from pg_stat_statements")
                .query(Long.class)
                .single();
        row(
                name,
                String.valueOf(items),
                "%.2f".formatted(seconds),
                String.valueOf(statements),
                "%.2f".formatted((double) statements / items),
                String.valueOf(commits() - commits),
                String.valueOf((wal() - wal) / 1024));
        if (Boolean.getBoolean("benchmark.statements")) listStatements();
    }

    /** -Dbenchmark.statements=true: which statements the run was made of. */
    private void listStatements() {
        sql.sql(
                        "select calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) from pg_stat_statements order by calls desc limit 25")
                .query((row, i) -> "%8d %s".formatted(row.getLong(1), row.getString(2)))
                .list()
                .forEach(System.out::println);
    }

    private int openDuties() {
        return sql.sql("select count(*) from obligation_part where state = 'AWAITED'")
                .query(Integer.class)
                .single();
    }

    private long commits() {
        return sql.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private long wal() {
        return sql.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                .query(Long.class)
                .single();
    }

    private void row(String... cells) {
        table.add("%-40s %8s %8s %8s %9s %8s %8s".formatted((Object[]) cells));
    }

    private static void progress(String what, int done, int of) {
        System.out.printf("%s: %d of %d%n", what, done, of);
    }
}
