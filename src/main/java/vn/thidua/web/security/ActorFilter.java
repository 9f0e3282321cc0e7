package vn.thidua.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.act.Actor;
import vn.thidua.organisation.Accounts;
import vn.thidua.process.engine.EngineIdentity;

/**
 * Makes the thread work on behalf of whoever signed in, for our rooms and for the engine. A visitor is nobody, never the system. Stands
 * before authorization, which asks the actor.
 */
final class ActorFilter extends OncePerRequestFilter {

    private static final Actor VISITOR = new Actor("khach", Set.of());
    private static final List<String> STATIC = List.of("/css/", "/img/", "/camunda/lib/", "/camunda/assets/");

    private final Accounts accounts;
    private final EngineIdentity engine;

    ActorFilter(Accounts accounts, EngineIdentity engine) {
        this.accounts = accounts;
        this.engine = engine;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STATIC.stream().anyMatch(request.getServletPath()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = actor(request);
        engine.enter(actor);
        try {
            actor.act(() -> {
                try {
                    chain.doFilter(request, response);
                    return true;
                } catch (ServletException | IOException thrown) {
                    throw new Carried(thrown);
                }
            });
        } catch (Carried carried) {
            carried.rethrow();
        } finally {
            engine.leave();
        }
    }

    private Actor actor(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!isPerson(authentication)) return VISITOR;
        var actor = accounts.find(authentication.getName());
        if (actor.isEmpty()) signOut(request);
        return actor.orElse(VISITOR);
    }

    private static boolean isPerson(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** The account was removed while its session lived. */
    private static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    private static final class Carried extends RuntimeException {

        Carried(Exception cause) {
            super(cause);
        }

        void rethrow() throws ServletException, IOException {
            if (getCause() instanceof IOException io) throw io;
            if (getCause() instanceof ServletException servlet) throw servlet;
            throw this;
        }
    }
}
