package vn.thidua.process.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
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
        var given = userId == null || isHistoric ? permissions : andRelease(permissions);
        return isNew(task) && !isHistoric
                ? createAuthorization(userId, groupId, resource, task.getId(), given)
                : super.createOrUpdateAuthorization(task, userId, groupId, resource, isHistoric, given);
    }

    /** Whoever has taken a task may give it back; the doors let nobody but administrators hand it to somebody else. */
    private static Permission[] andRelease(Permission... permissions) {
        var all = Arrays.copyOf(permissions, permissions.length + 1);
        all[permissions.length] = Permissions.TASK_ASSIGN;
        return all;
    }

    private static boolean isNew(Task task) {
        return task instanceof DbEntity entity
                && Context.getCommandContext()
                        .getDbEntityManager()
                        .getDbEntityCache()
                        .isTransient(entity);
    }
}
