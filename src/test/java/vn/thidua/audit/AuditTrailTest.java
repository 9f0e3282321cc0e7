package vn.thidua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.support.TestDatabase;

class AuditTrailTest {

    private static final Instant NOW = Instant.parse("2026-11-19T02:03:04.123456789Z");

    private final AnnotationConfigApplicationContext app =
            new AnnotationConfigApplicationContext(TestDatabase.Beans.class, AuditLog.class, AuditTrail.class);
    private final AuditTrail trail = app.getBean(AuditTrail.class);
    private final TransactionTemplate transaction = app.getBean(TransactionTemplate.class);
    private final JdbcTemplate sql = app.getBean(JdbcTemplate.class);
    private final DataSource database = app.getBean(DataSource.class);

    record Plain(String name, LocalDate due, Instant at) {}

    @BeforeEach
    void holdTheClock() {
        app.getBean(MovableClock.class).holdAt(NOW);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void an_act_is_recorded_with_who_what_when_and_its_values_as_json() {
        var before = new Plain("Kế hoạch", LocalDate.of(2026, 11, 20), NOW);
        new Actor("lan", Set.of()).act(() -> {
            publish(Act.of("duty.changed", "binh-phuoc", "so-tai-chinh", "binh-phuoc/so-tai-chinh/2026", before, null));
            return null;
        });

        assertThat(trail.of("binh-phuoc/so-tai-chinh/2026")).singleElement().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(1);
            assertThat(entry.at()).isEqualTo("2026-11-19T02:03:04.123456Z");
            assertThat(entry.actor()).isEqualTo("lan");
            assertThat(entry.action()).isEqualTo("duty.changed");
            assertThat(entry.campaign()).isEqualTo("binh-phuoc");
            assertThat(entry.unit()).isEqualTo("so-tai-chinh");
            assertThat(entry.before())
                    .isEqualTo(
                            "{\"name\":\"Kế hoạch\",\"due\":\"2026-11-20\",\"at\":\"2026-11-19T02:03:04.123456789Z\"}");
            assertThat(entry.after()).isNull();
        });
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void a_rolled_back_transaction_leaves_nothing_and_no_gap() {
        publish(act("a"));
        transaction.executeWithoutResult(status -> {
            publish(act("b"));
            status.setRollbackOnly();
        });
        publish(act("c"));

        assertThat(trail.newest(null, null, 10)).extracting(AuditEntry::subject).containsExactly("c", "a");
        assertThat(trail.newest(null, null, 10)).extracting(AuditEntry::seq).containsExactly(2L, 1L);
    }

    @Test
    void what_is_rolled_back_to_a_savepoint_leaves_nothing() {
        var nested = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(outer -> {
            publish(act("kept"));
            nested.executeWithoutResult(inner -> {
                publish(act("undone"));
                inner.setRollbackOnly();
            });
            nested.executeWithoutResult(inner -> publish(act("kept too")));
        });

        assertThat(trail.newest(null, null, 10)).extracting(AuditEntry::subject).containsExactly("kept too", "kept");
    }

    @Test
    void a_transaction_of_its_own_keeps_its_acts_when_the_outer_one_is_rolled_back() {
        var own = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(outer -> {
            publish(act("outer"));
            own.executeWithoutResult(inner -> publish(act("inner")));
            outer.setRollbackOnly();
        });

        assertThat(trail.newest(null, null, 10)).extracting(AuditEntry::subject).containsExactly("inner");
    }

