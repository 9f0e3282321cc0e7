package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.audit.Verification;

@RestController
@RequestMapping("/api/audit")
@Tag(name = "Nhật ký", description = "Mọi việc đã làm, nối chuỗi mã băm, không sửa được; chỉ quản trị viên")
class AuditApi {

    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(
            summary = "Các bản ghi",
            description =
                    "Theo phong trào: mới nhất trước, từng trang. Theo subject (khóa nghiệp vụ): toàn bộ lịch sử, cũ nhất trước.")
    List<AuditEntry> entries(
            @Parameter(description = "Mã phong trào") @RequestParam(required = false) @Nullable String campaign,
            @Parameter(description = "Khóa nghiệp vụ, ví dụ binh-phuoc/so-tai-chinh/2026")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(description = "Chỉ các bản ghi có số nhỏ hơn số này, để xem trang tiếp")
                    @RequestParam(required = false)
                    @Nullable
                    Long before,
            @RequestParam(defaultValue = "100") int size) {
        Actor.current().mustBeAdministrator();
        return subject == null ? trail.newest(campaign, before, Pages.size(size)) : trail.of(subject);
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Kiểm tra nhật ký",
            description = "Đọc lại cả chuỗi; báo bản ghi đầu tiên bị sửa, chèn, đổi chỗ hoặc mất.")
    Verification verify() {
        Actor.current().mustBeAdministrator();
        return trail.verify();
    }
}
