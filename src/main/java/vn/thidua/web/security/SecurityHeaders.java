package vn.thidua.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser may do with our answers. The engine's webapps need looser scripts and bring a policy of their own. */
final class SecurityHeaders {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'self'";
    private static final String POLICY_OF_API_PAGES = POLICY + "; style-src 'self' 'unsafe-inline'";
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    HttpSecurity on(HttpSecurity http) throws Exception {
        var webapps = paths("/camunda/app/**", "/camunda/api/**");
        var apiPages = paths("/swagger-ui/**", "/swagger-ui.html");
        var unchanging = paths(
                "/css/**",
                "/img/**",
                "/favicon.ico",
                "/camunda/app/**",
                "/camunda/lib/**",
                "/camunda/assets/**",
                "/swagger-ui/**");
        return http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(unchanging), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        apiPages, new ContentSecurityPolicyHeaderWriter(POLICY_OF_API_PAGES)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(new OrRequestMatcher(webapps, apiPages)),
                        new ContentSecurityPolicyHeaderWriter(POLICY))));
    }

    private static RequestMatcher paths(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) matchers[i] = PATH.matcher(patterns[i]);
        return new OrRequestMatcher(matchers);
    }
}
