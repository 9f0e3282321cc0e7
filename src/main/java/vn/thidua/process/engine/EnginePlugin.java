package vn.thidua.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;

/** How the engine differs from what it is out of the box. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final int bcryptStrength;

    EnginePlugin(@Value("${thidua.security.bcrypt-strength:10}") int bcryptStrength) {
        this.bcryptStrength = bcryptStrength;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        guard(engine);
        people(engine);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setTaskMetricsEnabled(false);
        engine.setCustomSessionFactories(Shortcuts.all());
        if (engine.getCustomPostBPMNParseListeners() == null) engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        engine.getCustomPostBPMNParseListeners().add(new Branches.Listener());
        engine.setCustomHistoryLevels(List.of(new OwnRecord()));
        // reckoned when history is cleaned up: stamping the rows of every table as an instance ends costs fifteen
        // statements
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfigurationImpl.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        // whoever called logs what failed; a refusal is no failure
        engine.setEnableCmdExceptionLogging(false);
        engine.setLoggingContextBusinessKey("businessKey");
    }

    private static void guard(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> guarded(
            ProcessEngineConfigurationImpl engine, @Nullable List<CommandInterceptor> others) {
        var interceptors = new ArrayList<CommandInterceptor>();
        interceptors.add(new RefusalInterceptor());
        interceptors.add(new CommandGuard(engine));
        if (others != null) interceptors.addAll(others);
        return interceptors;
    }

    private void people(ProcessEngineConfigurationImpl engine) {
        // nobody is denied what is granted, see the guard
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setAdminGroups(new ArrayList<>(List.of(Actor.ADMINISTRATORS)));
        engine.setPasswordEncryptor(new BCryptEncryptor(bcryptStrength));
        engine.setPasswordPolicy(new MixedPasswords());
        engine.setEnablePasswordPolicy(true);
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(UnlockedIdentities.class));
        // ids of units and people carry hyphens, dots and @
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setResourceAuthorizationProvider(new NewTaskGrants());
    }
}
