package vn.thidua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Order(0) // the library unpacks the programs once per JVM; here it must be into the folders of these tests
class EmbeddedDatabaseTest {

    @TempDir
    Path temporary;

    @Test
    void data_are_there_again_after_a_stop_and_every_commit_is_synced() throws SQLException {
        var home = temporary.resolve("data");
        try (var database = EmbeddedDatabase.own(home)) {
            run(database, "create table kept (word text)");
            run(database, "insert into kept values ('Thi đua là yêu nước')");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (var database = EmbeddedDatabase.open(home)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("Thi đua là yêu nước");
        }
    }

    @Test
    void nobody_else_on_the_machine_comes_in() throws SQLException {
        try (var database = EmbeddedDatabase.own(temporary.resolve("data"))) {
            assertThat(ask(database, "select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("f");
            for (var user : new String[] {"postgres", "thidua"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, "guessed"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_the_owner_may_look_into_the_directory() throws Exception {
        var home = temporary.resolve("data");
        EmbeddedDatabase.own(home).close();
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("programs"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("database.password"))).isEqualTo("rw-------");
    }

    @Test
    void whoever_opens_it_beside_a_running_owner_shares_its_server_and_leaves_it_running() throws SQLException {
        var home = temporary.resolve("data");
        try (var owner = EmbeddedDatabase.own(home)) {
            try (var guest = EmbeddedDatabase.open(home)) {
                assertThat(guest.jdbcUrl()).isEqualTo(owner.jdbcUrl());
            }
            assertThat(ask(owner, "select 1")).isEqualTo("1");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void run(EmbeddedDatabase database, String statement) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var sql = connection.createStatement();
                var answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
