package vn.thidua.process.engine;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;

/**
 * Refuses what the engine itself would do for anyone who may work on a task. Engine 7.24.0 evaluates expressions inside the orQueries
 * of a task query, which lets a signed-in person run code in the server; it lets a person who may work on a task throw errors and
 * escalations into the process and overwrite the variables that steer it. What {@link Shortcuts} take for granted is refused to
 * everybody: tasks below a task, variables of a task alone, denials of a permission, rights on a single process. Stands before every command, so that it holds for
 * REST, for Tasklist's own door and for our code alike.
 */
final class CommandGuard extends CommandInterceptor {

    // not reachable otherwise; looked up once, so that an engine without them fails at the start and not open
    private static final Field EXTENDING_QUERY = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field FILTER = field(SaveFilterCmd.class, "filter");
    private static final Field COMPLETE_VARIABLES = field(CompleteTaskCmd.class, "variables");
    private static final Field FORM_VARIABLES = field(SubmitTaskFormCmd.class, "properties");

    private static final Field AUTHORIZATION = field(SaveAuthorizationCmd.class, "authorization");
    private static final Field TASK = field(SaveTaskCmd.class, "task");
    private static final Field VARIABLES_LOCAL = field(AbstractVariableCmd.class, "isLocal");
    private static final Field PATCH_LOCAL = field(AbstractPatchVariablesCmd.class, "isLocal");

    private final ProcessEngineConfigurationImpl engine;

    CommandGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) refuseExpressions(query);
        else if (command instanceof AbstractExecuteFilterCmd) refuseExpressions(value(EXTENDING_QUERY, command));
        else {
            var person = engine.getIdentityService().getCurrentAuthentication();
            if (person != null) guard(command, person);
        }
        return next.execute(command);
    }

    private void guard(Command<?> command, Authentication person) {
        if (command instanceof SaveFilterCmd) {
            if (value(FILTER, command) instanceof FilterEntity filter) refuseExpressions(filter.getQuery());
            administratorsOnly(person);
        } else if (command instanceof CreateFilterCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd) {
            administratorsOnly(person);
        } else if (command instanceof CompleteTaskCmd) {
            refuseSystemVariables(value(COMPLETE_VARIABLES, command));
        } else if (command instanceof SubmitTaskFormCmd) {
            refuseSystemVariables(value(FORM_VARIABLES, command));
        } else if (isForNobody(command)) {
            throw Refusal.forbidden(
                    "Hệ thống không dùng việc con, dữ liệu riêng của một công việc, quyền cấm và quyền trên một quy trình riêng lẻ. Hãy cấp hoặc bớt quyền qua nhóm.");
        }
    }

    private static boolean isForNobody(Command<?> command) {
        if (command instanceof SaveAuthorizationCmd)
            return value(AUTHORIZATION, command) instanceof Authorization saved
                    && (saved.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE || isOfOneProcess(saved));
        if (command instanceof SaveTaskCmd)
            return value(TASK, command) instanceof Task saved && saved.getParentTaskId() != null;
        if (command instanceof SetTaskVariablesCmd) return Boolean.TRUE.equals(value(VARIABLES_LOCAL, command));
        return command instanceof PatchTaskVariablesCmd && Boolean.TRUE.equals(value(PATCH_LOCAL, command));
    }

    private static boolean isOfOneProcess(Authorization saved) {
        return saved.getResourceType() == Resources.PROCESS_INSTANCE.resourceType()
                && !Authorization.ANY.equals(saved.getResourceId());
    }

    private static void refuseExpressions(@Nullable Object query) {
        if (!(query instanceof AbstractQuery<?, ?> outer)) return;
        if (!outer.getExpressions().isEmpty()) {
            throw Refusal.forbidden("Không được dùng biểu thức trong truy vấn công việc. Hãy tìm bằng giá trị cụ thể.");
        }
        if (outer instanceof TaskQueryImpl tasks) {
            for (var inner : tasks.getQueries()) if (inner != tasks) refuseExpressions(inner);
        }
    }

    private static void refuseSystemVariables(@Nullable Object variables) {
        if (variables instanceof Map<?, ?> sent && !Collections.disjoint(sent.keySet(), SystemVariables.NAMES)) {
            throw Refusal.forbidden(
                    "Biểu mẫu gửi kèm dữ liệu do hệ thống quản lý. Hãy tải lại trang rồi gửi lại biểu mẫu.");
        }
    }

    private void administratorsOnly(Authentication person) {
        var groups = person.getGroupIds();
        if (groups == null || Collections.disjoint(groups, engine.getAdminGroups())) {
            throw Refusal.forbidden("Chỉ quản trị viên được làm việc này. Hãy liên hệ quản trị viên hệ thống.");
        }
    }

    private static Field field(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException anotherEngine) {
            throw new IllegalStateException(
                    "This engine version is not the one the guard was written for", anotherEngine);
        }
    }

    private static @Nullable Object value(Field field, Object command) {
        try {
            return field.get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
