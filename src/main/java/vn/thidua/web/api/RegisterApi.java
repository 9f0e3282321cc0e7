package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.QuotaUse;
import vn.thidua.decision.Revocation;
import vn.thidua.decision.Revocations;
import vn.thidua.nomination.Nominees;
import vn.thidua.web.api.DecisionViews.RegisterView;
import vn.thidua.web.api.DecisionViews.RevocationView;

@RestController
@RequestMapping("/api")
@Tag(name = "Sổ vàng", description = "Ai đã được khen; hủy bỏ, thu hồi, cấp đổi, cấp lại; gộp người trùng")
class RegisterApi {

    @Schema(description = "Lý do hủy bỏ, hoặc cấp đổi, cấp lại")
    record NewRevocation(
            @Schema(description = "REVOKE, EXCHANGE hoặc REISSUE")
            Revocation.@Nullable Kind kind,

            String reason) {}

    @Schema(description = "Văn bản cho phép dùng lại chỉ tiêu của khen thưởng đã hủy bỏ")
    record Reopening(
            String document,
            @Schema(description = "dd/MM/yyyy") String documentDate,
            String reason) {}

    @Schema(description = "Hai bản ghi là một người, tập thể hoặc hộ")
    record Merger(
            @Schema(description = "Bản ghi được giữ lại") UUID kept,
            @Schema(description = "Căn cứ xác định là một") String reason) {}

    private final Campaigns campaigns;
    private final AwardRegister register;
    private final Revocations revocations;
    private final QuotaUse quotas;
    private final Nominees nominees;

    RegisterApi(
            Campaigns campaigns, AwardRegister register, Revocations revocations, QuotaUse quotas, Nominees nominees) {
        this.campaigns = campaigns;
        this.register = register;
        this.revocations = revocations;
        this.quotas = quotas;
        this.nominees = nominees;
    }

    @GetMapping("/register")
    @Operation(
            summary = "Sổ vàng của một phong trào",
            description =
                    "Theo năm và số; tìm theo tên người, tập thể hoặc đơn vị, kể cả tên trước khi sáp nhập, có dấu hoặc không dấu.")
    PageOf<RegisterView> register(
            @RequestParam String campaign,
            @Parameter(description = "Một phần tên") @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return PageOf.of(register.see(campaign, name == null ? "" : name), page, size, RegisterView::of);
    }

    @PostMapping("/register/{campaign}/{no}/revocations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Bắt đầu hủy bỏ, thu hồi; hoặc cấp đổi, cấp lại",
            description = "Các bước sau là công việc trong Tasklist.")
    RevocationView start(@PathVariable String campaign, @PathVariable String no, @RequestBody NewRevocation wanted) {
        var kind = wanted.kind();
        if (kind == null) {
            throw Refusal.invalid("revocation-kind", "kind", "Chưa chọn việc cần làm: hủy bỏ, cấp đổi hoặc cấp lại.");
        }
        var key = RoundsApi.key(campaign, no);
        return RevocationView.of(
                kind == Revocation.Kind.REVOKE
                        ? revocations.start(key, wanted.reason())
                        : revocations.startReissue(key, kind, wanted.reason()));
    }

    @PostMapping("/register/{campaign}/{no}/quota-reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cho dùng lại chỉ tiêu của khen thưởng đã hủy bỏ",
            description = "Chỉ cơ quan thường trực, theo một văn bản; hủy bỏ không tự trả lại chỉ tiêu.")
    void reopen(@PathVariable String campaign, @PathVariable String no, @RequestBody Reopening reopening) {
        quotas.reopen(RoundsApi.key(campaign, no), reopening.document(), reopening.documentDate(), reopening.reason());
    }

    @GetMapping("/campaigns/{code}/revocations")
    @Operation(summary = "Các lần hủy bỏ, thu hồi, cấp đổi, cấp lại", description = "Những việc người gọi được xem.")
    List<RevocationView> revocations(@PathVariable String code) {
        RoundsApi.mustTakePart(campaigns.get(code));
        return DecisionViewer.visible(revocations.ofCampaign(code), Revocation::id, revocations::see).stream()
                .map(RevocationView::of)
                .toList();
    }

    @GetMapping("/revocations/{id}")
    @Operation(summary = "Một lần hủy bỏ, thu hồi, cấp đổi hoặc cấp lại")
    RevocationView revocation(@PathVariable long id) {
        return RevocationView.of(revocations.see(id));
    }

    @PostMapping("/nominees/{duplicate}/merger")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Gộp hai bản ghi là một",
            description = "Quản trị viên hoặc cơ quan thường trực; khen thưởng vẫn tìm được dưới cả hai tên.")
    void merge(@PathVariable UUID duplicate, @RequestBody Merger merger) {
        nominees.merge(duplicate, merger.kept(), merger.reason());
    }
}
