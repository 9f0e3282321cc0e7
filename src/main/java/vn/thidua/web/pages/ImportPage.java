package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.ImportPreview;
import vn.thidua.nomination.ImportProgress;
import vn.thidua.nomination.NominationImports;
import vn.thidua.nomination.NominationImports.Files;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/** A unit's list of nominees from Excel: looked at first, taken over when confirmed, with progress. */
@Controller
@RequestMapping("/dot-xet/{campaign}/{round}/nhap")
class ImportPage {

    private static final int SHOWN = 200;
    private static final String EVERY_TWO_SECONDS = "2";

    private final Campaigns campaigns;
    private final AwardRounds rounds;
    private final Units units;
    private final NominationImports imports;

    ImportPage(Campaigns campaigns, AwardRounds rounds, Units units, NominationImports imports) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.units = units;
        this.imports = imports;
    }

    @GetMapping
    String show(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            Model model) {
        var seen = rounds.get(campaign + "/" + round);
        return show(seen, unit(seen, unit), model);
    }

    @GetMapping("/mau.xlsx")
    ResponseEntity<byte[]> template(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit) {
        var seen = rounds.get(campaign + "/" + round);
        var workbook = imports.template(seen.key(), unit(seen, unit).code());
        var name = ContentDisposition.attachment()
                .filename("danh-sach-de-nghi-%s-%s.xlsx".formatted(campaign, round))
                .build();
        return ResponseEntity.ok()
                .contentType(Spreadsheet.XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(workbook);
    }

    /** A clean list is kept and shown; one with faults is shown with them. */
    @PostMapping
    String lookAt(
            @PathVariable String campaign,
            @PathVariable String round,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "archive", required = false) @Nullable MultipartFile archive,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var seen = rounds.get(campaign + "/" + round);
        var mine = unit(seen, unit);
        try {
            var files = files(file, archive);
            var preview = imports.preview(seen.key(), mine.code(), files);
            if (preview.isClean()) {
                return "redirect:/dot-xet/%s/nhap/%s"
                        .formatted(seen.key(), imports.keep(seen.key(), mine.code(), files));
            }
            model.addAttribute("preview", preview);
            model.addAttribute("fileName", files.listName());
        } catch (Refusal refusal) {
            Refused.beside("import", refusal, model, response);
        }
        return show(seen, mine, model);
    }

    /** The list as it would be taken over, or how far that has got; asks again by itself while it runs. */
    @GetMapping("/{id}")
    String progress(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response) {
        return progress(rounds.get(campaign + "/" + round), imports.progress(id), model, response);
    }

    @PostMapping("/{id}")
    String take(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response) {
        var seen = rounds.get(campaign + "/" + round);
        try {
            imports.start(id);
            return "redirect:/dot-xet/%s/nhap/%s".formatted(seen.key(), id);
        } catch (Refusal refusal) {
            var progress = imports.progress(id);
            Refused.beside("take", refusal, model, response);
            return progress(seen, progress, model, response);
        }
    }

    @PostMapping("/{id}/bo")
    String discard(
            @PathVariable String campaign,
            @PathVariable String round,
            @PathVariable UUID id,
            RedirectAttributes after) {
        var unit = imports.progress(id).unit();
        imports.discard(id);
        after.addFlashAttribute("done", "Đã bỏ danh sách. Chưa có hồ sơ nào được lập từ danh sách này.");
        after.addAttribute("don-vi", unit);
        return "redirect:/dot-xet/%s/%s/nhap".formatted(campaign, round);
    }

    private String show(AwardRound round, Unit unit, Model model) {
        model.addAttribute("campaign", campaigns.get(round.campaign()));
        model.addAttribute("round", round);
        model.addAttribute("unit", unit);
        model.addAttribute("imports", imports.of(round.key(), unit.code()));
        return "award/import";
    }

    private String progress(AwardRound round, ImportProgress progress, Model model, HttpServletResponse response) {
        model.addAttribute("campaign", campaigns.get(round.campaign()));
        model.addAttribute("round", round);
        model.addAttribute("unit", units.find(round.campaign(), progress.unit()).orElseThrow());
        model.addAttribute("progress", progress);
        if (progress.state() == ImportProgress.State.RUNNING) response.setHeader("Refresh", EVERY_TWO_SECONDS);
        var waits =
                progress.state() == ImportProgress.State.LOOKED_AT || progress.state() == ImportProgress.State.FAILED;
        var preview = waits ? imports.preview(round.key(), progress.unit(), imports.files(progress.id())) : null;
        model.addAttribute("preview", preview);
        model.addAttribute("shown", preview == null ? List.of() : first(preview));
        return "award/import-progress";
    }

    private static List<ImportPreview.Row> first(ImportPreview preview) {
        return preview.rows().stream().limit(SHOWN).toList();
    }

    /** The unit named, or the only one the person acts for. What may be done with it is decided where it is done. */
    private Unit unit(AwardRound round, @Nullable String named) {
        var mine = units.of(round.campaign()).stream()
                .filter(unit -> Actor.current().isIn(Groups.ofUnit(round.campaign(), unit.code())))
                .toList();
        return mine.stream()
                .filter(unit -> named == null || named.isBlank() || unit.code().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "Chỉ đơn vị đề nghị được nạp danh sách của mình. Hãy đăng nhập bằng tài khoản của đơn vị."));
    }

    private static Files files(MultipartFile list, @Nullable MultipartFile archive) throws IOException {
        if (list.isEmpty()) {
            throw Refusal.invalid("list-empty", "file", "Chưa chọn tệp. Hãy chọn danh sách Excel (.xlsx) rồi tải lên.");
        }
        var comesAlong = archive != null && !archive.isEmpty();
        return new Files(
                String.valueOf(list.getOriginalFilename()),
                list.getBytes(),
                comesAlong ? archive.getOriginalFilename() : null,
                comesAlong ? archive.getBytes() : null);
    }
}
