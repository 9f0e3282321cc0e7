package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.Dossiers;
import vn.thidua.submission.SubmittedFiles;

@RestController
@RequestMapping("/api/files")
@Tag(name = "Tệp đính kèm")
class FilesApi {

    private final SubmittedFiles files;
    private final Attachments attachments;
    private final Dossiers dossiers;
    private final DossierSight dossierSight;

    FilesApi(SubmittedFiles files, Attachments attachments, Dossiers dossiers, DossierSight dossierSight) {
        this.files = files;
        this.attachments = attachments;
        this.dossiers = dossiers;
        this.dossierSight = dossierSight;
    }

    @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "Tải tệp về",
            description =
                    "Ai xem được nghĩa vụ hoặc hồ sơ thì tải được tệp đã nộp; tệp trong bản nháp chỉ người soạn tải được.")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        var file = see(id);
        return Downloads.of(file.name(), file.mediaType(), attachments.content(id));
    }

    private Attachment see(UUID id) {
        var file = attachments.describe(id);
        if (dossiers.find(file.subject()).isEmpty()) return files.see(id);
        dossierSight.seeFile(id);
        return file;
    }
}
