package vn.thidua.process.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.thidua.act.Refusal;

/**
 * Gives back a refusal as what it is, however deep the engine wrapped it, and leaves it with the request at hand, for the answer of the
 * engine's own REST resources. What the engine itself refuses is left there in Vietnamese too, but keeps its type: the engine's own
 * callers catch it. Only what nobody refused is logged.
 */
final class RefusalInterceptor extends CommandInterceptor {

    static final String ATTRIBUTE = Refusal.class.getName();

    /** The engine has no type for it. */
    private static final String WEAK_PASSWORD = "Password does not match policy";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalInterceptor.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException thrown) {
            var refusal = refusalIn(thrown);
            if (isOutermost()) tell(refusal == null ? engineRefusal(thrown) : refusal, command, thrown);
            throw refusal == null ? thrown : refusal;
        }
    }

    private static @Nullable Refusal refusalIn(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
        }
        return null;
    }

    private static @Nullable Refusal engineRefusal(RuntimeException thrown) {
        if (thrown instanceof AuthorizationException) {
            return Refusal.forbidden("Bạn không có quyền làm việc này. Hãy liên hệ quản trị viên hệ thống.");
        }
        if (thrown instanceof TaskAlreadyClaimedException) {
            return Refusal.conflict(
                    "claimed-already", "Người khác vừa nhận công việc này. Hãy tải lại danh sách công việc.");
        }
        if (thrown instanceof OptimisticLockingException) {
            return Refusal.conflict(
                    "changed-meanwhile", "Người khác vừa thay đổi công việc này. Hãy tải lại trang rồi thử lại.");
        }
        if (thrown instanceof NotFoundException || thrown instanceof NullValueException) {
            return Refusal.notFound(
                    "Không còn công việc hoặc dữ liệu này, có thể người khác vừa xử lý xong. Hãy tải lại trang.");
        }
        if (thrown instanceof BadUserRequestException || thrown instanceof NotValidException) {
            return new Refusal(
                    Refusal.Kind.INVALID, "invalid", null, "Yêu cầu không hợp lệ. Hãy tải lại trang rồi thử lại.");
        }
        if (thrown.getMessage() != null && thrown.getMessage().endsWith(WEAK_PASSWORD)) {
            return Refusal.invalid("weak-password", "password", MixedPasswords.SENTENCE);
        }
        return null;
    }

    /** A command inside another one leaves it to the outer one, which may still get by without it. */
    private static boolean isOutermost() {
        return Context.getCommandContext() == null;
    }

    private static void tell(@Nullable Refusal refusal, Command<?> command, RuntimeException thrown) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return;
        if (refusal == null) LOG.error("{} failed", command.getClass().getSimpleName(), thrown);
        else request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
    }
}
