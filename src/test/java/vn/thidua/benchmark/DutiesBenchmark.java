package vn.thidua.benchmark;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.calendar.HolidaySeed;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.notification.DailyDigest;
import vn.thidua.organisation.UnitLists;
import vn.thidua.simulation.TimeMachine;
import vn.thidua.submission.DutyOpening;

/**
 * Counts what the two bulk runs cost: opening a yearly report for 2,000 units, and a reminder run over 10,000 open duties.
 */
class DutiesBenchmark extends Metered {

    private static final int UNITS = 2_000;
    private static final List<String> PLANS =
            List.of("binh-phuoc", "binh-dinh", "son-la", "binh-chuong", "quang-trach");

    @Autowired
    private TimeMachine time;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private UnitLists unitLists;

    @Autowired
    private HolidaySeed holidays;

    @Autowired
    private DutyOpening opening;

    @Autowired
    private DailyDigest digest;

    @Test
    void counts_what_the_bulk_runs_cost() {
        holidays.enter();
        openReports("binh-phuoc", LocalDate.of(2026, 9, 21), "open a yearly report, cold JVM");
        openReports("quang-trach", LocalDate.of(2026, 9, 21), "open a yearly report, warm");
        fillUpTo(10_000);
        remind();
    }

    private void openReports(String code, LocalDate day, String name) {
        load(code, day.minusDays(20));
        time.startAt(day.atTime(LocalTime.of(8, 0)).atZone(VietnamTime.ZONE).toInstant());
        var before = openDuties();
        measure(name, () -> {
            for (var more = true; more; ) {
                more = opening.openSome(code);
                Meter.progress(name, openDuties() - before, UNITS);
            }
            return openDuties() - before;
        });
    }

    private void remind() {
        var day = LocalDate.of(2026, 10, 21);
        time.startAt(day.atTime(LocalTime.of(7, 0)).atZone(VietnamTime.ZONE).toInstant());
        sql.sql("update obligation_part set next_reminder_on = ? where state = 'AWAITED'")
                .param(day)
                .update();
        measure("reminder run over all open duties", () -> {
            var mails = digest.write();
            Meter.progress("digests", mails, mails);
            return openDuties();
        });
    }

    private void fillUpTo(int duties) {
        for (var code : PLANS) {
            if (openDuties() >= duties) return;
            if (campaigns.find(code).isEmpty()) load(code, LocalDate.of(2026, 9, 25));
            while (openDuties() < duties && opening.openSome(code)) Meter.progress("filling up", openDuties(), duties);
        }
    }

    private void load(String code, LocalDate adoptedOn) {
        var plan = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
        var checked = plan.check();
        time.startAt(adoptedOn.atStartOfDay(VietnamTime.ZONE).toInstant());
        campaigns.load(checked, plan.yaml(), adoptedOn);
        var duty = checked.usable().orElseThrow().duty("periodic-report").orElseThrow();
        var group = duty.from().contains("all")
                ? checked.usable().orElseThrow().unitGroups().get(0).id()
                : duty.from().get(0);
        var lines = IntStream.range(0, UNITS)
                .mapToObj(i ->
                        "don-vi-%s-%d,Đơn vị %d,%s,OTHER,,dv%d@%s.example,,,".formatted(code, i, i, group, i, code))
                .collect(Collectors.joining(
                        "\n", "code,name,group,level,parent,emails,founded,closed,successor\n", "\n"));
        unitLists.take(
                code,
                campaigns.get(code).plan().groupIds(),
                "units.csv",
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        while (opening.openSome(code)) Meter.progress("recording history of " + code, openDuties(), UNITS);
    }

    private void measure(String name, IntSupplier work) {
        var items = new int[1];
        meter.begin();
        meter.count(() -> items[0] = work.getAsInt());
        meter.end(name, items[0]);
    }

    private int openDuties() {
        return sql.sql("select count(*) from obligation_part where state = 'AWAITED'")
                .query(Integer.class)
                .single();
    }
}
