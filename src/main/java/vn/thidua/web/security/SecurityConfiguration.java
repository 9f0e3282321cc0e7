package vn.thidua.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import vn.thidua.act.Actor;
import vn.thidua.organisation.Accounts;
import vn.thidua.process.engine.EngineIdentity;
import vn.thidua.process.engine.WebappCsrf;

/**
 * Every door is closed unless it is named here. Programs come with Basic and leave no session behind; people sign in on our own page,
 * once for our pages, the engine's webapps and the REST calls of both.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String SIGN_IN = "/dang-nhap";
    static final String SIGN_OUT = "/dang-xuat";
    private static final String AFTER_SIGN_IN = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/*";
    private static final String WEBAPP_SIGN_OUT = "/camunda/api/admin/auth/user/*/logout";
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private final Accounts accounts;
    private final EngineIdentity engine;
    private final ProblemDoor door;
    private final SecurityHeaders headers;

    SecurityConfiguration(Accounts accounts, EngineIdentity engine, ProblemDoor door) {
        this.accounts = accounts;
        this.engine = engine;
        this.door = door;
        headers = new SecurityHeaders();
    }

    @Bean
    AuthenticationManager authenticationManager(AccountSignIn signIn) {
        return new ProviderManager(signIn);
    }

    /** Health for whoever can reach the port; figures for an administrator. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return programs(http.securityMatcher(paths("/actuator/**")))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rule -> rule.requestMatchers(paths("/actuator/health", "/actuator/health/*"))
                        .permitAll()
                        .anyRequest()
                        .access(administrator()))
                .build();
    }

    /** The engine's REST interface: for anyone but an administrator no more than the way through one's tasks. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return programs(http.securityMatcher(paths("/engine-rest/**")))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rule -> rule.requestMatchers(PATH.matcher(GET, "/engine-rest/task/**"))
                        .authenticated()
                        .requestMatchers(
                                PATH.matcher(POST, "/engine-rest/task/*/claim"),
                                PATH.matcher(POST, "/engine-rest/task/*/unclaim"),
                                PATH.matcher(POST, "/engine-rest/task/*/complete"),
                                PATH.matcher(POST, "/engine-rest/task/*/submit-form"))
                        .authenticated()
                        .anyRequest()
                        .access(administrator()))
                .build();
    }

    /** Our REST interface: with Basic, or from a page with its session and a token. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return programs(http.securityMatcher(paths(
                        "/api/**",
                        "/v3/api-docs",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/swagger-ui/**",
                        "/swagger-ui.html")))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).requireCsrfProtectionMatcher(new CsrfRule()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(rule -> rule.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(paths("/api/quan-tri", "/api/quan-tri/**", "/api/admin", "/api/admin/**"))
                        .access(administrator())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        var webappApi = paths("/camunda/api/**");
        return headers.on(http)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).requireCsrfProtectionMatcher(new CsrfRule()))
                .authorizeHttpRequests(rule -> rule.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(paths(
                                "/",
                                SIGN_IN,
                                "/xac-minh",
                                "/xac-minh/*",
                                "/css/**",
                                "/img/**",
                                "/favicon.ico",
                                "/error"))
                        .permitAll()
                        // the engine's own ways to make administrators and to try passwords know nothing of our
                        // throttle
                        .requestMatchers(paths("/camunda/api/admin/setup/**", "/camunda/api/*/auth/user/*/login/**"))
                        .denyAll()
                        .requestMatchers(beyondOnesTasks())
                        .access(administrator())
                        .requestMatchers(paths("/camunda/api/admin/auth/**"))
                        .authenticated()
                        .requestMatchers(paths(
                                "/camunda/app/cockpit/**",
                                "/camunda/app/admin/**",
                                "/camunda/api/cockpit/**",
                                "/camunda/api/admin/**"))
                        .access(administrator())
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage(SIGN_IN).defaultSuccessUrl(AFTER_SIGN_IN).failureHandler(new SignInFailure()))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATH.matcher(POST, SIGN_OUT), PATH.matcher(POST, WEBAPP_SIGN_OUT)))
                        .logoutSuccessUrl(SIGN_IN + "?da-thoat")
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                paths(WEBAPP_SIGN_OUT)))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(turnedAway -> turnedAway
                        .defaultAuthenticationEntryPointFor(door, webappApi)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), new NegatedRequestMatcher(webappApi))
                        .defaultAccessDeniedHandlerFor(door, webappApi)
                        .defaultAccessDeniedHandlerFor(
                                new AccessDeniedHandlerImpl(), new NegatedRequestMatcher(webappApi)))
                .addFilterBefore(actorFilter(), AuthorizationFilter.class)
                .build();
    }

    /** What would change something in the engine, but for the way through one's tasks and one's own name and password. */
    private static RequestMatcher beyondOnesTasks() {
        var all = "/camunda/api/engine/**";
        var reading = new OrRequestMatcher(PATH.matcher(GET, all), PATH.matcher(HEAD, all), PATH.matcher(OPTIONS, all));
        var ones = paths(
                ENGINE + "/task",
                ENGINE + "/task/count",
                ENGINE + "/task/*/claim",
                ENGINE + "/task/*/unclaim",
                ENGINE + "/task/*/complete",
                ENGINE + "/task/*/submit-form",
                ENGINE + "/filter/*/list",
                ENGINE + "/filter/*/count",
                ENGINE + "/filter/*/singleResult",
                ENGINE + "/user/*/profile",
                ENGINE + "/user/*/credentials");
        return new AndRequestMatcher(paths(all), new NegatedRequestMatcher(new OrRequestMatcher(reading, ones)));
    }

    private HttpSecurity programs(HttpSecurity http) throws Exception {
        return headers.on(http)
                .httpBasic(basic -> basic.authenticationEntryPoint(door))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        turnedAway -> turnedAway.authenticationEntryPoint(door).accessDeniedHandler(door))
                .addFilterBefore(actorFilter(), AuthorizationFilter.class);
    }

    private ActorFilter actorFilter() {
        return new ActorFilter(accounts, engine);
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrator() {
        return (authentication, context) ->
                new AuthorizationDecision(Actor.current().isAdministrator());
    }

    private static HttpSessionCsrfTokenRepository tokens() {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(WebappCsrf.HEADER);
        return tokens;
    }

    /** After signing in one comes back to the page one wanted, never to a call some script made. */
    private static HttpSessionRequestCache pagesOnly() {
        var html = new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PATH.matcher(GET, "/**"), html, new NegatedRequestMatcher(paths("/camunda/api/**"))));
        return cache;
    }

    private static RequestMatcher paths(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) matchers[i] = PATH.matcher(patterns[i]);
        return new OrRequestMatcher(matchers);
    }
}
