package vn.thidua.process.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator, read on the first start only. */
@ConfigurationProperties("thidua.admin")
record AdministratorSettings(
        @Nullable String id,
        @Nullable String password,
        @Nullable String email) {

    boolean isGiven() {
        return id != null
                && !id.isBlank()
                && password != null
                && !password.isBlank()
                && email != null
                && !email.isBlank();
    }
}
