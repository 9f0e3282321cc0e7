package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.RulePacks;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Delegation.Capacity;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Substitutions;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/** The people of a campaign's award work and the law ruled to apply; for the standing agency and administrators. */
@Controller
@RequestMapping("/phong-trao/{code}/hoi-dong")
class CouncilPage {

    private final Campaigns campaigns;
    private final Units units;
    private final CouncilMembers council;
    private final Delegations delegations;
    private final Substitutions substitutions;
    private final RulePacks packs;
    private final MovableClock clock;

    CouncilPage(
            Campaigns campaigns,
            Units units,
            CouncilMembers council,
            Delegations delegations,
            Substitutions substitutions,
            RulePacks packs,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.units = units;
        this.council = council;
        this.delegations = delegations;
        this.substitutions = substitutions;
        this.packs = packs;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(kept(code), Map.of(), model);
    }

    @PostMapping("/thanh-vien")
    String appoint(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "appoint", typed, model, after, response, () -> {
            var member = council.appoint(
                    code,
                    text(typed, "userId"),
                    text(typed, "name"),
                    text(typed, "position"),
                    one(Seat.class, typed, "seat"),
                    text(typed, "unit"),
                    typed.containsKey("votes"));
            return "Đã ghi %s, %s.".formatted(member.name(), member.seat().label());
        });
    }

    @PostMapping("/thanh-vien/mien-nhiem")
    String dismiss(
            @PathVariable String code,
            @RequestParam("id") long id,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "dismiss", Map.of(), model, after, response, () -> {
            council.dismiss(code, id);
            return "Đã miễn nhiệm thành viên.";
        });
    }

    @PostMapping("/uy-quyen")
    String delegate(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "delegate", typed, model, after, response, () -> {
            var delegation = delegations.grant(
                    code,
                    text(typed, "userId"),
                    text(typed, "name"),
                    text(typed, "position"),
                    one(Capacity.class, typed, "capacity"),
                    day(typed, "from", "Từ ngày"),
                    day(typed, "to", "Đến hết ngày"),
                    text(typed, "document"),
                    day(typed, "documentDate", "Ngày văn bản"));
            return "Đã ghi ủy quyền cho %s.".formatted(delegation.name());
        });
    }

    @PostMapping("/uy-quyen/thu-hoi")
    String revoke(
            @PathVariable String code,
            @RequestParam("id") long id,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "revoke", Map.of(), model, after, response, () -> {
            delegations.revoke(code, id);
            return "Đã thu hồi ủy quyền.";
        });
    }

    @PostMapping("/lam-thay")
    String substitute(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "substitute", typed, model, after, response, () -> {
            var substitution = substitutions.record(
                    code,
                    text(typed, "absent"),
                    text(typed, "substitute"),
                    text(typed, "group"),
                    day(typed, "from", "Từ ngày"),
                    day(typed, "to", "Đến hết ngày"),
                    text(typed, "reason"));
            return "Đã ghi %s làm thay %s.".formatted(substitution.substitute(), substitution.absent());
        });
    }

    @PostMapping("/lam-thay/ket-thuc")
    String end(
            @PathVariable String code,
            @RequestParam("id") long id,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "end", Map.of(), model, after, response, () -> {
            substitutions.end(code, id);
            return "Đã kết thúc việc làm thay.";
        });
    }

    @PostMapping("/bo-quy-dinh")
    String rule(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return take(code, "rule", typed, model, after, response, () -> {
            var ruling = packs.rule(
                    code,
                    day(typed, "from", "Từ ngày"),
                    day(typed, "to", "Đến hết ngày"),
                    text(typed, "pack"),
                    text(typed, "document"),
                    day(typed, "documentDate", "Ngày văn bản"),
                    text(typed, "reason"));
            return "Đã ghi quyết định áp dụng theo văn bản %s.".formatted(ruling.document());
        });
    }

    /** Does what was asked and says so, or shows the page again with what was typed and why not. */
    private String take(
            String code,
            String form,
            Map<String, String> typed,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response,
            Supplier<String> work) {
        var campaign = kept(code);
        try {
            after.addFlashAttribute("done", work.get());
            return "redirect:/phong-trao/" + code + "/hoi-dong";
        } catch (Refusal refusal) {
            Refused.beside(form, refusal, model, response);
            return show(campaign, typed, model);
        }
    }

    private Campaign kept(String code) {
        var campaign = campaigns.get(code);
        council.mustKeep(code);
        return campaign;
    }

    private String show(Campaign campaign, Map<String, String> typed, Model model) {
        var all = units.of(campaign.code());
        model.addAttribute("campaign", campaign);
        model.addAttribute("typed", typed);
        model.addAttribute("members", council.of(campaign.code()));
        model.addAttribute("seats", Seat.values());
        model.addAttribute("units", all);
        model.addAttribute("unitNames", all.stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        model.addAttribute("delegations", delegations.of(campaign.code()));
        model.addAttribute("capacities", Capacity.values());
        model.addAttribute("today", clock.today());
        model.addAttribute("substitutions", substitutions.of(campaign.code()));
        model.addAttribute("groups", groups(campaign));
        model.addAttribute("packs", packs.all());
        model.addAttribute("rulings", packs.rulings(campaign.code()));
        model.addAttribute(
                "packToday", packs.inForce(campaign.code(), clock.today()).orElse(null));
        model.addAttribute("whyNone", packs.whyNone(clock.today()));
        return "campaign/council";
    }

    /** The groups whose officers may stand in for one another. */
    private static Map<String, String> groups(Campaign campaign) {
        var names = new LinkedHashMap<String, String>();
        campaign.plan().agencies().forEach(agency -> names.put(campaign.groupOf(agency.id()), agency.name()));
        names.put(Groups.ofSecretary(campaign.code()), "Thư ký Hội đồng");
        names.put(Groups.ofClerk(campaign.code()), "Văn thư");
        return names;
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static LocalDate day(Map<String, String> typed, String field, String name) {
        return VietnamTime.parse(typed.get(field))
                .orElseThrow(() -> Refusal.invalid(
                        "day",
                        field,
                        "%s phải có dạng dd/MM/yyyy, ví dụ 02/09/2026. Hãy sửa lại ngày.".formatted(name)));
    }

    private static <E extends Enum<E>> E one(Class<E> choice, Map<String, String> typed, String field) {
        return Arrays.stream(choice.getEnumConstants())
                .filter(each -> each.name().equals(typed.get(field)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "choice", field, "Giá trị đã chọn không hợp lệ. Hãy chọn một mục trong danh sách."));
    }
}
