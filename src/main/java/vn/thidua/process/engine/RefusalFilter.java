package vn.thidua.process.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.act.Refusal;

/**
 * Lets a refusal leave the engine's own REST resources with its status and its Vietnamese sentence, in the shape their clients read
 * ({@code type}, {@code message}), instead of an error 500.
 */
final class RefusalFilter extends OncePerRequestFilter {

    private final ObjectMapper json;

    RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new Answer(request, response);
        chain.doFilter(request, answer);
        var refusal = answer.refusal();
        if (refusal != null && !response.isCommitted()) write(refusal, response);
    }

    private void write(Refusal refusal, HttpServletResponse response) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", refusal.code());
        fields.put("message", refusal.sentence());
        fields.put("code", refusal.code());
        if (refusal.field() != null) fields.put("field", refusal.field());
        var body = json.writeValueAsBytes(fields);
        response.resetBuffer();
        response.setStatus(refusal.kind().status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Swallows the engine's own description of an error that comes from a refusal. */
    private static final class Answer extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Nullable
        Refusal refusal() {
            return getStatus() >= 400 && request.getAttribute(RefusalInterceptor.ATTRIBUTE) instanceof Refusal refusal
                    ? refusal
                    : null;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return refusal() == null ? super.getOutputStream() : new Nowhere();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return refusal() == null ? super.getWriter() : new PrintWriter(OutputStream.nullOutputStream());
        }

        @Override
        public void flushBuffer() throws IOException {
            if (refusal() == null) super.flushBuffer();
        }

        @Override
        public void sendError(int status) throws IOException {
            setStatus(status);
            if (refusal() == null) super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            setStatus(status);
            if (refusal() == null) super.sendError(status, message);
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int b) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }
}
