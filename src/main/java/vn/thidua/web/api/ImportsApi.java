package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.thidua.nomination.ImportPreview;
import vn.thidua.nomination.ImportPreview.Fault;
import vn.thidua.nomination.ImportProgress;
import vn.thidua.nomination.NominationImports;

@RestController
@RequestMapping("/api")
@Tag(
        name = "Nạp danh sách đề nghị",
        description =
                "Nhiều hồ sơ một lần từ Excel, tệp đính kèm trong một tệp ZIP; xem trước rồi nạp trọn hoặc không nạp gì")
class ImportsApi {

    @Schema(description = "Kết quả xem trước; còn một lỗi thì không nạp gì")
    record PreviewView(
            int dossiers,

            @Schema(description = "Số dòng nhận ra người, tập thể đã có trong hệ thống")
            long recognised,

            @Schema(description = "Số tệp trong ZIP khớp được với dòng")
            int files,

            List<RowView> rows,
            List<Fault> faults) {

        static PreviewView of(ImportPreview preview) {
            return new PreviewView(
                    preview.rows().size(),
                    preview.recognised(),
                    preview.files(),
                    preview.rows().stream().map(RowView::of).toList(),
                    preview.faults());
        }
    }

    @Schema(description = "Một dòng sẽ thành một hồ sơ")
    record RowView(
            @Schema(description = "Dòng trong bảng tính, dòng tên cột là 1")
            int number,

            @Schema(description = "Mã dòng") String code,
            String name,
            boolean recognised,
            List<String> files) {

        static RowView of(ImportPreview.Row row) {
            var nominee = row.content().nominee();
            return new RowView(
                    row.number(), row.code(), nominee == null ? "" : nominee.name(), row.isRecognised(), row.files());
        }
    }

    @Schema(description = "Việc nạp đã đi đến đâu")
    record ProgressView(
            UUID id,
            ImportProgress.State state,
            String stateLabel,
            int done,
            int total,
            int percent,

            @Schema(description = "Vì sao chưa nạp được") @Nullable
            String problem) {

        static ProgressView of(ImportProgress progress) {
            return new ProgressView(
                    progress.id(),
                    progress.state(),
                    progress.state().label(),
                    progress.done(),
                    progress.total(),
                    progress.percent(),
                    progress.problem());
        }
    }

    private final NominationImports imports;

    ImportsApi(NominationImports imports) {
        this.imports = imports;
    }

    @GetMapping(path = "/rounds/{campaign}/{round}/units/{unit}/imports/template.xlsx", produces = Downloads.XLSX)
    @Operation(
            summary = "Tệp mẫu để lập danh sách",
            description = "Kèm hướng dẫn từng cột và cách đặt tên tệp trong ZIP.")
    ResponseEntity<byte[]> template(
            @PathVariable String campaign, @PathVariable String round, @PathVariable String unit) {
        return Downloads.of(
                "mau-danh-sach-de-nghi-%s-%s.xlsx".formatted(campaign, round),
                Downloads.XLSX,
                imports.template(RoundsApi.key(campaign, round), unit));
    }

    @PostMapping(
            path = "/rounds/{campaign}/{round}/units/{unit}/imports/preview",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Xem trước", description = "Không thay đổi gì; trả về mọi lỗi theo dòng và cột.")
    PreviewView preview(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestPart("list") MultipartFile list,
            @RequestPart(name = "archive", required = false) @Nullable MultipartFile archive)
            throws IOException {
        return PreviewView.of(imports.preview(RoundsApi.key(campaign, round), unit, files(list, archive)));
    }

    @PostMapping(
            path = "/rounds/{campaign}/{round}/units/{unit}/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Nạp danh sách",
            description = "Bắt đầu nạp và trả về ngay; hỏi tiến độ theo id. Nạp trọn danh sách hoặc không nạp gì.")
    ProgressView take(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable String unit,
            @RequestPart("list") MultipartFile list,
            @RequestPart(name = "archive", required = false) @Nullable MultipartFile archive)
            throws IOException {
        var id = imports.keep(RoundsApi.key(campaign, round), unit, files(list, archive));
        imports.start(id);
        return ProgressView.of(imports.progress(id));
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "Tiến độ nạp danh sách")
    ProgressView progress(@PathVariable UUID id) {
        return ProgressView.of(imports.progress(id));
    }

    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ danh sách chưa nạp")
    void discard(@PathVariable UUID id) {
        imports.discard(id);
    }

    private static NominationImports.Files files(MultipartFile list, @Nullable MultipartFile archive)
            throws IOException {
        return new NominationImports.Files(
                String.valueOf(list.getOriginalFilename()),
                list.getBytes(),
                archive == null ? null : archive.getOriginalFilename(),
                archive == null ? null : archive.getBytes());
    }
}
