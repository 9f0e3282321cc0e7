package vn.thidua.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The embedded database where no other is configured. The pool, and the engine on top of it, depend on it, so that it is closed after
 * them.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseKind databaseKind(Environment environment) {
        return kind(environment);
    }

    @Bean
    @Conditional(NoneConfigured.class)
    EmbeddedDatabase embeddedDatabase(@Value("${thidua.database.dir:./data}") Path directory) {
        return EmbeddedDatabase.own(directory);
    }

    @Bean
    @Conditional(NoneConfigured.class)
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    private static DatabaseKind kind(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank() ? DatabaseKind.EMBEDDED : DatabaseKind.CONFIGURED;
    }

    static final class NoneConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return kind(context.getEnvironment()) == DatabaseKind.EMBEDDED;
        }
    }
}
