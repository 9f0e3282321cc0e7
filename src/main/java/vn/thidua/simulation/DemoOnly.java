package vn.thidua.simulation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Exists only in the embedded default: never with a configured database, whatever else is set. */
@Retention(RetentionPolicy.RUNTIME)
@Conditional(DemoOnly.EmbeddedDefault.class)
@interface DemoOnly {

    final class EmbeddedDefault implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var environment = context.getEnvironment();
            return environment.getProperty("spring.datasource.url", "").isBlank()
                    && environment.getProperty("thidua.demo.enabled", Boolean.class, true);
        }
    }
}
