package vn.thidua.process.engine;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import vn.thidua.act.Actor;

/** Whoever is signed in to the application is signed in to the engine's webapps, with the groups held at this moment. */
final class WebappSignIn extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new CurrentActor();
    }

    /** The webapps keep groups in the session: another answer makes them forget. */
    @Override
    protected boolean existisAuthentication(Authentications known, String engineName, String username) {
        return super.existisAuthentication(known, engineName, username)
                && known.getAuthenticationForProcessEngine(engineName) instanceof UserAuthentication user
                && Set.copyOf(user.getGroupIds()).equals(Actor.current().groups());
    }

    private static final class CurrentActor extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var actor = Actor.current();
            if (actor.isSystem() || request.getUserPrincipal() == null) return AuthenticationResult.unsuccessful();
            var result = AuthenticationResult.successful(actor.userId());
            result.setGroups(List.copyOf(actor.groups()));
            result.setTenants(List.of());
            return result;
        }
    }
}
