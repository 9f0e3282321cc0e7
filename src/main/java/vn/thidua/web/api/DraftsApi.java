package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.thidua.act.Refusal;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.submission.Submissions;
import vn.thidua.web.api.ObligationViews.DraftView;
import vn.thidua.web.api.ObligationViews.FileView;
import vn.thidua.web.api.ObligationViews.ObstacleView;

@RestController
@RequestMapping("/api/obligations/{id}")
@Tag(name = "Soạn văn bản", description = "Bản nháp và tệp đính kèm, trước khi nộp")
class DraftsApi {

    @Schema(description = "Bản nháp đã lưu và điều còn thiếu trước khi nộp được")
    record SavedDraft(DraftView draft, List<ObstacleView> obstacles) {}

    @Schema(description = "Kết quả từng tệp")
    record Uploaded(List<FileView> attached, List<RefusedFile> refused, List<ObstacleView> obstacles) {}

    @Schema(description = "Tệp không nhận được và lý do")
    record RefusedFile(String name, String code, String sentence) {}

    private final Submissions submissions;
    private final ObligationViewer viewer;

    DraftsApi(Submissions submissions, ObligationViewer viewer) {
        this.submissions = submissions;
        this.viewer = viewer;
    }

    @PutMapping("/draft")
    @Operation(
            summary = "Lưu bản nháp",
            description = "Thay toàn bộ nội dung bản nháp; tệp đính kèm giữ nguyên. Bản nháp được phép chưa đủ.")
    SavedDraft save(@PathVariable long id, @RequestBody SubmissionContent content) {
        submissions.saveDraft(id, content);
        return saved(id);
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Đính kèm tệp vào bản nháp",
            description =
                    "Một hoặc nhiều tệp, trường files: PDF, Word (.docx), Excel (.xlsx), JPEG, PNG, xét theo nội dung. Mỗi tệp được nhận "
                            + "hoặc bị từ chối riêng: 200 khi nhận đủ, 207 khi chỉ nhận được một phần, lỗi của tệp đầu tiên khi không nhận được tệp nào.")
    ResponseEntity<Uploaded> attach(@PathVariable long id, @RequestPart("files") List<MultipartFile> files)
            throws IOException {
        var attached = new ArrayList<FileView>();
        var refused = new ArrayList<Refusal>();
        var refusedFiles = new ArrayList<RefusedFile>();
        for (var file : files) {
            var name = String.valueOf(file.getOriginalFilename());
            try (var content = file.getInputStream()) {
                attached.add(FileView.of(submissions.attach(id, name, content)));
            } catch (Refusal refusal) {
                if (!isAboutTheFile(refusal)) throw refusal;
                refused.add(refusal);
                refusedFiles.add(new RefusedFile(name, refusal.code(), refusal.sentence()));
            }
        }
        if (attached.isEmpty() && !refused.isEmpty()) throw refused.get(0);
        return ResponseEntity.status(refused.isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
                .body(new Uploaded(attached, refusedFiles, viewer.obstacles(id)));
    }

    private static boolean isAboutTheFile(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.TOO_LARGE;
    }

    @DeleteMapping("/attachments/{file}")
    @Operation(summary = "Gỡ tệp khỏi bản nháp", description = "Các bản đã nộp trước đó vẫn giữ tệp.")
    SavedDraft detach(@PathVariable long id, @PathVariable UUID file) {
        submissions.detach(id, file);
        return saved(id);
    }

    private SavedDraft saved(long id) {
        return new SavedDraft(viewer.draft(id), viewer.obstacles(id));
    }
}
