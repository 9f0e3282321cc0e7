package vn.thidua.web.security;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import vn.thidua.act.Refusal;

/** Answers everything that goes wrong under {@code /api} as a problem; pages show their errors themselves. */
@RestControllerAdvice
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> answer(Exception thrown, HttpServletRequest request) throws Exception {
        if (!request.getServletPath().startsWith("/api/") || isForSecurity(thrown)) throw thrown;
        var problem = problem(thrown);
        if (problem == null) problem = incident(thrown, request);
        return ResponseEntity.status(problem.getStatus())
                .headers(headers(thrown))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isForSecurity(Exception thrown) {
        return thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException;
    }

    private static @Nullable ProblemDetail problem(Exception thrown) {
        if (thrown instanceof Refusal refusal) return Problems.of(refusal);
        if (thrown instanceof MaxUploadSizeExceededException) {
            return Problems.of(
                    413, "too-large", null, "Tệp gửi lên vượt quá dung lượng cho phép. Hãy chọn tệp nhỏ hơn.");
        }
        if (thrown instanceof MultipartException) {
            return Problems.of(
                    400, "unreadable", null, "Không đọc được tệp gửi lên. Hãy gửi lại dưới dạng multipart/form-data.");
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) return unreadable(unreadable);
        if (thrown instanceof MethodArgumentNotValidException invalid) return invalid(invalid.getBindingResult());
        if (thrown instanceof BindException invalid) return invalid(invalid.getBindingResult());
        if (thrown instanceof MethodArgumentTypeMismatchException wrong) return wrongType(wrong.getName());
        if (thrown instanceof MissingRequestValueException || thrown instanceof MissingServletRequestPartException) {
            return missing(thrown);
        }
        if (thrown instanceof DuplicateKeyException || thrown instanceof ConcurrencyFailureException) {
            return Problems.of(
                    409, "changed-meanwhile", null, "Dữ liệu vừa được người khác thay đổi. Hãy tải lại rồi thử lại.");
        }
        if (thrown instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            return standard(known.getStatusCode().value(), thrown);
        }
        return null;
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException thrown) {
        if (thrown.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            return wrongType(field);
        }
        return Problems.of(
                400, "unreadable", null, "Nội dung gửi lên không phải JSON hợp lệ. Hãy kiểm tra rồi gửi lại.");
    }

    private static ProblemDetail wrongType(String field) {
        return Problems.of(
                400,
                "wrong-type",
                field,
                "Trường \"%s\" không đúng kiểu dữ liệu. Hãy kiểm tra giá trị rồi gửi lại.".formatted(field));
    }

    private static ProblemDetail invalid(BindingResult result) {
        var error = result.getFieldError();
        return error == null
                ? Problems.of(422, "invalid", null, "Dữ liệu gửi lên không hợp lệ. Hãy kiểm tra rồi gửi lại.")
                : Problems.of(
                        422,
                        "invalid",
                        error.getField(),
                        "Trường \"%s\" không hợp lệ. Hãy kiểm tra giá trị rồi gửi lại.".formatted(error.getField()));
    }

    private static ProblemDetail missing(Exception thrown) {
        var field = thrown instanceof MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : thrown instanceof MissingServletRequestPartException part ? part.getRequestPartName() : null;
        return Problems.of(
                400,
                "missing",
                field,
                field == null
                        ? "Yêu cầu thiếu dữ liệu bắt buộc."
                        : "Thiếu \"%s\", là dữ liệu bắt buộc. Hãy bổ sung rồi gửi lại.".formatted(field));
    }

    private static ProblemDetail standard(int status, Exception thrown) {
        return switch (status) {
            case 404 -> Problems.of(404, "not-found", null, "Địa chỉ này không tồn tại.");
            case 405 -> Problems.of(405, "method-not-allowed", null, allowed(thrown));
            case 406 -> Problems.of(406, "not-acceptable", null, "Hệ thống chỉ trả lời bằng JSON.");
            case 415 ->
                Problems.of(415, "unsupported-media-type", null, "Hãy gửi dữ liệu dưới dạng JSON (application/json).");
            default -> Problems.of(status, "bad-request", null, "Yêu cầu không hợp lệ. Hãy kiểm tra rồi gửi lại.");
        };
    }

    private static String allowed(Exception thrown) {
        return thrown instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedMethods() != null
                ? "Địa chỉ này không nhận %s, chỉ nhận %s."
                        .formatted(wrong.getMethod(), String.join(", ", Arrays.asList(wrong.getSupportedMethods())))
                : "Địa chỉ này không nhận cách gọi đó.";
    }

    private static HttpHeaders headers(Exception thrown) {
        return thrown instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
    }

    /** Tells no more than a number, under which the log has the rest. */
    private static ProblemDetail incident(Exception thrown, HttpServletRequest request) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), thrown);
        var problem = Problems.of(
                500,
                "internal",
                null,
                "Hệ thống gặp sự cố. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã sự cố %s.".formatted(incident));
        problem.setProperty("incident", incident);
        return problem;
    }
}
