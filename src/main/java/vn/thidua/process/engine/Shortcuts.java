package vn.thidua.process.engine;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.camunda.commons.utils.cache.Cache;

/**
 * Questions the engine asks its database with every task although the answer is known here: ten statements less each time a person
 * completes one. What makes an answer known is kept by {@link CommandGuard}.
 */
final class Shortcuts {

    private Shortcuts() {}

    /** For one engine. */
    static List<SessionFactory> all() {
        var latest = new ConcurrentHashMap<String, String>();
        var jobs = new ConcurrentHashMap<String, JobDefinitionEntity>();
        return List.of(
                in(TaskManager.class, Tasks::new),
                in(VariableInstanceManager.class, Variables::new),
                in(ProcessDefinitionManager.class, () -> new Definitions(latest)),
                in(JobDefinitionManager.class, () -> new JobDefinitions(jobs)),
                in(AuthorizationManager.class, Authorizations::new),
                in(JobManager.class, Jobs::new),
                in(IncidentManager.class, Incidents::new),
                in(EventSubscriptionManager.class, Subscriptions::new),
                in(ExecutionManager.class, Executions::new));
    }

    /** All executions of some processes: what goes on in them in this command reads none of them again. */
    static void keep(Collection<ExecutionEntity> whole) {
        if (Context.getCommandContext().getExecutionManager() instanceof Executions manager) manager.keep(whole);
    }

    private static SessionFactory in(Class<? extends Session> place, Supplier<Session> shortcut) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return place;
            }

            @Override
            public Session openSession() {
                return shortcut.get();
            }
        };
    }

    /** For this transaction at once; once more when it is over, for what others have read meanwhile. */
    private static void forgotten(Runnable forget) {
        forget.run();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, over -> forget.run());
    }

    private static final class Tasks extends TaskManager {

        /** Nobody makes tasks below a task. */
        @Override
        public List<Task> findTasksByParentTaskId(String parentTaskId) {
            return List.of();
        }

        /** An execution waits in one task at a time, so the one at hand is the only one. */
        @Override
        public List<TaskEntity> findTasksByExecutionId(String executionId) {
            var atHand = new ArrayList<TaskEntity>();
            for (var task : getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)) {
                if (executionId.equals(task.getExecutionId())) atHand.add(task);
            }
            return atHand.isEmpty() ? super.findTasksByExecutionId(executionId) : atHand;
        }
    }

    private static final class Variables extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
            var task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
            return task != null && ScriptedForms.haveAlwaysDone(task)
                    ? new ArrayList<>()
                    : super.findVariableInstancesByTaskId(taskId);
        }
    }

    /** A deployed model never changes; only whether it is suspended does, and which is the latest. */
    private static final class Definitions extends ProcessDefinitionManager {

        private final Map<String, String> latest;

        Definitions(Map<String, String> latest) {
            this.latest = latest;
        }

        @Override
        public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
            var loaded = super.getCachedResourceDefinitionEntity(definitionId);
            return loaded == null ? deployed().get(definitionId) : loaded;
        }

        @Override
        public ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
            var id = latest.get(key);
            var known = id == null ? null : deployed().get(id);
            if (known != null) return known;
            var found = super.findLatestDefinitionByKey(key);
            if (found != null) latest.put(key, found.getId());
            return found;
        }

        @Override
        public void insertProcessDefinition(ProcessDefinitionEntity definition) {
            super.insertProcessDefinition(definition);
            changed();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateById(String definitionId, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateById(definitionId, state);
            changed();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKey(String definitionKey, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKey(definitionKey, state);
            changed();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
                String definitionKey, String tenant, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(definitionKey, tenant, state);
            changed();
        }

        private void changed() {
            var deployed = deployed();
            forgotten(() -> {
                latest.clear();
                deployed.clear();
            });
        }

        private static Cache<String, ProcessDefinitionEntity> deployed() {
            return Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache();
        }
    }

    /** What a timer is made by changes only when it is suspended. */
    private static final class JobDefinitions extends JobDefinitionManager {

        private final Map<String, JobDefinitionEntity> known;

        JobDefinitions(Map<String, JobDefinitionEntity> known) {
            this.known = known;
        }

        /** While a process goes on it is only read; who wants to change it gets his own. */
        @Override
        public JobDefinitionEntity findById(String id) {
            var isRunning = !getDbEntityManager()
                    .getCachedEntitiesByType(ExecutionEntity.class)
                    .isEmpty();
            return isRunning ? known.computeIfAbsent(id, super::findById) : super.findById(id);
        }

        @Override
        public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateById(id, state);
            changed();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
            changed();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
            changed();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
                String key, String tenant, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenant, state);
            changed();
        }

        private void changed() {
            forgotten(known::clear);
        }
    }

    private static final class Authorizations extends AuthorizationManager {

        /** A group without authorizations is granted nothing anyway. */
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }

        /** Nobody is granted anything on a single process. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.PROCESS_INSTANCE) super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    private static final class Jobs extends JobManager {

        /** No event is delivered later than it is sent, so none has a job. */
        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenant) {
            return ProcessEventJobHandler.TYPE.equals(handler)
                    ? List.of()
                    : super.findJobsByConfiguration(handler, configuration, tenant);
        }
    }

    private static final class Incidents extends IncidentManager {

        /** A job that may still be tried has none. */
        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String type) {
            var job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && job.getRetries() > 0 && job.getExceptionMessage() == null
                    ? List.of()
                    : super.findIncidentByConfigurationAndIncidentType(configuration, type);
        }
    }

    /** Whoever looks for what one execution waits for soon looks for all of its process. */
    private static final class Subscriptions extends EventSubscriptionManager {

        private final Map<String, List<EventSubscriptionEntity>> read = new HashMap<>();

        @Override
        public List<EventSubscriptionEntity> findEventSubscriptionsByExecution(String id) {
            var execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
            if (execution == null) return super.findEventSubscriptionsByExecution(id);
            var process = execution.getProcessInstanceId();
            var all = read.computeIfAbsent(process, super::findEventSubscriptionsByProcessInstanceId);
            var own = new ArrayList<EventSubscriptionEntity>();
            for (var each : all) if (id.equals(each.getExecutionId())) own.add(each);
            return own;
        }
    }

    /** Whoever looks for one execution of a process soon looks for all of them: they are read at once. */
    private static final class Executions extends ExecutionManager {

        private final Map<String, List<ExecutionEntity>> read = new HashMap<>();

        @Override
        public ExecutionEntity findExecutionById(String id) {
            var known = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
            if (known == null)
                processOf(id).ifPresent(process -> read.put(process, super.findExecutionsByProcessInstanceId(process)));
            return super.findExecutionById(id);
        }

        void keep(Collection<ExecutionEntity> whole) {
            read.putAll(whole.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId)));
        }

        /** By the task at hand that waits there, or by an execution at hand below it. */
        private Optional<String> processOf(String id) {
            for (var task : getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)) {
                if (id.equals(task.getExecutionId())) return Optional.ofNullable(task.getProcessInstanceId());
            }
            return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                    .map(ExecutionEntity::getProcessInstanceId)
                    .filter(id::equals)
                    .findFirst();
        }

        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String process) {
            var atHand = read.remove(process);
            return atHand == null ? super.findExecutionsByProcessInstanceId(process) : atHand;
        }
    }
}
