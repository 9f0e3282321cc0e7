package vn.thidua.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.Holiday;
import vn.thidua.calendar.Holidays;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;

/** The holidays year by year, to be entered and corrected; administrators only. */
@Controller
@RequestMapping("/quan-tri/ngay-nghi")
class HolidaysPage {

    /** A listed day with the weekday it falls on. */
    record Day(Holiday holiday, String weekday) {}

    private final Holidays holidays;
    private final MovableClock clock;

    HolidaysPage(Holidays holidays, MovableClock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(name = "nam", required = false) @Nullable Integer year,
            @RequestParam(name = "ngay", required = false) @Nullable String day,
            Model model) {
        Actor.current().mustBeAdministrator();
        VietnamTime.parse(day)
                .flatMap(date -> holidays.all().stream()
                        .filter(holiday -> holiday.day().equals(date))
                        .findFirst())
                .ifPresent(holiday -> model.addAttribute("typed", typed(holiday)));
        return show(year == null ? clock.today().getYear() : year, model);
    }

    @PostMapping
    String correct(
            @RequestParam("day") String day,
            @RequestParam("name") String name,
            @RequestParam("kind") Holiday.Kind kind,
            @RequestParam("state") Holiday.State state,
            @RequestParam("source") String source,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Actor.current().mustBeAdministrator();
        try {
            var date = date(day);
            holidays.correct(new Holiday(date, name.strip(), kind, state, source.strip()));
            after.addFlashAttribute("done", "Đã ghi ngày %s.".formatted(VietnamTime.date(date)));
            return "redirect:/quan-tri/ngay-nghi?nam=" + date.getYear();
        } catch (Refusal refusal) {
            Refused.beside("correct", refusal, model, response);
            model.addAttribute(
                    "typed",
                    Map.of("day", day, "name", name, "kind", kind.name(), "state", state.name(), "source", source));
            return show(VietnamTime.parse(day).orElse(clock.today()).getYear(), model);
        }
    }

    @PostMapping("/xoa")
    String remove(
            @RequestParam("day") String day, Model model, RedirectAttributes after, HttpServletResponse response) {
        Actor.current().mustBeAdministrator();
        try {
            var date = date(day);
            holidays.remove(date);
            after.addFlashAttribute("done", "Đã bỏ ngày %s khỏi lịch nghỉ.".formatted(VietnamTime.date(date)));
            return "redirect:/quan-tri/ngay-nghi?nam=" + date.getYear();
        } catch (Refusal refusal) {
            Refused.beside("remove", refusal, model, response);
            return show(VietnamTime.parse(day).orElse(clock.today()).getYear(), model);
        }
    }

    private String show(int year, Model model) {
        var all = holidays.all();
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                all.stream().map(holiday -> holiday.day().getYear()).distinct().toList());
        model.addAttribute(
                "days",
                all.stream()
                        .filter(holiday -> holiday.day().getYear() == year)
                        .map(holiday -> new Day(holiday, VietnamTime.weekday(holiday.day())))
                        .toList());
        return "admin/holidays";
    }

    private static Map<String, String> typed(Holiday holiday) {
        return Map.of(
                "day", VietnamTime.date(holiday.day()),
                "name", holiday.name(),
                "kind", holiday.kind().name(),
                "state", holiday.state().name(),
                "source", holiday.source());
    }

    private static LocalDate date(String day) {
        return VietnamTime.parse(day)
                .orElseThrow(() -> Refusal.invalid(
                        "holiday-day", "day", "Ngày phải có dạng dd/MM/yyyy, ví dụ 02/09/2027. Hãy sửa lại ngày."));
    }
}
