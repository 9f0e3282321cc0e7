package vn.thidua.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.calendar.DueRule;

/** How the interface describes itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    private static final Map<String, String> REFUSALS = refusals();

    static {
        // written and read as plans write it, not as the record behind it is made
        SpringDocUtils.getConfig().replaceWithSchema(DueRule.class, dueRule());
    }

    @Bean
    OpenAPI thiDuaApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Thi Đua")
                        .version("1")
                        .description(
                                "Vận hành phong trào thi đua theo kế hoạch của cấp phát động. Mọi việc làm được trên màn hình đều làm được ở đây, "
                                        + "với cùng các kiểm tra. Thời gian theo giờ Việt Nam; ngày người dùng gõ có dạng dd/MM/yyyy. Lỗi trả về dạng "
                                        + "application/problem+json (RFC 9457) với câu tiếng Việt và mã code ổn định."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description(
                                                "Cho chương trình: tài khoản và mật khẩu như khi đăng nhập, không để lại phiên."))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")
                                        .description(
                                                "Cho trình duyệt đã đăng nhập; lời gọi làm thay đổi dữ liệu phải kèm tiêu đề X-XSRF-TOKEN."))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    @Bean
    OpenApiCustomizer refusalsEverywhere() {
        return api ->
                api.getPaths().values().forEach(path -> path.readOperationsMap().forEach(this::addRefusals));
    }

    private void addRefusals(PathItem.HttpMethod method, Operation operation) {
        REFUSALS.forEach((status, meaning) -> {
            var changes = method != PathItem.HttpMethod.GET;
            var fits = changes || !(status.equals("409") || status.equals("422"));
            if (fits) operation.getResponses().putIfAbsent(status, refusal(meaning));
        });
    }

    private static Map<String, String> refusals() {
        var refusals = new LinkedHashMap<String, String>();
        refusals.put("401", "Chưa đăng nhập hoặc sai mật khẩu");
        refusals.put("403", "Không có quyền");
        refusals.put("404", "Không tìm thấy");
        refusals.put("409", "Không thực hiện được ở trạng thái hiện tại");
        refusals.put("422", "Dữ liệu không hợp lệ; field nêu trường sai");
        return refusals;
    }

    private static ApiResponse refusal(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Điều gì không được và phải làm gì")
                .addProperty("type", new StringSchema().format("uri").example("urn:thidua:problem:signed-pdf"))
                .addProperty("title", new StringSchema().example("Dữ liệu không hợp lệ"))
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty(
                        "detail",
                        new StringSchema()
                                .description("Câu tiếng Việt nêu trường, quy tắc và cách khắc phục")
                                .example(
                                        "Chưa có tệp PDF của văn bản đã ký. Hãy đính kèm bản PDF ký số hoặc bản quét có dấu."))
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty(
                        "code",
                        new StringSchema()
                                .description("Mã ổn định cho chương trình")
                                .example("signed-pdf"))
                .addProperty(
                        "field",
                        new StringSchema().description("Trường sai, nếu có").example("attachments"));
    }

    private static Schema<?> dueRule() {
        var dates = new ArraySchema().items(new StringSchema().example("20/11"));
        return new ObjectSchema()
                .description(
                        "Hạn nộp: đúng một trong before (trước ngày), by (chậm nhất ngày), within (trong tháng), với một ngày hoặc một ngày cho "
                                + "mỗi kỳ con. Ngày: d/M; nộp một lần d/M/yyyy; within M hoặc M/yyyy; hằng tháng d.")
                .addProperty("before", dates)
                .addProperty("by", dates)
                .addProperty("within", dates)
                .addProperty("nextYear", new BooleanSchema().description("Ngày hạn thuộc năm sau năm của kỳ"))
                .addProperty("undated", new BooleanSchema().description("Kế hoạch không quy định hạn"));
    }
}
