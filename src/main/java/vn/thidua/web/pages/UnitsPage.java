package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.UnitLists;
import vn.thidua.organisation.Units;

/** A campaign's units; a new list is looked at first and imported, whole, when confirmed. */
@Controller
@RequestMapping("/phong-trao/{code}/don-vi")
class UnitsPage {

    /** A file that has been looked at and waits to be confirmed. */
    record Pending(String campaign, String fileName, byte[] content, String sha256) implements Serializable {}

    private static final String PENDING = "pendingUnitList";
    private static final int LARGEST_LIST = 5 << 20;

    private final Campaigns campaigns;
    private final Units units;
    private final UnitLists lists;

    UnitsPage(Campaigns campaigns, Units units, UnitLists lists) {
        this.campaigns = campaigns;
        this.units = units;
        this.lists = lists;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(kept(code), model);
    }

    /** The list as it stands, in the form in which it can be imported again. */
    @GetMapping("/danh-sach.xlsx")
    ResponseEntity<byte[]> download(@PathVariable String code) {
        kept(code);
        var rows = units.of(code).stream().map(UnitsPage::row).toList();
        return Spreadsheet.download("don-vi-" + code, new Sheet("Đơn vị", UnitLists.HEADS, rows));
    }

    @PostMapping
    String preview(
            @PathVariable String code,
            @RequestParam("file") MultipartFile file,
            Model model,
            HttpSession session,
            HttpServletResponse response)
            throws IOException {
        var campaign = kept(code);
        var name = String.valueOf(file.getOriginalFilename());
        try {
            mustFit(file);
            var content = file.getBytes();
            var list = lists.preview(code, campaign.plan().groupIds(), name, new ByteArrayInputStream(content));
            var pending = new Pending(code, name, content, sha256(content));
            if (list.isClean()) session.setAttribute(PENDING, pending);
            else session.removeAttribute(PENDING);
            model.addAttribute("campaign", campaign);
            model.addAttribute("pending", pending);
            model.addAttribute("list", list);
            return "campaign/units-preview";
        } catch (Refusal refusal) {
            return refused(refusal, campaign, model, response);
        }
    }

    @PostMapping("/nap")
    String take(
            @PathVariable String code,
            @RequestParam("sha256") String sha256,
            Model model,
            HttpSession session,
            RedirectAttributes after,
            HttpServletResponse response) {
        var campaign = kept(code);
        try {
            var pending = pending(session, code, sha256);
            var list = lists.take(
                    code, campaign.plan().groupIds(), pending.fileName(), new ByteArrayInputStream(pending.content()));
            session.removeAttribute(PENDING);
            after.addFlashAttribute(
                    "done",
                    "Đã nạp danh sách \"%s\": thêm %d, sửa %d, giữ nguyên %d đơn vị."
                            .formatted(pending.fileName(), list.added(), list.changed(), list.unchanged()));
            return "redirect:/phong-trao/" + code + "/don-vi";
        } catch (Refusal refusal) {
            return refused(refusal, campaign, model, response);
        }
    }

    private Campaign kept(String code) {
        var campaign = campaigns.get(code);
        lists.mustKeep(code);
        return campaign;
    }

    private String refused(Refusal refusal, Campaign campaign, Model model, HttpServletResponse response) {
        Refused.beside("import", refusal, model, response);
        return show(campaign, model);
    }

    private String show(Campaign campaign, Model model) {
        var all = units.of(campaign.code());
        model.addAttribute("campaign", campaign);
        model.addAttribute("units", all);
        model.addAttribute("groupNames", groupNames(campaign));
        model.addAttribute("names", all.stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        return "campaign/units";
    }

    private static Map<String, String> groupNames(Campaign campaign) {
        return campaign.plan().unitGroups().stream().collect(Collectors.toMap(UnitGroup::id, UnitGroup::name));
    }

    private static void mustFit(MultipartFile file) {
        if (file.isEmpty()) {
            throw Refusal.invalid(
                    "unit-list-empty", "file", "Chưa chọn tệp. Hãy chọn tệp Excel (.xlsx) hoặc CSV rồi tải lên.");
        }
        if (file.getSize() > LARGEST_LIST) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "unit-list-too-large",
                    "file",
                    "Danh sách đơn vị lớn hơn 5 MB. Hãy bỏ các trang tính, hình ảnh không cần thiết rồi tải lại.");
        }
    }

    private static Pending pending(HttpSession session, String code, String sha256) {
        if (session.getAttribute(PENDING) instanceof Pending pending
                && pending.campaign().equals(code)
                && pending.sha256().equals(sha256)) {
            return pending;
        }
        throw Refusal.conflict(
                "unit-list-gone",
                "Không còn giữ tệp đã xem trước (đã nạp rồi, hoặc phiên làm việc đã hết). Hãy tải tệp lên lại.");
    }

    private static List<@Nullable Object> row(Unit unit) {
        return List.of(
                unit.code(),
                unit.name(),
                unit.group(),
                unit.level().label(),
                text(unit.parent()),
                String.join(";", unit.emails()),
                VietnamTime.date(unit.founded()),
                VietnamTime.date(unit.closed()),
                text(unit.successor()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
