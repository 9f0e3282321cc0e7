package vn.thidua.web.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;

/** Problems as RFC 9457 describes them: Vietnamese title and detail for people, a stable code and the field for programs. */
@Component
class Problems {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Yêu cầu không hợp lệ"),
            Map.entry(401, "Chưa đăng nhập"),
            Map.entry(403, "Không có quyền"),
            Map.entry(404, "Không tìm thấy"),
            Map.entry(405, "Cách gọi không được hỗ trợ"),
            Map.entry(406, "Không trả được dạng dữ liệu yêu cầu"),
            Map.entry(409, "Không thực hiện được ở trạng thái hiện tại"),
            Map.entry(413, "Dữ liệu gửi lên quá lớn"),
            Map.entry(415, "Dạng dữ liệu gửi lên không được hỗ trợ"),
            Map.entry(422, "Dữ liệu không hợp lệ"),
            Map.entry(429, "Quá nhiều yêu cầu"),
            Map.entry(503, "Hệ thống đang bận"));

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    static ProblemDetail of(Refusal refusal) {
        return of(refusal.kind().status(), refusal.code(), refusal.field(), refusal.sentence());
    }

    static ProblemDetail of(int status, String code, @Nullable String field, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
        problem.setType(URI.create("urn:thidua:problem:" + code));
        problem.setTitle(TITLES.getOrDefault(status, "Lỗi hệ thống"));
        problem.setProperty("code", code);
        if (field != null) problem.setProperty("field", field);
        return problem;
    }

    void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
