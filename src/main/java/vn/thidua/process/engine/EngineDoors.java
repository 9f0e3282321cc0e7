package vn.thidua.process.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Filters before the engine's webapps and its REST resources; they stand behind Spring Security, which says who comes. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    private static final int BEHIND_SECURITY = 100;

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new RefusalFilter(json));
        filter.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OwnNonces> ownNonces() {
        var filter = new FilterRegistrationBean<>(new OwnNonces());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappSignIn> webappSignIn() {
        var filter = new FilterRegistrationBean<>(new WebappSignIn());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(BEHIND_SECURITY + 1);
        return filter;
    }
}
