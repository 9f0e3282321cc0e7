package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.Consultation;
import vn.thidua.appraisal.Consultations;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.DossierContent;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Hold;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.NameKey;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.NomineeEntry;
import vn.thidua.nomination.Nominees;
import vn.thidua.web.api.DossierViews.ConsultationView;
import vn.thidua.web.api.DossierViews.DossierDetail;
import vn.thidua.web.api.DossierViews.DossierSummary;
import vn.thidua.web.api.DossierViews.HoldView;
import vn.thidua.web.api.DossierViews.MatchView;
import vn.thidua.web.api.DossierViews.RuleView;
import vn.thidua.web.api.DossierViews.SavedDossier;
import vn.thidua.web.api.DossierViews.StepView;

@RestController
@RequestMapping("/api")
@Tag(
        name = "Hồ sơ đề nghị khen thưởng",
        description = "Soạn, đính kèm, rút, tạm dừng; nộp và các bước tiếp theo là công việc trong Tasklist")
class DossiersApi {

    @Schema(description = "Lý do rút hồ sơ")
    record Withdrawal(String reason) {}

    @Schema(description = "Tạm dừng xét")
    record NewHold(
            Hold.Kind kind,
            String reason,

            @Schema(description = "Văn bản làm căn cứ, nếu có") @Nullable
            String document) {}

    @Schema(description = "Vi phạm đã được kết luận: hồ sơ không được xét nữa")
    record Confirmation(String reason, String document) {}

    @Schema(description = "Lấy ý kiến, hiệp y")
    record NewConsultation(
            @Schema(description = "PARTY_OPINION hoặc MINISTRY")
            String kind,

            @Schema(description = "Cơ quan được hỏi") String to,

            @Schema(description = "Ngày gửi, dd/MM/yyyy", example = "18/11/2026")
            String sentOn,

            @Schema(description = "Số, ký hiệu văn bản hỏi") String document) {}

    private final Campaigns campaigns;
    private final Dossiers dossiers;
    private final DossierSight sight;
    private final Nominations nominations;
    private final Nominees nominees;
    private final Holds holds;
    private final Consultations consultations;
    private final DossierViewer viewer;

    DossiersApi(
            Campaigns campaigns,
            Dossiers dossiers,
            DossierSight sight,
            Nominations nominations,
            Nominees nominees,
            Holds holds,
            Consultations consultations,
            DossierViewer viewer) {
        this.campaigns = campaigns;
        this.dossiers = dossiers;
        this.sight = sight;
        this.nominations = nominations;
        this.nominees = nominees;
        this.holds = holds;
        this.consultations = consultations;
        this.viewer = viewer;
    }

