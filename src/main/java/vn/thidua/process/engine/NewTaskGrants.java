package vn.thidua.process.engine;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Grants for a task that is just being created are written without looking for earlier ones, which it cannot have: one query less for
 * each group of each task. They go with the task, as the engine does it.
 */
final class NewTaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity createOrUpdateAuthorization(
            Task task,
            String userId,
            String groupId,
            Resource resource,
            boolean isHistoric,
            Permission... permissions) {
        return isNew(task) && !isHistoric
                ? createAuthorization(userId, groupId, resource, task.getId(), permissions)
                : super.createOrUpdateAuthorization(task, userId, groupId, resource, isHistoric, permissions);
    }

    private static boolean isNew(Task task) {
        return task instanceof DbEntity entity
                && Context.getCommandContext()
                        .getDbEntityManager()
                        .getDbEntityCache()
                        .isTransient(entity);
    }
}
