package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.DueRule;
import vn.thidua.calendar.Period.Frequency;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.campaign.PlanChanges.Decision;
import vn.thidua.process.CampaignFlow;
import vn.thidua.web.api.CampaignViews.ChangeView;

@RestController
@RequestMapping("/api/campaigns/{code}")
@Tag(
        name = "Thay đổi kế hoạch",
        description = "Cơ quan thường trực quyết định điểm bỏ ngỏ và nhập văn bản sửa đổi, bổ sung")
class PlanChangesApi {

    @Schema(description = "Sửa đổi, bổ sung kế hoạch: nội dung như một quyết định, thêm điều được sửa")
    record Amendment(
            @Nullable Aspect aspect,

            @Schema(description = "Mã nghĩa vụ được sửa; bỏ trống khi không sửa nghĩa vụ nào") @Nullable
            String duty,

            @Schema(example = "125/SNV-TĐKT") String documentNumber,

            @Schema(description = "dd/MM/yyyy", example = "05/12/2026")
            String documentDate,

            @Schema(description = "Tóm tắt nội dung văn bản")
            String reason,

            @Nullable DueRule due,
            @Nullable Frequency every,
            @Nullable Integer first,
            @Nullable Integer last,
            List<String> groups,
            List<String> addressees,
            @Nullable Quota quota) {

        Decision decision() {
            return new Decision(
                    documentNumber, documentDate, reason, due, every, first, last, groups, addressees, quota);
        }
    }

    private final CampaignFlow flow;
    private final PlanChanges changes;

    PlanChangesApi(CampaignFlow flow, PlanChanges changes) {
        this.flow = flow;
        this.changes = changes;
    }

    @PostMapping("/rulings/{openPoint}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Quyết định một điểm bỏ ngỏ",
            description =
                    "Có hiệu lực ngay: việc đang mở, mốc hẹn giờ và nhắc hạn đổi theo; công việc tương ứng trong Tasklist kết thúc. "
                            + "Chỉ cơ quan thường trực.")
    ChangeView rule(@PathVariable String code, @PathVariable String openPoint, @RequestBody Decision decision) {
        return ChangeView.of(flow.rule(code, openPoint, decision));
    }

    @PostMapping("/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Nhập văn bản sửa đổi, bổ sung kế hoạch",
            description =
                    "Hạn đổi thì công việc đang mở, mốc hẹn giờ và nhắc hạn cùng đổi; hạn cũ vẫn lưu. Chỉ cơ quan thường trực.")
    ChangeView amend(@PathVariable String code, @RequestBody Amendment amendment) {
        if (amendment.aspect() == null) {
            throw Refusal.invalid(
                    "aspect", "aspect", "Chưa nêu điều được sửa đổi. Hãy chọn một nội dung, ví dụ DUE (hạn nộp).");
        }
        return ChangeView.of(changes.amend(code, amendment.duty(), amendment.aspect(), amendment.decision()));
    }
}
