package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.AppraisalDocuments;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilDocuments;
import vn.thidua.decision.DecisionDocuments;
import vn.thidua.decision.Decisions;
import vn.thidua.decision.RegisterWorkbook;
import vn.thidua.decision.Revocations;
import vn.thidua.decision.RoundArchive;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.document.PdfPrinter;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierWorkbook;

/** The papers of the award work, as Word from the office's templates and as PDF of the same. */
@RestController
@RequestMapping("/api")
@Tag(name = "Văn bản khen thưởng", description = "Mỗi văn bản có bản Word (.docx) để sửa và bản PDF nhúng phông chữ")
class DocumentsApi {

    private final AppraisalDocuments appraisal;
    private final CouncilDocuments council;
    private final DecisionDocuments papers;
    private final Decisions decisions;
    private final SuperiorSubmissions submissions;
    private final Revocations revocations;
    private final RegisterWorkbook register;
    private final DossierWorkbook dossiers;
    private final RoundArchive archive;
    private final Campaigns campaigns;
    private final DossierSight sight;
    private final PdfPrinter printer;

    DocumentsApi(
            AppraisalDocuments appraisal,
            CouncilDocuments council,
            DecisionDocuments papers,
            Decisions decisions,
            SuperiorSubmissions submissions,
            Revocations revocations,
            RegisterWorkbook register,
            DossierWorkbook dossiers,
            RoundArchive archive,
            Campaigns campaigns,
            DossierSight sight,
            PdfPrinter printer) {
        this.appraisal = appraisal;
        this.council = council;
        this.papers = papers;
        this.decisions = decisions;
        this.submissions = submissions;
        this.revocations = revocations;
        this.register = register;
        this.dossiers = dossiers;
        this.archive = archive;
        this.campaigns = campaigns;
        this.sight = sight;
        this.printer = printer;
    }

    @GetMapping("/dossiers/{campaign}/{no}/documents/{name}.{format:docx|pdf}")
    @Operation(
            summary = "Phiếu lấy ý kiến, báo cáo thẩm định của một hồ sơ",
            description = "name: bao-cao-tham-dinh, phieu-lay-y-kien (kèm tham số agency)")
    ResponseEntity<byte[]> ofDossier(
            @PathVariable String campaign,
            @PathVariable String no,
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String agency) {
        var number = RoundsApi.key(campaign, no);
        var docx = switch (name) {
            case "bao-cao-tham-dinh" -> appraisal.report(number);
            case "phieu-lay-y-kien" -> appraisal.opinionSheet(number, asked(agency));
            default -> throw unknown(name);
        };
        return file(name + " " + no, format, docx);
    }

    private static String asked(@Nullable String agency) {
        if (agency == null || agency.isBlank()) {
            throw Refusal.invalid("agency", "agency", "Chưa nêu cơ quan được lấy ý kiến (tham số agency).");
        }
        return agency;
    }

    @GetMapping("/rounds/{campaign}/{round}/documents/{name}.{format:docx|pdf}")
    @Operation(summary = "Báo cáo thẩm định của cả đợt xét", description = "name: bao-cao-tham-dinh")
    ResponseEntity<byte[]> ofRound(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable String name,
            @PathVariable String format) {
        if (!name.equals("bao-cao-tham-dinh")) throw unknown(name);
        return file(name + " " + round, format, appraisal.roundReport(RoundsApi.key(campaign, round)));
    }

    @GetMapping("/council-sessions/{campaign}/{no}/documents/{name}.{format:docx|pdf}")
    @Operation(
            summary = "Giấy mời, phiếu biểu quyết, biên bản",
            description = "name: giay-moi, phieu-bieu-quyet, bien-ban")
    ResponseEntity<byte[]> ofSession(
            @PathVariable String campaign,
            @PathVariable String no,
            @PathVariable String name,
            @PathVariable String format) {
        var key = RoundsApi.key(campaign, no);
        var docx = switch (name) {
            case "giay-moi" -> council.invitation(key);
            case "phieu-bieu-quyet" -> council.ballot(key);
            case "bien-ban" -> council.minutes(key);
            default -> throw unknown(name);
        };
        return file(name + " " + no, format, docx);
    }

