package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.decision.NumberSeries;
import vn.thidua.decision.NumberSeries.Kind;

/** How far the numbers of documents have come, and the last one given outside the system; for who numbers them. */
@Controller
@RequestMapping("/phong-trao/{code}/so-van-ban")
class NumbersPage {

    private final NumberSeries series;
    private final Campaigns campaigns;

    NumbersPage(NumberSeries series, Campaigns campaigns) {
        this.series = series;
        this.campaigns = campaigns;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(code, Map.of(), model);
    }

    private String show(String code, Map<String, String> typed, Model model) {
        model.addAttribute("campaign", campaigns.get(code));
        model.addAttribute("series", series.see(code));
        model.addAttribute("issuers", series.kept(code));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("typed", typed);
        return "award/numbers";
    }

    @PostMapping
    String enterLast(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            var entered = series.enterLast(
                    code,
                    typed.get("issuer"),
                    kind(typed.get("kind")),
                    number(typed.getOrDefault("number", "")),
                    typed.getOrDefault("date", ""));
            after.addFlashAttribute(
                    "done",
                    "Đã ghi. %s năm %d sẽ đánh số tiếp từ %02d."
                            .formatted(entered.kind().label(), entered.year(), entered.lastNumber() + 1));
            return "redirect:/phong-trao/" + code + "/so-van-ban";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) throw refusal;
            Refused.beside("numbers", refusal, model, response);
            return show(code, typed, model);
        }
    }

    private static Kind kind(String name) {
        for (var kind : Kind.values()) if (kind.name().equals(name)) return kind;
        throw Refusal.invalid("kind", "kind", "Hãy chọn loại văn bản: quyết định hoặc tờ trình.");
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            throw Refusal.invalid("number", "number", "Số cuối phải là số, ví dụ 127 (không kèm ký hiệu).");
        }
    }
}
