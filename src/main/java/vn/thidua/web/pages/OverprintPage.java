package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.OverprintLayouts;
import vn.thidua.document.OverprintLayout;
import vn.thidua.document.OverprintLayout.Align;
import vn.thidua.document.OverprintLayout.Field;

/** Where the texts go on a campaign's pre-printed blanks, in millimetres. */
@Controller
@RequestMapping("/phong-trao/{code}/phoi/{form}")
class OverprintPage {

    /** A field as the form shows it. @param used whether it is printed */
    record Row(Field field, boolean used) {}

    private static final Map<String, String> NAMES = Map.of(
            "name", "Tên",
            "position", "Chức vụ, đơn vị",
            "achievement", "Thành tích",
            "decision", "Số, ngày quyết định",
            "register", "Số sổ vàng",
            "date", "Địa danh, ngày",
            "signerTitle", "Quyền hạn, chức vụ người ký",
            "signerName", "Họ tên người ký",
            "qr", "Mã QR");

    private final OverprintLayouts layouts;
    private final Campaigns campaigns;

    OverprintPage(OverprintLayouts layouts, Campaigns campaigns) {
        this.layouts = layouts;
        this.campaigns = campaigns;
    }

    @GetMapping
    String show(@PathVariable String code, @PathVariable AwardForm form, Model model) {
        return show(code, form, layouts.see(code, form), model);
    }

    private String show(String code, AwardForm form, OverprintLayout layout, Model model) {
        model.addAttribute("campaign", campaigns.get(code));
        model.addAttribute("form", form);
        model.addAttribute("layout", layout);
        model.addAttribute("rows", rows(layout));
        model.addAttribute("names", NAMES);
        model.addAttribute("aligns", Map.of(Align.LEFT, "Trái", Align.CENTER, "Giữa", Align.RIGHT, "Phải"));
        return "award/overprint";
    }

    /** What isn't printed can be chosen again. */
    private static List<Row> rows(OverprintLayout layout) {
        var rows = new ArrayList<Row>();
        layout.fields().forEach(field -> rows.add(new Row(field, true)));
        OverprintLayout.STANDARD.fields().stream()
                .filter(field ->
                        layout.fields().stream().noneMatch(used -> used.id().equals(field.id())))
                .forEach(field -> rows.add(new Row(field, false)));
        return rows;
    }

    @PostMapping
    String change(
            @PathVariable String code,
            @PathVariable AwardForm form,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            layouts.set(code, form, read(typed));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) throw refusal;
            Refused.beside("overprint", refusal, model, response);
            return show(code, form, layouts.see(code, form), model);
        }
        after.addFlashAttribute("done", "Đã lưu vị trí in. Hãy in thử một tờ và ướm lên phôi.");
        return "redirect:/phong-trao/%s/phoi/%s".formatted(code, form);
    }

    private static OverprintLayout read(MultiValueMap<String, String> typed) {
        var fields = new ArrayList<Field>();
        for (var id : typed.getOrDefault("id", List.of())) {
            if (typed.getFirst(id + ".used") == null) continue;
            fields.add(new Field(
                    id,
                    number(typed, id + ".left"),
                    number(typed, id + ".top"),
                    number(typed, id + ".width"),
                    number(typed, id + ".height"),
                    align(typed.getFirst(id + ".align")),
                    number(typed, id + ".size"),
                    typed.getFirst(id + ".bold") != null,
                    typed.getFirst(id + ".italic") != null));
        }
        return new OverprintLayout(
                number(typed, "width"),
                number(typed, "height"),
                number(typed, "shiftRight"),
                number(typed, "shiftDown"),
                fields);
    }

    private static Align align(@Nullable String name) {
        for (var align : Align.values()) if (align.name().equals(name)) return align;
        throw Refusal.invalid("overprint", "align", "Cách căn phải là Trái, Giữa hoặc Phải.");
    }

    private static double number(MultiValueMap<String, String> typed, String field) {
        try {
            return Double.parseDouble(
                    String.valueOf(typed.getFirst(field)).strip().replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid(
                    "overprint", field, "Ô \"%s\" phải là số milimét (cỡ chữ: điểm), ví dụ 37,5.".formatted(field));
        }
    }
}