    @GetMapping("/decisions/{id}/documents/{name}.{format:docx|pdf}")
    @Operation(
            summary = "Tờ trình kèm danh sách, quyết định kèm danh sách",
            description =
                    "name: to-trinh, quyet-dinh. Đơn vị có tên trong quyết định chỉ tải được quyết định đã ban hành.")
    ResponseEntity<byte[]> ofDecision(@PathVariable long id, @PathVariable String name, @PathVariable String format) {
        var decision = decisions.see(id);
        var docx = switch (name) {
            case "quyet-dinh" -> papers.decision(decision);
            case "to-trinh" -> {
                if (!Actor.current().isIn(decision.draftingGroup())) mustWork(decision.campaign());
                yield papers.submissionLetter(decision);
            }
            default -> throw unknown(name);
        };
        return file(name + " " + id, format, docx);
    }

    private void mustWork(String campaign) {
        if (!sight.seesAll(campaigns.get(campaign))) {
            throw Refusal.forbidden("Tờ trình chỉ dành cho các cơ quan tham gia xét khen thưởng.");
        }
    }

    @GetMapping("/superior-submissions/{id}/documents/{name}.{format:docx|pdf}")
    @Operation(summary = "Tờ trình, công văn gửi cấp trên kèm danh sách", description = "name: to-trinh, cong-van")
    ResponseEntity<byte[]> ofSubmission(@PathVariable long id, @PathVariable String name, @PathVariable String format) {
        var submission = submissions.see(id);
        var docx = switch (name) {
            case "to-trinh" -> papers.superiorSubmissionLetter(submission);
            case "cong-van" -> papers.superiorLetter(submission);
            default -> throw unknown(name);
        };
        return file(name + " " + id, format, docx);
    }

    @GetMapping("/revocations/{id}/documents/{name}.{format:docx|pdf}")
    @Operation(summary = "Quyết định hủy bỏ khen thưởng", description = "name: quyet-dinh-huy-bo")
    ResponseEntity<byte[]> ofRevocation(@PathVariable long id, @PathVariable String name, @PathVariable String format) {
        if (!name.equals("quyet-dinh-huy-bo")) throw unknown(name);
        return file(name + " " + id, format, papers.revocation(revocations.see(id)));
    }

    @GetMapping(path = "/rounds/{campaign}/{round}/dossiers.xlsx", produces = Downloads.XLSX)
    @Operation(summary = "Danh sách hồ sơ của đợt xét (Excel)", description = "Những hồ sơ người tải được xem.")
    ResponseEntity<byte[]> dossiers(@PathVariable String campaign, @PathVariable String round) {
        return Downloads.of(
                "ho-so-%s-%s.xlsx".formatted(campaign, round),
                Downloads.XLSX,
                dossiers.of(RoundsApi.key(campaign, round)));
    }

    @GetMapping(path = "/register.xlsx", produces = Downloads.XLSX)
    @Operation(summary = "Sổ vàng (Excel)")
    ResponseEntity<byte[]> register(
            @RequestParam String campaign, @RequestParam(required = false) @Nullable String name) {
        return Downloads.of(
                "so-vang-%s.xlsx".formatted(campaign), Downloads.XLSX, register.of(campaign, name == null ? "" : name));
    }

    @GetMapping("/rounds/{campaign}/{round}/archive.zip")
    @Operation(
            summary = "Toàn bộ hồ sơ điện tử của đợt xét (ZIP có mục lục)",
            description =
                    "Cho cơ quan thường trực, cơ quan chủ trì, thư ký Hội đồng, người quyết định và quản trị viên.")
    void archive(@PathVariable String campaign, @PathVariable String round, HttpServletResponse response)
            throws IOException {
        var key = archive.open(RoundsApi.key(campaign, round)).key();
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("ho-so-dien-tu-%s-%s.zip".formatted(campaign, round), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        archive.write(key, response.getOutputStream());
    }

    private ResponseEntity<byte[]> file(String name, String format, byte[] docx) {
        return format.equals("pdf")
                ? Downloads.of(name + ".pdf", MediaType.APPLICATION_PDF_VALUE, printer.pdf(docx))
                : Downloads.of(name + ".docx", Downloads.DOCX, docx);
    }

    private static Refusal unknown(String name) {
        return Refusal.notFound("Không có văn bản \"%s\".".formatted(name));
    }
}
