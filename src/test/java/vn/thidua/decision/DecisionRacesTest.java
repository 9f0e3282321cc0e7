package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.campaign.QuotaGates;
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.nomination.Nominees;
import vn.thidua.organisation.Units;
import vn.thidua.support.TestDatabase;

/** Real transactions side by side on a real PostgreSQL, a thousand trials each. */
class DecisionRacesTest {

    private static final int TRIALS = 1_000;
    private static final int AT_ONCE = 4;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

    private static AnnotationConfigApplicationContext context;
    private static TransactionTemplate transactions;
    private static JdbcClient sql;
    private static QuotaUse quotas;
    private static DocumentNumbers numbers;
    private static AwardRegister register;

    /** A connection for each of those at work at once. */
    static class Beans extends TestDatabase.Beans {

        @Bean
        @Override
        public DataSource dataSource() {
            var pool = new HikariDataSource();
            pool.setDataSource(super.dataSource());
            pool.setMaximumPoolSize(AT_ONCE);
            return pool;
        }
    }

    @BeforeAll
    static void open() {
        context = new AnnotationConfigApplicationContext(
                Beans.class,
                Campaigns.class,
                QuotaGates.class,
                QuotaUse.class,
                DocumentNumbers.class,
                Certificates.class,
                Units.class,
                Nominees.class,
                AwardRegister.class);
        transactions = context.getBean(TransactionTemplate.class);
        sql = context.getBean(JdbcClient.class);
        quotas = context.getBean(QuotaUse.class);
        numbers = context.getBean(DocumentNumbers.class);
        register = context.getBean(AwardRegister.class);
        var plan = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals("binh-phuoc"))
                .findFirst()
                .orElseThrow();
        context.getBean(Campaigns.class).load(plan.check(), plan.yaml(), LocalDate.of(2025, 4, 1));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void of_two_signatures_at_once_on_the_last_place_exactly_one_succeeds_and_the_other_is_told_who_was_first()
            throws Exception {
        sql.sql("""
                insert into quota_use(campaign, occasion, year, form, kind, quota, used)
                select 'binh-phuoc', 'ANNUAL', 10000 + n, 'BK_TINH', 'COLLECTIVE', 10, 9 from generate_series(0, ? - 1) n""").param(TRIALS).update();
        var refused = race(trial -> signer -> take(10_000 + trial, 1, signer));

        assertThat(refused).hasSize(TRIALS).allSatisfy((trial, refusals) -> {
            assertThat(refusals).hasSize(1);
            assertThat(refusals.get(0).sentence())
                    .contains("là 10 (điểm IV.2.c), đã dùng 10, quyết định này cần 1. Chỗ gần nhất do Ông ");
        });
        assertThat(used(10_000, 20_000)).hasSize(TRIALS).containsOnly(10);
    }

    @Test
    void two_decisions_at_once_never_exceed_a_quota_nobody_has_used_yet() throws Exception {
        var refused = race(trial -> signer -> take(20_000 + trial, 6, signer));

        assertThat(refused).hasSize(TRIALS);
        assertThat(used(20_000, 30_000)).hasSize(TRIALS).containsOnly(6);
    }

    @Test
    void the_database_itself_holds_the_quota() {
        sql.sql(
                        "insert into quota_use(campaign, occasion, year, form, kind, quota, used) values ('binh-phuoc', 'ANNUAL', 1, 'BK_TINH', 'COLLECTIVE', 10, 10)")
                .update();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> sql.sql("update quota_use set used = used + 1 where year = 1")
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("quota_is_kept");
    }

    @Test
    void numbers_come_without_gaps_or_repeats_also_when_transactions_roll_back() throws Exception {
        var given = atOnce(
                TRIALS,
                trial -> transactions.execute(status -> {
                    var number = numbers.next("Chủ tịch UBND tỉnh", DocumentNumbers.DECISION, DAY);
                    if (trial % 7 != 0) return number;
                    status.setRollbackOnly();
                    return null;
                }));

        var kept = given.stream().filter(number -> number != null).sorted().toList();
        assertThat(kept).isEqualTo(IntStream.rangeClosed(1, kept.size()).boxed().toList());
        assertThat(kept).hasSize(TRIALS - (TRIALS + 6) / 7);
    }

    @Test
    void a_last_number_entered_while_others_number_is_followed_and_none_is_given_twice() throws Exception {
        var entered = new ArrayList<Integer>();
        var given = atOnce(
                TRIALS,
                trial -> transactions.execute(status -> {
                    if (trial % 100 != 50) return numbers.next("Chủ tịch UBND xã", DocumentNumbers.DECISION, DAY);
                    var outside = trial * 1_000;
                    try {
                        numbers.advance("Chủ tịch UBND xã", DocumentNumbers.DECISION, DAY, outside);
                    } catch (Refusal notAbove) {
                        return null;
                    }
                    synchronized (entered) {
                        entered.add(outside);
                    }
                    return null;
                }));

        var numbered = given.stream().filter(number -> number != null).sorted().toList();
        assertThat(numbered).doesNotHaveDuplicates().doesNotContainAnyElementsOf(entered);
        assertThat(entered).isNotEmpty();
        var followed = new HashSet<>(entered);
        followed.add(0);
        followed.addAll(numbered);
        assertThat(numbered)
                .as("each follows another")
                .allSatisfy(number -> assertThat(followed).contains(number - 1));
    }