    @Test
    void the_acts_of_one_transaction_are_written_when_it_commits_and_not_before() {
        transaction.executeWithoutResult(status -> {
            publish(act("a"));
            publish(act("b"));
            assertThat(count()).isZero();
        });

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void values_are_recorded_as_they_were_when_the_act_was_done() {
        var value = new HashMap<>(Map.of("state", "AWAITED"));
        transaction.executeWithoutResult(status -> {
            publish(new Act("lan", "test", null, null, "a", null, value));
            value.put("state", "SUBMITTED");
        });

        assertThat(trail.of("a")).extracting(AuditEntry::after).containsExactly("{\"state\":\"AWAITED\"}");
    }

    @Test
    void an_act_after_commit_or_in_a_reading_transaction_is_still_recorded() {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        publish(act("after commit"));
                    }

                    @Override
                    public void afterCompletion(int outcome) {
                        publish(act("after completion"));
                    }
                }));
        var reading = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> publish(act("read")));

        assertThat(trail.newest(null, null, 10))
                .extracting(AuditEntry::subject)
                .containsExactlyInAnyOrder("after commit", "after completion", "read");
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void many_acts_from_many_threads_make_one_chain_without_gaps() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var work = IntStream.range(0, 80)
                .mapToObj(i -> (Callable<Void>) () -> {
                    transaction.executeWithoutResult(status -> {
                        publish(act("x" + i));
                        publish(act("y" + i));
                    });
                    return null;
                })
                .toList();
        for (var done : threads.invokeAll(work)) done.get();
        threads.shutdown();

        assertThat(trail.verify())
                .isEqualTo(new Verification(true, 160, null, trail.verify().sentence()));
        assertThat(trail.verify().sentence()).startsWith("Nhật ký nguyên vẹn: 160 bản ghi liên tục");
    }

    @Test
    void ten_thousand_acts_of_one_transaction_go_in_together() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 10_000).forEach(i -> publish(act("x" + i))));

        assertThat(trail.verify().entries()).isEqualTo(10_000);
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void pages_go_back_from_the_newest_within_a_campaign() {
        for (var subject : List.of("a", "b", "c")) {
            publish(new Act("lan", "test", "binh-phuoc", null, subject, null, null));
            publish(new Act("lan", "test", "son-la", null, subject, null, null));
        }

        var first = trail.newest("binh-phuoc", null, 2);
        var second = trail.newest("binh-phuoc", first.get(1).seq(), 2);

        assertThat(first).extracting(AuditEntry::subject).containsExactly("c", "b");
        assertThat(second).extracting(AuditEntry::subject).containsExactly("a");
    }

    @Test
    void an_empty_record_is_intact() {
        assertThat(trail.verify()).isEqualTo(new Verification(true, 0, null, "Nhật ký chưa có bản ghi nào."));
    }

    @Test
    void the_database_refuses_to_change_or_remove_an_entry() {
        publish(act("a"));

        for (var statement :
                List.of("update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void every_changed_field_is_found() {
        fiveActs();
        for (var change : List.of(
                "actor = 'x'",
                "at = at + interval '1 microsecond'",
                "action = 'x'",
                "campaign = 'x'",
                "campaign = ''",
                "unit = 'x'",
                "subject = 'x'",
                "before_json = '{}'",
                "after_json = null")) {
            var tampered = copyTampered("update audit_entry set %s where seq = 3".formatted(change));

            assertThat(tampered.intact()).as(change).isFalse();
            assertThat(tampered.brokenAt()).as(change).isEqualTo(3);
            assertThat(tampered.entries()).isEqualTo(2);
            assertThat(tampered.sentence()).contains("bản ghi số 3", "đã bị sửa");
        }
    }

    @Test
    void letters_moved_from_one_field_to_the_next_are_found() {
        publish(new Act("lan", "ab", null, null, "c", null, null));

        assertThat(copyTampered("update audit_entry set action = 'a', subject = 'bc'")
                        .intact())
                .isFalse();
    }

    @Test
    void an_entry_changed_together_with_its_hash_breaks_the_next() {
        fiveActs();

        assertThat(copyTampered("update audit_entry set hash = repeat('a', 64) where seq = 3")
                        .brokenAt())
                .isEqualTo(3);
        var third = trail.of("3").get(0);
        var forged = new AuditEntry(
                3,
                third.at(),
                "mallory",
                third.action(),
                null,
                null,
                "3",
                null,
                third.after(),
                third.previousHash(),
                "");
        assertThat(copyTampered("update audit_entry set actor = 'mallory', hash = '%s' where seq = 3"
                                .formatted(forged.computedHash()))
                        .brokenAt())
                .isEqualTo(4);
    }

    @Test
    void an_entry_removed_from_the_beginning_or_the_middle_is_found() {
        fiveActs();

        assertThat(copyTampered("delete from audit_entry where seq = 1").brokenAt())
                .isEqualTo(1);
        assertThat(copyTampered("delete from audit_entry where seq = 3").brokenAt())
                .isEqualTo(3);
        assertThat(copyTampered("delete from audit_entry where seq = 3; update audit_entry set seq = 3 where seq = 4;"
                                + "update audit_entry set seq = 4 where seq = 5")
                        .brokenAt())
                .isEqualTo(3);
    }

    @Test
    void entries_cut_off_the_end_are_found_by_a_hash_noted_earlier() {
        fiveActs();
        var noted = trail.newest(null, null, 1).get(0).hash();
        publish(act("later"));

        assertThat(AuditTrail.verify(database, noted).intact()).isTrue();

        tamper("delete from audit_entry where seq >= 5");
        assertThat(trail.verify().intact()).isTrue();
        assertThat(AuditTrail.verify(database, noted).intact()).isFalse();
        assertThat(AuditTrail.verify(database, noted).brokenAt()).isEqualTo(5);
    }

    @Test
    void an_inserted_entry_is_found() {
        fiveActs();

        var inserted = copyTampered(
                "update audit_entry set seq = 6 where seq = 5; update audit_entry set seq = 5 where seq = 4;"
                        + "insert into audit_entry select 4, at, 'mallory', action, campaign, unit, subject, before_json, after_json,"
                        + " (select hash from audit_entry where seq = 3), hash from audit_entry where seq = 3");

        assertThat(inserted.brokenAt()).isEqualTo(4);
    }

    @Test
    void reordered_entries_are_found() {
        fiveActs();

        var reordered = copyTampered(
                "update audit_entry set seq = 30 where seq = 3; update audit_entry set seq = 3 where seq = 4;"
                        + "update audit_entry set seq = 4 where seq = 30");

        assertThat(reordered.brokenAt()).isEqualTo(3);
    }

    private void fiveActs() {
        for (int i = 1; i <= 5; i++) publish(new Act("lan", "test", null, null, "" + i, null, List.of(i)));
    }

    /** What the verification says after tampering; the record is put right again. */
    private Verification copyTampered(String statements) {
        sql.execute("create table untouched as select * from audit_entry");
        tamper(statements);
        var found = trail.verify();
        tamper("delete from audit_entry; insert into audit_entry select * from untouched; drop table untouched");
        assertThat(trail.verify().intact()).isTrue();
        return found;
    }

    private void tamper(String statements) {
        sql.execute("alter table audit_entry disable trigger audit_entry_append_only;" + statements
                + ";alter table audit_entry enable trigger audit_entry_append_only");
    }

    private int count() {
        return sql.queryForObject("select count(*) from audit_entry", Integer.class);
    }

    private static Act act(String subject) {
        return new Act("lan", "test", null, null, subject, null, null);
    }

    private void publish(Act act) {
        app.publishEvent(act);
    }
}
