package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.submission.Sight;
import vn.thidua.submission.Submissions;
import vn.thidua.web.api.ObligationViews.ObligationDetail;

@RestController
@RequestMapping("/api/obligations/{id}/parts/{addressee}")
@Tag(
        name = "Nộp và tiếp nhận",
        description =
                "Việc làm với phần nộp tới một nơi nhận; công việc tương ứng trong Tasklist tự chuyển theo. Trả về nghĩa vụ sau khi làm.")
class PartsApi {

    @Schema(description = "Lý do và hạn mới")
    record NewDeadline(
            @Schema(description = "Ít nhất 5 ký tự") String reason,

            @Schema(description = "Ngày cuối còn đúng hạn, dd/MM/yyyy", example = "30/11/2026")
            String newDeadline) {}

    @Schema(description = "Ngày đã nộp trước khi dùng hệ thống")
    record SubmittedBefore(
            @Schema(description = "dd/MM/yyyy", example = "18/11/2025")
            String submittedOn) {}

    private final Submissions submissions;
    private final Sight sight;
    private final ObligationViewer viewer;

    PartsApi(Submissions submissions, Sight sight, ObligationViewer viewer) {
        this.submissions = submissions;
        this.sight = sight;
        this.viewer = viewer;
    }

    @PostMapping("/submission")
    @Operation(
            summary = "Nộp bản nháp",
            description =
                    "Chỉ người của đơn vị. Nộp muộn vẫn nhận và ghi rõ mức muộn; alsoToOthers trong bản nháp thì nộp cả các nơi nhận khác.")
    ObligationDetail submit(@PathVariable long id, @PathVariable String addressee) {
        submissions.handIn(id, addressee);
        return now(id);
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Rút lại", description = "Chỉ người của đơn vị, khi nơi nhận chưa tiếp nhận; hạn không đổi.")
    ObligationDetail withdraw(@PathVariable long id, @PathVariable String addressee) {
        submissions.withdraw(id, addressee);
        return now(id);
    }

    @PostMapping("/acceptance")
    @Operation(summary = "Tiếp nhận", description = "Chỉ người của nơi nhận.")
    ObligationDetail accept(@PathVariable long id, @PathVariable String addressee) {
        submissions.accept(id, addressee);
        return now(id);
    }

    @PostMapping("/return")
    @Operation(summary = "Trả lại", description = "Chỉ người của nơi nhận; phải có lý do và hạn nộp lại.")
    ObligationDetail giveBack(
            @PathVariable long id, @PathVariable String addressee, @RequestBody NewDeadline returned) {
        submissions.giveBack(id, addressee, returned.reason(), returned.newDeadline());
        return now(id);
    }

    @PostMapping("/extension")
    @Operation(summary = "Gia hạn", description = "Chỉ cơ quan thường trực; phải có lý do, hạn mới sau hạn hiện tại.")
    ObligationDetail extend(@PathVariable long id, @PathVariable String addressee, @RequestBody NewDeadline extension) {
        submissions.extend(id, addressee, extension.newDeadline(), extension.reason());
        return now(id);
    }

    @PostMapping("/history")
    @Operation(
            summary = "Ghi bổ sung nghĩa vụ cũ",
            description =
                    "Đơn vị hoặc cơ quan thường trực ghi văn bản đã nộp trước ngày dùng hệ thống, lấy nội dung từ bản nháp; không gửi thư cho ai.")
    ObligationDetail fillIn(
            @PathVariable long id, @PathVariable String addressee, @RequestBody SubmittedBefore before) {
        submissions.fillIn(id, addressee, before.submittedOn());
        return now(id);
    }

    private ObligationDetail now(long id) {
        return viewer.detail(sight.see(id));
    }
}
