package vn.thidua.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.MovableClock;
import vn.thidua.database.ReferenceVersion;

/** One embedded PostgreSQL per JVM; every call hands out a fresh, migrated database copied from a template. */
public final class TestDatabase {

    private static final String TEMPLATE = "thidua_template";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestDatabase() {}

    /** A fresh database at the newest migration, as superuser; nothing in it but what migrations put there. */
    public static DataSource migrated() {
        var name = "thidua_" + COPIES.incrementAndGet();
        run("create database %s template %s".formatted(name, TEMPLATE));
        return named(name);
    }

    private static synchronized void run(String statement) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var asked = connection.createStatement()) {
            asked.execute(statement);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static DataSource named(String name) {
        var database = (PGSimpleDataSource) Server.POSTGRES.getDatabase("postgres", name);
        database.setReWriteBatchedInserts(true);
        return database;
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setLocaleConfig("encoding", "UTF-8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var asked = connection.createStatement()) {
                    asked.execute("create database " + TEMPLATE);
                }
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException unstarted) {
                throw new UncheckedIOException(unstarted);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /**
     * What every room with a database needs, for a small Spring context: {@code new AnnotationConfigApplicationContext(Beans.class, …)}.
     * No annotation of its own, so that a scan of the whole application passes it by.
     */
    @EnableTransactionManagement
    @Import(ReferenceVersion.class)
    public static class Beans {

        @Bean
        public DataSource dataSource() {
            return new CountedStatements(migrated());
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactions(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
