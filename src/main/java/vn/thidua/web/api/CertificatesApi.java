package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.decision.CertificatePrints;
import vn.thidua.decision.CertificatePrints.Kind;
import vn.thidua.decision.CertificatePrints.Printed;
import vn.thidua.decision.CertificatePrints.Progress;
import vn.thidua.decision.OverprintLayouts;
import vn.thidua.document.OverprintLayout;

@RestController
@RequestMapping("/api")
@Tag(name = "In Bằng khen, Giấy khen", description = "In cả quyết định với tiến độ, in từng bằng, in lên phôi có sẵn")
class CertificatesApi {

    @Schema(description = "Tiến độ in")
    record PrintView(
            UUID id,
            long decision,
            String kind,

            @Schema(description = "RUNNING, DONE hoặc FAILED")
            String state,

            String stateInWords,
            int done,
            int total,

            @Schema(description = "Vì sao chưa in được") @Nullable
            String problem) {

        static PrintView of(Progress progress) {
            return new PrintView(
                    progress.id(),
                    progress.decision(),
                    progress.kind().name(),
                    progress.state().name(),
                    progress.state().label(),
                    progress.done(),
                    progress.total(),
                    progress.problem());
        }
    }

    private final CertificatePrints prints;
    private final OverprintLayouts layouts;

    CertificatesApi(CertificatePrints prints, OverprintLayouts layouts) {
        this.prints = prints;
        this.layouts = layouts;
    }

    @PostMapping("/decisions/{id}/certificate-prints")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Bắt đầu in mọi bằng của quyết định",
            description = "kind: PDF, WORD hoặc OVERPRINT (in lên phôi)")
    PrintView start(@PathVariable long id, @RequestParam(defaultValue = "PDF") Kind kind) {
        return PrintView.of(prints.start(id, kind));
    }

    @GetMapping("/certificate-prints/{print}")
    @Operation(summary = "Tiến độ in", description = "Chỉ người bắt đầu in xem được, trong một giờ.")
    PrintView progress(@PathVariable UUID print) {
        return PrintView.of(prints.progress(print));
    }

    @GetMapping("/certificate-prints/{print}/file")
    @Operation(summary = "Tải bản in")
    ResponseEntity<byte[]> file(@PathVariable UUID print) {
        return download(prints.take(print));
    }

    @GetMapping("/decisions/{id}/certificates/{campaign}/{no}")
    @Operation(summary = "In một bằng", description = "Theo mã mục sổ vàng; kind: PDF, WORD hoặc OVERPRINT")
    ResponseEntity<byte[]> one(
            @PathVariable long id,
            @PathVariable String campaign,
            @PathVariable String no,
            @RequestParam(defaultValue = "PDF") Kind kind) {
        return download(prints.one(id, RoundsApi.key(campaign, no), kind));
    }

    @GetMapping("/campaigns/{code}/overprint/{form}")
    @Operation(summary = "Vị trí in lên phôi", description = "Milimét, từ góc trên bên trái tờ phôi")
    OverprintLayout layout(@PathVariable String code, @PathVariable AwardForm form) {
        return layouts.see(code, form);
    }

    @PutMapping("/campaigns/{code}/overprint/{form}")
    @Operation(summary = "Chỉnh vị trí in lên phôi")
    OverprintLayout change(
            @PathVariable String code, @PathVariable AwardForm form, @RequestBody @Nullable OverprintLayout layout) {
        if (layout == null) throw Refusal.invalid("overprint", "fields", "Chưa có vị trí nào.");
        layouts.set(code, form, layout);
        return layouts.see(code, form);
    }

    @GetMapping("/campaigns/{code}/overprint/{form}/test.pdf")
    @Operation(summary = "Tờ in thử để ướm lên phôi", description = "Có khung từng ô và thước milimét")
    ResponseEntity<byte[]> test(@PathVariable String code, @PathVariable AwardForm form) {
        return Downloads.of(
                "in-thu-%s.pdf".formatted(form.name()), MediaType.APPLICATION_PDF_VALUE, layouts.test(code, form));
    }

    private static ResponseEntity<byte[]> download(Printed printed) {
        return Downloads.of(printed.name(), printed.mediaType(), printed.content());
    }
}
