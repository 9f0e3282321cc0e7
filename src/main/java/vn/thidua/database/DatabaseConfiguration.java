package vn.thidua.database;

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
        return DatabaseKind.of(environment);
    }

    @Bean
    @Conditional(NoneConfigured.class)
    EmbeddedDatabase embeddedDatabase(DatabaseStart start) {
        return start.await();
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

    static final class NoneConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DatabaseKind.of(context.getEnvironment()) == DatabaseKind.EMBEDDED;
        }
    }
}