    @GetMapping("/campaigns/{code}/dossiers")
    @Operation(
            summary = "Hồ sơ ở đâu",
            description =
                    "Mọi hồ sơ của phong trào mà người gọi được xem, với bước, từ lúc nào, đang chờ ai, thời hạn nào.")
    PageOf<DossierSummary> all(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable DossierState state,
            @Parameter(description = "Mã đơn vị") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "Một phần tên đối tượng; không phân biệt cách gõ dấu")
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        var key = name == null ? "" : NameKey.of(name);
        var asked = sight.visible(campaigns.get(code)).stream()
                .filter(dossier -> state == null || dossier.state() == state)
                .filter(dossier -> unit == null || dossier.unit().equals(unit))
                .filter(dossier -> key.isEmpty() || NameKey.holds(dossier.nomineeName(), key))
                .toList();
        return PageOf.of(asked, page, size, viewer::summary);
    }

    @PostMapping("/campaigns/{code}/nominees/matches")
    @Operation(
            summary = "Ai đã có trong hệ thống trùng tên này",
            description = "Không thay đổi gì. SAME được nhận ra là một; POSSIBLE thì người lập hồ sơ phải chọn.")
    List<MatchView> matches(@PathVariable String code, @RequestBody NomineeEntry entry) {
        RoundsApi.mustTakePart(campaigns.get(code));
        if (entry.kind() == null || entry.name() == null || entry.name().isBlank()) return List.of();
        return nominees.match(code, entry).stream().map(MatchView::of).toList();
    }

    @GetMapping("/dossiers/{campaign}/{no}")
    @Operation(
            summary = "Một hồ sơ",
            description =
                    "Nội dung, thành phần, kết quả đối chiếu, các bản, lịch sử, ý kiến được xem. Mỗi lần xem được ghi nhật ký.")
    DossierDetail one(@PathVariable String campaign, @PathVariable String no) {
        return viewer.detail(sight.see(number(campaign, no)));
    }

    @PutMapping("/dossiers/{campaign}/{no}/draft")
    @Operation(
            summary = "Lưu bản nháp",
            description =
                    "Thay toàn bộ nội dung; tệp đính kèm giữ nguyên. Bản nháp được phép chưa đủ. Chỉ người của đơn vị.")
    SavedDossier save(@PathVariable String campaign, @PathVariable String no, @RequestBody DossierContent content) {
        nominations.saveDraft(number(campaign, no), content);
        return saved(campaign, no);
    }

    @PostMapping(
            path = "/dossiers/{campaign}/{no}/components/{component}/attachments",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Đính kèm tệp vào một thành phần hồ sơ",
            description = "Trường file: PDF, Word (.docx), Excel (.xlsx), JPEG, PNG, xét theo nội dung.")
    SavedDossier attach(
            @PathVariable String campaign,
            @PathVariable String no,
            @Parameter(example = "bao-cao-thanh-tich") @PathVariable String component,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        try (var content = file.getInputStream()) {
            nominations.attach(number(campaign, no), component, String.valueOf(file.getOriginalFilename()), content);
        }
        return saved(campaign, no);
    }

    @DeleteMapping("/dossiers/{campaign}/{no}/attachments/{file}")
    @Operation(summary = "Gỡ tệp khỏi bản nháp", description = "Các bản đã nộp trước đó vẫn giữ tệp.")
    SavedDossier detach(@PathVariable String campaign, @PathVariable String no, @PathVariable UUID file) {
        nominations.detach(number(campaign, no), file);
        return saved(campaign, no);
    }

    private SavedDossier saved(String campaign, String no) {
        return viewer.saved(dossiers.get(number(campaign, no)));
    }

    @PostMapping("/dossiers/{campaign}/{no}/withdrawal")
    @Operation(summary = "Rút hồ sơ", description = "Chỉ người của đơn vị, trước khi quyết định được ký.")
    DossierDetail withdraw(@PathVariable String campaign, @PathVariable String no, @RequestBody Withdrawal withdrawal) {
        nominations.withdraw(number(campaign, no), withdrawal.reason());
        return one(campaign, no);
    }

    @GetMapping("/dossiers/{campaign}/{no}/rules")
    @Operation(summary = "Đối chiếu quy định", description = "Từng quy tắc với điều khoản, kết quả và lý do, lúc này.")
    List<RuleView> rules(@PathVariable String campaign, @PathVariable String no) {
        return viewer.rules(sight.see(number(campaign, no)));
    }

    @GetMapping("/dossiers/{campaign}/{no}/history")
    @Operation(summary = "Lịch sử hồ sơ")
    List<StepView> history(@PathVariable String campaign, @PathVariable String no) {
        return viewer.history(sight.see(number(campaign, no)).number());
    }

    @PostMapping("/dossiers/{campaign}/{no}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Tạm dừng xét",
            description =
                    "Cơ quan chủ trì, ở bất cứ bước nào (Điều 4 khoản 4 Nghị định 152/2025/NĐ-CP). Bỏ tạm dừng là công việc trong Tasklist.")
    HoldView hold(@PathVariable String campaign, @PathVariable String no, @RequestBody NewHold hold) {
        if (hold.kind() == null) {
            throw Refusal.invalid(
                    "hold-kind", "kind", "Chưa chọn lý do tạm dừng: kỷ luật, thanh tra, khiếu nại hoặc báo chí.");
        }
        return DossierViewer.hold(holds.hold(number(campaign, no), hold.kind(), hold.reason(), hold.document()));
    }

    @PostMapping("/dossiers/{campaign}/{no}/holds/{id}/confirmation")
    @Operation(
            summary = "Ghi kết luận có vi phạm",
            description = "Cơ quan chủ trì; hồ sơ đang tạm dừng không được xét nữa.")
    DossierDetail confirm(
            @PathVariable String campaign,
            @PathVariable String no,
            @PathVariable long id,
            @RequestBody Confirmation confirmation) {
        var dossier = sight.see(number(campaign, no));
        if (!holds.get(id).dossier().equals(dossier.number())) {
            throw Refusal.notFound("Hồ sơ này không có lần tạm dừng đó.");
        }
        holds.confirm(id, confirmation.reason(), confirmation.document());
        return viewer.detail(dossiers.get(dossier.number()));
    }

    @PostMapping("/dossiers/{campaign}/{no}/consultations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Lấy ý kiến, hiệp y",
            description =
                    "Cơ quan chủ trì, với hồ sơ trình cấp Nhà nước; hạn trả lời theo ngày làm việc (Điều 34 khoản 6 Nghị định 152/2025/NĐ-CP).")
    ConsultationView consult(
            @PathVariable String campaign, @PathVariable String no, @RequestBody NewConsultation asked) {
        var sentOn = VietnamTime.parse(asked.sentOn())
                .orElseThrow(() -> Refusal.invalid(
                        "sent-on", "sentOn", "Ngày gửi không đúng dạng dd/MM/yyyy. Hãy ghi ví dụ 18/11/2026."));
        return DossierViewer.consultation(consultations.request(
                number(campaign, no), Consultation.Kind.of(asked.kind()), asked.to(), sentOn, asked.document()));
    }

    static String number(String campaign, String no) {
        return campaign + "/" + no;
    }
}