    @Test
    void register_and_certificates_come_without_gaps_or_repeats_when_decisions_are_issued_at_once() throws Exception {
        var decisions = IntStream.range(0, TRIALS).mapToObj(this::numbered).toList();

        atOnce(
                TRIALS,
                trial -> transactions.execute(status -> {
                    register.enter(decisions.get(trial));
                    if (trial % 7 == 0) status.setRollbackOnly();
                    return null;
                }));

        var entered = sql.sql("select number from award_register order by number")
                .query(Integer.class)
                .list();
        assertThat(entered)
                .isEqualTo(IntStream.rangeClosed(1, entered.size()).boxed().toList());
        assertThat(sql.sql("select number from certificate order by number")
                        .query(Integer.class)
                        .list())
                .isEqualTo(entered);
        assertThat(entered).hasSize(2 * (TRIALS - (TRIALS + 6) / 7));
        assertThat(sql.sql("select distinct length(code) from certificate")
                        .query(Integer.class)
                        .list())
                .as("128 bits, six a character")
                .containsExactly(22);
    }

    private interface Signing {
        void by(String signer);
    }

    private interface Trial {
        Signing of(int trial);
    }

    private interface Work<T> {
        @Nullable
        T of(int trial);
    }

    private static void take(int year, int places, String signer) {
        var items = IntStream.rangeClosed(1, places)
                .mapToObj(DecisionRacesTest::item)
                .toList();
        transactions.executeWithoutResult(
                status -> quotas.take(decision(0, "QD-" + signer, year, null, items), items, signer));
    }

    /** Two signers begin each trial together; what was refused, by trial. */
    private static Map<Integer, List<Refusal>> race(Trial trial) throws Exception {
        var start = new CyclicBarrier(2);
        var refused = new HashMap<Integer, List<Refusal>>();
        run(2, signer -> () -> {
            for (int i = 0; i < TRIALS; i++) {
                start.await(30, TimeUnit.SECONDS);
                try {
                    trial.of(i).by(signer == 0 ? "Ông A" : "Ông B");
                } catch (Refusal refusal) {
                    synchronized (refused) {
                        refused.computeIfAbsent(i, each -> new ArrayList<>()).add(refusal);
                    }
                }
            }
            return null;
        });
        return refused;
    }

    private static <T> List<T> atOnce(int trials, Work<T> work) throws Exception {
        var done = new ArrayList<T>();
        run(AT_ONCE, thread -> () -> {
            for (int i = thread; i < trials; i += AT_ONCE) {
                var result = work.of(i);
                synchronized (done) {
                    done.add(result);
                }
            }
            return null;
        });
        return done;
    }

    private interface Thread {
        Callable<Void> work(int number);
    }

    private static void run(int threads, Thread thread) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < threads; i++) running.add(pool.submit(thread.work(i)));
            for (var each : running) each.get();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Integer> used(int from, int to) {
        return sql.sql("select used from quota_use where year >= ? and year < ?")
                .params(from, to)
                .query(Integer.class)
                .list();
    }

    /** A decision of two cases that has its number. */
    private AwardDecision numbered(int trial) {
        var items = List.of(item(2 * trial + 1), item(2 * trial + 2));
        var id = sql.sql("""
                insert into award_decision(key, campaign, round, occasion, year, authority, authority_name, authority_group,
                    authority_position, authority_level, drafting_group, state, since, title, bases, symbol, issuer, number, decided_on)
                values (?, 'binh-phuoc', 'binh-phuoc/2026-ANNUAL', 'ANNUAL', 2026, 'chu-tich-ubnd-tinh', 'Chủ tịch', '', 'Chủ tịch',
                    'PROVINCE', '', 'NUMBERED', now(), '', '{}', 'QĐ-UBND', 'Chủ tịch', ?, ?) returning id""")
                .params("binh-phuoc/2026-ANNUAL/QD-" + trial, trial + 1, DAY)
                .query(Long.class)
                .single();
        items.forEach(item -> sql.sql("""
                insert into decision_item(decision, dossier, position, form, kind, nominee, nominee_name, unit, unit_name)
                values (?, ?, 1, 'BK_TINH', 'COLLECTIVE', ?, ?, 'don-vi', 'Đơn vị')""")
                .params(id, item.dossier(), item.nominee(), item.nomineeName())
                .update());
        return decision(id, "QD-" + trial, 2026, new DocumentNumber("Chủ tịch", trial + 1, "QĐ-UBND", DAY), items);
    }

    private static DecisionItem item(int number) {
        return new DecisionItem(
                "binh-phuoc/HS-%d".formatted(number),
                number,
                AwardForm.BK_TINH,
                null,
                NomineeKind.COLLECTIVE,
                UUID.randomUUID(),
                "Tập thể " + number,
                "don-vi",
                "Đơn vị",
                null,
                false,
                null,
                null,
                null);
    }

    private static AwardDecision decision(
            long id, String key, int year, @Nullable DocumentNumber number, List<DecisionItem> items) {
        return new AwardDecision(
                id,
                key,
                "binh-phuoc",
                "binh-phuoc/2026-ANNUAL",
                Occasion.ANNUAL,
                year,
                new DecisionAuthority(
                        "chu-tich-ubnd-tinh", "Chủ tịch", "", "Chủ tịch", DecisionAuthority.Level.PROVINCE),
                "",
                State.NUMBERED,
                Instant.EPOCH,
                "",
                List.of(),
                null,
                null,
                "Chủ tịch",
                "QĐ-UBND",
                null,
                null,
                number,
                null,
                null,
                null,
                null,
                null,
                items);
    }
}
