package vn.thidua.database;

import org.springframework.core.env.Environment;

/** Which database the application runs on. */
public enum DatabaseKind {
    /** PostgreSQL started and stopped with the application, its data in {@code thidua.database.dir}. */
    EMBEDDED,
    /** The PostgreSQL named by {@code spring.datasource.url}. */
    CONFIGURED;

    static DatabaseKind of(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").isBlank() ? EMBEDDED : CONFIGURED;
    }
}
